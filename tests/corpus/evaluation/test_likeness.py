import pytest

from allegiance.corpus.evaluation.likeness import agree, fold_strictly, names, relation_id


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("The Reed Brigade", "reed brigade"),
        ("Émir Al-Amon", "emir al amon"),
        ("the brigade’s", "brigade"),
        ("Ta'ang “Guard”", "taang guard"),
        ("an army", "army"),
        ("the", ""),
        ("جيش", "جيش"),
        ("", ""),
    ],
)
def test_a_name_is_folded(name: str, key: str) -> None:
    assert fold_strictly(name) == key


@pytest.mark.parametrize(
    ("ours", "gold", "named", "described"),
    [
        ("Reed Brigade", "the Reed Brigade", True, True),
        ("Reed", "Reed Brigade", False, True),
        ("leader of the Reed Brigade", "Reed Brigade leader", False, True),
        ("at least thirty fighters", "thirty fighter", False, True),
        ("thirty fighters", "a spokesman", False, False),
        ("one of the three men", "three", False, False),
        ("the", "the", False, False),
        ("of the", "of the", True, True),
    ],
)
def test_names_agree(ours: str, gold: str, named: bool, described: bool) -> None:
    assert agree(names(ours), names(gold)) is named
    assert agree(names(ours), names(gold), by_words=True) is described


def test_any_name_will_do() -> None:
    assert agree(names("RB", "the brigade"), names("Reed Brigade", "The Brigade"))


@pytest.mark.parametrize("text", ["pledged-to", "pledged_to", " Pledged  to "])
def test_a_relation_in_any_spelling(text: str) -> None:
    assert relation_id(text) == "pledged-to"
