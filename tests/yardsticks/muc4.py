"""Who did it, to whom and when: our edges against templates of incidents.

1. Kidnappings are our ``kidnapped``; attacks and bombings our ``attacked`` and ``killed``. What is
   denied or planned does not count.
2. An end is right when one of its names holds all telling words of one of the template's, or the
   other way round: "peasants" is "32 PEASANTS". Found is each end once in a report.
3. To be found are, in each incident, one perpetrator (as person or organisation), every victim,
   and the date where the template knows more than that it was before the report.
4. Optional incidents need not be found, but make right what is found of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from allegiance.corpus.evaluation.candidate import Candidate
from allegiance.corpus.evaluation.dates import date_agrees
from allegiance.corpus.evaluation.likeness import names
from allegiance.corpus.evaluation.scores import Tally

from .incidents import Incident, Names, Report

KINDS: Mapping[str, frozenset[str]] = {
    "kidnapped": frozenset({"KIDNAPPING"}),
    "attacked": frozenset({"ATTACK", "BOMBING"}),
    "killed": frozenset({"ATTACK", "BOMBING"}),
}
"""The kinds of incident that an edge of a relation may tell of."""
QUESTIONS: Mapping[str, frozenset[str]] = {
    "kidnappings": frozenset({"kidnapped"}),
    "attacks and bombings": frozenset({"attacked", "killed"}),
}
"""What is asked, and the relations that answer."""
_NONE = Tally(0, 0, 0, 0)
_HAPPENED = frozenset({"asserted", "reported"})


@dataclass(frozen=True, slots=True)
class Answers:
    """How well a question is answered over all reports."""

    reports: Tally
    """Reports that tell of such an incident."""
    who: Tally
    whom: Tally
    date: Tally


def score(
    reports: Sequence[Report], claims: Mapping[str, Sequence[Candidate]], question: str
) -> Answers:
    """The answers that claims, by their report's id, give to one of the questions."""
    relations = QUESTIONS[question]
    kinds = frozenset(kind for relation in relations for kind in KINDS[relation])
    rows: list[tuple[Tally, ...]] = [(_NONE,) * 4]
    for report in reports:
        incidents = [i for i in report.incidents if i.kinds & kinds]
        told = claims.get(report.document.id, ())
        told = [c for c in told if c.relation in relations and c.status in _HAPPENED]
        rows.append(_answers(incidents, told))
    return Answers(*(_sum(column) for column in zip(*rows, strict=True)))


def _answers(incidents: Sequence[Incident], told: Sequence[Candidate]) -> tuple[Tally, ...]:
    due = [incident for incident in incidents if not incident.optional]
    return (
        Tally(bool(due), bool(told), bool(told and incidents), bool(told and due)),
        _ends(_who(incidents), _who(due), {c.subject for c in told}),
        _ends(_whom(incidents), _whom(due), {c.object for c in told}),
        _dates(incidents, due, {c.date for c in told if c.date}),
    )


def _who(incidents: Iterable[Incident]) -> list[Names]:
    return [incident.who for incident in incidents if incident.who]


def _whom(incidents: Iterable[Incident]) -> list[Names]:
    return [victim for incident in incidents for victim in incident.whom + incident.things]


def _ends(known: Iterable[Names], due: Sequence[Names], found: Iterable[Names]) -> Tally:
    known, found = list(known), list(found)
    right = sum(any(is_named(ours, them) for them in known) for ours in found)
    met = sum(any(is_named(ours, them) for ours in found) for them in due)
    return Tally(len(due), len(found), right, met)


def is_named(ours: Names, theirs: Names) -> bool:
    """Whether one of our names and one of the template's have their telling words in common.

    >>> is_named(("Red Front",), ("RED FRONT GUERRILLAS",)), is_named(("Red Front",), ("RED ARMY",))
    (True, False)
    """
    return any(
        mine <= other or other <= mine
        for mine in names(*ours).words
        for other in names(*theirs).words
    )


def _dates(incidents: Iterable[Incident], due: Iterable[Incident], found: Iterable[str]) -> Tally:
    known = [incident.dates for incident in incidents if incident.dates]
    wanted = [incident.dates for incident in due if incident.dates]
    found = list(found)
    right = sum(any(_agrees(ours, them) for them in known) for ours in found)
    met = sum(any(_agrees(ours, them) for ours in found) for them in wanted)
    return Tally(len(wanted), len(found), right, met)


def _agrees(ours: str, theirs: Iterable[str]) -> bool:
    return any(date_agrees(ours, date) for date in theirs)


def _sum(tallies: Iterable[Tally]) -> Tally:
    columns = zip(*((t.gold, t.found, t.right, t.met) for t in tallies), strict=True)
    return Tally(*map(sum, columns))
