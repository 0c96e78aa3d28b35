"""How relations and statuses look on the page: ``templates/look.yml`` as values."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

TEMPLATES = Path(__file__).with_name("templates")


@dataclass(frozen=True, slots=True)
class Family:
    """A heading of the legend."""

    id: str
    label: str
    of: frozenset[str]
    """Families of the ontology that stand under it."""
    allegiance: bool = False


@dataclass(frozen=True, slots=True)
class StatusLook:
    """How claims of one status are drawn and named."""

    id: str
    label: str
    meaning: str
    dashes: tuple[float, ...]
    opacity: float
    cross: bool


@dataclass(frozen=True, slots=True)
class Look:
    """The headings and the statuses, in the order of the legend."""

    families: tuple[Family, ...]
    statuses: tuple[StatusLook, ...]

    def family(self, of: str) -> Family:
        """The heading for a family of the ontology; the last one where none names it."""
        return next((f for f in self.families if of in f.of), self.families[-1])

    def status(self, status: str) -> StatusLook:
        """The look of a status; raises KeyError for one that the file lacks."""
        for look in self.statuses:
            if look.id == status:
                return look
        raise KeyError(status)

    def allegiance(self, families: Iterable[str]) -> frozenset[str]:
        """Those families of the ontology that the view "Allegiances" keeps."""
        return frozenset(of for of in families if self.family(of).allegiance)


@cache
def load_look() -> Look:
    """The look that the package ships."""
    rows = yaml.safe_load((TEMPLATES / "look.yml").read_text(encoding="utf-8"))
    return Look(
        tuple(Family(**{**row, "of": frozenset(row["of"])}) for row in rows["families"]),
        tuple(
            StatusLook(**{**row, "dashes": tuple(row["dashes"] or ())}) for row in rows["statuses"]
        ),
    )
