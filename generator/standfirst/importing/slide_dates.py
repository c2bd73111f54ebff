"""The date of a slide: in parts, and as readers are shown it, which says what parts cannot."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from standfirst.importing.dates import ReadDate, joined
from standfirst.language import dates
from standfirst.model import CalendarDate, Date

_ZONE = re.compile(r"(?:UTC|GMT)?\s*([+\u2212-])(\d\d):?(\d\d)")
_MARKS = ("", "~", "?", "%")
_CLOCK = re.compile(r"(\d{1,2})(?::(\d\d))?(?::(\d\d))?\s*(?:([ap])\.?m\.?)?", re.IGNORECASE)
# Dates of one day and time, or two; `{0}` is the start, `{1}` the end.
_OF_ONE = ("{0}", "{0}/..", "{0}/", "../{0}", "/{0}", "[{0}..]", "[..{0}]")
_OF_TWO = ("{0}/{1}", "[{0}..{1}]")


def date_of(start: Mapping[str, str], end: Mapping[str, str], shown: str, language: str) -> ReadDate:
    """Return the date that the parts of a start and perhaps of an end say, or what is shown for it, if that says more.

    What is shown counts if it says the same day, month or year, as in "around 1984"; else it is a doubt.
    """
    first, last = _edtf(start), _edtf(end)
    if not first:
        return ReadDate(doubt="its start is no year, month and day")
    plain = joined(first, last)
    if _says(plain, shown, language):
        return ReadDate(plain)
    if told := next(_same_as_shown(first, last, shown, language), "") if shown else "":
        return ReadDate(told)
    try:
        return ReadDate(dates.parse(plain).text, f"the slide shows “{shown}”" if shown else "")
    except dates.DateError as error:
        return ReadDate(doubt=error.message)


def clock_parts(text: str) -> dict[str, str]:
    """Return the parts of a time by the clock, `14:30` or `2:30 PM`; none where it is no time."""
    found = _CLOCK.fullmatch(text.strip())
    if not found:
        return {}
    hour, minute, second, half = found.groups(default="")
    if half:
        hour = str(int(hour) % 12 + (12 if half.lower() == "p" else 0))
    return {"hour": hour, "minute": minute, "second": second}


def _edtf(parts: Mapping[str, str]) -> str:
    """A date in EDTF, as far as its parts are numbers; what stands behind one that is missing is passed over."""
    numbers = [_number(parts.get(part, "")) for part in ("year", "month", "day", "hour", "minute", "second")]
    year, month, day, hour, minute, second = numbers
    if year is None or not -9999 <= year <= 9999:
        return ""
    written = f"{'-' if year < 0 else ''}{abs(year):04}"
    if not month:
        return written
    if not day:
        return f"{written}-{month:02}"
    clock = "" if hour is None else f"T{hour:02}:{minute or 0:02}{f':{second:02}' if second else ''}"
    return f"{written}-{month:02}-{day:02}{clock}"


def _number(text: str) -> int | None:
    """A whole number as JSON or a spreadsheet has it, 9.0 too."""
    found = re.fullmatch(r"(-?\d{1,5})(?:\.0+)?", text.strip(), re.ASCII)
    return int(found[1]) if found else None


def _same_as_shown(first: str, last: str, shown: str, language: str) -> Iterator[str]:
    """Yield dates that say what is shown, and begin or end as the parts do."""
    found = dates.expressions_for(shown, language)
    # What reads in two ways, "the 2000s", may be said in one.
    found = tuple(each for each in found if _says(each, shown, language)) or found
    if len(found) == 1 and _begins_with(dates.parse(found[0]), first):
        yield found[0]
    if "T" in first:
        yield from (each for each in _timed(first, last, shown) if _says(each, shown, language))
    yield from (each for each in _unread(first, last) if _says(each, shown, language))


def _begins_with(date: Date, first: str) -> bool:
    """Whether the first end of a date that is known is the start of the slide, as precise as that or less."""
    known = next(end for end in (date.start, date.end) if isinstance(end, CalendarDate))
    stated = dates.parse(first.partition("T")[0]).start
    return (
        isinstance(stated, CalendarDate)
        and known.earliest[:1] == stated.earliest[:1]
        and (stated.earliest <= known.earliest <= stated.latest or known.earliest <= stated.earliest <= known.latest)
    )


def _says(edtf: str, shown: str, language: str) -> bool:
    try:
        return dates.say(dates.parse(edtf), language) == shown
    except dates.DateError:
        return False


def _timed(first: str, last: str, shown: str) -> Iterator[str]:
    """Yield dates with times in the zones that are shown, with the second that the parts leave out, or without."""
    signed = (("+" if sign == "+" else "-", hours, minutes) for sign, hours, minutes in _ZONE.findall(shown))
    named = (f"{sign}{hours}:{minutes}" for sign, hours, minutes in signed)
    zones = ("", "Z", *dict.fromkeys(named))
    firsts, lasts = ([f"{each}{more}{zone}" for zone in zones for more in ("", ":00")] for each in (first, last))
    yield from (form.format(each) for each in firsts for form in _OF_ONE)
    if last:
        yield from (form.format(*pair) for pair in zip(firsts, lasts, strict=True) for form in _OF_TWO)


def _unread(first: str, last: str) -> Iterator[str]:
    """Yield dates whose words say too little to be read alone: an end that is not known, "1999 to the 2000s"."""
    seasons = (f"{first}-{season}" for season in range(21, 25)) if len(first) == len("2019") else ()
    yield from (f"{each}{mark}/" for each in (*_longer(first), *seasons) for mark in _MARKS)
    ends = ([f"{each}{mark}" for each in _longer(end) for mark in _MARKS] for end in (first, last) if end)
    yield from (form.format(*pair) for pair in itertools.product(*ends) if len(pair) > 1 for form in _OF_TWO)


def _longer(date: str) -> Iterator[str]:
    """Yield a date, and the decade and the century that begin with it, since parts have no others."""
    yield date
    if len(date) == len("2019"):
        yield from (f"{date[:-zeros]}{'X' * zeros}" for zeros in (1, 2) if date.endswith("0" * zeros))
