"""Our attention must be MPNet's own: same weights, same output as `transformers`."""

from pathlib import Path

import pytest
import torch
from transformers import MPNetConfig, MPNetModel

from models.network.encoder import build_encoder, load_pretrained

CONFIG = MPNetConfig(
    vocab_size=50, hidden_size=32, num_hidden_layers=2, num_attention_heads=4, intermediate_size=48
)


def test_parity_with_transformers_with_and_without_padding() -> None:
    theirs = MPNetModel(CONFIG, add_pooling_layer=False).eval()
    ours = build_encoder(CONFIG).eval()
    ours.load_state_dict(theirs.state_dict())
    ids = torch.randint(4, 50, (2, 9))
    ids[1, 6:] = CONFIG.pad_token_id
    mask = (ids != CONFIG.pad_token_id).long()
    with torch.no_grad():
        expected = theirs(input_ids=ids, attention_mask=mask).last_hidden_state
        found = ours(input_ids=ids, attention_mask=mask).last_hidden_state
    torch.testing.assert_close(found[0], expected[0])
    torch.testing.assert_close(found[1, :6], expected[1, :6])


def test_a_directory_without_an_encoder_is_named(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="make encoders"):
        load_pretrained(tmp_path, layers=6)
