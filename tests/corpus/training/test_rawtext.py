from pathlib import Path

from allegiance.corpus.reader.reader import load_reader
from allegiance.corpus.training.rawtext import Word, raw_scores, read_documents

TREES = """\
# newdoc id = one
# newpar
# sent_id = one-1
# text = They left al-Bab.
1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_
2\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
3\tal\tal\tPROPN\tNNP\t_\t5\tcompound\t_\tSpaceAfter=No
4\t-\t-\tPUNCT\tHYPH\t_\t5\tpunct\t_\tSpaceAfter=No
5\tBab\tBab\tPROPN\tNNP\t_\t2\tobj\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

# sent_id = one-2
# text = Why?
1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\tSpaceAfter=No
2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_

# newdoc id = two
# newpar
# sent_id = two-1
# text = Nobody knows.
1\tNobody\tnobody\tPRON\tNN\t_\t2\tnsubj\t_\t_
2\tknows\tknow\tVERB\tVBZ\t_\t0\troot\t_\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""


def _write(folder: Path) -> Path:
    path = folder / "a.conllu"
    path.write_text(TREES, "utf-8")
    return path


def test_words_stand_where_the_text_has_them(tmp_path: Path) -> None:
    first, second = read_documents(_write(tmp_path))
    assert first.text.strip() == "They left al-Bab. Why?"
    start = first.text.index("al-Bab")
    verb = first.text.index("left")
    word = first.words[start, start + len("al-Bab")]
    assert word == Word("PROPN", (verb, verb + 4), "obj")
    assert len(first.sentences) == 2
    assert second.text.strip() == "Nobody knows."


def test_the_reader_reads_an_easy_text_as_the_treebank_does(tmp_path: Path) -> None:
    scores = raw_scores(load_reader(), read_documents(_write(tmp_path)))
    assert scores["sentences"] == scores["words"] == 100
    assert scores["las"] > 70
