"""One time expression to a date: a table of patterns, the first that matches decides."""

import re
from collections.abc import Callable
from datetime import date

from models.normalise.dates import value as v
from models.normalise.dates.value import EARLIER, FULL, DateValue
from models.normalise.dates.words import FEASTS, MONTHS, SEASONS, WEEKDAYS
from models.normalise.numbers import SMALL

_MONTH = r"(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?\b"
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)\b"
_WEEKDAY = r"\b(?P<weekday>" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")s?\b"
_NUMBER = r"(?P<number>\d{1,3}|" + "|".join([*SMALL, "a couple of", "an", "a", "several", "few"]) + r")"
_FEAST = r"\b(?P<feast>" + "|".join(map(re.escape, sorted(FEASTS, key=len, reverse=True))) + r")"

Match = re.Match[str]
Reader = Callable[[Match, date | None, DateValue | None, str], DateValue | None]


def resolve(
    text: str, *, anchor: date | None, previous: DateValue | None = None, before: str = "", after: str = ""
) -> DateValue | None:
    """Resolve one time expression, or return None where it names no date that can be known.

    ``anchor`` is what relative dates count from, ``previous`` an earlier resolved date of the article (for
    "the following day"), ``before`` and ``after`` the words on either side.
    """
    lowered = f"{text} ".lower().replace("’", "'")[:200]
    lead = before.lower()[-20:]
    for pattern, reader in _PATTERNS:
        match = pattern.search(lowered)
        if match:
            try:
                return reader(match, anchor, previous, lead)
            except (ValueError, OverflowError):
                # No such day in the calendar ("31 June", a year before year 1).
                return None
    return None


