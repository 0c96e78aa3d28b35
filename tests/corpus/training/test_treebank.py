from pathlib import Path

from allegiance.corpus.training.treebank import read_treebank

TREES = """\
# newdoc id = invented
# sent_id = invented-1
# text = Fighters of al-Fajr didn't stay.
1\tFighters\tfighter\tNOUN\tNNS\t_\t7\tnsubj\t_\t_
2\tof\tof\tADP\tIN\t_\t5\tcase\t_\t_
3\tal\tal\tPROPN\tNNP\t_\t5\tcompound\t_\tSpaceAfter=No
4\t-\t-\tPUNCT\tHYPH\t_\t5\tpunct\t_\tSpaceAfter=No
5\tFajr\tFajr\tPROPN\tNNP\t_\t1\tnmod\t_\t_
6-7\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
6\tdid\tdo\tAUX\tVBD\t_\t8\taux\t_\t_
7\tn't\tnot\tPART\tRB\t_\t8\tadvmod\t_\t_
8\tstay\tstay\tVERB\tVB\t_\t0\troot\t_\tSpaceAfter=No
9\t.\t.\tPUNCT\t.\t_\t8\tpunct\t_\t_

# sent_id = invented-2
# text = Why?
1\tWhy\twhy\tADV\tWRB\t_\t0\troot\t_\tSpaceAfter=No
2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t_\t_

"""
NAMES = """\
# sent_id = invented-1
1\tFighters\tO\t-\ta
2\tof\tO\t-\ta
3\tal\tB-ORG\t-\ta
4\t-\tI-ORG\t-\ta
5\tFajr\tI-ORG\t-\ta
6\tdid\tO\t-\ta
7\tn't\tB-OTH\t-\ta
8\tstay\tO\t-\ta
9\t.\tO\t-\ta
"""


def _file(folder: Path, name: str, content: str) -> Path:
    path = folder / name
    path.write_text(content, "utf-8")
    return path


def test_articles_are_joined_to_their_names(tmp_path: Path) -> None:
    first, second = read_treebank(_file(tmp_path, "a.conllu", TREES))
    assert first.words == ("Fighters", "of", "al-Fajr", "did", "n't", "stay", ".")
    assert first.upos == ("NOUN", "ADP", "PROPN", "AUX", "PART", "VERB", "PUNCT")
    assert first.heads == (5, 3, 1, 6, 6, 0, 6)
    assert first.relations == ("nsubj", "case", "nmod", "aux", "advmod", "root", "punct")
    assert second.words == ("Why", "?")
    assert second.heads == (0, 1)


def test_names_come_from_the_file_beside_it(tmp_path: Path) -> None:
    trees = _file(tmp_path, "a.conllu", TREES)
    first, second = read_treebank(trees, _file(tmp_path, "a.iob2", NAMES))
    assert first.tags == {"uner": ("O", "O", "B-ORG", "O", "O", "O", "O")}
    assert second.tags == {}, "no names were annotated in the second sentence"
