from models import schema
from models.assemble.context import Context
from models.assemble.placing import place_event
from models.decode.drafts import DraftMention
from models.network.network import Mention
from models.text.words import split_words
from tests.models.assemble.articles import context, linked

NIGERIA = linked(schema.PLACE, "Nigeria", probability=0.7)
MAIDUGURI = linked(schema.PLACE, "Maiduguri", probability=0.8)


def test_the_narrowest_place_comes_first_and_is_looked_up():
    found = place_event([NIGERIA, MAIDUGURI], context())
    assert [m.text for m in found.mentions] == ["Maiduguri", "Nigeria"]
    assert (found.name, found.country, found.precision) == ("Maiduguri", "NG", "city")
    assert (round(found.latitude), round(found.longitude)) == (12, 13)


def test_the_surest_mention_gives_the_confidence():
    assert place_event([NIGERIA, MAIDUGURI], context()).confidence == 0.8


def test_a_country_alone_is_the_place():
    found = place_event([NIGERIA], context())
    assert (found.name, found.country, found.precision) == ("Nigeria", "NG", "country")


def test_no_place_words_are_no_place():
    assert place_event([], context()) is None


def test_a_place_that_nobody_knows_keeps_its_words_and_no_values():
    words = split_words("A raid on Qzxwville failed.")
    unknown = Context(words=words, anchor=None, anchor_basis="published_at", calibration={})
    draft = DraftMention(mention=Mention(layer=schema.PLACE, first=3, last=3), probability=0.9, primary=0.9)
    found = place_event([draft], unknown)
    assert found.name == "Qzxwville"
    assert (found.country, found.latitude, found.longitude, found.precision) == (None, None, None, None)
