from tests.corpus.trees import parse, read


def test_offsets_point_into_the_text() -> None:
    document, sentences = read(
        "The_DET_2_det band_NOUN_3_nsubj left_VERB_0_root ~._PUNCT_3_punct | aside 2:LB",
        "It_PRON_2_nsubj fled_VERB_0_root | paragraph",
    )
    assert document.text == "The band (LB) left.\n\nIt fled"
    for sentence in sentences:
        for token in sentence.tokens:
            assert document.text[token.start : token.end] == token.text
    aside = sentences[0].asides[0]
    assert document.text[aside.start : aside.end] == "LB"
    assert [s.paragraph for s in sentences] == [0, 1]


def test_annotations_and_lemmas() -> None:
    sentence = parse("Ali_PROPN_2_nsubj left_VERB_0_root men/man_NOUN_2_obj | names 1-1:PER")
    assert [t.lemma for t in sentence.tokens] == ["Ali", "leave", "man"]
    assert sentence.names[0].label == "PER"
    assert sentence.root == 1
