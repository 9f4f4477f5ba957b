import pytest
import torch

from models import schema
from models.decode.drafts import Thresholds
from models.decode.events import Candidates, decode_candidates
from models.network import network as net
from models.network.network import Mention, Scores

YES, NO = 4.0, -4.0
TRIGGERS = [(0, 0), (5, 5), (9, 9)]
MENTIONS = [
    Mention(layer=schema.ATTACKER, first=1, last=1),
    Mention(layer=schema.ATTACKER, first=6, last=7),
    Mention(layer=schema.PLACE, first=3, last=3),
    Mention(layer=schema.TOLL, first=4, last=4),
]
BOMBING, SHOOTING = (schema.ATTACK_TYPES.index(name) for name in ("bombing", "shooting"))


def one_hot(index, size):
    return [YES if i == index else NO for i in range(size)]


@pytest.fixture
def scores():
    """The first two triggers are one bombing by one attacker with two names, the third is a shooting."""
    link_TMC = torch.full((3, 4, net.CHANNELS), NO)
    link_TMC[0, 0, net.LINK] = link_TMC[1, 1, net.LINK] = link_TMC[2, 2, net.LINK] = YES
    link_TMC[1, 1, net.PRIMARY] = YES
    link_TMC[0, 3, net.TOLL_LINKS.start + 1] = YES
    return Scores(
        valid_T=torch.tensor([YES, YES, YES]),
        type_TY=torch.tensor([one_hot(t, len(schema.ATTACK_TYPES)) for t in (BOMBING, BOMBING, SHOOTING)]),
        status_TS=torch.tensor([one_hot(0, len(schema.STATUSES))] * 3),
        salience_TA=torch.tensor([one_hot(s, len(schema.SALIENCES)) for s in (0, 0, 1)]),
        series_T=torch.tensor([NO, NO, YES]),
        kind_MK=torch.zeros(4, len(schema.TARGET_KINDS)),
        link_TMC=link_TMC,
        same_event_TT=torch.tensor([[YES, YES, NO], [YES, YES, NO], [NO, NO, YES]]),
        same_entity_MM=torch.full((4, 4), YES),
    )


def decoded(scores, **thresholds):
    candidates = Candidates(triggers=TRIGGERS, mentions=MENTIONS, scores=scores, dropped=False)
    return decode_candidates(candidates, thresholds=Thresholds(**thresholds))


def test_triggers_of_the_same_attack_are_one_event(scores):
    first, second = decoded(scores)
    assert (first.triggers, second.triggers) == (((0, 0), (5, 5)), ((9, 9),))
    assert (first.type, second.type) == (BOMBING, SHOOTING)
    assert (first.salience, second.salience) == (0, 1)
    assert (first.series, second.series) == (False, True)


def test_a_mention_linked_to_any_trigger_is_the_event_s(scores):
    first, second = decoded(scores)
    (attacker,) = first.attackers
    assert [d.mention for d in attacker.mentions] == [MENTIONS[1], MENTIONS[0]]  # the one to read first
    assert [d.mention for d in second.places] == [MENTIONS[2]]
    assert second.attackers == first.places == ()


def test_mentions_of_different_parties_are_two_entities(scores):
    scores.same_entity_MM.fill_(NO)
    first, _ = decoded(scores)
    assert len(first.attackers) == 2


def test_a_toll_says_whom_it_counts(scores):
    first, second = decoded(scores)
    assert [(d.mention, d.toll) for d in first.tolls] == [(MENTIONS[3], 1)]
    assert second.tolls == ()


def test_doubtful_triggers_and_links_are_left_out(scores):
    scores.valid_T[2] = 0.0
    (only,) = decoded(scores, valid=0.6, attacker=0.99)
    assert only.attackers == ()


def test_without_a_valid_trigger_there_is_no_event(scores):
    scores.valid_T.fill_(NO)
    assert decoded(scores) == []
