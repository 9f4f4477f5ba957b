import pytest

from models.evaluation.places import evaluate_places, judge, our_reader
from models.evaluation.toponyms import read_toponyms

ARTICLES = """<?xml version="1.0"?>
<articles><article docid="1"><text><![CDATA[Rain fell on Lyon and on Oz; Lyon is wet.]]></text><toponyms>
<toponym><start>14</start><end>18</end><phrase>Lyon</phrase>
<gaztag><lat>45.75</lat><lon>4.85</lon><country>France</country></gaztag></toponym>
<toponym><start>25</start><end>27</end><phrase>Oz</phrase><gaztag><lat>0</lat><lon>0</lon></gaztag></toponym>
<toponym><start>29</start><end>33</end><phrase>Lyon</phrase></toponym>
</toponyms></article></articles>"""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "some.xml"
    path.write_text(ARTICLES, encoding="utf-8")
    return path


def test_toponyms_with_coordinates_are_read_and_offsets_mended(file):
    (article,) = read_toponyms(file)
    assert [(t.text, article.text[t.start : t.end]) for t in article.toponyms] == [("Lyon",) * 2, ("Oz",) * 2]
    assert [t.country for t in article.toponyms] == ["France", None]


def test_a_toponym_without_its_words_is_read_by_its_offsets(file):
    bare = ARTICLES.replace("<phrase>Oz</phrase>", "")
    file.write_text(bare, encoding="utf-8")
    (article,) = read_toponyms(file)
    assert [t.text for t in article.toponyms] == ["Lyon", "Oz"]


def test_errors_are_counted_in_kilometres_and_countries(file):
    lyon, oz = judge(read_toponyms(file), our_reader)
    assert lyon.error_km < 5
    assert (lyon.right_country, oz.right_country) == (True, None)
    assert oz.error_km > 161


def test_the_last_line_is_the_accuracy(file):
    lines = evaluate_places(file).splitlines()
    assert lines[-1] == "within_161km: 50.0 (n=2)"
    assert lines[0].startswith("population: within_161km: ")


@pytest.mark.parametrize("text", ["<articles>", "<articles></articles>"])
def test_other_files_are_named(tmp_path, text):
    path = tmp_path / "bad.xml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.xml"):
        evaluate_places(path)
