"""Put a trained network into the reader: ``python -m allegiance.corpus.training.export FILE``.

Each file is written beside its place and then moved there, ``model.json`` last, so a reader that
loads meanwhile finds whole files.
"""

import argparse
import json
from copy import deepcopy
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from tempfile import TemporaryDirectory

from .base import HASH, PACKAGE, base_subwords
from .graphs import write_graphs
from .labels import Labels
from .network import Network
from .training import load_network

GRAPHS = ("model.onnx", "labels.onnx")
VOCABULARY = "vocabulary.txt"
CONFIGURATION = "model.json"


def main() -> None:
    """Parse the command line and export."""
    parser = argparse.ArgumentParser(description="Put a trained network into the reader.")
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--into", type=Path, default=reader_folder())
    options = parser.parse_args()
    subwords = base_subwords()
    network, labels = load_network(options.checkpoint, len(subwords))
    print(export(network, labels, subwords, options.into))


def export(network: Network, labels: Labels, subwords: list[str], folder: Path) -> str:
    """Write the reader's model files into ``folder``; gives the version they name.

    The network itself stays as it is, ready to be trained on.
    """
    network = deepcopy(network)
    with TemporaryDirectory(dir=folder, prefix=".export-") as name:
        made = Path(name)
        write_graphs(network, *(made / graph for graph in GRAPHS))
        (made / VOCABULARY).write_text("\n".join(subwords) + "\n", "utf-8")
        version = _hash([made / graph for graph in (*GRAPHS, VOCABULARY)])[:12]
        configuration = {
            "version": version,
            "base": {"package": PACKAGE, "sha256": HASH},
            "vocabulary": _hash([made / VOCABULARY]),
            **labels.to_dict(),
        }
        text = json.dumps(configuration, indent=1) + "\n"
        (made / CONFIGURATION).write_text(text, "utf-8")
        for file in (*GRAPHS, VOCABULARY, CONFIGURATION):
            (made / file).replace(folder / file)
    return version


def _hash(paths: list[Path]) -> str:
    return sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


def reader_folder() -> Path:
    """Where the reader's own model lies."""
    return Path(str(files("allegiance.corpus.reader")))


if __name__ == "__main__":
    main()
