import pytest

from models import schema
from models.assemble import values
from models.records import Range
from tests.models.assemble.articles import context, entity, toll


def test_an_attacker_has_evidence_attribution_and_the_known_party():
    claimed = schema.ATTRIBUTIONS.index("claimed")
    [attacker] = values.attackers([entity(schema.ATTACKER, "Boko Haram", "Gunmen", label=claimed)], context())
    assert (attacker.name, attacker.attribution) == ("Boko Haram", "claimed")
    assert [m.text for m in attacker.mentions] == ["Boko Haram", "Gunmen"]
    assert attacker.actor is not None
    assert attacker.actor.kind == "armed_group"


def test_an_unknown_party_is_no_actor():
    [attacker] = values.attackers([entity(schema.ATTACKER, "Gunmen", label=0)], context())
    assert attacker.actor is None


def test_a_target_has_its_kind():
    kind = schema.TARGET_KINDS.index("business")
    [target] = values.targets([entity(schema.TARGET, "market", label=kind)], context())
    assert (target.name, target.kind) == ("market", "business")


def test_tolls_come_in_the_order_of_the_article_with_one_total():
    drafts = [toll("six dead", total=0.6), toll("at least four traders", total=0.9)]
    first, second = values.casualties(drafts, context())
    assert (first.min, first.max, first.total, first.who) == (4, None, True, "traders")
    assert (second.min, second.max, second.total) == (6, 6, False)


def test_the_same_count_twice_is_one_toll():
    drafts = [toll("two soldiers"), toll("two soldiers")]
    assert len(values.casualties(drafts, context())) == 1


def test_a_toll_without_a_count_is_left_out():
    assert values.casualties([toll("traders")], context()) == ()


@pytest.mark.parametrize(
    ("drafts", "expected"),
    [
        ([toll("at least four traders", total=0.9), toll("six dead")], Range(min=4, max=None)),
        ([toll("six dead"), toll("two soldiers")], Range(min=8, max=8)),
        ([toll("at least four traders"), toll("two soldiers")], Range(min=6, max=None)),
        ([toll("two soldiers", ("killed", "attacker"))], None),
        ([], None),
    ],
)
def test_the_toll_is_the_total_or_the_sum_of_parts_on_the_target_side(drafts, expected):
    assert values.toll(values.casualties(drafts, context()), "killed") == expected
