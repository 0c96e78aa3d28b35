"""``graph.html``: the graph as one page that opens offline, each edge clickable to its sentence.

The page is a pyvis network rendered by our own template. It carries all that it needs: the drawing
library comes from the installed pyvis package, and a content security policy forbids every request
and every script but those written here. The same graph gives the same bytes.
"""

import json
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256
from math import sqrt
from pathlib import Path
from typing import Any

import pyvis
from jinja2 import ChoiceLoader, Environment, FileSystemLoader
from markupsafe import Markup
from pyvis.network import Network

from ..ontology.folding import fold
from ..ontology.vocabulary import Vocabulary, load
from .entity import Entity
from .figure import Edge, count_claims, gather_edges, largest, neighbourhood
from .knowledge import Knowledge
from .look import TEMPLATES, Look, load_look
from .pagedata import Selection, known_type, page_data
from .placement import place

TITLE = "Who stands with whom, and who says so"
OPENING = 60
"""A graph of more entities opens on its largest allegiances."""
LIMIT = 2500
"""More entities than a page draws at ease: those with fewest claims are left out."""

_PYVIS = Path(pyvis.__file__).parent / "templates"
_DRAWING_LIBRARY = "lib/vis-9.1.2/vis-network.min.js"
_SCRIPTS = (
    "text.js",
    "picture.js",
    "labels.js",
    "evidence.js",
    "panel.js",
    "filters.js",
    "search.js",
    "table.js",
    "start.js",
)
_STYLES = ("page.css", "panel.css", "print.css")


def write_page(
    knowledge: Knowledge,
    path: Path,
    *,
    title: str = TITLE,
    focus: str | None = None,
    hops: int = 1,
) -> None:
    """Writes the page of a graph, or of what lies at most ``hops`` edges from one entity.

    ``focus`` is an entity's id or one of its names; raises KeyError where no entity has it.
    """
    page = render_page(knowledge, title=title, focus=focus, hops=hops)
    # Half a surrogate pair in an article cannot be written; one question mark keeps the offsets.
    Path(path).write_bytes(page.encode("utf-8", "replace"))


def render_page(
    knowledge: Knowledge, *, title: str = TITLE, focus: str | None = None, hops: int = 1
) -> str:
    """The page as a string: what :func:`write_page` writes."""
    vocabulary, look = load(), load_look()
    selection = select(knowledge, vocabulary, look, focus, hops)
    network = draw(selection, knowledge, vocabulary, look)
    network.path = "page.html"
    network.templateEnv = _environment()
    network.templateEnv.globals.update(
        title=title,
        standfirst=_standfirst(knowledge, selection),
        data=_json(page_data(knowledge, selection, vocabulary, look)),
        **_assets(),
    )
    return str(network.generate_html())


def find_entity(entities: Iterable[Entity], name: str) -> str:
    """The id of the entity with this id, name or alias; raises KeyError where none has it."""
    rows = tuple(entities)
    wanted = fold(name)
    for names in (_ids, _names, _all_names):
        for entity in rows:
            if name in names(entity) or wanted in map(fold, names(entity)):
                return entity.id
    raise KeyError(name)


def _ids(entity: Entity) -> tuple[str, ...]:
    return (entity.id,)


def _names(entity: Entity) -> tuple[str, ...]:
    return (entity.name,)


def _all_names(entity: Entity) -> tuple[str, ...]:
    return (entity.name, *entity.aliases)


def select(
    knowledge: Knowledge, vocabulary: Vocabulary, look: Look, focus: str | None, hops: int
) -> Selection:
    """What the page shows: all, or the neighbourhood of ``focus``, as far as a page can draw it."""
    symmetric = frozenset(r.id for r in vocabulary.relations.values() if r.symmetric)
    edges = gather_edges(knowledge.claims, symmetric)
    centre = find_entity(knowledge.entities, focus) if focus is not None else None
    within = neighbourhood(edges, centre, hops) if centre else {e.id for e in knowledge.entities}
    counts = count_claims(knowledge.claims)
    ranked = sorted(within, key=lambda one: (one != centre, -counts[one], one))
    kept = frozenset(ranked[:LIMIT])
    shown = tuple(e for e in edges if e.subject in kept and e.object in kept)
    entities = tuple(e for e in knowledge.entities if e.id in kept)
    families = look.allegiance(r.family for r in vocabulary.relations.values())
    joining = tuple(e for e in shown if vocabulary.relations[e.relation].family in families)
    main = largest(joining, OPENING) if len(kept) > OPENING and centre is None else frozenset()
    return Selection(entities, shown, main or kept, centre, len(ranked) - len(kept))


