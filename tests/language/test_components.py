"""The quicker steps say word for word what spaCy's own say."""

from __future__ import annotations

import pytest

from timeline.language import Parser

TEXTS = (
    "Pilar Ortega flew from Lisbon to Nairobi on 3 May 2019, the Red Cross said.",
    "She ain't going; they're gonna lose, so let's leave. I gotta run.",
    "Its own envoy, who'd been there once, hasn't met theirs yet.",
    "Lima",
    "   ",
    "",
)


@pytest.fixture(scope="module")
def pipeline():
    return Parser.load()._nlp


@pytest.fixture(scope="module")
def stock(pipeline):
    """The same pipeline with spaCy's own steps in their places."""
    import spacy

    nlp = spacy.load(pipeline.meta["lang"] + "_" + pipeline.meta["name"])
    nlp.add_pipe("timeline_sentence_bounds", before="parser")
    return nlp


def _read(docs):
    return [
        [
            (
                t.text,
                t.pos_,
                t.tag_,
                str(t.morph),
                t.lemma_,
                t.dep_,
                t.head.i,
                t.ent_type_,
                t.ent_iob_,
            )
            for t in doc
        ]
        for doc in docs
    ]


def test_they_take_the_places_of_spacys_own(pipeline):
    assert {"timeline_ner", "timeline_attribute_ruler"} <= set(pipeline.pipe_names)
    assert not {"ner", "attribute_ruler"} & set(pipeline.pipe_names)
    assert pipeline.pipe_names.index("timeline_attribute_ruler") < pipeline.pipe_names.index(
        "lemmatizer"
    )


def test_all_texts_are_read_alike(pipeline, stock):
    expected = _read(stock.pipe(TEXTS))
    assert any(token[7] for doc in expected for token in doc)  # there are names to find
    assert _read(pipeline.pipe(TEXTS)) == expected
    assert _read(pipeline.pipe(TEXTS, batch_size=2)) == expected
    assert _read(pipeline(text) for text in TEXTS) == expected


def test_a_word_is_read_alike_again_when_it_is_remembered(pipeline, stock):
    texts = ["He ain't here.", "He ain't there.", "She had had it.", "She had had it."]
    assert _read(pipeline.pipe(texts)) == _read(stock.pipe(texts))