def _full(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    return v.day(date(int(m["year"]), MONTHS[m["month"]], int(m["day"])), FULL)


def _iso(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    return v.day(date(int(m["y"]), int(m["m"]), int(m["d"])), FULL)


def _slashed(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    """12/03/2024 has two readings unless one number can be no month."""
    first, second, year = int(m[1]), int(m[2]), int(m[3])
    if first == second or second > 12:
        return v.day(date(year, first, second), FULL)
    return v.day(date(year, second, first), FULL) if first > 12 else None


def _day_range(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    year = int(m["year"]) if m["year"] else None
    start = _latest(MONTHS[m["month"]], int(m["day"]), year, anchor)
    if start is None:
        return None
    return v.span(start, start.replace(day=int(m["last"])), FULL if year else v.RELATIVE)


def _month_day(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    found = _latest(MONTHS[m["month"]], int(m["day"]), None, anchor)
    if found is None:
        return None
    return v.span(found, anchor) if anchor and "since" in lead + m.string else v.day(found)


def _month_year(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    return v.month(int(m["year"]), MONTHS[m["month"]], FULL)


def _month(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    if anchor is None:
        return None
    number = MONTHS[m["month"]]
    year = anchor.year - (number > anchor.month) - ("last year" in m.string and number <= anchor.month)
    found = v.month(year, number)
    return v.span(found.start, anchor) if "since" in lead + m.string else found


def _feast(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    month, day, year = FEASTS[m["feast"]]
    stated = re.search(r"\b(?:19|20)\d\d\b", m.string)
    if stated or year:
        return v.day(date(int(stated[0]) if stated else year or 0, month, day), FULL)
    found = _latest(month, day, None, anchor)
    return None if found is None else v.day(found)


def _weekday(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    """The nearest one before or on the anchor, unless the text says "next"; never ten days back."""
    if anchor is None:
        return None
    back = (anchor.weekday() - WEEKDAYS[m["weekday"]]) % 7
    if re.search(r"\bnext\b|\bcoming\b", m.string):
        return v.day(v.days_before(anchor, back - 7))
    found = v.days_before(anchor, back)
    other = re.search(rf"(?:between|from) .*?\b(?:and|to|until) {_WEEKDAY}", m.string)
    if other:
        last = v.days_before(anchor, (anchor.weekday() - WEEKDAYS[other["weekday"]]) % 7)
        return v.span(found if found <= last else v.days_before(found, 7), last)
    if re.search(r"\bsince\b", lead + m.string):
        return v.span(found, anchor)
    if "night into" in m.string or "overnight" in m.string:
        return v.span(found, v.days_before(found, -1))
    return v.day(found)


def _today(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    return None if anchor is None else v.day(anchor)


def _yesterday(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    return None if anchor is None else v.day(v.days_before(anchor, 1))


def _tomorrow(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    return None if anchor is None else v.day(v.days_before(anchor, -1))


def _overnight(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    return None if anchor is None else v.span(v.days_before(anchor, 1), anchor)


def _same_day(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    if previous is not None and previous.start == previous.end:
        return v.day(previous.start, EARLIER)
    return None


def _earlier_in_the_day(
    m: Match, anchor: date | None, previous: DateValue | None, lead: str
) -> DateValue | None:
    return _same_day(m, anchor, previous, lead) or _today(m, anchor, previous, lead)


def _shifted(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    """The following day, two days later, the day before: counted from an earlier date of the article."""
    if previous is None:
        return None
    count = _count(m.groupdict().get("number")) or 1
    unit = m.groupdict().get("unit") or "day"
    forward = bool(re.search(r"later|after|following|next", m[0]))
    base = previous.end if forward else previous.start
    days = count * (7 if unit.startswith("week") else 1)
    return v.day(v.days_before(base, -days if forward else days), EARLIER)


def _ago(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    count = _count(m["number"])
    if anchor is None or count is None:
        return None
    if m["unit"] == "day":
        return v.day(v.days_before(anchor, count))
    if m["unit"] == "week":
        return v.day(v.days_before(anchor, 7 * count))
    if m["unit"] == "month":
        first = v.months_before(anchor, count)
        return v.month(first.year, first.month)
    return v.year(anchor.year - count, v.RELATIVE)


def _past(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    """The past two weeks, the last 24 hours: up to the anchor."""
    count = _count(m["number"])
    if anchor is None or count is None:
        return None
    unit = m["unit"]
    if unit == "hour":
        return v.span(v.days_before(anchor, -(-count // 24)), anchor)
    if unit in ("month", "year"):
        months = count * (12 if unit == "year" else 1)
        return v.span(v.months_before(anchor, months).replace(day=min(anchor.day, 28)), anchor)
    return v.span(v.days_before(anchor, count * (7 if unit == "week" else 1)), anchor)


def _last(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    if anchor is None:
        return None
    if m["unit"] == "week":
        monday = v.days_before(anchor, anchor.weekday() + 7)
        return v.span(monday, v.days_before(monday, -6))
    if m["unit"] == "month":
        first = v.months_before(anchor, 1)
        return v.month(first.year, first.month)
    if m["unit"] == "year":
        return v.year(anchor.year - 1, v.RELATIVE)
    return v.day(v.days_before(anchor, 1)) if m["unit"] == "night" else _weekend(m, anchor, previous, lead)


def _this(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    """This month, earlier this year: from its start to the anchor."""
    if anchor is None:
        return None
    starts = {"week": v.days_before(anchor, anchor.weekday()), "month": anchor.replace(day=1)}
    return v.span(starts.get(m["unit"], anchor.replace(month=1, day=1)), anchor)


def _weekend(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    if anchor is None:
        return None
    # On a Saturday or Sunday "the weekend" is the one that runs.
    back = (anchor.weekday() - 5) % 7
    saturday = v.days_before(anchor, back)
    return v.span(saturday, min(v.days_before(saturday, -1), anchor))


def _season(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    stated = re.search(_YEAR, m.string)
    if anchor is None and not stated:
        return None
    first, last = SEASONS[m["season"]]
    year = int(stated["year"]) if stated else (anchor.year if anchor else 0)
    if not stated and anchor and (first > anchor.month or "last" in m[0]):
        year -= int(first > anchor.month or "last" in m[0])
    end = v.month(year + last // 13, (last - 1) % 12 + 1)
    return v.span(date(year, first, 1), end.end, FULL if stated else v.RELATIVE)


def _year(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    number = int(m["year"])
    if anchor and re.search(r"\bsince\b", lead + m.string):
        return v.span(date(number, 1, 1), anchor)
    return v.year(number)


def _year_range(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    last = m["last"] if len(m["last"]) == 4 else m["year"][:2] + m["last"]
    return v.span(date(int(m["year"]), 1, 1), date(int(last), 12, 31), FULL)


def _decade(m: Match, anchor: date | None, previous: DateValue | None, lead: str) -> DateValue | None:
    first = int(m["decade"])
    return v.span(date(first, 1, 1), date(first + 9, 12, 31), FULL)


def _latest(month: int, day: int, year: int | None, anchor: date | None) -> date | None:
    """The day in its year, else the latest one not after the anchor (a week of grace for plans)."""
    if year is not None:
        return date(year, month, day)
    if anchor is None:
        return None
    found = date(anchor.year, month, day)
    return found if found <= v.days_before(anchor, -7) else date(anchor.year - 1, month, day)


def _count(word: str | None) -> int | None:
    if word is None or word in ("several", "few"):
        return None
    if word.isdigit():
        return int(word)
    return {"a": 1, "an": 1, "a couple of": 2}.get(word, SMALL.get(word))


_TABLE: tuple[tuple[str, Reader], ...] = (
    (r"\b(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)\b", _iso),
    (r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b", _slashed),
    (rf"{_MONTH} {_DAY}\s*(?:-|–|to|and)\s*(?P<last>\d{{1,2}})\b(?:,? (?:{_YEAR}))?", _day_range),
    (
        rf"\b{_DAY}(?:\s*(?:-|–|to|and)\s*)(?P<last>\d{{1,2}})(?:th|st|nd|rd)? {_MONTH}(?:,? {_YEAR})?",
        _day_range,
    ),
    (rf"\b{_MONTH},? {_DAY},? ?(?:in |of )?{_YEAR}", _full),
    (rf"\b{_DAY}(?: of)? {_MONTH},? ?{_YEAR}", _full),
    (_FEAST, _feast),
    (rf"\b{_MONTH} {_DAY}", _month_day),
    (rf"\b{_DAY}(?: of)? {_MONTH}", _month_day),
    (rf"\b{_MONTH},?(?: of| in)? {_YEAR}", _month_year),
    (
        r"\b(?:earlier|later) (?:in|on|that|the same) (?:the |that )?(?:same )?(?:day|evening|morning)",
        _earlier_in_the_day,
    ),
    (rf"\b{_NUMBER} (?P<unit>day|week)s? (?:later|earlier|after|before)", _shifted),
    (
        r"\b(?:the )?(?:following|next|previous) (?:day|morning|night|evening)|\bday (?:after|before)\b",
        _shifted,
    ),
    (r"\b(?:same|that) (?:day|night|evening|morning|afternoon)", _same_day),
    (_WEEKDAY, _weekday),
    (rf"\b{_NUMBER} (?P<unit>day|week|month|year)s? ago", _ago),
    (rf"\b(?:past|last|previous) {_NUMBER} (?P<unit>hour|day|week|month|year)s?", _past),
    (rf"\b{_NUMBER} (?P<unit>hour)s?\b", _past),
    (r"\byesterday|\blast night\b", _yesterday),
    (r"\bovernight\b", _overnight),
    (r"\b(?:today|tonight|this (?:morning|afternoon|evening)|earlier in the day)\b", _today),
    (r"\btomorrow\b", _tomorrow),
    (r"\bweekend\b", _weekend),
    (r"\blast (?P<unit>week|month|year|night)\b", _last),
    (r"\b(?:this|the) (?P<unit>week|month|year)\b", _this),
    (r"\b(?:last |this |in |the )?(?P<season>spring|summer|autumn|fall|winter)\b", _season),
    (rf"\b{_YEAR}\s*(?:-|–|to|and)\s*(?P<last>\d{{4}}|\d\d)\b", _year_range),
    (r"\b(?P<decade>(?:19|20)\d0)s\b", _decade),
    (rf"\b{_YEAR}", _year),
    (rf"\b{_MONTH}", _month),
)
_PATTERNS = tuple((re.compile(pattern), reader) for pattern, reader in _TABLE)
