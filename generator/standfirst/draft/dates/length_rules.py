"""Lengths of time in English, and what is counted by them: "two years", "five-year", "a week later"."""

from __future__ import annotations

from decimal import Decimal
from types import MappingProxyType
from typing import Final

import regex

from standfirst.draft.dates.meanings import Counted, Grain, Length, Meaning, Origin
from standfirst.draft.dates.rules import Match, Rule, group, words_before, words_behind
from standfirst.draft.dates.words import FEW, GRAINS, NUMBER, UNIT, count_in, length_of

_FROM_PUBLISHED: Final = MappingProxyType({"ago": -1, "from now": 1, "hence": 1})
_FROM_TOLD: Final = MappingProxyType(
    {
        **dict.fromkeys(("earlier", "before", "previously"), -1),
        **dict.fromkeys(("later", "after", "afterward", "afterwards"), 1),
    }
)
# Behind "two days before" there may be what it was before, and then it is a length.
_NO_EVENT: Final = regex.compile(r"\s*[,.;:)\"'—–-]|\s*$|\s+(?:and|but|when|as|in|on|at)\b|\s+that(?=[.,;])")
_SHOWS_LENGTH: Final = regex.compile(r"\b(?:in|for|within|than|only|just|after|by|over|every|least|most|about) $")
# "Four flights a week", "$500 million a year", "twice a day", "every two years".
_RATE: Final = regex.compile(
    r"(?:\d|%|\b(?:hundred|thousand|million|billion|trillion|percent|per cent|pct|dozen|once|twice|people|men|women"
    r"|much|many|(?!takes|lasts|spends|needs|requires|waits|is|was|has|does|this|us|as|its|his|perhaps|less|plus|costs)"
    r"\p{L}+s)) $"
)
_RECURS: Final = regex.compile(r"\b(?:every|each|per|almost every|nearly every) $")
_SOME_DAY: Final = regex.compile(r" (?:of|for|when|that|like|to|on which)\b")
_WINDOW: Final = regex.compile(r"\b(?:over|in|within|during|for|through|throughout|of) $")
_WEEKS: Final = 2


def _counted(found: Match) -> Meaning | None:
    words, unit, then = group(found, "few") or group(found, "number"), group(found, "unit"), group(found, "then")
    if _is_no_length(found, words, unit, then) or (count := count_in(words)) is None:
        return None
    if found["half"]:
        count += Decimal("0.5")
    grain, number = GRAINS.get(unit), int(count) * (_WEEKS if unit == "fortnight" else 1)
    if grain and then in _FROM_PUBLISHED:
        return Counted(grain, _FROM_PUBLISHED[then] * number, is_ago=then == "ago")
    is_date = then not in {"before", "after"} or _NO_EVENT.match(words_behind(found))
    if grain and then and is_date and not words_behind(found).startswith(" than"):
        return Counted(grain, _FROM_TOLD[then] * number, Origin.TOLD)
    return Length(length_of(count, unit))


def _is_no_length(found: Match, words: str, unit: str, then: str) -> bool:
    """Tell whether words mean something else: an age, a rate, a title, "a second", "one day", "a day for"."""
    before, behind = words_before(found), words_behind(found)
    if behind.startswith(" War") or _RECURS.search(before) or _is_title(found):
        return True
    if unit == "year" and found["old"]:
        return True
    if unit == "second":
        return not found["number"] or words == "one"
    if words in {"a", "an"} and not then and not found["half"] and _RATE.search(before):
        return True
    if unit not in {"day", "night"} or then or words not in {"a", "one"} or "-" in found[0]:
        return False
    is_some = (words == "one" or unit == "night") and not _SHOWS_LENGTH.search(before)
    return is_some or _SOME_DAY.match(behind) is not None


def _is_title(found: Match) -> bool:
    """Tell whether the unit has a capital that no line in capitals gives it: "60 Minutes"."""
    unit = found["unit"]
    return unit[0].isupper() and not unit.isupper()


def _window(found: Match) -> Meaning | None:
    """Return a length: "the past year", and of others than past what is over, in or during it."""
    if found["which"].lower() == "past" or _WINDOW.search(words_before(found)):
        return Length(
            length_of(count_in(group(found, "few").replace("-", "") or "one") or Decimal(1), group(found, "unit"))
        )
    return None


def _quarters(found: Match) -> Meaning | None:
    count = count_in(found["number"])
    return Length(f"P{3 * int(count)}M") if count else None


_WHICH: Final = "(?:(?:the )?(?:past|last|next|first|previous|preceding|coming|following|final) )?"
_KIND: Final = "(?:(?:full|long|consecutive|straight|more|whole|short|additional|business|working|solid|further) )?"
_UNITS: Final = "second|minute|hour|day|night|week|fortnight|month|year|decade|centur"
_THEN: Final = "(?P<then>ago|from now|hence|earlier|later|before|after(?:wards?)?|previously)"

RULES: Final = (
    Rule(
        rf"{_WHICH}(?:(?P<number>{NUMBER})[ -]{_KIND}|(?P<few>{FEW})(?: |-){_KIND})"
        rf"(?P<unit>{UNIT})(?:s's?|s'|s|'s)?(?P<half> and a half)?(?:[ -](?:(?P<old>old)|long))?(?:[ -]{_THEN})?",
        _counted,
        _UNITS,
    ),
    Rule(
        rf"the (?P<which>past|last|next|coming|previous) (?P<few>quarter[ -]|half[ -])?(?P<unit>{UNIT})",
        _window,
        _UNITS,
    ),
    Rule(
        r"this past (?P<grain>week|month|year)", lambda found: Counted(GRAINS[group(found, "grain")], -1), "this past"
    ),
    Rule(
        r"(?P<unit>hour|day|night|week|month|year|decade)-?long",
        lambda found: Length(length_of(Decimal(1), group(found, "unit"))),
        "long",
    ),
    Rule(r"the (?P<unit>fortnight)", lambda found: Length(length_of(Decimal(1), group(found, "unit"))), "fortnight"),
    Rule(r"(?P<number>two|three|four|five|six|\d{1,2}) quarters(?! of)", _quarters, "quarters"),
    Rule(
        r"year-(?:ago|earlier)(?: (?:period|month|level|figure))?",
        lambda _: Counted(Grain.YEAR, -1, Origin.TOLD),
        "year-",
    ),
    Rule(r"year-(?:ago|earlier) quarter", lambda _: Counted(Grain.QUARTER, -4, Origin.TOLD), "quarter"),
)
