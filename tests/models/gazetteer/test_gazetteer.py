import sqlite3

import pytest

from models.gazetteer import Gazetteer, normalise
from models.gazetteer.gazetteer import FILE, skeleton


@pytest.fixture(scope="module")
def gazetteer():
    return Gazetteer()


def test_the_most_populous_place_comes_first(gazetteer):
    first, second, *_ = gazetteer.lookup("Cambridge")
    assert (first.country, first.kind) == ("GB", "city")
    assert first.population > second.population


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("France", "FR", "country"),
        ("Nigerian", "NG", "country"),
        ("U.S.", "US", "country"),
        ("the Gaza Strip", "PS", "admin1"),
        ("Borno State", "NG", "admin1"),
        ("Ontario", "CA", "admin1"),
        ("Texas", "US", "admin1"),
        ("Kiev", "UA", "city"),
        ("Kyiv", "UA", "city"),
        ("Bogotá", "CO", "city"),
        ("Baghdad", "IQ", "city"),
        ("Baghdad Province", "IQ", "admin1"),
        ("Washington", "US", "city"),
        ("Los Angeles County", "US", "admin2"),
        ("Floridians", "US", "admin1"),
    ],
)
def test_names_and_demonyms_and_spellings_are_known(gazetteer, name, country, kind):
    place = gazetteer.lookup(name)[0]
    assert (place.country, place.kind) == (country, kind)


def test_a_sea_is_in_no_country(gazetteer):
    assert gazetteer.lookup("Red Sea")[0].country is None


def test_cities_know_their_region(gazetteer):
    assert gazetteer.lookup("Maiduguri")[0].admin1 == "Borno"
    assert gazetteer.lookup("Houston")[0].admin1 == "Texas"


def test_cities_of_every_country_know_their_region(gazetteer):
    assert gazetteer.lookup("Lyon")[0].admin1 == "Auvergne-Rhône-Alpes"


def test_regions_and_countries_have_their_middle(gazetteer):
    ontario, iraq = gazetteer.lookup("Ontario")[0], gazetteer.lookup("Iraq")[0]
    assert (ontario.latitude, ontario.longitude) == (49.25, -84.5)
    assert (iraq.latitude, iraq.longitude) == (33, 44)
    assert gazetteer.lookup("Texas")[0].geonames_id == 4736286


def test_unknown_names_have_no_places(gazetteer):
    assert gazetteer.lookup("Xyzzyplugh") == ()
    assert gazetteer.lookup("") == ()


def test_other_transcriptions_are_found_within_a_country(gazetteer):
    assert "Ḩasakah" in gazetteer.similar("Hassakeh", country="SY")[0].name
    assert gazetteer.similar("Hassakeh", country="FR") == ()


@pytest.mark.parametrize("name", ["", "Oo", "Io"])
def test_short_skeletons_match_nothing(gazetteer, name):
    assert gazetteer.similar(name, country="US") == ()


def test_countries_are_found_by_code(gazetteer):
    assert gazetteer.country("KE").name == "Kenya"
    assert gazetteer.country("XX") is None


@pytest.mark.parametrize(
    ("name", "plain"),
    [
        ("São Paulo", "sao paulo"),
        ("The Hague", "hague"),
        ("U.S.", "us"),
        ("Iraq's", "iraq"),
        ("Mek'ele", "mek ele"),
    ],
)
def test_normalised_names(name, plain):
    assert normalise(name) == plain


def test_the_skeleton_is_what_transcriptions_share():
    assert skeleton("Hassakeh") == skeleton("Al Ḩasakah") == "hskh"


def test_a_missing_file_names_the_command_that_builds_it(tmp_path):
    with pytest.raises(ValueError, match=r"python -m models\.gazetteer"):
        Gazetteer(file=tmp_path / "none.sqlite")


def test_the_file_is_small_enough_to_ship():
    assert FILE.stat().st_size < 30_000_000


def test_a_file_of_another_version_is_refused(tmp_path):
    old = tmp_path / "old.sqlite"
    sqlite3.connect(old).close()
    with pytest.raises(ValueError, match="another version"):
        Gazetteer(file=old)
