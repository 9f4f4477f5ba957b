from datetime import date

import pytest

from models.evaluation.dates import is_right, our_reader
from models.evaluation.timeml import TimeDocument, TimeExpression

CREATED = date(2024, 3, 14)
MARCH = date(2024, 3, 1), date(2024, 3, 31)


def expression(period, *, modified=False, text="", start=0):
    return TimeExpression(text=text, start=start, end=start + len(text), period=period, modified=modified)


@pytest.mark.parametrize(
    ("found", "modified", "right"),
    [
        (MARCH, False, True),
        (None, False, False),
        ((date(2024, 3, 1), date(2024, 3, 10)), False, False),
        ((date(2024, 3, 1), date(2024, 3, 10)), True, True),
        ((date(2024, 2, 25), date(2024, 3, 10)), True, False),
        ((date(2024, 3, 1), CREATED), False, True),
    ],
)
def test_a_part_is_right_where_a_part_is_meant(found, modified, right):
    assert is_right(found, expression(MARCH, modified=modified), created=CREATED) is right


def test_an_expression_can_count_from_the_one_before_it():
    text = "On 2 May 2023 it burned; the next day it fell."
    spans = [(w, text.index(w)) for w in ("2 May 2023", "the next day")]
    expressions = tuple(expression(MARCH, text=w, start=at) for w, at in spans)
    document = TimeDocument(name="one", text=text, created=CREATED, expressions=expressions)
    assert list(our_reader(document)) == [(date(2023, 5, day),) * 2 for day in (2, 3)]
