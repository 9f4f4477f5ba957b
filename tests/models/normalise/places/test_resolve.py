import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.normalise.places import article_votes, resolve_location
from models.records import Span


def resolve(text, *mentions):
    spans = []
    for mention in mentions:
        start = text.index(mention)
        spans.append(Span(text=mention, start=start, end=start + len(mention)))
    return resolve_location(spans, votes=article_votes(text))


def test_the_narrowest_known_place_is_the_location():
    value = resolve(
        "Shells fell on Sloviansk in the Donetsk region of Ukraine.", "Ukraine", "Donetsk region", "Sloviansk"
    )
    assert (value.name, value.country, value.precision) == ("Sloviansk", "UA", "city")
    assert value.latitude == pytest.approx(48.85, abs=0.1)
    assert value.order == (2, 1, 0)


def test_what_no_gazetteer_knows_is_narrower_than_what_it_knows():
    value = resolve("A bomb went off at the fish market in Maiduguri.", "Maiduguri", "fish market")
    assert (value.name, value.country, value.admin1) == ("Maiduguri", "NG", "Borno")
    assert value.order == (1, 0)


@pytest.mark.parametrize(
    ("text", "mentions", "country"),
    [
        ("Two men were shot in London, Ontario, police said.", ["London", "Ontario"], "CA"),
        ("Two men were shot in London, police said.", ["London"], "GB"),
        ("A court in Alexandria, Virginia, heard of the raid.", ["Alexandria", "Virginia"], "US"),
        ("Egypt's interior ministry said the bomb in Alexandria hurt two.", ["Alexandria"], "EG"),
    ],
)
def test_the_event_s_own_words_and_the_article_choose_between_namesakes(text, mentions, country):
    assert resolve(text, *mentions).country == country


def test_a_name_inside_a_mention_is_used_where_nothing_else_is_known():
    value = resolve("The blast tore through Brussels Metro station.", "Brussels Metro station")
    assert (value.name, value.country, value.precision) == ("Brussels", "BE", "city")


def test_other_transcriptions_are_recognised_in_the_article_s_country():
    value = resolve("Syrian state media said shells hit Hassakeh, in northeastern Syria.", "Hassakeh")
    assert (value.name, value.country, value.precision) == ("Hassakeh", "SY", "city")


@pytest.mark.parametrize("mention", ["market", "church", "side street", "border"])
def test_common_words_are_no_towns_and_take_the_article_s_country(mention):
    value = resolve(f"Kenyan police said the attack at the {mention} in Kenya killed two.", mention)
    assert (value.name, value.country, value.precision) == ("Kenya", "KE", "country")
    assert value.latitude is None


def test_an_unknown_village_keeps_its_name_and_takes_the_article_s_country():
    value = resolve("Nigeria: gunmen raided Gwandazuru in the north of Nigeria.", "Gwandazuru")
    assert (value.name, value.country, value.latitude) == ("Gwandazuru", "NG", None)


def test_a_demonym_places_what_it_describes():
    assert resolve("Rockets were fired at Turkish territory.", "Turkish territory").country == "TR"


def test_the_other_side_of_a_border_is_not_the_place():
    value = resolve(
        "Colombia said troops were shot at near the border with Venezuela.", "border with Venezuela"
    )
    assert value.country == "CO"


def test_a_sea_is_in_no_country():
    value = resolve("A missile hit a tanker in the Red Sea.", "Red Sea")
    assert (value.name, value.country) == ("Red Sea", None)


def test_a_dateline_s_capitals_are_not_the_place_s_name():
    assert resolve("BAGHDAD (Wire) - A bomb killed two.", "BAGHDAD").name == "Baghdad"


def test_nothing_known_stays_unknown():
    value = resolve("They attacked the hut at dawn.", "hut")
    assert (value.name, value.country, value.precision, value.latitude) == ("hut", None, None, None)


@given(st.text(min_size=1, max_size=60), st.text(max_size=60))
def test_no_text_is_an_error(mention, text):
    span = Span(text=mention, start=0, end=len(mention))
    value = resolve_location([span], votes=article_votes(mention + text))
    assert value.order == (0,)
