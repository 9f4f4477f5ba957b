import dataclasses

from tests.models.assemble.articles import TEXT, WORDS, bounds, context, mention


def test_words_become_evidence():
    span = context().span(*bounds("Boko Haram"))
    assert (span.text, TEXT[span.start : span.end]) == ("Boko Haram", "Boko Haram")
    assert context().mention(mention(0, "Boko Haram")) == span


def test_the_text_around_a_span_adjoins_it():
    span = context().span(*bounds("Maiduguri"))
    before, after = context().before(span), context().after(span)
    assert f"{before}Maiduguri{after}" in TEXT
    assert before.endswith("market in ")
    assert after.startswith(", Nigeria")


def test_nothing_stands_before_the_first_word_or_after_the_last():
    assert context().before(context().span(0, 0)) == ""
    assert context().after(context().span(len(WORDS) - 1, len(WORDS) - 1)) == ""


def test_confidence_is_scaled_per_field():
    scaled = dataclasses.replace(context(), calibration={"date": (1.0, -1.0)})
    assert scaled.confidence("date", 0.5) < scaled.confidence("location", 0.5) == 0.5
