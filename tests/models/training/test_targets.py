import pytest

from models import schema
from models.network.network import Mention
from models.text.words import split_words
from models.training.targets import IGNORE, build_targets
from tests.models.training.articles import BOMBING, RAID, TEXT, event


def test_spans_become_word_numbers_and_tags() -> None:
    targets = build_targets({"events": [BOMBING, RAID]}, split_words(TEXT))
    assert targets.triggers == ((1, 1), (14, 14), (17, 17))
    assert targets.tags_KL[schema.TRIGGER].nonzero().flatten().tolist() == [1, 14, 17]
    assert targets.tags_KL[schema.TOLL][7:9].tolist() == [1, 2]


def test_triggers_and_arguments_belong_to_their_event_only() -> None:
    targets = build_targets({"events": [BOMBING, RAID]}, split_words(TEXT))
    assert targets.trigger_ET.tolist() == [[1, 1, 0], [0, 0, 1]]
    assert targets.link_EM[0].sum() == len(targets.mentions)
    assert targets.link_EM[1].sum() == 0


def test_one_span_is_a_target_and_a_toll() -> None:
    targets = build_targets({"events": [BOMBING]}, split_words(TEXT))
    target = targets.mentions.index(Mention(layer=schema.TARGET, first=7, last=8))
    toll = targets.mentions.index(Mention(layer=schema.TOLL, first=7, last=8))
    assert targets.toll_EMC[0, toll].tolist() == [1, 0, 0, 0, 0, 0]
    assert targets.total_EM[0].tolist().count(1) == 1
    assert targets.kind_M[target] == schema.TARGET_KINDS.index("civilian")
    assert targets.kind_M[toll] == IGNORE


def test_mentions_of_one_party_are_the_same_entity() -> None:
    targets = build_targets({"events": [BOMBING]}, split_words(TEXT))
    first, second = (targets.mentions.index(Mention(layer=schema.ATTACKER, first=i, last=i)) for i in (0, 11))
    bus = targets.mentions.index(Mention(layer=schema.TARGET, first=3, last=3))
    assert targets.same_entity_MM[first, second] == 1
    assert targets.same_entity_MM[first, bus] == 0
    assert targets.primary_EM[0, first] == 1
    assert targets.primary_EM[0, second] == 0


def test_an_article_without_attacks_has_empty_targets() -> None:
    targets = build_targets({"events": []}, split_words("Markets rose."))
    assert targets.triggers == ()
    assert not targets.tags_KL.any()


def test_an_unknown_label_is_refused() -> None:
    with pytest.raises(ValueError, match="tickling"):
        build_targets({"events": [event(type="tickling", triggers=[])]}, split_words(TEXT))


def test_time_words_that_nothing_could_resolve_teach_nothing() -> None:
    undated = build_targets({"events": [BOMBING], "published_at": None}, split_words(TEXT))
    dated = build_targets({"events": [BOMBING], "published_at": "2024-03-14"}, split_words(TEXT))
    assert set(undated.tags_KL[schema.TIME].tolist()) == {IGNORE}
    assert set(dated.tags_KL[schema.TIME].tolist()) == {0}
