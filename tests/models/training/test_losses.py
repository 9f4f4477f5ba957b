import pytest
import torch

from models.text.windows import WindowConfig, cut_windows
from models.text.words import split_words
from models.training.losses import WEIGHTS, article_losses, items
from models.training.targets import Example, build_targets
from tests.models.training.articles import BOMBING, RAID, TEXT


def example(tokenizer, *events):
    words = split_words(TEXT)
    return Example(
        id="own",
        words=words,
        windows=cut_windows(words, tokenizer=tokenizer, config=WindowConfig()),
        targets=build_targets({"events": list(events)}, words),
    )


def losses_of(network, made):
    return article_losses(network, network.encode([(made.words, made.windows)])[0], made)


def test_every_term_has_a_weight_and_is_finite(network, tokenizer):
    losses = losses_of(network, example(tokenizer, BOMBING, RAID))
    assert losses.keys() == WEIGHTS.keys()
    assert all(value.isfinite() for value in losses.values())


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
