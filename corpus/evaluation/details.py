"""What is compared on a right edge beside its status: speaker, date, count and place."""

from collections.abc import Callable, Iterator, Mapping

from .candidate import Candidate
from .comparison import telling
from .dates import date_agrees
from .edges import FoundEdge, WantedEdge
from .gold import GoldClaim, GoldEntity
from .likeness import agree, names

_Entities = Mapping[str, GoldEntity]

DETAILS = {
    "attribution": "speaker",
    "date": "date",
    "exact_date": "date",
    "count": "count",
    "place": "place",
}
"""The field of both claims that each is read from."""


def compare_details(
    found: FoundEdge, wanted: WantedEdge, entities: _Entities
) -> Iterator[tuple[str, str]]:
    """Every detail that is annotated (``gold``), that we have (``found``), and that agrees."""
    for detail, field in DETAILS.items():
        stated = telling(found, wanted, _stating(field))
        claim, ours = stated or (wanted.claims[0], found.claims[0])
        if stated:
            yield detail, "gold"
        if getattr(ours, field) is not None:
            yield detail, "found"
            if stated and _agrees(claim, ours, detail, entities):
                yield detail, "right"


def _stating(field: str) -> Callable[[GoldClaim], bool]:
    return lambda claim: getattr(claim, field) not in (None, ())


def _agrees(claim: GoldClaim, ours: Candidate, detail: str, entities: _Entities) -> bool:
    match detail:
        case "attribution":
            # Speakers are described as often as they are named.
            return agree(names(ours.speaker or ""), names(*claim.speaker), by_words=True)
        case "date":
            return date_agrees(ours.date, claim.date or "")
        case "place":
            place = entities[claim.place or ""]
            return agree(names(ours.place or ""), names(*place.names), by_words=place.unnamed)
        case _:
            return bool(getattr(ours, DETAILS[detail]) == getattr(claim, DETAILS[detail]))
