"""Dates in words, in a site's language: Babel writes the dates, the catalogue the words around them.

In a message `%(date)s` stands for one date. Since many languages put a date of a day otherwise than a year ("depuis le
15 avril", "depuis 2014"), a translation may be given for one precision alone, with the message context `day`, `month`,
`year`, `season`, `decade` or `century`; dates with a qualifier of their own have none.
"""

from __future__ import annotations

import datetime
import functools
import re
from dataclasses import replace
from types import MappingProxyType
from typing import Final

from babel.dates import DateTimeFormat, tokenize_pattern

from standfirst.language.dates.times import say_time
from standfirst.language.locale import N_, NP_, catalogue_language, locale, translations
from standfirst.model import CalendarDate, Date, Day, End, Precision, Shape, TimeOfDay

SEASONS: Final = (N_("spring %(year)s"), N_("summer %(year)s"), N_("autumn %(year)s"), N_("winter %(year)s"))
# Every message about one date and about two; the last of each are not said, but read where writers write them.
ONE_DATE: Final = (
    N_("around %(date)s"),
    N_("perhaps %(date)s"),
    N_("perhaps around %(date)s"),
    N_("since %(date)s"),
    N_("from %(date)s, end not known"),
    N_("until %(date)s"),
    N_("until %(date)s, start not known"),
    N_("%(date)s or later"),
    N_("%(date)s or earlier"),
    N_("%(date)s"),
    N_("in %(date)s"),
    N_("on %(date)s"),
)
TWO_DATES: Final = (
    N_("some time between %(start)s and %(end)s"),
    N_("%(start)s to %(end)s"),
    N_("from %(start)s to %(end)s"),
    N_("between %(start)s and %(end)s"),
    N_("%(start)s–%(end)s"),
)
# What may stand between two dates that share a month or year, besides a dash: "14 to 16 April".
BETWEEN_DATES: Final = NP_("between-dates", "to|and|until|till|through")

DECADE: Final = N_("the %(year)ss")
PLACEHOLDER: Final = re.compile(r"%\((\w+)\)s")

_LEAST_OF_FOUR_DIGITS = 1000
_SPRING_BEGINS = 3
_SEASON_MONTHS = 3

# By the category of the ordinal in the language of the words, as CLDR names it; many languages have only `other`.
CENTURIES: Final = MappingProxyType(
    {
        "one": N_("the %(number)sst century"),
        "two": N_("the %(number)snd century"),
        "few": N_("the %(number)srd century"),
        "other": N_("the %(number)sth century"),
    }
)


@functools.lru_cache(maxsize=4096)
def say(date: Date, language: str) -> str:
    """Return a date in words: "15 April 2019", "around 1984", "some time between 1987 and 1990", "since 2014"."""
    match date.shape, date.start, date.end:
        case Shape.DATE, CalendarDate() as start, _:
            return _alone(start, language)
        case shape, CalendarDate() as start, CalendarDate() as end:
            return _two_dates(shape, start, end, language)
        case Shape.WITHIN, CalendarDate() as start, _:
            return _phrase("%(date)s or later", start, language)
        case Shape.WITHIN, _, CalendarDate() as end:
            return _phrase("%(date)s or earlier", end, language)
        case _, CalendarDate() as start, End.OPEN:
            return _phrase("since %(date)s", start, language)
        case _, CalendarDate() as start, _:
            return _phrase("from %(date)s, end not known", start, language)
        case _, End.OPEN, CalendarDate() as end:
            return _phrase("until %(date)s", end, language)
        case _, _, CalendarDate() as end:
            return _phrase("until %(date)s, start not known", end, language)
    raise ValueError(f"'{date.text}' has no date in it")


def say_period(start: CalendarDate, end: CalendarDate, language: str) -> str:
    """Return a time from one date to another in words: "7–19 April 2019"."""
    return say(Date("", Shape.SPAN, start, end), language)


def say_short(day: Day, precision: Precision, language: str, *, with_year: bool = True) -> str:
    """Return a day ("7 Apr"), a month ("Apr 2019", "Apr") or a year as a scale has them; a day is without its year."""
    skeletons = locale(language).datetime_skeletons
    match precision:
        case Precision.DAY:
            return _filled(skeletons["MMMd"].pattern, day, language)
        case Precision.MONTH if not with_year:
            return _filled(skeletons["MMM"].pattern, day, language)
        case Precision.MONTH:
            pattern = skeletons["GyMMM" if _needs_era(day) else "yMMM"].pattern
            return _filled(_with_era_in_place(pattern, day, language), day, language)
        case _:
            return _filled(_pattern(language, Precision.YEAR, day), day, language)


