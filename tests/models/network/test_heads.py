import pytest
import torch

from models.network.features import pair_features
from models.network.heads import PairScorer, SpanReader, WordReader, classifier
from models.text.words import split_words

WORDS = split_words("Rebels bombed the market. POLICE fled. police stayed.")
SPANS = [(0, 0), (2, 3), (5, 6)]


@pytest.fixture(autouse=True)
def seed():
    torch.manual_seed(0)


def test_words_keep_their_number_and_width():
    read_LD = WordReader(hidden=8, dropout=0.0)(torch.randn(len(WORDS), 8), WORDS)
    assert read_LD.shape == (len(WORDS), 8)


def test_words_of_one_vector_differ_by_case_and_sentence():
    read_LD = WordReader(hidden=8, dropout=0.0)(torch.ones(len(WORDS), 8), WORDS)
    assert not torch.allclose(read_LD[5], read_LD[6])
    assert not torch.allclose(read_LD[1], read_LD[8])
    torch.testing.assert_close(read_LD[1], read_LD[2])


@pytest.fixture
def spans():
    return SpanReader(hidden=8, span=6, labels=7, dropout=0.0)


@pytest.mark.parametrize("count", [0, 1, 3])
def test_one_vector_per_span(spans, count):
    label_N = torch.zeros(count, dtype=torch.long)
    assert spans(torch.randn(len(WORDS), 8), SPANS[:count], label_N).shape == (count, 6)


def test_a_span_is_read_by_its_own_words_and_its_layer(spans):
    word_LD = torch.randn(len(WORDS), 8)
    first, same, layer, other = spans(word_LD, [(0, 1), (0, 1), (0, 1), (2, 3)], torch.tensor([0, 0, 1, 0]))
    torch.testing.assert_close(first, same)
    assert not torch.allclose(first, layer)
    assert not torch.allclose(first, other)


@pytest.mark.parametrize(("left", "right"), [(3, 2), (1, 0)])
def test_every_left_span_is_scored_against_every_right_one(left, right):
    scorer = PairScorer(span=6, pair=5, product=4, outputs=9, dropout=0.0)
    seen = pair_features(WORDS, SPANS[:left], SPANS[:right], triggers=SPANS[:1])
    assert scorer(torch.randn(left, 6), torch.randn(right, 6), seen).shape == (left, right, 9)


def test_pairs_that_are_scored_in_turn_have_the_same_scores(monkeypatch):
    scorer = PairScorer(span=6, pair=5, product=4, outputs=2, dropout=0.0)
    seen = pair_features(WORDS, SPANS, SPANS, triggers=SPANS[:1])
    left_PX, right_QX = torch.randn(len(SPANS), 6), torch.randn(len(SPANS), 6)
    at_once = scorer(left_PX, right_QX, seen)
    monkeypatch.setattr("models.network.heads._PAIRS_AT_ONCE", len(SPANS))
    torch.testing.assert_close(scorer(left_PX, right_QX, seen), at_once)


def test_a_pair_s_place_in_the_article_counts():
    scorer = PairScorer(span=6, pair=5, product=4, outputs=1, dropout=0.0)
    seen = pair_features(WORDS, SPANS[:1], SPANS[1:], triggers=SPANS[:1])
    near, far = scorer(torch.ones(1, 6), torch.ones(2, 6), seen)[0]
    assert not torch.allclose(near, far)


def test_a_classifier_scores_every_class():
    assert classifier(width=6, outputs=4, dropout=0.0)(torch.randn(2, 6)).shape == (2, 4)
