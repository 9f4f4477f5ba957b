"""The joint network: one encoder pass over the article, every score that decoding needs.

Shapes: B windows, S subtokens, D encoder width, L words, K span layers, T triggers, M mentions,
X span width, C channels of a trigger-mention pair.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn
from transformers import PretrainedConfig

from models import schema
from models.network.config import NetworkConfig
from models.network.encoder import build_encoder
from models.network.features import pair_features
from models.network.heads import PairScorer, SpanReader, WordReader, classifier
from models.text.windows import Windows
from models.text.words import Words

# Channels of a trigger-mention pair.
LINK = 0
TOLL_LINKS = slice(1, 1 + len(schema.TOLLS))
PRIMARY = TOLL_LINKS.stop
ATTRIBUTION = slice(PRIMARY + 1, PRIMARY + 1 + len(schema.ATTRIBUTIONS))
TOTAL = ATTRIBUTION.stop
CHANNELS = TOTAL + 1
_BUCKET = 32


@dataclass(frozen=True, kw_only=True)
class Mention:
    """A candidate argument: its layer (``schema.LAYERS``) and its first and last word."""

    layer: int
    first: int
    last: int


@dataclass(frozen=True, kw_only=True)
class Scores:
    """Logits of one article's spans and pairs."""

    valid_T: Tensor
    type_TY: Tensor
    status_TS: Tensor
    salience_TA: Tensor
    series_T: Tensor
    kind_MK: Tensor
    link_TMC: Tensor
    same_event_TT: Tensor
    same_entity_MM: Tensor


class Network(nn.Module):
    """Encoder, span layers, pair scorers and classifiers, trained jointly."""

    def __init__(self, *, encoder: PretrainedConfig, config: NetworkConfig) -> None:
        super().__init__()
        self.config = config
        self.encoder = build_encoder(encoder)
        self.pad_id = int(encoder.pad_token_id)
        drop = config.dropout
        self.words = WordReader(hidden=config.hidden, dropout=drop)
        self.tags = nn.Linear(config.hidden, 3 * len(schema.LAYERS))
        self.spans = SpanReader(
            hidden=config.hidden, span=config.span, labels=len(schema.LAYERS), dropout=drop
        )
        self.links = self._pairs(config, CHANNELS)
        self.events = self._pairs(config, 1)
        self.entities = self._pairs(config, 1)
        # valid and series are one logit each, beside the three classifications.
        sizes = (1, 1, len(schema.ATTACK_TYPES), len(schema.STATUSES), len(schema.SALIENCES))
        self.trigger_sizes = sizes
        self.trigger = classifier(width=config.span, outputs=sum(sizes), dropout=drop)
        self.kind = classifier(width=config.span, outputs=len(schema.TARGET_KINDS), dropout=drop)

    @staticmethod
    def _pairs(config: NetworkConfig, outputs: int) -> PairScorer:
        return PairScorer(
            span=config.span,
            pair=config.pair,
            product=config.product,
            outputs=outputs,
            dropout=config.dropout,
        )

    def encode(self, articles: Sequence[tuple[Words, Windows]]) -> list[Tensor]:
        """Return each article's word vectors, (L, D): all windows of all articles in one pass."""
        windows = [ids for _, cut in articles for ids in cut.token_ids]
        longest = max(map(len, windows))
        # Few distinct shapes: memory of CPU kernels grows with their number (pytorch#27971).
        length = min(-(-longest // _BUCKET) * _BUCKET, max(longest, 512))
        ids_BS = torch.full((len(windows), length), self.pad_id)
        for row, ids in enumerate(windows):
            ids_BS[row, : len(ids)] = torch.tensor(ids)
        mask_BS = (ids_BS != self.pad_id).long()
        hidden_BSD = self.encoder(input_ids=ids_BS, attention_mask=mask_BS).last_hidden_state
        return self._read_words(hidden_BSD, articles)

    def _read_words(self, hidden_BSD: Tensor, articles: Sequence[tuple[Words, Windows]]) -> list[Tensor]:
        base, read = 0, []
        for words, cut in articles:
            places = torch.tensor(cut.places, dtype=torch.long).view(-1, 2)
            read.append(
                self.words(hidden_BSD[places[:, 0] + base, places[:, 1]].to(self.tags.weight.dtype), words)
            )
            base += len(cut.token_ids)
        return read

    def tag(self, word_LD: Tensor) -> Tensor:
        """Return outside / begin / inside logits per layer, (K, L, 3)."""
        tags: Tensor = self.tags(word_LD)
        return tags.view(len(word_LD), len(schema.LAYERS), 3).transpose(0, 1)

    def score(
        self, word_LD: Tensor, words: Words, triggers: Sequence[tuple[int, int]], mentions: Sequence[Mention]
    ) -> Scores:
        """Score the given triggers and mentions, each alone and against each other."""
        spans = [(m.first, m.last) for m in mentions]
        trigger_TX = self.spans(word_LD, triggers, torch.full((len(triggers),), schema.TRIGGER))
        mention_MX = self.spans(word_LD, spans, torch.tensor([m.layer for m in mentions], dtype=torch.long))
        valid, series, type_TY, status_TS, salience_TA = self.trigger(trigger_TX).split(
            self.trigger_sizes, dim=1
        )

        def pairs(
            scorer: nn.Module,
            left: Tensor,
            at: Sequence[tuple[int, int]],
            right: Tensor,
            to: Sequence[tuple[int, int]],
        ) -> Tensor:
            out: Tensor = scorer(left, right, pair_features(words, at, to, triggers=triggers))
            return out

        events_TT = pairs(self.events, trigger_TX, triggers, trigger_TX, triggers).squeeze(2)
        entities_MM = pairs(self.entities, mention_MX, spans, mention_MX, spans).squeeze(2)
        return Scores(
            valid_T=valid.squeeze(1),
            type_TY=type_TY,
            status_TS=status_TS,
            salience_TA=salience_TA,
            series_T=series.squeeze(1),
            kind_MK=self.kind(mention_MX),
            link_TMC=pairs(self.links, trigger_TX, triggers, mention_MX, spans),
            same_event_TT=(events_TT + events_TT.T) / 2,
            same_entity_MM=(entities_MM + entities_MM.T) / 2,
        )


def pool_triggers(logits_TN: Tensor, member_ET: Tensor) -> Tensor:
    """Pool trigger logits over each event's triggers, (E, N): the surest trigger weighs most.

    ``member_ET`` is 1 where the trigger belongs to the event. A softmax-weighted mean lies between the
    mean and the maximum, and has gradients for all.
    """
    shape = (*member_ET.shape, *(1 for _ in logits_TN.shape[1:]))
    outside = member_ET.view(shape) == 0
    weight = logits_TN[None].masked_fill(outside, float("-inf")).softmax(dim=1)
    return (weight * logits_TN[None]).sum(dim=1)
