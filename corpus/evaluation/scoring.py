"""How claims compare with what an annotator found in the same articles.

``edges`` says what an edge is, ``comparison`` when it is right, ``likeness`` when ends agree, and
``details`` compares speaker, date, count and place. These and the status are compared on right
edges: where both sides tell the edge in one sentence, else where each tells it first.

The scorer that belongs to the exam gives every edge the first annotated one that fits, and takes
details from the first claims only. Here the pairing is the one with the most pairs: where names are
shared, a few more edges may be right than there, never fewer.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from .candidate import Candidate, by_document
from .comparison import Comparison, compare_edges, telling
from .details import DETAILS, compare_details
from .edges import FoundEdge, WantedEdge, is_symmetric
from .gold import GoldDocument
from .scores import Evaluation, Miss, Scores, Share, Tally

_Counts = Counter[tuple[str, str]]
"""Numbers by what is counted and relation."""


def evaluate(golds: Sequence[GoldDocument], candidates: Iterable[Candidate]) -> Evaluation:
    """The scores of claims on annotated articles; the order of the claims does not matter."""
    found = by_document(candidates, frozenset(gold.document.id for gold in golds))
    counts: _Counts = Counter()
    missed: list[Miss] = []
    wrong: list[Miss] = []
    for gold in golds:
        ours = found[gold.document.id]
        compared = compare_edges(gold, ours)
        counts.update(_counted(gold, ours, compared))
        missed += _missed(gold, compared)
        wrong += _wrong(gold, compared)
    return Evaluation(
        documents=len(golds),
        overall=_scores(_over_all(counts)),
        by_relation={relation: _scores(_of(counts, relation)) for relation in _order(counts)},
        missed=tuple(missed),
        wrong=tuple(wrong),
    )


def _counted(
    gold: GoldDocument, candidates: Sequence[Candidate], compared: Comparison
) -> Iterator[tuple[str, str]]:
    """What there is to count in an article, one by one."""
    yield from (("gold", edge.relation) for edge in compared.wanted)
    yield from (("found", edge.relation) for edge in compared.found)
    for f, w in compared.right:
        edge, wanted = compared.found[f], compared.wanted[w]
        yield "right", edge.relation
        if not is_symmetric(edge.relation):
            yield "directed", edge.relation
        yield from ((what, edge.relation) for what in _details(gold, edge, wanted))
    yield from (("turned", compared.found[f].relation) for f, _ in compared.turned)
    for f, w in compared.near:
        ours, theirs = compared.found[f].relation, compared.wanted[w].relation
        yield "near found", ours
        yield "near gold", theirs
        if ours == theirs:
            yield "relation", theirs
    for claim in candidates if gold.document.text else ():
        yield "claims", claim.relation
        if _is_verbatim(claim, gold):
            yield "verbatim", claim.relation


def _details(gold: GoldDocument, edge: FoundEdge, wanted: WantedEdge) -> Iterator[str]:
    told = telling(edge, wanted)
    if told and told[0].status == told[1].status:
        yield "status"
    for detail, side in compare_details(edge, wanted, gold.entities):
        yield f"{detail} {side}"


def _is_verbatim(claim: Candidate, gold: GoldDocument) -> bool:
    text = gold.document.text
    return all(
        0 <= piece.start < piece.end and text[piece.start : piece.end] == piece.quote
        for piece in claim.evidence
    )


def _over_all(counts: _Counts) -> Counter[str]:
    total: Counter[str] = Counter()
    for (what, _), number in counts.items():
        total[what] += number
    return total


def _of(counts: _Counts, relation: str) -> Counter[str]:
    return Counter({what: number for (what, of), number in counts.items() if of == relation})


def _order(counts: _Counts) -> list[str]:
    found = {relation for what, relation in counts if what in {"gold", "found"}}
    return sorted(found, key=lambda relation: (-counts["gold", relation], relation))


def _scores(counts: Counter[str]) -> Scores:
    right, near = counts["right"], counts["near gold"]
    details = {
        detail: Tally(*(counts[f"{detail} {of}"] for of in ("gold", "found", "right", "right")))
        for detail in DETAILS
    }
    return Scores(
        edges=Tally(counts["gold"], counts["found"], right, right),
        ends=Tally(counts["gold"], counts["found"], counts["near found"], near),
        relation=Share(counts["relation"], near),
        direction=Share(counts["directed"], counts["directed"] + counts["turned"]),
        status=Share(counts["status"], right),
        quotes=Share(counts["verbatim"], counts["claims"]),
        **details,
    )


def _missed(gold: GoldDocument, compared: Comparison) -> Iterator[Miss]:
    hits = {w for _, w in compared.right}
    turned = {w for _, w in compared.turned}
    near = {w: compared.found[f].relation for f, w in compared.near}
    for number, edge in enumerate(compared.wanted):
        if number in hits:
            continue
        claim = edge.claims[0]
        yield Miss(
            document=gold.document.id,
            subject=_called(edge.subject.names),
            relation=edge.relation,
            object=_called(edge.object.names),
            status=claim.status,
            quote=claim.quote,
            remark=_remark("found", edge.relation, number in turned, near.get(number)),
        )


def _wrong(gold: GoldDocument, compared: Comparison) -> Iterator[Miss]:
    hits = {f for f, _ in compared.right}
    turned = {f for f, _ in compared.turned}
    near = {f: compared.wanted[w].relation for f, w in compared.near}
    for number, edge in enumerate(compared.found):
        if number in hits:
            continue
        claim = edge.claims[0]
        yield Miss(
            document=gold.document.id,
            subject=claim.subject[0],
            relation=edge.relation,
            object=claim.object[0],
            status=claim.status,
            quote=claim.evidence[0].quote,
            remark=_remark("annotated", edge.relation, number in turned, near.get(number)),
        )


def _called(called: Sequence[str]) -> str:
    return called[0] if called else "?"


def _remark(there: str, relation: str, turned: bool, other: str | None) -> str:
    if turned:
        return f"{there} the other way round"
    return f"{there} as {other}" if other and other != relation else ""
