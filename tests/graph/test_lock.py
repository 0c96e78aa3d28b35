from pathlib import Path

import pytest

from allegiance.graph.errors import LockedError
from allegiance.graph.lock import hold


def test_one_holds_at_a_time(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    with hold(path), pytest.raises(LockedError, match="another build is at work here"), hold(path):
        pass
    with hold(path):
        pass


def test_a_file_that_was_left_behind_locks_nobody_out(tmp_path: Path) -> None:
    path = tmp_path / ".lock"
    path.write_text("4711", encoding="utf-8")

    with hold(path):
        pass
