from pathlib import Path

import pytest

from allegiance.corpus.evaluation.scores import Share, Tally

from .__main__ import PARTS, main, narrative_rows, share_row, tally_row

NARRATIVE = """<TimeML><DCT><TIMEX3 value="2010-05-01">2010-05-01</TIMEX3></DCT>
<TEXT>The Salt War began in <TIMEX3 value="1811-05">May 1811</TIMEX3>.</TEXT></TimeML>"""


def test_what_is_not_at_hand_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["yardsticks", "--data", str(tmp_path)])

    main()

    said = capsys.readouterr().out.split("\n\n")
    assert said[:-1] == [f"skipped: {tmp_path / name} is not there" for name in PARTS]


def test_rows_of_narratives(tmp_path: Path) -> None:
    for name in ("first", "second"):
        (tmp_path / f"{name}.tml").write_text(NARRATIVE, "utf-8")

    rows = list(narrative_rows(tmp_path))

    assert rows[1] == ("all: mentions that overlap", "2", "2", "2", "1.000", "1.000", "1.000")
    assert rows[5] == ("unread: mentions that overlap", "1", "1", "1", "1.000", "1.000", "1.000")
    assert len(set(map(len, rows))) == 1


def test_nothing_to_measure_is_no_zero() -> None:
    assert tally_row("", Tally(0, 0, 0, 0))[4:] == ("-", "-", "-")
    assert tally_row("", Tally(0, 1, 0, 0))[4:] == ("0.000", "-", "0.000")
    assert share_row("", Share(0, 0)) == ("", "0", "", "0", "-", "", "")
