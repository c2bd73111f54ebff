"""What an article has told of time up to a place in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from standfirst.draft.dates.meanings import Counted, Grain, Meaning, Named, Origin, Period
from standfirst.draft.dates.reckoning import Reckoned, days_between
from standfirst.model import Day

_FROM_THE_FINEST: Final = (
    *(Grain.DAY, Grain.WEEKEND, Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.DECADE, Grain.CENTURY),
)
# A day that is so far from that of publication belongs to another story, which ends with its paragraph.
_LONG_AGO: Final = 400
# "The next day" counts from a day of its own paragraph, or of the one before.
_MOST_PARAGRAPHS: Final = 1


@dataclass
class Memory:
    """The dates that were told last; `told` has the last one that tells so much or more.

    `year` is the year of long ago that days and months without one belong to, for the rest of a sentence, or of a
    paragraph where it came with a day.
    """

    published: Day | None
    is_narrative: bool = False
    last: Reckoned | None = None
    year: int | None = None
    _told: dict[Grain, Reckoned] = field(default_factory=dict)
    _recent: Reckoned | None = None
    _is_day: bool = False
    _paragraphs: int = 0
    _quarter: Reckoned | None = None
    _since_quarter: int = 0

    def told(self, grain: Grain) -> Reckoned | None:
        """Return the date that was told last in this grain or a finer one."""
        return self._told.get(grain)

    @property
    def quarter(self) -> Reckoned | None:
        """The quarter that this paragraph or the one before is about."""
        return self._quarter if self._since_quarter <= _MOST_PARAGRAPHS else None

    def remember(self, meaning: Meaning, date: Reckoned) -> None:
        """Note a date that the article tells."""
        self.last = date
        for grain in _FROM_THE_FINEST[_FROM_THE_FINEST.index(date.grain) :]:
            self._told[grain] = date
        if date.grain is Grain.DAY:
            self._paragraphs = 0
        if isinstance(meaning, Period) and date.grain is Grain.QUARTER:
            self._quarter, self._since_quarter = date, 0
        if date.grain is Grain.DAY and self.published and not self._is_long_ago(date):
            self._recent = date
        match meaning:
            case Named(stated) if stated.year is not None:
                self.year = date.days.first.year if self._is_long_ago(date) else None
                self._is_day = date.grain is Grain.DAY
            case Period(year=int()):
                self.year = date.days.first.year if self._is_long_ago(date) else None
                self._is_day = False
            case Counted(origin=Origin.PUBLISHED):
                self.year = None

    def begin_sentence(self) -> None:
        """Forget a year that was told without a day: the next sentence may be about the news again."""
        if not self._is_day:
            self.year = None

    def begin_paragraph(self) -> None:
        """Forget the year, and a day of long ago or told long before: this paragraph may be about the news again."""
        self.year = None
        self._paragraphs += 1
        self._since_quarter += 1
        if self._paragraphs > _MOST_PARAGRAPHS and not self.is_narrative:
            self._told.pop(Grain.DAY, None)
        told = self._told.get(Grain.DAY)
        if told and not self.is_narrative and self._is_long_ago(told):
            self._told.pop(Grain.DAY)
            if self._recent:
                self._told[Grain.DAY] = self._recent

    def _is_long_ago(self, date: Reckoned) -> bool:
        return self.published is not None and days_between(date.days, self.published) > _LONG_AGO
