"""What each find comes to, in the order of the text.

That is worked out from the day of publication, the tense of the sentence, and what was told before.
"""

from __future__ import annotations

import contextlib
import datetime
from dataclasses import replace
from typing import Final

from standfirst.draft.dates.meanings import (
    Among,
    Clock,
    Counted,
    Feast,
    Grain,
    Length,
    Meaning,
    Named,
    Origin,
    Period,
    Stretch,
    Timed,
    Toward,
    WeekOf,
)
from standfirst.draft.dates.memory import Memory
from standfirst.draft.dates.placing import behind, feast_of, nearest, part_of_year, weekday_of
from standfirst.draft.dates.reckoning import Reckoned, as_day, days_between, from_base, iso, of_parts, written
from standfirst.language.dates import DayRange, StatedDate
from standfirst.model import Day
from standfirst.model.frozen_class import frozen

# A day or a month without its year is the nearest of its name where that is so near, whatever the tense.
_NEAR: Final = 60
_WEEK: Final = 7
_WEEKEND: Final = 5
# Results of a quarter are told within so many days behind it, in whatever tense.
_A_YEAR_BEFORE: Final = "the quarter a year before "
_JUST_OVER: Final = 75
_RESULTS: Final = range(33, 42)


@frozen
class Resolved:
    """The value of a find, and what the writer should look at."""

    value: str
    is_reckoned: bool = False
    doubts: tuple[str, ...] = ()


