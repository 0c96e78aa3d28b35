"""Annotated articles of our own invention, in both forms, for tests."""

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from allegiance.corpus.claim import Evidence
from allegiance.corpus.document import Document
from allegiance.corpus.evaluation.candidate import Candidate
from allegiance.corpus.evaluation.gold import GoldClaim, GoldDocument, GoldEntity

HEADER = """---
id: nowhere-001
conflict: Nowhere
voice: wire
published: 2014-05-06
publisher: Delta Wire
---
"""
MARKED = f"""{HEADER}# [Reed Brigade|reed:ArmedGroup] quits [council|council:Coalition]
+ reed split-from council

[The Reed Brigade|reed] broke away from [the Delta Council|council] on Sunday, \
[[its|reed] spokesman|_sp:Person] said.
+ reed split-from council reported by=_sp date=2014-05-04
+ _sp spokesperson-of reed
[He|_sp] denied that [the brigade|reed] had fought [the council|council] near [Port Amon|port:Town].
+ reed fought council denied by=_sp place=port

* [Thirty of [its|reed] men|_thirty:ArmedGroup] left for [the port|port].
+ _thirty member-of reed reported by="residents of the port" count=30
* Nobody else did.
"""


def marked(body: str) -> str:
    """A marked article with a usual header."""
    return HEADER + body


def write_marked(folder: Path, source: str = MARKED, name: str = "nowhere-001") -> Path:
    """The file of a marked article in a folder, which is made."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.txt"
    path.write_text(source.replace("nowhere-001", name), "utf-8")
    return path


TEXT = "The Reed Brigade broke away from the Delta Council on Sunday. It holds Port Amon."


def exam_row(**changes: Any) -> dict[str, Any]:
    """An article as the exam's gold has it."""
    row: dict[str, Any] = {
        "id": "x1",
        "date": "2014-05-06",
        "publisher": None,
        "entities": [
            {"id": "e1", "type": "ArmedGroup", "names": ["the Reed Brigade", "the brigade"]},
            {"id": "e2", "type": "Coalition", "names": ["the Delta Council"]},
            {"id": "e3", "type": "Place", "names": ["Port Amon"]},
            {"id": "e4", "type": "Person", "names": ["a fisherman"], "note": "unnamed"},
        ],
        "facts": [
            {
                "subject": "e1",
                "relation": "split_from",
                "object": "e2",
                "date": "2014-05-04",
                "count": 30,
                "place": "e3",
                "status": "reported",
                "source": "the fisherman",
                "quote": "The Reed Brigade broke away from the Delta Council on Sunday.",
            },
            {"subject": "e1", "relation": "controls", "object": "e3", "quote": "It holds"},
        ],
    }
    return row | changes


def write_exam(folder: Path, row: object = None, *, rows: bool = False) -> Path:
    """A folder in the exam's form."""
    (folder / "gold").mkdir(parents=True)
    row = exam_row() if row is None else row
    (folder / "gold" / "x1.json").write_text(json.dumps(row), "utf-8")
    if rows:
        line = json.dumps({"id": "x1", "text": TEXT})
        (folder / "articles.jsonl").write_text(f"{line}\n\n", "utf-8")
    else:
        (folder / "texts").mkdir()
        (folder / "texts" / "x1.txt").write_bytes(TEXT.encode())
    return folder


def gold(
    claims: Iterable[GoldClaim], entities: Sequence[GoldEntity], text: str = TEXT, id: str = "x1"
) -> GoldDocument:
    """An annotated article."""
    document = Document(id=id, text=text, sha256=sha256(text.encode()).hexdigest())
    return GoldDocument(document, (), {one.key: one for one in entities}, tuple(claims))


def entity(key: str, *names: str, unnamed: bool = False) -> GoldEntity:
    """An annotated group."""
    return GoldEntity(key, "ArmedGroup", names or (key,), unnamed)


def candidate(subject: str, relation: str, target: str, **changes: Any) -> Candidate:
    """A claim between two names, told in the first sentence of TEXT."""
    quote = TEXT.partition(" It")[0]
    known: dict[str, Any] = {
        "subject": tuple(subject.split("/")),
        "relation": relation,
        "object": tuple(target.split("/")),
        "status": "asserted",
        "speaker": None,
        "date": None,
        "place": None,
        "count": None,
        "evidence": (Evidence("x1", 0, len(quote), quote),),
    }
    return Candidate(**known | changes)


def answers(document: GoldDocument) -> list[Candidate]:
    """The claims of somebody who says just what the annotator says."""
    return [
        Candidate(
            subject=document.entities[claim.subject].names,
            relation=claim.relation,
            object=document.entities[claim.object].names,
            status=claim.status,
            speaker=claim.speaker[0] if claim.speaker else None,
            date=claim.date,
            place=document.entities[claim.place].names[0] if claim.place else None,
            count=claim.count,
            evidence=(
                Evidence(
                    document.document.id,
                    claim.start,
                    claim.start + len(claim.quote),
                    claim.quote,
                ),
            ),
        )
        for claim in document.claims
    ]


def written(found: GoldDocument) -> str:
    """A marked article that says what an annotated one says."""
    document = found.document
    # Of mentions of one span, the inner one stands first.
    closing = sorted(enumerate(found.mentions), key=lambda one: (-one[1].start, one[0]))
    breaks = {edge for c in found.claims for edge in (c.start - 1, c.start + len(c.quote))}
    text = ""
    for position in range(len(document.text) + 1):
        for _, mention in closing:
            if mention.end == position:
                text += f"|{mention.entity}:{found.entities[mention.entity].type}]"
        for claim in found.claims:
            if claim.start + len(claim.quote) == position:
                text += f"\n{_claim_line(claim, found)}"
        text += "[" * sum(mention.start == position for mention in found.mentions)
        letter = document.text[position : position + 1]
        text += "\n" if letter == " " and position in breaks else letter
    published = f"published: {document.date}\n" if document.date else ""
    publisher = f"publisher: {json.dumps(document.publisher)}\n" if document.publisher else ""
    known = f"id: {document.id}\nconflict: {found.conflict}\nvoice: wire\n"
    return f"---\n{known}{published}{publisher}---\n{text}\n"


def _claim_line(claim: GoldClaim, found: GoldDocument) -> str:
    parts = ["+", claim.subject, claim.relation, claim.object, claim.status]
    if claim.speaker:
        keys = [key for key, one in found.entities.items() if one.names == claim.speaker]
        parts.append(f"by={keys[0]}" if keys else f'by="{claim.speaker[0]}"')
    parts += [f"date={claim.date}"] if claim.date else []
    parts += [f"place={claim.place}"] if claim.place else []
    parts += [f"count={claim.count}"] if claim.count is not None else []
    return " ".join(parts)
