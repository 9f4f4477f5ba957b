"""Bytes to characters."""

from service.problems import Problem

_CHARSETS = ("utf-8", "utf8", "us-ascii")


def decode(body: bytes, *, charset: str) -> str:
    """Return the text of a body in UTF-8; a byte order mark does not count.

    Raises:
        Problem: the body is in another charset, or not what it says.
    """
    if charset.lower() not in _CHARSETS:
        raise Problem(status=415, detail="Send the body in UTF-8.")
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Problem(status=400, detail=f"The body is not UTF-8: see byte {error.start}.") from error
