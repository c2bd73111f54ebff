"""Dates as far as they are known: nothing is drawn after the day on which the facts were as they are told."""

from __future__ import annotations

from standfirst.model import CalendarDate, Date, Day, End


def known_by(date: Date, as_of: Day | None) -> Date:
    """Return a date that ends on the day that facts are of, where it says only that it may reach beyond: a month, say.

    What is stated to begin or to end later, as what is planned, stays as it is.
    """
    if as_of is None:
        return date
    return Date(date.text, date.shape, _end_by(date.start, as_of), _end_by(date.end, as_of))


def _end_by(end: CalendarDate | End, as_of: Day) -> CalendarDate | End:
    if isinstance(end, End) or not end.earliest <= as_of < end.latest:
        return end
    return CalendarDate(end.precision, end.earliest, as_of, end.approximate, end.uncertain, end.time)
