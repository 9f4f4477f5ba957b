from models.assemble.identity import event_id
from models.records import Span

TRIGGERS = (Span(text="fire", start=7, end=11),)


def test_the_same_content_has_the_same_id():
    assert event_id("opened fire", TRIGGERS) == event_id("opened fire", TRIGGERS)
    assert event_id("opened fire", TRIGGERS).startswith("evt_")


def test_another_text_or_trigger_has_another_id():
    ids = {event_id("opened fire", TRIGGERS), event_id("Opened fire", TRIGGERS), event_id("opened fire", ())}
    assert len(ids) == 3


def test_lone_surrogates_are_no_error():
    assert event_id("\ud800", ())
