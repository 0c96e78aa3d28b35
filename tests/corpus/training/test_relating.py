"""The relation model on a made article: needs the extra ``train``."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from allegiance.corpus.relations.pairs import Steps
from tests.corpus.training.test_annotations import COLUMNS, learnt

torch = pytest.importorskip("torch")
pytest.importorskip("onnx")
pytest.importorskip("safetensors")


def test_a_batch_is_its_sentences() -> None:
    from allegiance.corpus.training.relating import collate

    first, second = learnt()
    assert collate([second]) is None
    collated = collate([second, first, first])
    assert collated is not None and first.related is not None
    mask, look, answers = collated
    pairs = len(first.related.wanted)
    assert mask.sum().item() == 2 * len(first.kinds) + len(second.kinds)
    assert look.sentences.tolist() == [1] * pairs + [2] * pairs
    assert answers.count == 2 * len(np.unique(first.related.pairs.chains, axis=0))


def test_what_the_ontology_forbids_is_never_likely() -> None:
    from allegiance.corpus.training.relating import NEVER, best_of_groups, collate

    first, _ = learnt()
    assert first.related is not None
    none = replace(first.related, allowed=np.zeros_like(first.related.allowed))
    collated = collate([replace(first, related=none)])
    assert collated is not None
    best, stated = best_of_groups(torch.ones(len(none.wanted), len(COLUMNS)), collated[2])
    assert (best == NEVER).all() and not stated.any()


def test_the_graph_says_what_the_model_says(tmp_path: Path) -> None:
    from allegiance.corpus.reader.reader import load_reader
    from allegiance.corpus.relations.model import RelationModel
    from allegiance.corpus.training.relating import Relating, collate
    from allegiance.corpus.training.relation_graph import write_relation_model

    steps = Steps.numbered(load_reader().relations)
    first, _ = learnt()
    assert first.related is not None
    torch.manual_seed(1)
    model = Relating(steps).eval()
    with pytest.warns():
        write_relation_model(model, steps, 0.4, 0.1, (1.0, 0.0), tmp_path)
    collated = collate([first])
    assert collated is not None
    vectors = first.vectors.astype(np.float32)
    with torch.no_grad():
        scores, _, attention = model(torch.from_numpy(vectors)[None], *collated[:2])
    verdict = RelationModel(tmp_path).judge(vectors, first.related.pairs, first.related.said)
    np.testing.assert_allclose(verdict.likely, scores.sigmoid().numpy(), atol=1e-5)
    np.testing.assert_allclose(verdict.attention, attention.numpy(), atol=1e-5)
