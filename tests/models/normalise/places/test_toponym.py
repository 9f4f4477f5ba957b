import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.normalise.places import article_votes, resolve_toponyms
from models.normalise.places.toponym import great_circle_km
from models.records import Span


def resolved(text, *names):
    spans = [Span(text=name, start=text.index(name), end=text.index(name) + len(name)) for name in names]
    return resolve_toponyms(spans, text=text, votes=article_votes(text))


@pytest.mark.parametrize(
    ("text", "name", "admin1"),
    [
        ("A barn burned in Paris, Texas, on Monday.", "Paris", "Texas"),
        ("He was born in Paris, Ky., and stayed.", "Paris", "Kentucky"),
        ("The fair at Athens (Georgia) is open.", "Athens", "Georgia"),
        ("The mayor of Moscow, Idaho, resigned.", "Moscow", "Idaho"),
    ],
)
def test_a_name_lies_in_what_is_said_to_contain_it(text, name, admin1):
    (place,) = resolved(text, name)
    assert (place.country, place.admin1) == ("US", admin1)


def test_without_a_hint_the_greatest_namesake_is_meant():
    (place,) = resolved("The talks in Paris went on.", "Paris")
    assert place.country == "FR"


def test_neighbours_decide_between_namesakes():
    text = "Crews from Shreveport and Bossier City fought the fire in Mansfield, the sheriff said."
    *_, place = resolved(text, "Shreveport", "Bossier City", "Mansfield")
    assert (place.country, place.admin1) == ("US", "Louisiana")


def test_a_country_s_name_does_not_speak_for_itself():
    text = "Atlanta and Savannah were dry, and all of Georgia waits for rain, forecasters in Macon said."
    *_, place = resolved(text, "Atlanta", "Savannah", "Macon", "Georgia")
    assert (place.country, place.kind) == ("US", "admin1")


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Conn.", "US", "admin1"),
        ("B.C.", "CA", "admin1"),
        ("Texans", "US", "admin1"),
        ("Rapides Parish", "US", "admin2"),
        ("Palestinians", "PS", "country"),
        ("Europeans", None, "admin1"),
    ],
)
def test_abbreviations_demonyms_and_districts(name, country, kind):
    (place,) = resolved(f"The news from {name} was good.", name)
    assert (place.country, place.kind) == (country, kind)


def test_a_name_has_one_sense_in_an_article():
    text = "Paris, Texas, is small. Snow fell on Paris."
    spans = [Span(text="Paris", start=i, end=i + 5) for i in (0, text.rindex("Paris"))]
    first, second = resolve_toponyms(spans, text=text, votes=article_votes(text))
    assert first == second


def test_unknown_names_stay_unplaced():
    assert resolved("They met at Xyzzyplugh.", "Xyzzyplugh") == [None]


@given(st.text(max_size=80))
def test_no_text_is_an_error(text):
    spans = [Span(text=text, start=0, end=len(text))]
    assert len(resolve_toponyms(spans, text=text, votes=article_votes(text))) == 1


def test_the_great_circle():
    assert great_circle_km((51.51, -0.13), (48.86, 2.35)) == pytest.approx(344, abs=2)
    assert great_circle_km((10.0, 20.0), (10.0, 20.0)) == 0
