from datetime import date

import pytest

from models.evaluation.timeml import period_of, read_timeml

DOCUMENT = """<?xml version="1.0"?>
<TimeML><DOCID>x</DOCID>
<DCT><TIMEX3 type="TIME" value="2024-03-14T10:00" functionInDocument="CREATION_TIME">14</TIMEX3></DCT>
<TEXT>It <EVENT eid="e1">burned</EVENT> &amp; <EVENT eid="e2">fell <TIMEX3 tid="t1" type="DATE"
value="2024-03-13">on Wednesday</TIMEX3></EVENT> for <TIMEX3 type="DURATION" value="P2D">two days</TIMEX3>,
like in <TIMEX3 type="DATE" value="2019-03" mod="START">early March 2019</TIMEX3> and
<TIMEX3 type="DATE" value="PAST_REF">once</TIMEX3>.</TEXT></TimeML>"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "one.tml").write_text(DOCUMENT, encoding="utf-8")
    return tmp_path


def test_dates_lie_in_the_text_of_the_document(folder):
    (document,) = read_timeml(folder)
    assert (document.name, document.created) == ("one", date(2024, 3, 14))
    assert [e.text for e in document.expressions] == ["on Wednesday", "early March 2019"]
    assert all(document.text[e.start : e.end] == e.text for e in document.expressions)
    assert [e.modified for e in document.expressions] == [False, True]


@pytest.mark.parametrize(
    ("value", "start", "end"),
    [
        ("2024-02-29", "2024-02-29", "2024-02-29"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("1999-Q4", "1999-10-01", "1999-12-31"),
        ("1999", "1999-01-01", "1999-12-31"),
    ],
)
def test_values_at_calendar_granularities(value, start, end):
    assert period_of(value) == (date.fromisoformat(start), date.fromisoformat(end))


@pytest.mark.parametrize("value", ["199", "PAST_REF", "2024-W10-WE", "2024-SU", "2023-02-29", "2024-13", ""])
def test_other_values_are_no_period(value):
    assert period_of(value) is None


def test_a_folder_without_timeml(tmp_path):
    with pytest.raises(ValueError, match=r"no \*\.tml file"):
        read_timeml(tmp_path)


def test_the_older_form_has_no_text_element(tmp_path):
    made = '<TIMEX3 type="DATE" value="1998-01-08" functionInDocument="CREATION_TIME">01-08-98</TIMEX3>'
    text = f'<TimeML>{made} Snow <TIMEX3 type="DATE" value="1998-01-07">yesterday</TIMEX3>.</TimeML>'
    (tmp_path / "old.tml").write_text(text, encoding="utf-8")
    (document,) = read_timeml(tmp_path)
    assert document.created == date(1998, 1, 8)
    assert [e.text for e in document.expressions] == ["yesterday"]


def test_a_document_without_a_creation_date(tmp_path):
    (tmp_path / "one.tml").write_text("<TimeML><TEXT>Snow.</TEXT></TimeML>", encoding="utf-8")
    assert read_timeml(tmp_path)[0].created is None


def test_a_broken_file_is_named(tmp_path):
    (tmp_path / "bad.tml").write_text("<TimeML>", encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.tml"):
        read_timeml(tmp_path)
