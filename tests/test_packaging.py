"""The wheel ships what stands in the rooms, and nothing that is for the repository only."""

import tomllib
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
ROOMS = ("corpus", "graph", "ontology")
REPOSITORY_ONLY = (Path("corpus/annotated"), Path("corpus/training"))


def setuptools_table() -> dict[str, Any]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    table: dict[str, Any] = project["tool"]["setuptools"]
    return table


def shipped_paths() -> list[Path]:
    """Every path in the rooms that belongs into the wheel, relative to the root."""
    found = [path.relative_to(ROOT) for room in ROOMS for path in (ROOT / room).rglob("*")]
    return sorted(
        path
        for path in found
        if "__pycache__" not in path.parts
        and not any(path.is_relative_to(folder) for folder in REPOSITORY_ONLY)
    )


def test_packages_are_the_folders_with_code() -> None:
    folders = {path.parent for path in shipped_paths() if path.name == "__init__.py"}
    expected = {".".join(("allegiance", *folder.parts)) for folder in folders} | {"allegiance"}

    assert set(setuptools_table()["packages"]) == expected


def test_import_names_lead_to_the_rooms() -> None:
    for package, folder in setuptools_table()["package-dir"].items():
        assert (ROOT / folder / "__init__.py").is_file()
        assert package.endswith(folder.replace("/", "."))


def test_every_data_file_is_shipped() -> None:
    table = setuptools_table()
    matched = {
        path.relative_to(ROOT)
        for package, patterns in table["package-data"].items()
        for pattern in patterns
        for path in (ROOT / table["package-dir"][package]).glob(pattern)
    }
    data = {path for path in shipped_paths() if (ROOT / path).is_file() and path.suffix != ".py"}

    assert data - matched == set()
