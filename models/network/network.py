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
from models.network.passes import padded_length, passes
from models.text.windows import Windows
from models.text.words import Words

# Channels of a trigger-mention pair.
LINK = 0
TOLL_LINKS = slice(1, 1 + len(schema.TOLLS))
PRIMARY = TOLL_LINKS.stop
ATTRIBUTION = slice(PRIMARY + 1, PRIMARY + 1 + len(schema.ATTRIBUTIONS))
TOTAL = ATTRIBUTION.stop
CHANNELS = TOTAL + 1


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

    def encode(
        self, articles: Sequence[tuple[Words, Windows]], *, pass_tokens: int | None = None
    ) -> list[Tensor]:
        """Return each article's word vectors, (L, D).

        Windows of one padded length share a pass of the encoder, as many as ``pass_tokens`` hold (all without
        it): a window's vectors do not depend on what else is read with it.
        """
        windows = [ids for _, cut in articles for ids in cut.token_ids]
        window_L, place_L = _places(articles)
        vectors, words = [], []
        for rows in passes([len(ids) for ids in windows], pass_tokens=pass_tokens):
            hidden_BSD = self._read_windows([windows[row] for row in rows])
            row_of = torch.full((len(windows),), -1)
            row_of[rows] = torch.arange(len(rows))
            here = (row_of[window_L] >= 0).nonzero().flatten()
            vectors.append(hidden_BSD[row_of[window_L[here]], place_L[here]].to(self.tags.weight))
            words.append(here)
        word_LD = torch.cat(vectors)[torch.cat(words).argsort()]
        lengths = [len(article) for article, _ in articles]
        split = zip(torch.split(word_LD, lengths), articles, strict=True)
        return [self.words(vectors_LD, article) for vectors_LD, (article, _) in split]

    def _read_windows(self, windows: Sequence[Sequence[int]]) -> Tensor:
        ids_BS = torch.full((len(windows), padded_length(len(windows[0]))), self.pad_id)
        for row, ids in enumerate(windows):
            ids_BS[row, : len(ids)] = torch.tensor(ids)
        ids_BS = ids_BS.to(self.encoder.device)
        mask_BS = (ids_BS != self.pad_id).long()
        hidden_BSD: Tensor = self.encoder(input_ids=ids_BS, attention_mask=mask_BS).last_hidden_state
        return hidden_BSD

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


def _places(articles: Sequence[tuple[Words, Windows]]) -> tuple[Tensor, Tensor]:
    """Return the window and the place in it of each word of all articles."""
    base, places = 0, []
    for _, cut in articles:
        places += [(base + window, place) for window, place in cut.places]
        base += len(cut.token_ids)
    window_L, place_L = torch.tensor(places, dtype=torch.long).view(-1, 2).unbind(1)
    return window_L, place_L


def pool_triggers(logits_TN: Tensor, member_ET: Tensor) -> Tensor:
    """Pool trigger logits over each event's triggers, (E, N): the surest trigger weighs most.

    ``member_ET`` is 1 where the trigger belongs to the event. A softmax-weighted mean lies between the
    mean and the maximum, and has gradients for all.
    """
    shape = (*member_ET.shape, *(1 for _ in logits_TN.shape[1:]))
    outside = member_ET.view(shape) == 0
    weight = logits_TN[None].masked_fill(outside, float("-inf")).softmax(dim=1)
    return (weight * logits_TN[None]).sum(dim=1)