def draw(selection: Selection, knowledge: Knowledge, vocabulary: Vocabulary, look: Look) -> Network:
    """The pyvis network of a selection: nodes are rows of ``selection.entities``, placed.

    A node's ``x`` and ``y`` are its place among all, ``home`` its place in the opening view.
    """
    network = Network(directed=True, height="100%", width="100%")
    network.set_options(json.dumps({"physics": {"enabled": False}}))
    counts = count_claims(knowledge.claims)
    widths = {e.id: min(max(len(e.name), 6), 24) * 7.0 for e in selection.entities}
    spots = place(widths, selection.edges, widths)
    homes = place(selection.main, selection.edges, widths)
    row_of = {entity.id: row for row, entity in enumerate(selection.entities)}
    for entity in selection.entities:
        kind = vocabulary.types[known_type(entity, vocabulary)]
        x, y = spots[entity.id]
        network.add_node(
            row_of[entity.id],
            label=entity.name or entity.id,
            shape=kind.shape,
            color=kind.colour,
            size=round(min(9 + 3.4 * sqrt(counts[entity.id]), 34), 1),
            x=x,
            y=y,
            home=homes.get(entity.id),
        )
    for edge in selection.edges:
        network.add_edge(row_of[edge.subject], row_of[edge.object], **_line(edge, vocabulary, look))
    return network


def _line(edge: Edge, vocabulary: Vocabulary, look: Look) -> dict[str, Any]:
    relation = vocabulary.relations[edge.relation]
    status = look.status(edge.status)
    return {
        "color": relation.colour,
        "opacity": status.opacity,
        "dashes": list(status.dashes),
        "cross": status.cross,
        "arrows": "" if relation.symmetric else "to",
        "width": round(min(1.4 + 0.5 * (len(edge.claims) - 1), 4.5), 1),
        "bend": edge.bend,
    }


def _standfirst(knowledge: Knowledge, selection: Selection) -> str:
    claims = sum(len(edge.claims) for edge in selection.edges)
    articles = len({p.document for c in knowledge.claims for p in c.evidence})
    return (
        f"{_number(articles, 'article')} {'makes' if articles == 1 else 'make'} "
        f"{_number(claims, 'claim')} about {_number(len(selection.entities), 'name')}. "
        "Choose a line or a symbol to read the sentences it rests on, and who says so."
    )


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"


def _environment() -> Environment:
    loader = ChoiceLoader([FileSystemLoader(TEMPLATES), FileSystemLoader(_PYVIS)])
    return Environment(loader=loader, autoescape=True, keep_trailing_newline=True)


def _json(value: object) -> Markup:
    """JSON that may stand in a script element: no ``<`` can end or comment it out."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("<", "\\u003c"))


def _assets() -> Mapping[str, Markup | str]:
    """Style and scripts, and the policy that names them by their hashes and forbids the rest."""
    library = (_PYVIS / _DRAWING_LIBRARY).read_text(encoding="utf-8")
    own = "\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in _SCRIPTS)
    style = "\n".join((TEMPLATES / name).read_text(encoding="utf-8") for name in _STYLES)
    scripts = {"library": library, "script": f'(() => {{\n"use strict";\n{own}}})();\n'}
    hashes = " ".join(_hash(text) for text in scripts.values())
    policy = (
        f"default-src 'none'; script-src {hashes}; style-src {_hash(style)}; img-src data:; "
        "connect-src 'none'; base-uri 'none'; form-action 'none'"
    )
    parts = {name: Markup(text) for name, text in {**scripts, "style": style}.items()}
    return {**parts, "policy": policy}


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
