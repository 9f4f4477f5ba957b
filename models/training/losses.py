"""What the network is trained to get right, each term per annotated item so that long articles count fairly.

Shapes: as in `models.network.network` and `models.training.targets`; N counts gold triggers, G all
candidate triggers (gold ones first, then wrong guesses of the network itself).
"""

from collections.abc import Mapping

import torch
import torch.nn.functional as F
from torch import Tensor

from models import schema
from models.decode.spans import find_spans
from models.network import network as net
from models.network.network import Mention, Network, Scores, pool_triggers
from models.training.targets import IGNORE, Example, Targets

WEIGHTS: Mapping[str, float] = {
    "tags": 1.0,
    "valid": 0.5,
    "links": 0.5,
    "pooled": 1.0,
    "primary": 0.25,
    "attribution": 0.25,
    "total": 0.25,
    "events": 0.5,
    "entities": 0.5,
    "type": 1.0,
    "pooled_type": 1.0,
    "status": 0.25,
    "salience": 0.5,
    "series": 0.25,
    "kind": 0.25,
}
# Low, so that late in training, when few guesses are wrong, the nearly wrong ones still teach.
_GUESS = (0.15,) * len(schema.LAYERS)
_MAX_GUESSES = 60


def article_losses(network: Network, word_LD: Tensor, example: Example) -> dict[str, Tensor]:
    """Return the summed loss terms of one article; divide by the batch's number of annotated items."""
    gold = example.targets
    tags_KL3 = network.tag(word_LD)
    losses = {"tags": F.cross_entropy(tags_KL3.flatten(0, 1), gold.tags_KL.flatten(), reduction="sum")}
    triggers, mentions = _with_guesses(tags_KL3.detach(), gold)
    if not triggers:
        return losses
    scores = network.score(word_LD, example.words, triggers, mentions)
    losses |= _trigger_losses(scores, gold)
    losses |= _link_losses(scores, gold, mentions)
    losses |= _coreference_losses(scores, gold, mentions)
    return losses


def items(example: Example) -> int:
    """Annotated spans of an article, at least one."""
    return max(1, len(example.targets.triggers) + len(example.targets.mentions))


def _with_guesses(tags_KL3: Tensor, gold: Targets) -> tuple[list[tuple[int, int]], list[Mention]]:
    """Gold candidates first, then the network's own wrong ones: what it must learn to leave unlinked."""
    covered = (gold.tags_KL != 0).tolist()
    guesses = sorted(find_spans(tags_KL3, thresholds=_GUESS), key=lambda s: -s.probability)
    wrong = [
        s.mention for s in guesses if not any(covered[s.mention.layer][s.mention.first : s.mention.last + 1])
    ][:_MAX_GUESSES]
    triggers = [*gold.triggers, *((m.first, m.last) for m in wrong if m.layer == schema.TRIGGER)]
    return triggers, [*gold.mentions, *(m for m in wrong if m.layer != schema.TRIGGER)]


def _trigger_losses(scores: Scores, gold: Targets) -> dict[str, Tensor]:
    count = len(gold.triggers)
    valid = torch.zeros(len(scores.valid_T))
    valid[:count] = 1.0
    losses = {"valid": F.binary_cross_entropy_with_logits(scores.valid_T, valid, reduction="sum")}
    if not count:
        return losses
    event_N = gold.trigger_ET.argmax(0)
    series_N = gold.series_E[event_N]
    losses |= {
        "type": F.cross_entropy(scores.type_TY[:count], gold.type_E[event_N], reduction="sum"),
        "status": F.cross_entropy(scores.status_TS[:count], gold.status_E[event_N], reduction="sum"),
        "salience": F.cross_entropy(scores.salience_TA[:count], gold.salience_E[event_N], reduction="sum"),
        "series": F.binary_cross_entropy_with_logits(scores.series_T[:count], series_N, reduction="sum"),
    }
    mean_EY = gold.trigger_ET @ scores.type_TY[:count] / gold.trigger_ET.sum(1, keepdim=True).clamp(min=1)
    losses["pooled_type"] = F.cross_entropy(mean_EY, gold.type_E, reduction="sum")
    return losses


