"""Articles under other names keep their annotation."""

from random import Random

from allegiance.corpus.evaluation.gold import GoldDocument
from allegiance.corpus.evaluation.marking import parse_marked
from allegiance.corpus.training.renaming import donors_of, renamed, renamed_copies

HOME = parse_marked("""---
id: home-001
conflict: Home
voice: wire
---
[The Salt Shield brigade|salt:ArmedGroup]'s commander, [Hamid Karo|hamid:Person], left [it|salt].
+ hamid leads salt
[The SSB|salt] will miss [Karo|hamid], [a man from [Syria|syria:Country]|hamid].
""")
AWAY = parse_marked("""---
id: away-001
conflict: Away
voice: wire
---
[The River Front|river:ArmedGroup] of [Ana Luz Prado|prado:Person] holds [Villa Seca|v:Town].
+ prado leads river
+ river controls v
[Prado|prado] fled.
""")


def words_of(gold: GoldDocument) -> list[str]:
    return [gold.document.text[m.start : m.end] for m in gold.mentions]


def test_each_form_of_a_name_gives_way_to_the_same_form() -> None:
    donors = donors_of([HOME, AWAY])
    found = next(
        text
        for gold in (renamed(HOME, donors, Random(seed)) for seed in range(50))
        if "Hamid" not in (text := gold.document.text) and "Salt" not in text
    )
    assert found.startswith("The River Front brigade's commander, Ana Luz Prado, left ")
    assert "The RF will miss Prado, a man from Syria." in found


def test_mentions_and_claims_move_along() -> None:
    donors = donors_of([HOME, AWAY])
    for seed in range(30):
        gold = renamed(HOME, donors, Random(seed))
        text = gold.document.text
        assert words_of(gold)[-2:] == ["a man from Syria", "Syria"]
        assert all(text[c.start : c.start + len(c.quote)] == c.quote for c in gold.claims)
        assert text.endswith("Syria.")


def test_nobody_is_renamed_after_someone_of_the_same_conflict() -> None:
    assert renamed(HOME, donors_of([HOME]), Random(1)) == HOME


def test_copies_are_as_many_as_asked_and_always_the_same() -> None:
    some = list(renamed_copies([HOME, AWAY], 3, seed=1))
    assert [gold.conflict for gold in some] == ["Home", "Away"] * 3
    assert len(set(gold.document.text for gold in some)) > 2
    assert some == list(renamed_copies([HOME, AWAY], 3, seed=1))
