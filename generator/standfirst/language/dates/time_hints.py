"""What to write in EDTF for a day and a time of day that are written in another form."""

from __future__ import annotations

import re

from standfirst.language.dates.hints import hint_for

_CLOCK = re.compile(
    r"""
    (?<![\d.:])
    (?: (?P<hour>\d{1,2}) : (?P<minute>\d\d) (?: :\d\d )? (?: \s?(?P<half>[ap])\.?m\b\.? )?
      | (?P<hour_12>\d{1,2}) (?: \.(?P<minute_12>\d\d) )? \s?(?P<half_12>[ap])\.?m\b\.?
      | (?P<hour_h>\d{1,2}) \s?h\s? (?P<minute_h>\d\d) )
    \s?(?P<zone> Z\b | UTC\b | GMT\b )?
    """,
    re.VERBOSE | re.ASCII | re.IGNORECASE,
)
_BESIDE = re.compile(r"^(?:on|le|am|el|at|,|\s)+|(?:(?<=\d)t|\bat|\bum|à|,|\s)+$", re.IGNORECASE)
_LONGEST = 80
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def timed_hint(text: str) -> str:
    """Return the EDTF of a text that is a day and a time of it, in words or numbers; "" where it is not both."""
    clock = _CLOCK.search(text) if len(text) <= _LONGEST else None
    if not clock:
        return ""
    day = _BESIDE.sub("", _BESIDE.sub("", f"{text[: clock.start()]} {text[clock.end() :]}"))
    written = day if _DAY.fullmatch(day) else hint_for(day).to_write
    return f"{written}T{_time(clock)}" if _DAY.fullmatch(written) else ""


def _time(clock: re.Match[str]) -> str:
    hour = int(clock["hour"] or clock["hour_12"] or clock["hour_h"])
    minute = clock["minute"] or clock["minute_12"] or clock["minute_h"] or "00"
    half = (clock["half"] or clock["half_12"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return f"{hour:02}:{minute}{'Z' if clock['zone'] else ''}"
