"""Whether an article is news, or tells a story of the past in which a day without a year is of the year told last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from standfirst.draft.dates.meanings import Counted, Find, Named, Origin, Stretch, Timed
from standfirst.language.dates import StatedDate
from standfirst.model import Day

# So many dates of other years, and so many times those of the news, make a story.
_FEWEST: Final = 5
_TIMES: Final = 6


def is_narrative(finds: Sequence[Find], published: Day | None) -> bool:
    """Tell whether most dates are of years long before that of publication, and few count from that day."""
    if published is None:
        return True
    past = sum(_is_of_another_year(find, published.year) for find in finds)
    return past >= _FEWEST and past >= _TIMES * sum(_is_news(find, published.year) for find in finds)


def _date_of(find: Find) -> StatedDate | None:
    meaning = find.meaning
    if isinstance(meaning, Timed):
        meaning = meaning.day
    if isinstance(meaning, Stretch):
        meaning = meaning.end
    return meaning.date if isinstance(meaning, Named) else None


def _is_of_another_year(find: Find, year: int) -> bool:
    date = _date_of(find)
    return date is not None and date.year is not None and date.year < year - 1


def _is_news(find: Find, year: int) -> bool:
    if isinstance(find.meaning, Counted):
        return find.meaning.origin is Origin.PUBLISHED
    date = _date_of(find)
    return date is not None and ((date.weekday is not None and date.day is None) or (date.year or 0) >= year - 1)
