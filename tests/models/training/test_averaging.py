import torch

from models.training.averaging import WeightAverage


def test_the_average_follows_the_weights(network):
    average = WeightAverage(network, decay=0.5)
    before = average.network.tags.bias.clone()
    with torch.no_grad():
        network.tags.bias.add_(1.0)
    average.update(network)
    moved = average.network.tags.bias - before
    assert torch.all((moved > 0) & (moved < 1))


def test_a_saved_average_goes_on_where_it_was(network):
    average, restored = WeightAverage(network, decay=0.9), WeightAverage(network, decay=0.9)
    average.update(network)
    restored.load_state_dict(average.state_dict())
    with torch.no_grad():
        network.tags.bias.add_(1.0)
    average.update(network)
    restored.update(network)
    torch.testing.assert_close(restored.network.tags.bias, average.network.tags.bias)
