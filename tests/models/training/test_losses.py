import pytest
import torch
import torch.nn.functional as F

from models import schema
from models.network import network as net
from models.network.network import Scores
from models.text.windows import WindowConfig, cut_windows
from models.text.words import split_words
from models.training.losses import WEIGHTS, article_losses, items
from models.training.targets import Example, build_targets
from tests.models.training.articles import BOMBING, RAID, TEXT

SURE = 20.0


def example(tokenizer, *events):
    words = split_words(TEXT)
    return Example(
        id="own",
        words=words,
        windows=cut_windows(words, tokenizer=tokenizer, config=WindowConfig()),
        targets=build_targets({"events": list(events), "published_at": "2024-03-14"}, words),
    )


class Perfect:
    """Says what is annotated, and is sure of it."""

    def __init__(self, gold):
        self._gold = gold

    def tag(self, word_LD):
        return SURE * F.one_hot(self._gold.tags_KL, 3).float()

    def score(self, word_LD, words, triggers, mentions):
        gold, event_T = self._gold, self._gold.trigger_ET.argmax(0)
        assert (tuple(triggers), tuple(mentions)) == (gold.triggers, gold.mentions)
        return Scores(
            valid_T=torch.full((len(triggers),), SURE),
            type_TY=classes(gold.type_E, len(schema.ATTACK_TYPES))[event_T],
            status_TS=classes(gold.status_E, len(schema.STATUSES))[event_T],
            salience_TA=classes(gold.salience_E, len(schema.SALIENCES))[event_T],
            series_T=sure(gold.series_E)[event_T],
            kind_MK=classes(gold.kind_M, len(schema.TARGET_KINDS)),
            link_TMC=self._links()[event_T],
            same_event_TT=sure(gold.trigger_ET.T @ gold.trigger_ET),
            same_entity_MM=sure(gold.same_entity_MM),
        )

    def _links(self):
        gold = self._gold
        link_EMC = torch.zeros(*gold.link_EM.shape, net.CHANNELS)
        link_EMC[..., net.LINK] = sure(gold.link_EM)
        link_EMC[..., net.TOLL_LINKS] = sure(gold.toll_EMC)
        link_EMC[..., net.PRIMARY] = sure(gold.primary_EM)
        link_EMC[..., net.ATTRIBUTION] = classes(gold.attribution_EM, len(schema.ATTRIBUTIONS))
        link_EMC[..., net.TOTAL] = sure((gold.total_EM == 1).float())
        return link_EMC


def sure(truth):
    return SURE * (2 * truth - 1)


def classes(numbers, count):
    return SURE * F.one_hot(numbers.clamp(min=0), count).float()


def losses_of(network, made):
    return article_losses(network, network.encode([(made.words, made.windows)])[0], made)


def test_every_term_has_a_weight_and_is_finite(network, tokenizer):
    losses = losses_of(network, example(tokenizer, BOMBING, RAID))
    assert losses.keys() == WEIGHTS.keys()
    assert all(value.isfinite() for value in losses.values())


def test_a_perfect_prediction_has_no_loss(tokenizer):
    made = example(tokenizer, BOMBING, RAID)
    losses = article_losses(Perfect(made.targets), torch.zeros(len(made.words), 1), made)
    assert losses.keys() == WEIGHTS.keys()
    assert all(value < 1e-3 for value in losses.values()), losses


def test_an_article_without_attacks_teaches_what_is_none(network, tokenizer):
    losses = losses_of(network, example(tokenizer))
    assert losses["tags"] > 0
    assert items(example(tokenizer)) == 1


def test_all_trained_weights_are_reached(network, tokenizer):
    losses = losses_of(network, example(tokenizer, BOMBING, RAID))
    sum(losses.values()).backward()
    unreached = [n for n, p in network.named_parameters() if p.requires_grad and p.grad is None]
    assert unreached == []


def test_training_on_one_article_lowers_its_loss(network, tokenizer):
    made = example(tokenizer, BOMBING, RAID)
    optimizer = torch.optim.Adam([p for p in network.parameters() if p.requires_grad], lr=3e-3)
    values = []
    for _ in range(25):
        total = sum(losses_of(network, made).values())
        optimizer.zero_grad()
        total.backward()
        optimizer.step()
        values.append(total.item())
    assert values[-1] < 0.3 * values[0]


def test_items_count_annotated_spans(tokenizer):
    made = example(tokenizer, BOMBING)
    assert items(made) == len(made.targets.triggers) + len(made.targets.mentions) == pytest.approx(8)
