"""A model directory: safetensors shards, checksums, configuration, tokenizer, model card."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file, save_file
from tokenizers import Tokenizer
from torch import Tensor
from transformers import AutoConfig, PretrainedConfig

from models.decode.drafts import Thresholds
from models.network.config import NetworkConfig
from models.network.network import Network
from models.text.windows import WindowConfig

EMBEDDED = Path(__file__).parent / "artifacts"
_CONFIG, _TOKENIZER, _SUMS = "config.json", "tokenizer.json", "SHA256SUMS"
_SHARD_BYTES = 90_000_000


@dataclass(frozen=True, kw_only=True)
class Model:
    """A loaded model directory."""

    name: str
    version: str
    network: Network
    tokenizer: Tokenizer
    windows: WindowConfig
    thresholds: Thresholds
    calibration: Mapping[str, tuple[float, float]]


def save_model(model: Model, directory: Path) -> None:
    """Write a model directory in half precision: shards under 90 MB, checksums, configuration, tokenizer."""
    directory.mkdir(parents=True, exist_ok=True)
    for stale in directory.glob("*.safetensors"):
        stale.unlink()
    for number, shard in enumerate(_shards(model.network.state_dict()), 1):
        save_file(shard, directory / f"weights-{number}.safetensors")
    model.tokenizer.save(str(directory / _TOKENIZER))
    write_config(model, directory)


def write_config(model: Model, directory: Path) -> None:
    """Write the configuration and renew the checksums: all that changes when only thresholds do."""
    encoder: PretrainedConfig = model.network.encoder.config
    config = {
        "name": model.name,
        "version": model.version,
        "network": asdict(model.network.config),
        "windows": asdict(model.windows),
        "thresholds": asdict(model.thresholds),
        "calibration": {field: list(pair) for field, pair in model.calibration.items()},
        "encoder": encoder.to_diff_dict(),
    }
    (directory / _CONFIG).write_text(json.dumps(config, indent=1) + "\n", encoding="utf-8")
    files = sorted(p for p in directory.iterdir() if p.suffix in {".safetensors", ".json"})
    lines = [f"{_sha256(path)}  {path.name}\n" for path in files]
    (directory / _SUMS).write_text("".join(lines), encoding="utf-8")


def load_model(directory: Path) -> Model:
    """Load a model directory after checking every file against its checksum. Needs no network.

    Raises:
        ValueError: the directory is missing, incomplete or damaged; the message names the file.
    """
    verify(directory)
    config = json.loads((directory / _CONFIG).read_text(encoding="utf-8"))
    encoder_values = dict(config["encoder"])
    encoder = AutoConfig.for_model(encoder_values.pop("model_type"), **encoder_values)
    network = Network(encoder=encoder, config=NetworkConfig(**config["network"]))
    _load_shards(network, directory)
    network.eval()
    return Model(
        name=config["name"],
        version=config["version"],
        network=network,
        tokenizer=load_tokenizer(directory),
        windows=WindowConfig(**config["windows"]),
        thresholds=Thresholds(**config["thresholds"]),
        calibration={field: (pair[0], pair[1]) for field, pair in config["calibration"].items()},
    )


def _load_shards(network: Network, directory: Path) -> None:
    """Copy the shards into the network one at a time: the peak of memory is one shard above it."""
    missing = set(network.state_dict())
    for path in sorted(directory.glob("*.safetensors")):
        shard = load_file(path)
        unexpected = network.load_state_dict(shard, strict=False).unexpected_keys
        if unexpected:
            raise ValueError(f"{path} holds {unexpected[0]}, which the network of {_CONFIG} has not")
        missing -= shard.keys()
    if missing:
        raise ValueError(f"{directory} lacks {min(missing)}")


def load_tokenizer(directory: Path) -> Tokenizer:
    """Load a tokenizer that neither truncates nor pads: windows are cut by us."""
    tokenizer = Tokenizer.from_file(str(directory / _TOKENIZER))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def is_model(directory: Path) -> bool:
    """Say whether a directory holds a model of ours, intact or not."""
    return (directory / _SUMS).is_file()


def verify(directory: Path) -> None:
    """Check a model directory's files against its checksums.

    Raises:
        ValueError: a file is missing or differs.
    """
    sums = directory / _SUMS
    if not is_model(directory):
        raise ValueError(f"{directory} is not a model directory: it has no {_SUMS}")
    for line in sums.read_text(encoding="utf-8").splitlines():
        expected, name = line.split(maxsplit=1)
        path = directory / name
        if not path.is_file():
            raise ValueError(f"{path} is missing")
        if _sha256(path) != expected:
            raise ValueError(f"{path} is damaged: its sha256 is not the one in {_SUMS}")


def _shards(state: Mapping[str, Tensor]) -> list[dict[str, Tensor]]:
    shards: list[dict[str, Tensor]] = [{}]
    size = 0
    for name, tensor in state.items():
        half = tensor.detach().to(torch.float16) if tensor.is_floating_point() else tensor
        if size + half.nbytes > _SHARD_BYTES:
            shards.append({})
            size = 0
        shards[-1][name] = half.contiguous()
        size += half.nbytes
    return shards


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
