import pytest

from models.records import Article
from service.inference import journal as module
from service.inference.journal import Journal, digest_of

GOOD, BAD = digest_of(Article(text="good")), digest_of(Article(text="bad"))


@pytest.fixture
def path(tmp_path):
    return tmp_path / "model.journal"


def die_reading(path, *digests):
    Journal(path).begin(digests)


def test_an_article_that_ends_two_processes_is_poisonous(path):
    die_reading(path, GOOD, BAD)
    journal = Journal(path)
    assert (journal.crashes(GOOD), journal.crashes(BAD)) == (1, 1)
    journal.begin([GOOD])
    journal.end([GOOD])
    die_reading(path, BAD)
    journal = Journal(path)
    assert journal.is_poisonous(BAD)
    assert journal.crashes(GOOD) == 0


def test_an_article_that_is_twice_in_a_batch_has_ended_it_once(path):
    die_reading(path, BAD, BAD)
    assert Journal(path).crashes(BAD) == 1


def test_what_was_read_to_the_end_is_not_suspected(path):
    journal = Journal(path)
    journal.begin([GOOD])
    journal.end([GOOD])
    assert Journal(path).crashes(GOOD) == 0


def test_a_suspicion_is_forgotten_after_an_hour(path, monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(module.time, "time", lambda: now[0])
    die_reading(path, BAD)
    die_reading(path, BAD)
    assert Journal(path).is_poisonous(BAD)
    now[0] += 3601
    assert not Journal(path).is_poisonous(BAD)


def test_no_article_is_written_down(path):
    die_reading(path, digest_of(Article(text="SECRET", title="SECRET")))
    assert "SECRET" not in path.read_text()


def test_title_and_text_tell_articles_apart():
    digests = {
        digest_of(Article(text=t, title=h)) for t, h in [("a", None), ("a", "b"), ("ab", None), ("b", "a")]
    }
    assert len(digests) == 4
