"""The shape of the network."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class NetworkConfig:
    """Widths of the heads over an encoder of width ``hidden``."""

    hidden: int
    span: int = 384
    pair: int = 256
    product: int = 128
    dropout: float = 0.2
