import pytest
import torch

from models import schema
from models.network import network as net
from models.network.network import Mention, pool_triggers
from models.text.windows import WindowConfig, cut_windows
from models.text.words import split_words

SHORT, LONG = "Rebels bombed the market.", "The bomb killed the rebels , the market was the bomb . " * 8
TRIGGERS = [(1, 1), (3, 3)]
MENTIONS = [Mention(layer=schema.ATTACKER, first=0, last=0), Mention(layer=schema.TARGET, first=2, last=3)]


@pytest.fixture
def read(tokenizer):
    def cut(text):
        words = split_words(text)
        return words, cut_windows(words, tokenizer=tokenizer, config=WindowConfig())

    return cut


def test_batch_mates_and_padding_do_not_change_an_article(network, read):
    with torch.no_grad():
        alone = network.encode([read(SHORT)])[0]
        together = network.encode([read(LONG), read(SHORT)])[1]
    torch.testing.assert_close(together, alone, atol=1e-5, rtol=1e-4)


def test_tags_are_one_decision_per_layer_and_word(network, read):
    word_LD = network.encode([read(SHORT)])[0]
    assert network.tag(word_LD).shape == (len(schema.LAYERS), len(split_words(SHORT)), 3)


def test_scores_cover_every_trigger_and_pair(network, read):
    words, windows = read(SHORT)
    scores = network.score(network.encode([(words, windows)])[0], words, TRIGGERS, MENTIONS)
    assert scores.type_TY.shape == (2, len(schema.ATTACK_TYPES))
    assert scores.kind_MK.shape == (2, len(schema.TARGET_KINDS))
    assert scores.link_TMC.shape == (2, 2, net.CHANNELS)
    assert scores.valid_T.shape == scores.series_T.shape == (2,)


def test_sameness_has_no_direction(network, read):
    words, windows = read(SHORT)
    scores = network.score(network.encode([(words, windows)])[0], words, TRIGGERS, MENTIONS)
    torch.testing.assert_close(scores.same_event_TT, scores.same_event_TT.T)
    torch.testing.assert_close(scores.same_entity_MM, scores.same_entity_MM.T)


def test_the_upper_case_of_a_word_is_seen(network, read):
    with torch.no_grad():
        lower, upper = (network.encode([read(text)])[0] for text in ("the bomb", "the BOMB"))
    assert not torch.allclose(lower[1], upper[1])


def test_pooling_lies_between_mean_and_maximum_and_within_the_event():
    logits_TN = torch.tensor([[0.0, -1.0], [4.0, -1.0], [99.0, 99.0]])
    member_ET = torch.tensor([[1.0, 1.0, 0.0]])
    pooled_EN = pool_triggers(logits_TN, member_ET)
    assert 2.0 < pooled_EN[0, 0] <= 4.0
    assert pooled_EN[0, 1] == pytest.approx(-1.0)
