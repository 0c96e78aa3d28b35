from allegiance.corpus.evaluation.marking import parse_marked
from allegiance.corpus.training.wear import STYLES, with_worn, worn

MARKED = """---
id: made-001
conflict: Made
voice: wire
---
[The Salt Brigade|salt:ArmedGroup]'s commander, [Hamid|hamid:Person], left [Marea|marea:Town].
+ hamid leads salt
"""


def test_a_worn_article_has_its_annotation_at_the_same_words() -> None:
    gold = worn(parse_marked(MARKED), STYLES[1])
    text = gold.document.text
    assert text == "The Salt Brigades commander Hamid left Marea."
    assert [text[m.start : m.end] for m in gold.mentions] == ["The Salt Brigade", "Hamid", "Marea"]
    (claim,) = gold.claims
    assert text[claim.start : claim.start + len(claim.quote)] == claim.quote == text


def test_every_article_stays_and_a_share_comes_twice() -> None:
    gold = parse_marked(MARKED)
    some = list(with_worn([gold] * 40, 0.5, seed=1))
    assert some.count(gold) == 40
    assert 50 < len(some) < 70
    assert some == list(with_worn([gold] * 40, 0.5, seed=1))
