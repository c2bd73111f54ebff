"""Times of day: read as EDTF has them behind a day, said by a language's clock, and written for machines.

A zone is kept as it is written, since readers should find the clock of the place or of the source. Times without one
are told by the clock of the place.
"""

from __future__ import annotations

import datetime
import re

from babel.dates import parse_pattern

from standfirst.language.dates.faults import TIMES, DateError
from standfirst.language.locale import locale
from standfirst.model import Instant, TimeOfDay

_TIME = re.compile(r"(\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d(?::\d\d)?)?", re.ASCII)
_UTC = "Z"
_FARTHEST_ZONE = 14 * 60
_EPOCH, _DAY = datetime.date(1970, 1, 1).toordinal(), 24 * 60 * 60


def read_time(text: str, whole: str) -> TimeOfDay:
    """Return the time of day that a text states; `whole` is the date that it is part of, for what is said of faults."""
    found = _TIME.fullmatch(text)
    if not found:
        raise DateError(f"'{whole}' has no time of day behind its T", f"write it {TIMES}")
    hour, minute, second, zone = int(found[1]), int(found[2]), found[3], found[4] or ""
    if hour > 23 or minute > 59 or int(second or 0) > 59:
        raise DateError(f"'{whole}' has no time of the clock", "hours are 00 to 23, minutes and seconds 00 to 59")
    time = TimeOfDay(hour, minute, None if second is None else int(second), zone)
    if abs(_minutes_from_utc(time)) > _FARTHEST_ZONE:
        raise DateError(f"'{whole}' has no zone of time", "zones are -12:00 to +14:00, or Z for UTC")
    return time


def say_time(time: TimeOfDay, language: str) -> str:
    """Return a time by the clock of a language, with its zone: "2:30 pm", "14:30", "14:30 UTC+02:00"."""
    its_locale = locale(language)
    clock = datetime.time(time.hour, time.minute, time.second or 0)
    pattern = its_locale.time_formats["short" if time.second is None else "medium"]
    said = parse_pattern(pattern).apply(clock, its_locale).replace(" ", "\u00a0").replace("\u202f", "\u00a0")
    return f"{said}\u00a0{say_zone(time)}" if time.zone else said


def say_zone(time: TimeOfDay) -> str:
    """Return the zone of a time, as it is written; nothing where it has none."""
    return "UTC" + time.zone.removeprefix(_UTC).replace("-", "−") if time.zone else ""


def iso_time(time: TimeOfDay) -> str:
    """Return a time as ISO 8601 and HTML write it."""
    seconds = "" if time.second is None else f":{time.second:02}"
    zone = f"{time.zone}:00" if len(time.zone) == len("+02") else time.zone
    return f"{time.hour:02}:{time.minute:02}{seconds}{zone}"


def moment(time: TimeOfDay) -> tuple[int, int]:
    """Return when a time is within its day, in minutes and seconds of UTC if it has a zone, else of its own clock."""
    return time.hour * 60 + time.minute - _minutes_from_utc(time), time.second or 0


def beginning(day: datetime.date, time: TimeOfDay | None = None) -> Instant:
    """Return when a day begins in UTC, or a time of it is."""
    minutes, seconds = moment(time) if time else (0, 0)
    return Instant((day.toordinal() - _EPOCH) * _DAY + minutes * 60 + seconds)


def _minutes_from_utc(time: TimeOfDay) -> int:
    if time.zone in {"", _UTC}:
        return 0
    hours, _, minutes = time.zone[1:].partition(":")
    return (int(hours) * 60 + int(minutes or 0)) * (-1 if time.zone[0] == "-" else 1)
