import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from allegiance.corpus.reading import Reading
from allegiance.graph.errors import CountError
from allegiance.graph.knowledge import Knowledge
from allegiance.graph.resolve import resolve
from tests.graph.made import Said, reading


def ids(knowledge: Knowledge) -> list[str]:
    return [entity.id for entity in knowledge.entities]


def pair(id: str, one: Said, other: Said, relation: str = "member-of") -> Reading:
    return reading(id, one, other, claims=[(0, relation, 1)])


NAMES = [
    ("Feilaq al-Homs", "Feilaq a-Homs", True),
    ("Feilaq al-Homs", "Feilaq a-Sham", False),
    ("Feilaq al-Sham", "Feilaq ash-Sham", True),
    ("ISIS", "Islamic State", True),
    ("Jund Al Aqsa", "Jund al-Aqsa", True),
    ("Islamic State of Iraq", "Islamic State of Iraq and Syria", False),
    ("Free Syrian Army", "Syrian Arab Army", False),
    ("the Rock Battalion", "Rock Battalion", True),
    ("Rock Brigade", "Rock Battalion", False),
    ("Ahrar al-Sham", "Ahrar al-Sharqiya", False),
    ("Liwa al-Rihan", "Liwa Al Rihan", True),
    ("Al Rihan", "al-Rihan", True),
]


@pytest.mark.parametrize(("one", "other", "same"), NAMES)
def test_names_decide_over_documents(one: str, other: str, same: bool) -> None:
    member: Said = ("Person", ["Karim Haddad"])
    knowledge = resolve(
        [
            pair("a", member, ("ArmedGroup", [one])),
            pair("b", member, ("ArmedGroup", [other])),
        ]
    )

    first, second = knowledge.claims
    assert (first.object.id == second.object.id) is same
    assert first.subject.id == second.subject.id == "karim-haddad"


def test_a_town_is_no_group() -> None:
    knowledge = resolve(
        [
            pair("a", ("ArmedGroup", ["Rock Battalion"]), ("Town", ["Qasr"]), "controls"),
            pair("b", ("Person", ["Karim Haddad"]), ("ArmedGroup", ["Qasr"])),
        ]
    )

    assert {e.id: e.type for e in knowledge.entities if e.name == "Qasr"} == {
        "qasr": "Town",
        "qasr-2": "ArmedGroup",
    }


def test_a_full_name_overrules_a_tag_that_no_claim_needs() -> None:
    battalion: Said = ("ArmedGroup", ["Rock Battalion", "Rock Battalion"])
    mistagged: Said = ("Person", ["Rock Battalion"])
    knowledge = resolve(
        [
            pair("a", battalion, ("Town", ["Qasr"]), "controls"),
            pair("b", mistagged, ("Town", ["Qasr"]), "controls"),
        ]
    )

    assert ids(knowledge) == ["qasr", "rock-battalion"]
    assert knowledge.entities[1].type == "ArmedGroup"


def test_a_single_name_overrules_nothing() -> None:
    knowledge = resolve(
        [
            pair("a", ("ArmedGroup", ["Qasr", "Qasr"]), ("Town", ["Rihan"]), "controls"),
            pair("b", ("Person", ["Qasr"]), ("Town", ["Rihan"]), "controls"),
        ]
    )

    assert ids(knowledge) == ["qasr", "qasr-2", "rihan"]


def test_no_cluster_that_its_claims_refuse() -> None:
    knowledge = resolve(
        [
            pair("a", ("Person", ["Karim Haddad"]), ("Entity", ["Wadi Rihan"]), "defected-from"),
            pair("b", ("ArmedGroup", ["Rock Battalion"]), ("Entity", ["Wadi Rihan"]), "controls"),
        ]
    )

    types = [entity.type for entity in knowledge.entities if entity.name == "Wadi Rihan"]
    assert sorted(types) == ["Group", "Place"]


def test_types_are_voted_and_specific_ones_go_first() -> None:
    karim: Said = ("Person", ["Karim Haddad"])
    knowledge = resolve(
        [
            pair("a", karim, ("Group", ["Homeland Front"] * 5)),
            pair("b", karim, ("Coalition", ["Homeland Front"] * 2)),
            pair("c", karim, ("ArmedGroup", ["Homeland Front"])),
        ]
    )

    assert knowledge.entities_by_id()["homeland-front"].type == "Coalition"


@pytest.mark.parametrize("acronym", ["N.R.F.", "N-R-F", "NRF"])
def test_an_acronym_alone_is_not_its_own_home(acronym: str) -> None:
    karim: Said = ("Person", ["Karim Haddad"])
    lonely = pair("a", karim, ("ArmedGroup", [acronym]))

    assert len(ids(resolve([lonely]))) == 2
    assert len(ids(resolve([lonely, pair("b", karim, ("ArmedGroup", [acronym]))]))) == 2


