"""Invented knowledge for tests: a dozen claims of three documents, and hostile ones apart."""

from collections.abc import Sequence

from allegiance.corpus.claim import Claim, End, Evidence, Status, claim_id
from allegiance.corpus.document import Document
from allegiance.graph.entity import Entity
from allegiance.graph.knowledge import Knowledge

HOSTILE = (
    "quo\"te 'n' \\slash\r\n<b>\u202eevil\u202c\x07\x00 \ud800 \u2028 ;|,\t}\U0001f4a3 'a'^^<x:y>"
)
"""Quotes, line ends, control marks, half a surrogate pair, a right-to-left override."""

EAGLES = Entity(
    "eagles-of-the-valley",
    "Eagles of the Valley",
    "ArmedGroup",
    aliases=("Nusur al-Wadi", "the Eagles"),
)
FRONT = Entity("homeland-front", "Homeland Front", "Coalition", aliases=("the Front",))
STATE = Entity("islamic-state", "Islamic State", "ArmedGroup", aliases=("Daesh", "ISIS"))
BATTALION = Entity("rock-battalion", "Rock Battalion", "ArmedGroup")
POLICE = Entity("river-police", "River Police", "StateForce")
SALIM = Entity("abu-salim", "Abu Salim", "Person")
KARIM = Entity("karim-haddad", "Karim Haddad", "Person")
AID_WORKERS = Entity(
    "march.md-two-aid-workers",
    "two aid workers",
    "Person",
    unnamed=True,
    description="two aid workers",
    count=2,
)
FIGHTERS = Entity(
    "april.md-some-forty-fighters",
    "some forty fighters",
    "ArmedGroup",
    unnamed=True,
    description="some forty fighters",
    count=40,
)
VILLAGE = Entity("wadi-rihan", "Wadi Rihan", "Town")
SOMEBODY = Entity("x", "X", "Entity")
ENTITIES = [
    EAGLES,
    FRONT,
    STATE,
    BATTALION,
    POLICE,
    SALIM,
    KARIM,
    AID_WORKERS,
    FIGHTERS,
    VILLAGE,
    SOMEBODY,
]


def document(name: str, text: str, **known: str) -> Document:
    return Document(name, text, sha256=f"{sum(map(ord, text)):064x}", **known)  # type: ignore[arg-type]


def claim(
    source: Document,
    sentence: str,
    subject: Entity,
    relation: str,
    target: Entity,
    *,
    mentions: tuple[str, str],
    trigger: str,
    status: Status = "asserted",
    by: str | None = None,
    date: tuple[str | None, str | None, str | None] = (None, None, None),
    place: str | None = None,
    count: int | None = None,
    confidence: float = 0.9,
) -> Claim:
    start = source.text.index(sentence)
    one, other, word = (_span(source.text, start, words) for words in (*mentions, trigger))
    span = (start, start + len(sentence))
    return Claim(
        id=claim_id(source.id, span, relation, one, other, word),
        subject=_end(subject, mentions[0], one, 0),
        relation=relation,
        object=_end(target, mentions[1], other, 1),
        status=status,
        attributed_to=by,
        date=date[0],
        date_text=date[1],
        date_rule=date[2],
        place=place,
        count=count,
        confidence=confidence,
        extractor=f"pattern:{relation}",
        evidence=(Evidence(source.id, *span, sentence),),
        trigger=word,
    )


def _span(text: str, start: int, words: str) -> tuple[int, int]:
    found = text.index(words, start)
    return found, found + len(words)


def _end(entity: Entity, mention: str, span: tuple[int, int], chain: int) -> End:
    return End(
        name=entity.name,
        type=entity.type,
        aliases=tuple(alias for alias in entity.aliases if alias == mention),
        mention=mention,
        start=span[0],
        end=span[1],
        chain=chain,
        unnamed=entity.unnamed,
        count=entity.count,
        id=entity.id,
    )


def knowledge(documents: Sequence[Document], claims: Sequence[Claim]) -> Knowledge:
    """The documents and claims in order, with those entities that stand in a claim."""
    used = {end.id for c in claims for end in (c.subject, c.object)}
    return Knowledge(
        tuple(sorted(documents, key=lambda d: d.id)),
        tuple(sorted((e for e in ENTITIES if e.id in used), key=lambda e: e.id)),
        tuple(sorted(claims, key=lambda c: (c.evidence[0].document, c.evidence[0].start, c.id))),
    )


MARCH = document(
    "march.md",
    "Gunmen of the Eagles abducted two aid workers in Wadi Rihan on Friday. "
    "The Eagles swore allegiance to the Islamic State in March, residents said. "
    "Abu Salim, who leads the Eagles of the Valley, denied that the Eagles joined ISIS. "
    "The Eagles of the Valley hold Wadi Rihan.",
    title="Two aid workers taken",
    date="2015-03-16",
    publisher="Valley Courier",
    url="https://news.example/2015/march",
)
APRIL = document(
    "april.md",
    "Some forty fighters deserted the Eagles of the Valley last month. "
    "Karim Haddad, a cousin of Abu Salim, went over to the Homeland Front. "
    "The Rock Battalion broke away from the Homeland Front. "
    "The Eagles planned to merge into the Front. "
    "The River Police clashed with the Eagles. "
    "The Eagles are part of the Homeland Front, a statement said. "
    "The Eagles freed both aid workers.",
    title="Fighters leave",
    date="2015-04",
)
UNDATED = document("undated/notes.txt", "The Eagles of the Valley never belonged to the Front.")

