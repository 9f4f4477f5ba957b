from datetime import date

import pytest

from models import schema
from models.assemble.events import assemble_events
from models.records import Options, Range
from tests.models.assemble.articles import TEXT, context, draft, entity, linked, toll

MAIN = draft(
    "opened fire",
    "attack",
    attackers=(entity(schema.ATTACKER, "Boko Haram", label=0),),
    targets=(entity(schema.TARGET, "market", label=0),),
    places=(linked(schema.PLACE, "Nigeria"), linked(schema.PLACE, "Maiduguri")),
    times=(linked(schema.TIME, "Tuesday"),),
    tolls=(toll("at least four traders", total=0.9),),
)
EARLIER = draft(
    "bomb",
    type=schema.ATTACK_TYPES.index("bombing"),
    salience=1,
    probability=0.4,
    times=(linked(schema.TIME, "Three weeks ago"),),
)
SOMEWHERE = (linked(schema.PLACE, "Maiduguri"),)


def assemble(*drafts, anchor=date(2024, 3, 14), **options):
    return assemble_events(drafts, context=context(anchor=anchor), options=Options(**options))


def test_a_record_holds_every_field_with_its_evidence():
    [event], warnings = assemble(MAIN)
    assert (event.attack_type, event.category, event.status, event.salience) == (
        "shooting",
        "armed",
        "occurred",
        "main",
    )
    assert [t.text for t in event.triggers] == ["opened fire", "attack"]
    assert (event.location.name, event.location.country) == ("Maiduguri", "NG")
    assert (event.date.start, event.date.end) == (date(2024, 3, 12), date(2024, 3, 12))
    assert event.killed == Range(min=4, max=None)
    assert event.injured is None
    assert event.count is None
    assert warnings == []


def test_main_events_come_first():
    events, _ = assemble(EARLIER, MAIN)
    assert [event.salience for event in events] == ["main", "background"]


def test_an_attack_without_any_fact_is_no_event():
    events, warnings = assemble(draft("attack"), MAIN)
    assert [event.triggers[0].text for event in events] == ["opened fire"]
    assert warnings == []


def test_background_events_can_be_left_out():
    events, _ = assemble(EARLIER, MAIN, include_background=False)
    assert [event.salience for event in events] == ["main"]


def test_unsure_events_can_be_left_out():
    events, _ = assemble(EARLIER, MAIN, min_confidence=0.5)
    assert [event.attack_type for event in events] == ["shooting"]


def test_the_summary_says_what_the_record_holds():
    [event], _ = assemble(MAIN)
    assert event.summary == (
        "Shooting by Boko Haram on market in Maiduguri, on 12 March 2024; at least 4 killed."
    )


def test_a_series_has_a_count():
    [event], _ = assemble(draft("attack", series=True, places=SOMEWHERE))
    assert event.count == Range(min=2, max=None)


def test_a_date_that_cannot_be_read_is_null_with_a_warning():
    [event], [warning] = assemble(MAIN, anchor=None)
    assert event.date is None
    assert warning.code == "date_not_resolved"
    assert "Tuesday" in warning.detail
    assert event.id in warning.detail


def test_ids_depend_on_the_text_and_the_triggers_alone():
    [one], _ = assemble(MAIN)
    [same], _ = assemble(draft("opened fire", "attack", places=SOMEWHERE))
    [other], _ = assemble(draft("opened fire", places=SOMEWHERE))
    assert one.id == same.id != other.id


@pytest.mark.parametrize("event", [MAIN, EARLIER])
def test_evidence_is_the_article_s_own_words(event):
    [record], _ = assemble(event)
    spans = [*record.triggers, *(m for a in record.attackers for m in a.mentions)]
    assert all(span.text == TEXT[span.start : span.end] for span in spans)
