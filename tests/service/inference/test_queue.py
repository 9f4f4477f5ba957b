import asyncio
import time
from threading import Timer

import pytest

from models.engine import Job
from models.records import Article, Options
from service.inference.queue import JobQueue, QueueFull, Waiting


@pytest.fixture
def loop():
    loop = asyncio.new_event_loop()
    yield loop
    loop.close()


@pytest.fixture
def waiting(loop):
    def make(name, tokens, *, seconds=60.0, alone=False):
        job = Job(article=Article(text=name), options=Options())
        expires = time.monotonic() + seconds
        return Waiting(
            job=job, digest=name, tokens=tokens, expires=expires, answer=loop.create_future(), alone=alone
        )

    return make


def fill(limit, budget, *items):
    queue = JobQueue(limit=limit, batch_tokens=budget)
    for item in items:
        queue.put(item)
    return queue


def take(queue, dropped=None):
    return [w.job.article.text for w in queue.take(dropped=(dropped if dropped is not None else []).append)]


def test_a_batch_is_the_oldest_and_what_fits_shortest_first(waiting):
    queue = fill(9, 100, waiting("old", 50), waiting("long", 90), waiting("b", 30), waiting("a", 20))
    assert take(queue) == ["a", "b", "old"]
    assert take(queue) == ["long"]


def test_an_article_over_the_budget_is_read_alone(waiting):
    queue = fill(9, 100, waiting("huge", 5000), waiting("a", 1))
    assert take(queue) == ["huge"]
    assert take(queue) == ["a"]


def test_a_suspect_is_read_alone(waiting):
    queue = fill(9, 100, waiting("a", 1), waiting("suspect", 1, alone=True), waiting("b", 1))
    assert take(queue) == ["a", "b"]
    assert take(queue) == ["suspect"]
    queue = fill(9, 100, waiting("suspect", 1, alone=True), waiting("a", 1))
    assert take(queue) == ["suspect"]


def test_a_full_queue_takes_no_more(waiting):
    queue = fill(2, 100, waiting("a", 1), waiting("b", 1))
    with pytest.raises(QueueFull):
        queue.put(waiting("c", 1))
    assert (len(queue), queue.tokens) == (2, 2)


def test_who_has_gone_or_is_late_is_dropped(waiting):
    gone, late = waiting("gone", 1), waiting("late", 1, seconds=-1.0)
    gone.answer.cancel()
    dropped = []
    assert take(fill(9, 100, gone, late, waiting("a", 1)), dropped) == ["a"]
    assert dropped == [gone, late]


def test_who_is_not_wanted_any_more_takes_no_room(waiting):
    queue = fill(2, 100, waiting("late", 1, seconds=-1.0), waiting("a", 1))
    queue.put(waiting("b", 1))
    assert take(queue) == ["a", "b"]


def test_an_empty_queue_waits(waiting):
    queue = fill(9, 100)
    Timer(0.05, queue.put, [waiting("a", 1)]).start()
    assert take(queue) == ["a"]
