"""News items in ninjs, the IPTC's JSON (versions 1 to 3: https://iptc.org/standards/ninjs/)."""

from collections.abc import Mapping, Sequence
from typing import Any

from service.bodies.html import read_page

_DATES = ("published", "versioncreated", "versionCreated", "firstcreated", "firstCreated")
_PLAIN, _MARKED_UP = ("body_text", "bodyText"), ("body_xhtml", "body_html", "bodyXhtml", "bodyHtml")


def is_ninjs(payload: object) -> bool:
    """Return whether JSON values are a news item: it has a ``uri`` and, unlike our requests, no ``text``."""
    return isinstance(payload, Mapping) and "uri" in payload and "text" not in payload


def read_item(item: Mapping[str, Any]) -> dict[str, Any]:
    """Return a request for a news item; what it lacks is left out, what it has is checked later.

    Raises:
        Problem: its only body is a page without an article.
    """
    text, page = _bodies(item)
    found: dict[str, Any] = {"id": item["uri"]}
    if text is not None:
        found["text"] = text
    elif isinstance(page, str):
        found["text"] = read_page(f"<html><body><article>{page}</article></body></html>")["text"]
    values = {
        "title": _headline(item),
        "published_at": _first(item, _DATES),
        "language": item.get("language"),
    }
    return found | {name: value for name, value in values.items() if value is not None}


def _bodies(item: Mapping[str, Any]) -> tuple[Any, Any]:
    """Return the plain and the marked-up body."""
    text, page = _first(item, _PLAIN), _first(item, _MARKED_UP)
    for body in _mappings(item.get("bodies")):
        if str(body.get("contenttype", body.get("contentType", "text/plain"))).startswith("text/plain"):
            text = text if text is not None else body.get("value")
        else:
            page = page if page is not None else body.get("value")
    return text, page


def _headline(item: Mapping[str, Any]) -> Any:
    return _first(item, ("headline",)) or next(
        (h.get("value") for h in _mappings(item.get("headlines"))), None
    )


def _mappings(value: object) -> Sequence[Mapping[str, Any]]:
    return [part for part in value if isinstance(part, Mapping)] if isinstance(value, list) else []


def _first(item: Mapping[str, Any], names: Sequence[str]) -> Any:
    return next((item[name] for name in names if item.get(name) is not None), None)