def _link_losses(scores: Scores, gold: Targets, mentions: list[Mention]) -> dict[str, Tensor]:
    if not mentions:
        return {}
    guesses = len(mentions) - len(gold.mentions)
    toll_M = torch.tensor([m.layer == schema.TOLL for m in mentions])
    target_EMC = torch.zeros(len(gold.type_E), len(mentions), 1 + len(schema.TOLLS))
    target_EMC[:, : len(gold.mentions), 0] = gold.link_EM
    target_EMC[:, : len(gold.mentions), 1:] = gold.toll_EMC
    used_MC = torch.cat([~toll_M[:, None], toll_M[:, None].expand(-1, len(schema.TOLLS))], dim=1).float()
    logits_TMC = scores.link_TMC[..., : net.TOLL_LINKS.stop]
    count = len(gold.triggers)
    target_TMC = torch.zeros(len(scores.valid_T), *target_EMC.shape[1:])
    target_TMC[:count] = torch.einsum("et,emc->tmc", gold.trigger_ET, target_EMC).clamp(max=1)
    losses = {"links": _binary(logits_TMC, target_TMC, used_MC) / max(1.0, len(scores.valid_T) ** 0.5)}
    if count and len(gold.type_E):
        losses |= _pooled_losses(scores, gold, target_EMC, used_MC, guesses)
    return losses


def _pooled_losses(
    scores: Scores, gold: Targets, target_EMC: Tensor, used_MC: Tensor, guesses: int
) -> dict[str, Tensor]:
    pooled_EMC = pool_triggers(scores.link_TMC[: len(gold.triggers)], gold.trigger_ET)
    pad = (0, guesses)
    attribution_EM = F.pad(gold.attribution_EM, pad, value=IGNORE)
    total_EM = F.pad(gold.total_EM, pad, value=IGNORE)
    linked_EM = F.pad(gold.link_EM, pad)
    return {
        "pooled": _binary(pooled_EMC[..., : net.TOLL_LINKS.stop], target_EMC, used_MC),
        "primary": _binary(pooled_EMC[..., net.PRIMARY], F.pad(gold.primary_EM, pad), linked_EM),
        "attribution": F.cross_entropy(
            pooled_EMC[..., net.ATTRIBUTION].flatten(0, 1),
            attribution_EM.flatten(),
            ignore_index=IGNORE,
            reduction="sum",
        ),
        "total": _binary(
            pooled_EMC[..., net.TOTAL], total_EM.float().clamp(min=0), (total_EM != IGNORE).float()
        ),
    }


def _coreference_losses(scores: Scores, gold: Targets, mentions: list[Mention]) -> dict[str, Tensor]:
    losses = {}
    count, known = len(gold.triggers), len(gold.mentions)
    if count > 1:
        same_NN = (gold.trigger_ET.T @ gold.trigger_ET > 0).float()
        off_NN = 1 - torch.eye(count)
        losses["events"] = _binary(scores.same_event_TT[:count, :count], same_NN, off_NN) / count**0.5
    if known > 1:
        layer_M = torch.tensor([m.layer for m in mentions[:known]])
        entity_M = layer_M <= schema.WEAPON
        used_MM = (
            (layer_M[:, None] == layer_M[None]) & entity_M[:, None] & ~torch.eye(known, dtype=torch.bool)
        )
        losses["entities"] = (
            _binary(scores.same_entity_MM[:known, :known], gold.same_entity_MM, used_MM.float()) / known**0.5
        )
        losses["kind"] = F.cross_entropy(
            scores.kind_MK[:known], gold.kind_M, ignore_index=IGNORE, reduction="sum"
        )
    return losses


def _binary(logits: Tensor, targets: Tensor, mask: Tensor) -> Tensor:
    return (F.binary_cross_entropy_with_logits(logits, targets, reduction="none") * mask).sum()
