"""Which language a text is in, judged from its beginning."""

from functools import cache

from py3langid.langid import MODEL_FILE, LanguageIdentifier

from models.schema import ENGLISH

_READ = 4000
# English news never scored under 0.5 here; headlines full of foreign names can.
_NOT_ENGLISH = 0.05
_NO_LANGUAGE = "zxx"


def detect_language(text: str) -> str | None:
    """Return an ISO 639 code, None where the text is in no language.

    A language other than English is returned only where English is ruled out.
    """
    beginning = text[:_READ]
    if not any(c.isalpha() for c in beginning):
        return None
    ranked = _identifier().rank(beginning)
    if dict(ranked)[ENGLISH] >= _NOT_ENGLISH:
        return ENGLISH
    best = str(ranked[0][0])
    return None if best == _NO_LANGUAGE else best


def is_english(language: str | None) -> bool:
    """Return whether a language tag (RFC 5646) such as ``en`` or ``en-GB`` is of English."""
    return language is not None and language.lower().split("-")[0] == ENGLISH


@cache
def _identifier() -> LanguageIdentifier:
    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
