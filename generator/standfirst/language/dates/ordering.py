"""When a date is: its first and last day, its order among others, its year, and how machines write it."""

from __future__ import annotations

import re
from dataclasses import replace

from standfirst.language.dates.times import iso_time, moment
from standfirst.model import CalendarDate, Date, Day, End, Precision, Shape

_TIME = re.compile(r"T[^/.\]]+")


def earliest_day(date: Date) -> Day | None:
    """Return the first day on which a date can have begun; None where its start is open or not known."""
    return date.start.earliest if isinstance(date.start, CalendarDate) else None


def latest_day(date: Date) -> Day | None:
    """Return the last day on which a date can have ended; None where its end is open or not known."""
    return date.end.latest if isinstance(date.end, CalendarDate) else None


def order(date: Date) -> tuple[int, ...]:
    """Return the sort key of a date: the earliest possible day first, and then what surely was on it, or just then.

    - A date without a day, month or years' digits begins with the first and ends with the last day that it may mean.
    - A start that is open or not known gives no earliest day: such a date stands where its end alone would.
    - What begins on one day stands in this order: what happened once; what lasted and has ended; what goes on, or whose
      end is not known. So what begins a time stands before that time.
    - Of these, exact dates stand before approximate, uncertain and possible ones (`[1987..1990]`), and then what has
      ended, or has surely happened, on an earlier day before the others.
    - What has a time of day stands among what happened once, behind what has none, each before what is later that day.
    """
    filed, last = filed_under(date), latest_day(date)
    lasting = 0 if date.shape is not Shape.SPAN else 1 if last else 2
    doubtful = date.shape is Shape.WITHIN or filed.approximate or filed.uncertain
    # No moment of a day lies so far before it, in any zone.
    at = (1, *moment(filed.time)) if filed.time else (0, 0, 0)
    return (*filed.earliest, 0 if filed.time else lasting, doubtful, *at, lasting, *((0, *last) if last else (1,)))


def without_times(date: Date) -> Date:
    """Return a date by its days alone."""
    if not any(isinstance(end, CalendarDate) and end.time for end in (date.start, date.end)):
        return date
    ends = (date.start, date.end)
    start, end = (replace(each, time=None) if isinstance(each, CalendarDate) else each for each in ends)
    return Date(_TIME.sub("", date.text), date.shape, start, end)


def filed_under(date: Date) -> CalendarDate:
    """Return the date by which a chronology files another: its start, or where that is open or not known its end."""
    for end in (date.start, date.end):
        if isinstance(end, CalendarDate):
            return end
    raise ValueError(f"'{date.text}' has no date in it")


def first_year(date: Date) -> int:
    """Return the year by which a chronology files a date; it never falls as `order` rises. The year 0 is 1 BC."""
    return filed_under(date).earliest.year


def html_datetime(date: Date) -> str:
    """Return the date as the `datetime` of HTML's `time` writes it, or nothing where HTML has no form for it.

    HTML has no periods, no years before 1, and no way to say that a date is approximate or uncertain.
    """
    return _iso(date.start) if date.shape is Shape.DATE else ""


def iso_ends(date: Date) -> tuple[str, str]:
    """Return when a date began and when it ended, as ISO 8601 writes that; each is "" where that would say too much.

    A single date has no end of its own. If something happened once within a period, neither end is known.
    """
    match date.shape:
        case Shape.DATE:
            return _iso(date.start), ""
        case Shape.SPAN:
            return _iso(date.start), _iso(date.end)
        case _:
            return "", ""


def _iso(stated: CalendarDate | End) -> str:
    """Return a date in the parts that it has; "" where it is open, approximate or uncertain, or has no such form."""
    if isinstance(stated, End):
        return ""
    year, month, day = stated.earliest
    if stated.approximate or stated.uncertain or year < 1:
        return ""
    match stated.precision:
        case Precision.DAY:
            time = f"T{iso_time(stated.time)}" if stated.time else ""
            return f"{year:04}-{month:02}-{day:02}{time}"
        case Precision.MONTH:
            return f"{year:04}-{month:02}"
        case Precision.YEAR:
            return f"{year:04}"
        case _:
            return ""
