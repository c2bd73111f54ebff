"""What English counts from the day of publication or from what was told before: "the next day", "that year"."""

from __future__ import annotations

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from standfirst.draft.dates.meanings import Counted, Grain, Meaning, Origin, Toward
from standfirst.draft.dates.rules import Match, Rule, group, toward
from standfirst.draft.dates.words import GRAINS, TOWARD, one_of

_STEPS: Final = MappingProxyType({Toward.LAST: -1, Toward.THIS: 0, Toward.NEXT: 1, None: 0})
_GRAINS: Final = "day|night|morning|afternoon|evening|week|month|quarter|year|decade|century"
_GRAIN: Final = "(?P<grain>day|night|morning|afternoon|evening|week|weekend|month|quarter|year|decade)"
# "The year" and the like are dates where these stand before them; alone they may be anything ("player of the year").
_PART: Final = (
    "(?:the )?(?:end|start|beginning|rest|remainder|middle|balance|course|turn|close|half|part|months|days|most|much)"
    " of"
)
_BEFORE: Final = "(?:for|in|with|over|since|before|into|until|within|through)"
_NO_DATE_BEHIND: Final = r"(?! (?:of|that|when|ago|to|after|before|in which|\d{3}))"


def _told(count: int) -> Callable[[Match], Meaning]:
    return lambda found: Counted(GRAINS[group(found, "grain")], count, Origin.TOLD)


def _published(found: Match) -> Meaning:
    return Counted(GRAINS[group(found, "grain")], _STEPS[toward(found)])


def _weekend(found: Match) -> Meaning:
    """Return a weekend that is over or ahead as the tense has it; without one "this weekend" is ahead."""
    return Counted(Grain.WEEKEND, 0 if found[0].lower().startswith("this") else -1, is_open=True)


def _the_time(found: Match) -> Meaning:
    """Return "the year" of publication; of quarters one that was told goes before it."""
    grain = GRAINS[group(found, "grain")]
    return Counted(grain, 0, Origin.TOLD if grain is Grain.QUARTER else Origin.PUBLISHED)


RULES: Final = (
    Rule(rf"the (?:very )?(?:next|following) {_GRAIN}|next (?P<grain>day|morning)", _told(1), _GRAINS),
    Rule(
        rf"the (?:previous|preceding|prior) {_GRAIN}|the {_GRAIN} before(?! last)|previous (?P<grain>day)",
        _told(-1),
        _GRAINS,
    ),
    Rule(r"the (?P<grain>day|night|morning|week|month|year) after(?! tomorrow| next)", _told(1), " after"),
    Rule(
        rf"(?:the |that )?(?:very )?same {_GRAIN}|that {_GRAIN}|(?:later|earlier|late|early) in the (?P<grain>day)",
        _told(0),
        _GRAINS,
    ),
    Rule(
        rf"(?P<toward>{one_of(TOWARD)}) (?P<grain>weekend|quarter|decade|century)"
        r"|(?P<toward>the current|current|coming) (?P<grain>week|month|year)",
        _published,
        _GRAINS,
    ),
    Rule(r"(?:the )?latest (?P<grain>quarter)", _the_time, "latest"),
    Rule(r"the new (?P<grain>year)(?!'s)", lambda _: Counted(Grain.YEAR, 1), "new year"),
    Rule(r"(?:the|this) (?P<grain>weekend)", _weekend, "weekend"),
    Rule(r"(?P<toward>)(?P<grain>year|month|quarter)-end", _published, "-end"),
    Rule(
        rf"(?:(?:{_PART}|(?:later|earlier|early|late) in|during|throughout) |(?<=\b{_BEFORE}\s))"
        rf"the (?P<grain>week|month|year|quarter){_NO_DATE_BEHIND}",
        _the_time,
        _GRAINS,
    ),
)
