"""A model of random weights that is made in milliseconds."""

import pytest
import torch
from tokenizers import Tokenizer
from tokenizers.models import WordPiece
from tokenizers.normalizers import BertNormalizer
from tokenizers.pre_tokenizers import BertPreTokenizer
from transformers import MPNetConfig

from models.decode.drafts import Thresholds
from models.network.config import NetworkConfig
from models.network.network import Network
from models.text.windows import WindowConfig
from models.weights import Model

SPECIAL = ["<s>", "<pad>", "</s>", "[UNK]"]
LETTERS = [f"{prefix}{c}" for prefix in ("", "##") for c in "abcdefghijklmnopqrstuvwxyz0123456789"]
PIECES = [*LETTERS, ".", ",", "word", "the", "bomb", "killed", "rebels", "market", "##ed"]


@pytest.fixture(scope="session")
def tokenizer() -> Tokenizer:
    vocabulary = {piece: number for number, piece in enumerate(SPECIAL + PIECES)}
    made = Tokenizer(WordPiece(vocabulary, unk_token="[UNK]"))
    made.normalizer = BertNormalizer(lowercase=True)
    made.pre_tokenizer = BertPreTokenizer()
    return made


@pytest.fixture
def network(tokenizer: Tokenizer) -> Network:
    torch.manual_seed(0)
    encoder = MPNetConfig(
        vocab_size=tokenizer.get_vocab_size(),
        hidden_size=32,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=48,
        pad_token_id=1,
        max_position_embeddings=514,
        attention_probs_dropout_prob=0.0,
    )
    return Network(encoder=encoder, config=NetworkConfig(hidden=32, span=16, pair=16, product=8)).eval()


@pytest.fixture
def model(network: Network, tokenizer: Tokenizer) -> Model:
    return Model(
        name="tiny",
        version="0.0.1",
        network=network,
        tokenizer=tokenizer,
        windows=WindowConfig(),
        thresholds=Thresholds(trigger=0.3, valid=0.1),
        calibration={"event": (1.5, -0.5)},
    )
