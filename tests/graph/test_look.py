from typing import get_args

from allegiance.corpus.claim import Status
from allegiance.graph.look import load_look
from allegiance.ontology.vocabulary import load


def test_every_status_has_a_look_and_no_two_look_alike() -> None:
    looks = load_look().statuses

    assert {look.id for look in looks} == set(get_args(Status))
    assert len({(look.dashes, look.cross) for look in looks}) == len(looks)


def test_every_family_of_the_ontology_has_a_heading() -> None:
    named = {family for heading in load_look().families for family in heading.of}

    assert {relation.family for relation in load().relations.values()} == named


def test_an_unknown_family_falls_under_the_last_heading() -> None:
    assert load_look().family("unheard-of") == load_look().families[-1]
