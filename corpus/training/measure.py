"""Every figure of the model card: ``python -m allegiance.corpus.training.measure --data DIR``.

The model that ships is measured on test sentences that it has not seen, through the reader's own
decoding. With ``--run``, the figures of ``yardsticks.py`` are added.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ..reader.reader import Reader
from .corpora import Folder
from .export import reader_folder
from .judging import judge
from .rawtext import raw_scores, read_documents
from .scores import span_score, tree_score


def main() -> None:
    """Parse the command line and print the figures."""
    parser = argparse.ArgumentParser(description="Measure the reader.")
    parser.add_argument("--data", type=Path, required=True, help="folder of the corpora")
    parser.add_argument("--model", type=Path, default=reader_folder())
    parser.add_argument("--run", type=Path, help="folder of yardsticks.json")
    options = parser.parse_args()
    for line in figures(Folder(options.data), options.model, options.run):
        print(line, flush=True)


def figures(folder: Folder, model: Path, run: Path | None) -> Iterator[str]:
    """Rows of the model card's tables."""
    version = json.loads((model / "model.json").read_text("utf-8"))["version"]
    yield f"model {version}"
    web = judge(model, folder.web("test"))
    trees = tree_score(web)
    yield f"| EWT test | {trees.upos:.1f} | {trees.uas:.1f} | {trees.las:.1f} |"
    trees = tree_score(judge(model, folder.varied("test")))
    yield f"| GUM test | {trees.upos:.1f} | {trees.uas:.1f} | {trees.las:.1f} |"
    names = span_score(web, "uner")
    labels = ", ".join(f"{label} {value:.1f}" for label, value in names.by_label.items())
    yield f"| UNER test | {names.micro:.1f} | {labels} |"
    raw = raw_scores(Reader(model), read_documents(folder.web_trees("test")))
    yield "| EWT test, raw text | " + " | ".join(f"{k} {v:.1f}" for k, v in raw.items()) + " |"
    if run:
        yardsticks = json.loads((run / "yardsticks.json").read_text("utf-8"))
        yield from (_yardstick(name, figure) for name, figure in yardsticks.items())


def _yardstick(name: str, figure: dict[str, Any]) -> str:
    labels = ", ".join(f"{label} {f} ({count})" for label, (f, count) in figure["labels"].items())
    return f"| re3d {name} | micro {figure['micro']} | macro {figure['macro']} | {labels} |"


if __name__ == "__main__":
    main()