def _season_message(date: CalendarDate) -> str:
    return SEASONS[(date.earliest.month - _SPRING_BEGINS) // _SEASON_MONTHS]


def _two_dates(shape: Shape, start: CalendarDate, end: CalendarDate, language: str) -> str:
    if start == end:
        return _alone(start, language)
    if shape is Shape.SPAN:
        apart = {"start": _alone(start, language), "end": _alone(end, language)}
        return _collapsed(start, end, language) or translations(language).gettext("%(start)s to %(end)s") % apart
    ends = {"start": _phrase("%(date)s", start, language), "end": _phrase("%(date)s", end, language)}
    return translations(language).gettext("some time between %(start)s and %(end)s") % ends


def _phrase(message: str, date: CalendarDate, language: str) -> str:
    """Return a message about one date, in the wording for its precision if the catalogue has one."""
    words = translations(language)
    context = "" if date.approximate or date.uncertain else date.precision.name.lower()
    translated = words.pgettext(context, message)
    template = words.gettext(message) if translated == message else translated
    return template % {"date": _alone(date, language)}


def _alone(date: CalendarDate, language: str) -> str:
    plain = replace(date, approximate=False, uncertain=False)
    match date.approximate, date.uncertain:
        case True, True:
            return _phrase("perhaps around %(date)s", plain, language)
        case True, False:
            return _phrase("around %(date)s", plain, language)
        case False, True:
            return _phrase("perhaps %(date)s", plain, language)
        case _:
            return _unqualified(date, language)


def _unqualified(date: CalendarDate, language: str) -> str:
    words, year = translations(language), date.earliest.year
    match date.precision:
        case Precision.SEASON:
            return words.gettext(_season_message(date)) % {"year": _written(date, Precision.YEAR, language)}
        case Precision.DECADE:
            return words.gettext(DECADE) % {"year": year}
        case Precision.CENTURY:
            number = year // 100 + 1
            category = locale(catalogue_language(language)).ordinal_form(number)
            return words.gettext(CENTURIES[category]) % {"number": number}
        case precision:
            said = _written(date, precision, language)
            return _with_time(said, say_time(date.time, language), language) if date.time else said


def _with_time(day: str, time: str, language: str) -> str:
    """Return a day and a time as CLDR sets one behind the other; a line may end between the two alone."""
    return str(locale(language).datetime_formats["medium"]).format(time, day.replace(" ", "\u00a0"))


def _written(date: CalendarDate, precision: Precision, language: str) -> str:
    return _filled(_pattern(language, precision, date.earliest), date.earliest, language)


def _filled(pattern: str, day: Day, language: str) -> str:
    """Return a day in a CLDR pattern; its year is filled in here, because Babel has no years before 1."""
    its_locale = locale(language)
    era, year = (0, 1 - day.year) if day.year < 1 else (1, day.year)
    shown = {"y": str(year), "G": its_locale.eras["abbreviated"][era]}
    first = translations(language).pgettext("first of the month", "%(day)s")
    if day.day == 1 and first != "%(day)s":
        shown["d"] = first % {"day": 1}
    # The year is written by itself, so any leap year does for the rest.
    fields = DateTimeFormat(datetime.date(2000, day.month, day.day), its_locale)
    return "".join(
        str(part) if kind == "chars" else shown.get(part[0]) or fields[part[0] * int(part[1])]
        for kind, part in tokenize_pattern(pattern)
    )


def _pattern(language: str, precision: Precision, day: Day) -> str:
    its_locale = locale(language)
    skeletons = its_locale.datetime_skeletons
    if _needs_era(day):
        name = {Precision.DAY: "GyMMMd", Precision.MONTH: "GyMMM", Precision.YEAR: "Gy"}[precision]
        return _with_era_in_place(with_full_months(skeletons[name].pattern), day, language)
    if precision is Precision.DAY:
        return str(its_locale.date_formats["long"].pattern)
    return str(skeletons["yMMMM" if precision is Precision.MONTH else "y"].pattern)


def _needs_era(day: Day) -> bool:
    """Tell whether a year needs its era to be known for a year: it is before 1, or has fewer than four digits."""
    return day.year < _LEAST_OF_FOUR_DIGITS


def _with_era_in_place(pattern: str, day: Day, language: str) -> str:
    # CLDR has the era behind the year for both, and English writes "AD 14".
    return pattern.replace("y G", "G y") if day.year > 0 and locale(language).language == "en" else pattern


def _collapsed(start: CalendarDate, end: CalendarDate, language: str) -> str:
    """Return a span within one year with its shared parts said once, "14–16 April 2019"; "" where that cannot be."""
    of_skeleton = {Precision.DAY: "yMMMd", Precision.MONTH: "yMMMM"}
    exact = not (start.approximate or start.uncertain or end.approximate or end.uncertain)
    if start.time and end.time and start.earliest == end.earliest:
        return _within_a_day(start, start.time, end.time, language)
    if start.time or end.time:
        return ""
    if not exact or start.precision is not end.precision or start.precision not in of_skeleton:
        return ""
    if start.earliest.year != end.earliest.year or _needs_era(start.earliest):
        return ""
    differing = "d" if start.earliest.month == end.earliest.month else "M"
    parts = locale(language).interval_formats[of_skeleton[start.precision]][differing]
    days = (start.earliest, end.earliest)
    # Babel leaves some languages' patterns (Persian) whole where it should part them in two.
    if len(parts) != len(days):
        return ""
    # CLDR has "30 – 2 Mei" for Swahili, of which nobody can tell the first month.
    if differing == "M" and not all(re.search("[ML]", part) for part in parts):
        return ""
    return "".join(_filled(with_full_months(part), day, language) for part, day in zip(parts, days, strict=True))


def _within_a_day(day: CalendarDate, first: TimeOfDay, last: TimeOfDay, language: str) -> str:
    """Return a day and two times of it; what they have alike of the zone is said once."""
    if first.zone == last.zone:
        first = replace(first, zone="")
    ends = {"start": say_time(first, language), "end": say_time(last, language)}
    times = translations(language).gettext("%(start)s–%(end)s") % ends
    return _with_time(_written(day, Precision.DAY, language), times, language)


def with_full_months(pattern: str) -> str:
    """Return CLDR's pattern with its abbreviated months written out, as UTS 35 has it for longer skeletons."""
    return re.sub(r"(?<![ML])[ML]{3}(?![ML])", lambda found: found.group()[0] * 4, pattern)
