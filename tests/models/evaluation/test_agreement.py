import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evaluation.agreement import overlap, same_entity, same_place, text_f1
from models.evaluation.facts import Mention, Place


def mention(text, start=None, end=None):
    return Mention(text=text, bounds=None if start is None else (start, end))


def place(name, *mentions, country=None):
    return Place(name=name, country=country, mentions=mentions)


@pytest.mark.parametrize(
    ("a", "b", "share"),
    [((0, 4), (0, 4), 1.0), ((0, 4), (2, 6), 1 / 3), ((0, 4), (4, 8), 0.0), ((0, 4), (9, 12), 0.0)],
)
def test_overlap(a, b, share):
    assert overlap(mention("x", *a), mention("x", *b)) == pytest.approx(share)


def test_spans_of_unknown_place_do_not_overlap():
    assert overlap(mention("bus"), mention("bus", 0, 3)) == 0.0


@pytest.mark.parametrize(
    ("a", "b", "f1"),
    [
        ("the army", "Army", 1.0),
        ("U.S. soldiers", "US soldiers", 1.0),
        ("Israel’s army", "army of Israel", 1.0),
        ("Médecins Sans Frontières", "Medecins sans Frontieres", 1.0),
        ("two army trucks", "army trucks", 0.8),
        ("of the", "of", 2 / 3),
        ("bus", "car", 0.0),
        ("", "", 0.0),
    ],
)
def test_text_f1(a, b, f1):
    assert text_f1(a, b) == pytest.approx(f1)


@given(st.text(), st.text())
def test_text_f1_is_a_symmetric_share(a, b):
    assert text_f1(a, b) == text_f1(b, a)
    assert 0.0 <= text_f1(a, b) <= 1.0


def test_entities_agree_by_span_or_by_words():
    rebels = (mention("Rebels", 0, 6), mention("Tal Front", 40, 49))
    assert same_entity(rebels, (mention("Rebels of Tal", 0, 10),))
    assert same_entity(rebels, (mention("the Tal Front"),))
    assert not same_entity(rebels, (mention("army", 80, 84),))
    assert not same_entity(rebels, ())


def test_a_shared_wider_place_is_not_enough():
    gold = place("Tal", mention("Tal", 10, 13), mention("Syria", 15, 20))
    assert not same_place(gold, place("Sur", mention("Sur", 30, 33), mention("Syria", 15, 20)))
    assert same_place(gold, place("Syria", mention("Syria", 15, 20), mention("Tal", 10, 13)))


def test_places_agree_by_name_or_by_span():
    assert same_place(place("Tal"), place("Tal"))
    assert same_place(place(None, mention("Tal", 10, 13)), place("Sur", mention("Tal.", 10, 14)))
    assert not same_place(place("Tal"), place(None))


def test_places_in_different_countries_are_different():
    assert not same_place(place("Tal", country="SY"), place("Tal", country="IQ"))
    assert same_place(place("Tal", country="SY"), place("Tal"))


def test_an_unknown_place_agrees_with_none():
    assert not same_place(None, None)
    assert not same_place(place("Tal"), None)
