"""Times by the clock, and parts of a day, in English; a part of a day means something beside a day alone."""

from __future__ import annotations

from typing import Final

from standfirst.draft.dates.meanings import Clock, Meaning
from standfirst.draft.dates.rules import Match, Rule, group
from standfirst.model import TimeOfDay

_ZONE: Final = (
    r"(?P<zone>GMT|UTC|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|PT|BST|CET|CEST|local time|(?:Eastern|Pacific)(?: time)?)"
)
_UTC: Final = frozenset({"gmt", "utc"})
_HOURS, _MINUTES, _HOURS_OF_HALF = range(24), range(60), range(1, 13)


def _clock(found: Match) -> Meaning | None:
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = group(found, "half")[:1]
    if half and hour in _HOURS_OF_HALF:
        hour = hour % 12 + (12 if half == "p" else 0)
    elif half or hour not in _HOURS:
        return None
    zone = "Z" if group(found, "zone") in _UTC else ""
    return Clock(TimeOfDay(hour, minute, None, zone)) if minute in _MINUTES else None


def _noon(_: Match) -> Meaning:
    return Clock(TimeOfDay(12, 0))


def _part(found: Match) -> Meaning | None:
    name, beside = found["part"], found["the"]
    if name[0].isupper() and not name.isupper() and not found.string[: found.start()].endswith("day "):
        # "The Morning Ledger" is a newspaper, but "Tuesday Morning" may stand in a headline.
        return None
    return Clock(is_told=beside is not None or name.lower() == "midday")


_PART: Final = "morning|afternoon|evening|night|lunchtime|midday|noon|midnight"

RULES: Final = (
    Rule(
        rf"(?P<hour>\d{{1,2}})(?:[:.](?P<minute>\d\d))? ?(?P<half>[ap]\.m\.?|[ap]m)(?: \(?{_ZONE}\)?)?",
        _clock,
        r"\d ?[ap]\.?m",
    ),
    Rule(rf"(?P<half>)(?P<hour>\d{{1,2}})[:.]?(?P<minute>\d\d)(?: hours)? ?\(?{_ZONE}\)?", _clock, r"\d\d[ (h]"),
    Rule(
        r"(?P<half>)(?P<zone>)(?<=\b(?:at|by|from|until|before|after)\s)(?P<hour>\d{1,2}):(?P<minute>\d\d)(?!\.\d|:)",
        _clock,
        r"\d:\d",
    ),
    Rule(r"(?<=\b(?:by|until|before|after|around|from)\s)(?:noon|midday)", _noon, "noon|midday"),
    Rule(
        r"(?P<the>(?:early |late |mid[ -])(?:in the )?|in the (?:early |late )?"
        rf"|(?<=\b(?:by|during|throughout|for)\s)the )?(?:early )?(?P<part>{_PART})",
        _part,
        _PART,
    ),
)