MARCH_CLAIMS = [
    claim(
        MARCH,
        "Gunmen of the Eagles abducted two aid workers in Wadi Rihan on Friday.",
        EAGLES,
        "kidnapped",
        AID_WORKERS,
        mentions=("the Eagles", "two aid workers"),
        trigger="abducted",
        date=("2015-03-13", "on Friday", "weekday-before-publication"),
        place="Wadi Rihan",
        count=2,
    ),
    claim(
        MARCH,
        "The Eagles swore allegiance to the Islamic State in March, residents said.",
        EAGLES,
        "pledged-to",
        STATE,
        mentions=("The Eagles", "the Islamic State"),
        trigger="swore",
        status="reported",
        by="residents",
        date=("2015-03", "in March", "month-of-publication-year"),
        confidence=0.93,
    ),
    claim(
        MARCH,
        "Abu Salim, who leads the Eagles of the Valley, denied that the Eagles joined ISIS.",
        SALIM,
        "leads",
        EAGLES,
        mentions=("Abu Salim", "the Eagles of the Valley"),
        trigger="leads",
    ),
    claim(
        MARCH,
        "Abu Salim, who leads the Eagles of the Valley, denied that the Eagles joined ISIS.",
        EAGLES,
        "member-of",
        STATE,
        mentions=("the Eagles", "ISIS"),
        trigger="joined",
        status="denied",
        by="Abu Salim",
    ),
    claim(
        MARCH,
        "The Eagles of the Valley hold Wadi Rihan.",
        EAGLES,
        "controls",
        VILLAGE,
        mentions=("The Eagles of the Valley", "Wadi Rihan"),
        trigger="hold",
    ),
]
APRIL_CLAIMS = [
    claim(
        APRIL,
        "Some forty fighters deserted the Eagles of the Valley last month.",
        FIGHTERS,
        "defected-from",
        EAGLES,
        mentions=("Some forty fighters", "the Eagles of the Valley"),
        trigger="deserted",
        date=("2015-03~", "last month", "month-before-publication"),
        count=40,
    ),
    claim(
        APRIL,
        "Karim Haddad, a cousin of Abu Salim, went over to the Homeland Front.",
        KARIM,
        "kin-of",
        SALIM,
        mentions=("Karim Haddad", "Abu Salim"),
        trigger="cousin",
    ),
    claim(
        APRIL,
        "Karim Haddad, a cousin of Abu Salim, went over to the Homeland Front.",
        KARIM,
        "defected-to",
        FRONT,
        mentions=("Karim Haddad", "the Homeland Front"),
        trigger="went",
    ),
    claim(
        APRIL,
        "The Rock Battalion broke away from the Homeland Front.",
        BATTALION,
        "split-from",
        FRONT,
        mentions=("The Rock Battalion", "the Homeland Front"),
        trigger="broke",
    ),
    claim(
        APRIL,
        "The Eagles planned to merge into the Front.",
        EAGLES,
        "merged-into",
        FRONT,
        mentions=("The Eagles", "the Front"),
        trigger="merge",
        status="planned",
    ),
    claim(
        APRIL,
        "The River Police clashed with the Eagles.",
        POLICE,
        "fought",
        EAGLES,
        mentions=("The River Police", "the Eagles"),
        trigger="clashed",
    ),
    claim(
        APRIL,
        "The Eagles are part of the Homeland Front, a statement said.",
        EAGLES,
        "member-of",
        FRONT,
        mentions=("The Eagles", "the Homeland Front"),
        trigger="part",
        status="reported",
        by="a statement",
    ),
    claim(
        APRIL,
        "The Eagles freed both aid workers.",
        EAGLES,
        "released",
        AID_WORKERS,
        mentions=("The Eagles", "both aid workers"),
        trigger="freed",
        count=2,
    ),
]
UNDATED_CLAIMS = [
    claim(
        UNDATED,
        "The Eagles of the Valley never belonged to the Front.",
        EAGLES,
        "member-of",
        FRONT,
        mentions=("The Eagles of the Valley", "the Front"),
        trigger="belonged",
        status="denied",
    ),
]


def sample() -> Knowledge:
    """The three documents with all their claims."""
    return knowledge([MARCH, APRIL, UNDATED], [*MARCH_CLAIMS, *APRIL_CLAIMS, *UNDATED_CLAIMS])


def tiny() -> Knowledge:
    """One document with a reported pledge and an asserted fight."""
    source = document(
        "tiny.txt",
        "The Eagles swore allegiance to the Islamic State, residents said. "
        "The River Police fought the Eagles.",
        date="2015-03-16",
    )
    pledge = claim(
        source,
        "The Eagles swore allegiance to the Islamic State, residents said.",
        EAGLES,
        "pledged-to",
        STATE,
        mentions=("The Eagles", "the Islamic State"),
        trigger="swore",
        status="reported",
        by="residents",
        date=("2015-03-13/2015-03-15", "at the weekend", "weekend-before-publication"),
    )
    fight = claim(
        source,
        "The River Police fought the Eagles.",
        POLICE,
        "fought",
        EAGLES,
        mentions=("The River Police", "the Eagles"),
        trigger="fought",
    )
    return knowledge([source], [pledge, fight])


def hostile() -> Knowledge:
    """One claim in which every text that a stranger could have written is hostile."""
    source = document(
        f"../{HOSTILE}", f"{HOSTILE} hit {HOSTILE}.", title=HOSTILE, date=HOSTILE, url=HOSTILE
    )
    one = Entity(HOSTILE, HOSTILE, "ArmedGroup", aliases=(f"a{HOSTILE}",), description=HOSTILE)
    other = Entity("..", HOSTILE, HOSTILE)
    attack = claim(
        source,
        source.text,
        one,
        "attacked",
        other,
        mentions=(HOSTILE, HOSTILE),
        trigger="hit",
        by=HOSTILE,
        date=(HOSTILE, HOSTILE, HOSTILE),
        place=HOSTILE,
    )
    return Knowledge((source,), (other, one), (attack,))