def test_an_acronym_alone_joins_the_group_it_stands_for() -> None:
    karim: Said = ("Person", ["Karim Haddad"])
    knowledge = resolve(
        [
            pair("a", karim, ("ArmedGroup", ["Homeland Rescue Front", "HRF"])),
            pair("b", karim, ("ArmedGroup", ["HRF"])),
            pair("c", karim, ("ArmedGroup", ["XYZ"])),
        ]
    )

    assert ids(knowledge) == ["homeland-rescue-front", "karim-haddad", "xyz"]
    assert knowledge.entities[0].aliases == ("HRF",)


def test_an_acronym_of_two_groups_joins_neither() -> None:
    karim: Said = ("Person", ["Karim Haddad"])
    knowledge = resolve(
        [
            pair("a", karim, ("ArmedGroup", ["Homeland Rescue Front", "HRF"])),
            pair("b", karim, ("ArmedGroup", ["Highland Riders Force", "HRF"])),
            pair("c", karim, ("ArmedGroup", ["HRF"])),
        ]
    )

    assert "hrf" in ids(knowledge)


def test_unnamed_actors_never_merge_across_documents() -> None:
    fighters: Said = ("Person", ["forty fighters"])
    group: Said = ("ArmedGroup", ["Rock Battalion"])
    knowledge = resolve([pair("news/a.md", fighters, group), pair("news/b.md", fighters, group)])

    assert ids(knowledge) == [
        "news-a-md-forty-fighters",
        "news-b-md-forty-fighters",
        "rock-battalion",
    ]
    assert knowledge.entities[0].unnamed
    assert knowledge.entities[0].description == "forty fighters"


def test_two_unnamed_actors_of_one_description_stay_two() -> None:
    two = reading(
        "a",
        ("Person", ["forty fighters"]),
        ("Person", ["forty fighters"]),
        ("ArmedGroup", ["Rock Battalion"]),
        claims=[(0, "member-of", 2), (1, "member-of", 2)],
    )

    assert ids(resolve([two])) == ["a-forty-fighters", "a-forty-fighters-2", "rock-battalion"]


def test_the_most_frequent_spelling_is_the_name() -> None:
    karim: Said = ("Person", ["Karim Haddad"])
    knowledge = resolve(
        [
            pair("a", karim, ("ArmedGroup", ["Feilaq a-Rihan"])),
            pair("b", karim, ("ArmedGroup", ["Feilaq al-Rihan", "Feilaq al-Rihan"])),
        ]
    )

    assert knowledge.entities[0].name == "Feilaq al-Rihan"
    assert knowledge.entities[0].aliases == ("Feilaq a-Rihan",)


def test_only_entities_of_claims_are_kept() -> None:
    extra = reading(
        "a",
        ("Person", ["Karim Haddad"]),
        ("ArmedGroup", ["Rock Battalion"]),
        ("Town", ["Qasr"]),
        claims=[(0, "member-of", 1)],
    )

    assert ids(resolve([extra])) == ["karim-haddad", "rock-battalion"]


def test_a_name_that_cannot_be_spelt_has_an_id() -> None:
    knowledge = resolve([pair("a", ("Person", ["X" * 500]), ("ArmedGroup", ["\u2020\u2020 ?"]))])

    assert all(id and len(id) < 100 for id in ids(knowledge))
    assert len(knowledge.entities) == 2


def test_an_id_of_the_gazetteer_is_nobody_elses() -> None:
    place = pair("a", ("ArmedGroup", ["Rock Battalion"]), ("Place", ["Islamic State"]), "controls")

    assert "islamic-state" not in ids(resolve([place]))


def test_a_lost_claim_fails_loudly() -> None:
    one = pair("a", ("Person", ["Karim Haddad"]), ("ArmedGroup", ["Rock Battalion"]))

    with pytest.raises(CountError):
        resolve([one, one])
    with pytest.raises(CountError):
        resolve([replace(one, chains=one.chains[:1])])


NAME = st.sampled_from(
    [
        "Feilaq al-Homs",
        "Feilaq a-Homs",
        "Al Bab",
        "al-Bab",
        "Bab",
        "ISIS",
        "Daesh",
        "HRF",
        "it",
        "?",
    ]
)
KIND = st.sampled_from(["Person", "Group", "ArmedGroup", "Town", "Country", "Entity"])
SAID = st.tuples(KIND, st.lists(NAME, min_size=1, max_size=3))
RELATION = st.sampled_from(["member-of", "controls", "fought", "leads", "attacked"])


@given(st.lists(st.tuples(SAID, RELATION, SAID), max_size=8), st.randoms(use_true_random=False))
def test_order_changes_nothing_and_nothing_is_lost(
    rows: list[tuple[Said, str, Said]], shuffle: random.Random
) -> None:
    made = [pair(f"d{n}", one, other, rel) for n, (one, rel, other) in enumerate(rows)]
    knowledge = resolve(made)
    shuffle.shuffle(made)

    assert resolve(made) == knowledge
    assert len(knowledge.claims) == len(rows)
    assert len(set(ids(knowledge))) == len(knowledge.entities)
