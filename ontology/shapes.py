"""The shapes that a graph must keep: ``shapes.ttl``, and two a relation for its two ends."""

from functools import cache
from pathlib import Path

from .vocabulary import NAMESPACE, UNDECIDED, RelationType, Vocabulary, load

_FILE = Path(__file__).with_name("shapes.ttl")
_SHAPES = "https://w3id.org/allegiance/shapes#"
_HEAD = f"""
@prefix al: <{NAMESPACE}> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <{_SHAPES}> .
"""


@cache
def load_shapes() -> str:
    """All shapes as Turtle: those of the file, and those that the vocabulary declares."""
    return _FILE.read_text(encoding="utf-8") + relation_shapes(load())


def relation_shapes(vocabulary: Vocabulary) -> str:
    """Shapes, in Turtle, that hold both ends of every direct triple to what its relation takes.

    An entity whose kind is undecided may stand at either end of any relation.
    """
    return _HEAD + "".join(_relation_shapes(r, vocabulary) for r in vocabulary.relations.values())


def _relation_shapes(relation: RelationType, vocabulary: Vocabulary) -> str:
    ends = (
        ("Subject", "targetSubjectsOf", relation.domain),
        ("Object", "targetObjectsOf", relation.range),
    )
    return "".join(
        f"\nshape:{relation.property}{end} a sh:NodeShape ;\n"
        f"    sh:{target} al:{relation.property} ;\n"
        f"    sh:property [ sh:path al:kind ; sh:in ( {_kinds(accepted, vocabulary)} ) ;\n"
        f'        sh:message "{relation.id}: its {end.lower()} is not one of the types that the'
        f' relation takes: {", ".join(sorted(accepted))}" ] .\n'
        for end, target, accepted in ends
    )


def _kinds(accepted: frozenset[str], vocabulary: Vocabulary) -> str:
    kinds = [t for t in vocabulary.types if t == UNDECIDED or vocabulary.is_any(t, accepted)]
    return " ".join(f'"{kind}"' for kind in kinds)
