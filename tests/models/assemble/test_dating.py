from datetime import date

import pytest

from models import schema
from models.assemble.dating import EventDates
from tests.models.assemble.articles import context, draft, linked

TUESDAY = draft("opened fire", times=(linked(schema.TIME, "Tuesday"),))
EARLIER = draft("bomb", times=(linked(schema.TIME, "Three weeks ago"),))


def test_relative_words_count_from_the_publication_date():
    found = EventDates([TUESDAY], context()).date(TUESDAY)
    assert found is not None
    assert (found.start, found.precision) == (date(2024, 3, 12), "day")
    assert "published_at" in found.basis
    assert [m.text for m in found.mentions] == ["Tuesday"]


def test_every_event_has_its_own_date():
    dates = EventDates([TUESDAY, EARLIER], context())
    found = dates.date(EARLIER)
    assert found is not None
    assert found.start < date(2024, 3, 1)


@pytest.mark.parametrize("event", [draft("opened fire"), draft("bomb")])
def test_an_event_without_time_words_has_no_date(event):
    assert EventDates([TUESDAY, event], context()).date(event) is None


def test_without_an_anchor_relative_words_stay_unknown():
    assert EventDates([TUESDAY], context(anchor=None)).date(TUESDAY) is None
