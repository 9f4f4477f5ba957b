from datetime import date

import pytest
import torch

from models.engine import BatchEngine, Job
from models.pipeline import Pipeline
from models.records import Article, Options
from models.serialise import record_dict
from models.text.words import split_words

TEXT = "Rebels bombed the market in Maiduguri on Tuesday. The bomb killed 12 people, police said."


@pytest.fixture
def pipeline(model):
    return Pipeline(model=model, precision=torch.float32)


def codes(extraction):
    return [warning.code for warning in extraction.warnings]


def extract(pipeline, text, **fields):
    fields = {"published_at": date(2024, 3, 14), "language": "en"} | fields
    return pipeline.extract(Article(text=text, **fields), options=Options())


def test_a_pipeline_is_an_engine_and_names_its_weights(pipeline):
    engine: BatchEngine = pipeline
    assert (engine.info.name, engine.info.version) == ("tiny", "0.0.1")


def test_the_same_article_gives_the_same_record(pipeline):
    assert record_dict(extract(pipeline, TEXT)) == record_dict(extract(pipeline, TEXT))


def test_what_went_in_comes_back(pipeline):
    extraction = extract(pipeline, TEXT, id="cms-1")
    assert (extraction.id, extraction.published_at, extraction.language) == ("cms-1", date(2024, 3, 14), "en")


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_an_empty_text_has_no_events_and_says_so(pipeline, text):
    extraction = extract(pipeline, text)
    assert extraction.events == ()
    assert codes(extraction) == ["no_words"]


def test_another_language_is_not_read(pipeline):
    text = "Un attentat a fait douze morts lundi devant un commissariat de la ville, selon le ministère."
    extraction = extract(pipeline, text, language=None)
    assert (extraction.language, extraction.events) == ("fr", ())
    assert codes(extraction) == ["language_not_supported"]


def test_what_is_no_language_is_not_read(pipeline):
    extraction = extract(pipeline, "!!! ### 1234 ***", language=None)
    assert (extraction.language, extraction.events) == (None, ())
    assert codes(extraction) == ["language_not_supported"]


def test_a_missing_date_is_a_warning(pipeline):
    assert "no_published_at" in codes(extract(pipeline, TEXT, published_at=None))


def test_a_dateline_stands_in_for_the_date(pipeline):
    text = f"SAN SALVADOR, 3 JAN 90 -- {TEXT}"
    assert "no_published_at" not in codes(extract(pipeline, text, published_at=None))


def test_every_word_of_a_long_article_is_read(pipeline):
    words = split_words("the market . " * 700)
    word_LD = pipeline.read_words(Article(text=words.text), words)
    assert word_LD.shape == (2100, 32)
    assert word_LD.isfinite().all()


def test_a_title_is_context_and_shifts_nothing(pipeline):
    words = split_words(TEXT)
    plain = pipeline.read_words(Article(text=TEXT), words)
    titled = pipeline.read_words(Article(text=TEXT, title="Killed at the market"), words)
    assert titled.shape == plain.shape
    assert not torch.allclose(titled, plain)


def test_a_title_that_the_text_begins_with_is_not_read_twice(pipeline):
    words = split_words(TEXT)
    plain = pipeline.read_words(Article(text=TEXT), words)
    titled = pipeline.read_words(Article(text=TEXT, title="Rebels bombed the market"), words)
    torch.testing.assert_close(titled, plain)


def test_spans_point_into_the_submitted_text(pipeline):
    extraction = extract(pipeline, "\ufeff🚨 " + TEXT, title="Killed")
    assert extraction.events
    for event in extraction.events:
        for trigger in event.triggers:
            assert trigger.text == ("\ufeff🚨 " + TEXT)[trigger.start : trigger.end]


TEXTS = [
    TEXT,
    "The market was calm.",
    "",
    "Un attentat a fait douze morts lundi devant la mairie.",
    TEXT * 60,
]


def test_in_a_batch_each_article_has_the_record_that_it_has_alone(pipeline):
    jobs = [Job(article=Article(text=text), options=Options()) for text in TEXTS]
    together = pipeline.extract_batch(jobs)
    alone = [pipeline.extract(job.article, options=job.options) for job in jobs]
    assert [record_dict(one) for one in together] == [record_dict(one) for one in alone]


def test_what_fails_in_a_batch_fails_alone(pipeline, monkeypatch):
    split = split_words

    def fail(text):
        if "calm" in text:
            raise ArithmeticError("no")
        return split(text)

    monkeypatch.setattr("models.pipeline.split_words", fail)
    jobs = [Job(article=Article(text=text), options=Options()) for text in TEXTS]
    kinds = [type(outcome).__name__ for outcome in pipeline.extract_batch(jobs)]
    assert kinds == ["Extraction", "ArithmeticError", "Extraction", "Extraction", "Extraction"]
    with pytest.raises(ArithmeticError):
        pipeline.extract(jobs[1].article, options=Options())


def test_what_the_encoder_cannot_read_does_not_fail_the_others(pipeline, monkeypatch):
    encode = type(pipeline._network).encode

    def fail(network, pairs, **options):
        if any("calm" in words.text for words, _ in pairs):
            raise MemoryError
        return encode(network, pairs, **options)

    monkeypatch.setattr(type(pipeline._network), "encode", fail)
    jobs = [Job(article=Article(text=text, language="en"), options=Options()) for text in TEXTS[:3]]
    kinds = [type(outcome).__name__ for outcome in pipeline.extract_batch(jobs)]
    assert kinds == ["Extraction", "MemoryError", "Extraction"]


def test_more_mentions_than_are_scored_is_a_warning(pipeline, monkeypatch):
    monkeypatch.setattr("models.decode.events.MAX_MENTIONS", 2)
    assert "too_many_mentions" in codes(extract(pipeline, TEXT))


def test_tokens_grow_with_the_text(pipeline):
    assert pipeline.tokens(Article(text=TEXT * 2)) > pipeline.tokens(Article(text=TEXT)) > 0


def test_english_of_a_country_is_read(pipeline):
    assert "language_not_supported" not in codes(extract(pipeline, TEXT, language="en-GB"))