@frozen
class Resolver:
    """Works out finds one after the other; `memory` knows what was told before."""

    memory: Memory

    def resolve(self, meaning: Meaning, tense: Toward | None) -> Resolved:
        """Return what a find comes to, and remember it."""
        if isinstance(meaning, Length):
            return Resolved(meaning.value)
        reckoned, doubts = self._reckon(meaning, tense)
        if reckoned is None:
            return Resolved("", True, doubts or ("there is no date to reckon it from",))
        self.memory.remember(meaning, reckoned)
        return Resolved(reckoned.value, not _is_whole(meaning), doubts)

    def _reckon(self, meaning: Meaning, tense: Toward | None) -> tuple[Reckoned | None, tuple[str, ...]]:
        match meaning:
            case Counted():
                return self._counted(meaning, tense)
            case Named():
                return self._named(meaning, tense)
            case Period():
                return self._period(meaning, tense)
            case Feast():
                return self._feast(meaning, tense)
            case Among(what, within):
                return self._among(what, within, tense)
            case Timed(day, Clock(time)):
                reckoned, doubts = self._reckon(day, tense)
                if reckoned and time and reckoned.grain is Grain.DAY:
                    reckoned = replace(reckoned, value=written(reckoned.days, Grain.DAY, time))
                return reckoned, doubts
            case Clock(time):
                return self._at_hour(meaning)
            case Stretch(start, end):
                return self._stretch(start, end, tense)
            case WeekOf(day):
                reckoned, doubts = self._named(day, tense)
                return reckoned and from_base(reckoned.days.first, Grain.WEEK, 0), doubts
            case _:
                return None, ()

    # ------------------------------------------------------------ counted

    def _counted(self, meaning: Counted, tense: Toward | None) -> tuple[Reckoned | None, tuple[str, ...]]:
        if meaning.origin is Origin.TOLD:
            return self._from_told(meaning)
        base, quarter = self.memory.published, self.memory.quarter
        if base is None:
            return None, ("the day of publication is not known",)
        if quarter and (meaning.grain, meaning.count) == (Grain.YEAR, -1) and meaning.is_ago:
            return from_base(quarter.days.first, Grain.QUARTER, -4), (f"taken as {_A_YEAR_BEFORE}{quarter.value}",)
        count = meaning.count
        if meaning.is_open and (tense or datetime.date(*base).weekday() >= _WEEKEND):
            # The one that is over is this week's on a weekend alone.
            count = 0 if tense is Toward.NEXT or datetime.date(*base).weekday() >= _WEEKEND else -1
        return from_base(base, meaning.grain, count), ()

    def _from_told(self, meaning: Counted) -> tuple[Reckoned | None, tuple[str, ...]]:
        told, quarter = self.memory.told(meaning.grain), self.memory.quarter
        if meaning.grain is Grain.QUARTER:
            told = quarter or told
        if quarter and (meaning.grain, meaning.count) == (Grain.YEAR, -1):
            return from_base(quarter.days.first, Grain.QUARTER, -4), (f"taken as {_A_YEAR_BEFORE}{quarter.value}",)
        if told and meaning.count < 0 and self.memory.published and told.days.first > self.memory.published:
            # "The day before" in what was is none before a day that is ahead.
            told = None
        if told is None and self.memory.published:
            days = DayRange(self.memory.published, self.memory.published)
            told = Reckoned(iso(self.memory.published), days, Grain.DAY)
        if told is None:
            return None, ("no date is told before it to count from",)
        if meaning.grain is Grain.QUARTER and told.grain is not Grain.QUARTER and self.memory.published:
            # Results are those of the quarter that is over.
            return from_base(self.memory.published, Grain.QUARTER, meaning.count - 1), (
                "taken as the quarter that was over",
            )
        base, doubt = told.days.first, f"counted from {told.value}, which the text tells before"
        if meaning.grain is Grain.WEEK and told.grain is Grain.DAY and meaning.count:
            exact = from_base(base, Grain.DAY, _WEEK * meaning.count)
            return exact, (f"{doubt}; the article may mean it roughly",)
        return from_base(base, meaning.grain, meaning.count), (doubt,)

    def _at_hour(self, clock: Clock) -> tuple[Reckoned | None, tuple[str, ...]]:
        told = self.memory.told(Grain.DAY)
        day = told.days.first if told and told.grain is Grain.DAY else self.memory.published
        if day is None:
            return None, ("the day of this time is not known",)
        days = DayRange(day, day)
        return Reckoned(written(days, Grain.DAY, clock.time), days, Grain.DAY), (f"taken as a time on {iso(day)}",)

    # ------------------------------------------------------------ names

    def _named(self, meaning: Named, tense: Toward | None) -> tuple[Reckoned | None, tuple[str, ...]]:
        date = self._with_century(meaning.date)
        if whole := of_parts(date):
            return whole, ()
        base = self._base_of(meaning.origin, Grain.DAY if date.weekday is not None else Grain.YEAR)
        if base is None:
            return None, ("the day of publication is not known",)
        if date.month:
            return self._month_or_day(replace(meaning, date=date), base, tense)
        if date.weekday is not None:
            return weekday_of(date.weekday, base, meaning.toward, tense), ()
        if date.day:
            with contextlib.suppress(ValueError):
                day = as_day(datetime.date(base.year, base.month, date.day))
                return Reckoned(iso(day), DayRange(day, day), Grain.DAY), (
                    "the month is taken from what was told before",
                )
        return None, ()

    def _base_of(self, origin: Origin, grain: Grain) -> Day | None:
        told = self.memory.told(grain) if origin is Origin.TOLD else None
        return told.days.first if told else self.memory.published

    def _with_century(self, date: StatedDate) -> StatedDate:
        """Return a date with the century of a decade or a year in two digits: of those before the article the last."""
        latest = self.memory.published.year if self.memory.published else datetime.MAXYEAR
        if date.decade is not None and date.decade < 100:
            return replace(
                date, decade=(2000 if 2000 + date.decade <= latest - 12 and date.decade < 30 else 1900) + date.decade
            )
        return date

    def _month_or_day(self, meaning: Named, base: Day, tense: Toward | None) -> tuple[Reckoned | None, tuple[str, ...]]:
        date, years = meaning.date, range(base.year - 1, base.year + 2)
        if self.memory.year is not None and meaning.toward is None and tense is not Toward.NEXT:
            return of_parts(replace(date, year=self.memory.year)), (
                f"the year is taken to be {self.memory.year}, told before",
            )
        if self.memory.is_narrative and self.memory.last and meaning.toward is None:
            found = behind(date, self.memory.last)
            return found, (f"the year is counted from {self.memory.last.value}, told before",)
        if meaning.toward is Toward.THIS:
            years = range(base.year, base.year + 1)
        known = [found for year in years if (found := of_parts(replace(date, year=year)))]
        return nearest(known, base, meaning.toward, tense, _NEAR if date.day else 0), ()

    # ------------------------------------------------------------ parts of a year, and feasts

    def _period(self, meaning: Period, tense: Toward | None) -> tuple[Reckoned | None, tuple[str, ...]]:
        if meaning.year is not None:
            return part_of_year(meaning.year, meaning.number), ()
        base = self._base_of(meaning.origin, Grain.YEAR)
        if base is None:
            return None, ("the day of publication is not known",)
        candidates = [part_of_year(year, meaning.number) for year in range(base.year - 2, base.year + 3)]
        known = [each for each in candidates if each]
        over = [each for each in known if each.days.last < base]
        ahead = [each for each in known if each.days.first > base]
        around = [each for each in known if each.days.first <= base <= each.days.last]
        match meaning.toward:
            case Toward.LAST:
                return (over[-1] if over else None), ()
            case Toward.NEXT:
                return (ahead[0] if ahead else None), ()
            case Toward.THIS:
                return part_of_year(base.year, meaning.number), ()
        if over and meaning.number in _RESULTS and days_between(over[-1].days, base) <= _JUST_OVER:
            return over[-1], ()
        likely = around or (ahead if tense is Toward.NEXT else over[-1:])
        return (likely[0] if likely else None), ()

    def _feast(self, meaning: Feast, tense: Toward | None) -> tuple[Reckoned | None, tuple[str, ...]]:
        if meaning.year is not None:
            return feast_of(meaning.name, meaning.year), ()
        base = self.memory.published
        if base is None:
            return None, ("the day of publication is not known",)
        known = [found for year in range(base.year - 1, base.year + 2) if (found := feast_of(meaning.name, year))]
        if meaning.name == "9/11":
            return feast_of(meaning.name, 2001), ()
        return nearest(known, base, meaning.toward, tense, _NEAR), ()

    def _among(
        self, what: Named | Period | Feast, within: Counted, tense: Toward | None
    ) -> tuple[Reckoned | None, tuple[str, ...]]:
        time, doubts = self._counted(within, tense)
        if time is None:
            return None, doubts
        year = time.days.first.year
        match what:
            case Named(date) if date.weekday is not None and within.grain is Grain.WEEK:
                day = as_day(datetime.date(*time.days.first) + datetime.timedelta(days=date.weekday))
                return Reckoned(iso(day), DayRange(day, day), Grain.DAY), doubts
            case Named(date):
                return of_parts(replace(date, year=year)), doubts
            case Period(number):
                return part_of_year(year, number), doubts
            case Feast(name):
                return feast_of(name, year), doubts

    def _stretch(self, start: Named, end: Named, tense: Toward | None) -> tuple[Reckoned | None, tuple[str, ...]]:
        first, doubts = self._named(start, tense)
        last, _ = self._named(end, tense)
        if first is None or last is None or last.days.last < first.days.first:
            return first or last, doubts
        days = DayRange(first.days.first, last.days.last)
        return Reckoned(f"{first.value}/{last.value}", days, first.grain), doubts


def _is_whole(meaning: Meaning) -> bool:
    match meaning:
        case Named(date):
            return date.year is not None or date.century is not None or (date.decade or 0) >= 100
        case Period(year=year) | Feast(year=year):
            return year is not None
        case Timed(day, _):
            return _is_whole(day)
        case Stretch(start, end):
            return _is_whole(start) and _is_whole(end)
        case _:
            return False
