import pytest

from models.text.language import detect_language, is_english


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gunmen killed three people in Mosul on Friday, police said.", "en"),
        ("Gunmen kill 3 in Mosul", "en"),
        ("Hombres armados mataron a tres personas el viernes en la ciudad, informó la policía local.", "es"),
        ("Des hommes armés ont tué trois personnes vendredi dans la ville, a indiqué la police.", "fr"),
        ("!!! ### 1234 ***", None),
        ("", None),
    ],
)
def test_language(text: str, language: str | None) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("tag", "english"),
    [("en", True), ("EN-gb", True), ("en-US-x-desk", True), ("enm", False), ("fr", False), (None, False)],
)
def test_tags_of_english(tag, english):
    assert is_english(tag) == english
