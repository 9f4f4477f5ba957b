"""Web pages: the article without its surroundings, and what the page's metadata says of it."""

import logging
from functools import lru_cache
from types import ModuleType
from typing import Any

from service.problems import Problem

# The time to find the article grows faster than the tags: these take two seconds, 500,000 take a minute.
_MOST_TAGS = 20_000


@lru_cache(maxsize=1)
def _trafilatura() -> ModuleType:
    import trafilatura.meta  # here: it takes half a second and 40 MB, and many services never see a page

    for name in ("trafilatura", "htmldate"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # their messages may quote the page
    return trafilatura


def read_page(page: str) -> dict[str, Any]:
    """Return the text, title and publication date of a page; the latter two may be None.

    Raises:
        Problem: the page holds no article, or too many tags.
    """
    if page.count("<") > _MOST_TAGS:
        detail = f"The page has more than {_MOST_TAGS} tags."
        raise Problem(status=413, code="page_too_large", detail=detail)
    found = _extract(page)
    if found is None or not (found.text or "").strip():
        raise Problem(status=422, code="no_article", detail="No article was found in the page.")
    return {"text": found.text, "title": (found.title or "")[:1000] or None, "published_at": found.date}


def _extract(page: str) -> Any:
    try:
        return _trafilatura().bare_extraction(
            page,
            include_comments=False,
            include_tables=False,
            with_metadata=True,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    finally:
        _trafilatura().meta.reset_caches()  # which would keep the page's text
