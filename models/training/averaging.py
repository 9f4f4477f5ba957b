"""An exponential average of the weights over training: flatter optima, better dev scores, no extra pass."""

import copy
from typing import Any

import torch

from models.network.network import Network


class WeightAverage:
    """Keeps ``network``, the running average of the trained weights (Polyak & Juditsky 1992)."""

    def __init__(self, network: Network, *, decay: float) -> None:
        self.network = copy.deepcopy(network)
        self._decay, self._updates = decay, 0

    @torch.no_grad()
    def update(self, network: Network) -> None:
        """Move the average towards the weights; the first updates move it faster."""
        self._updates += 1
        decay = min(self._decay, (1 + self._updates) / (10 + self._updates))
        pairs = zip(self.network.parameters(), network.parameters(), strict=True)
        kept, new = zip(*((a, b) for a, b in pairs if b.requires_grad), strict=True)
        torch._foreach_lerp_(list(kept), list(new), 1 - decay)

    def state_dict(self) -> dict[str, Any]:
        """Return what `load_state_dict` restores."""
        return {"network": self.network.state_dict(), "updates": self._updates}

    def load_state_dict(self, state: dict[str, Any]) -> None:
        """Restore a saved average."""
        self.network.load_state_dict(state["network"])
        self._updates = state["updates"]
