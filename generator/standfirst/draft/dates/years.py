"""Whether four digits in a running text are a year, or count, measure or name something."""

from __future__ import annotations

from typing import Final

import regex

# Numbers from here to there are years of news where nothing tells otherwise; others need a word that tells so.
_LIKELY: Final = range(1500, 2060)
_POSSIBLE: Final = range(1000, 3000)
# Counts are written with a comma, so that what looks like a year of our time is one where it does not count these.
_RECENT: Final = range(1900, 2060)
_BEFORE, _BEHIND = 28, 32

_NAMED: Final = (
    *(
        "no",
        "nos",
        "number",
        "resolution",
        "flight",
        "section",
        "article",
        "boeing",
        "airbus",
        "highway",
        "route",
        "room",
    ),
    *(
        "rule",
        "bill",
        "act",
        "page",
        "psalm",
        "apollo",
        "windows",
        "model",
        "channel",
        "proposition",
        "asteroid",
        "unit",
    ),
    *(
        "platform",
        "interstate",
        "line",
        "paragraph",
        "chapter",
        "verse",
        "apartment",
        "suite",
        "gate",
        "extension",
        "lot",
    ),
)
_COUNTED: Final = (
    *(
        "some",
        "nearly",
        "almost",
        "over",
        "than",
        "least",
        "most",
        "only",
        "approximately",
        "roughly",
        "another",
        "all",
    ),
    *("up to", "total of", "these", "those", "exactly", "just"),
)
_DATED: Final = (
    *("in", "since", "until", "till", "during", "early", "late", "mid", "year", "circa", "fiscal", "spring", "summer"),
    *("autumn", "fall", "winter", "in about", "in around", "since about", "since around", "in early", "in late"),
)
_DETERMINERS: Final = ("the", "a", "an", "this", "that", "its", "his", "her", "their", "our", "my", "last", "[’']s")
# A number before one of these is a year too, but only that of a model.
_CARS: Final = (
    "chevrolet",
    "chevy",
    "ford",
    "toyota",
    "honda",
    "cadillac",
    "buick",
    "bmw",
    "volvo",
    "dodge",
    "pontiac",
)
_MEASURES: Final = (
    *(
        "percent",
        "per cent",
        r"miles?\b",
        "kilomet",
        r"km\b",
        r"met(?:er|re)s?\b",
        r"m\b",
        "feet",
        "foot",
        r"ft\b",
        "square",
    ),
    *(
        r"acres?\b",
        "hectare",
        r"tons?\b",
        "tonne",
        "pounds",
        "dollars",
        "euros",
        "francs",
        "yen",
        "yuan",
        "marks",
        "degrees",
    ),
    *(
        "votes",
        "points",
        "shares",
        "hours",
        "gmt",
        "utc",
        "words",
        "pages",
        "copies",
        "calories",
        r"volts?\b",
        r"watts?\b",
    ),
    *(
        r"hp\b",
        r"cc\b",
        r"lbs?\b",
        r"kg\b",
        r"barrels?\b",
        r"ounces?\b",
        "times",
        "or more",
        "million",
        "billion",
        "rpm",
    ),
)
_PEOPLE: Final = (
    *(
        "people",
        "persons",
        "men",
        "women",
        "children",
        "dead",
        "wounded",
        "injured",
        "killed",
        "deaths",
        "police",
        "troops",
    ),
)


_THINGS: Final = (
    *(
        "cars",
        "vehicles",
        "homes",
        "houses",
        "jobs",
        "soldiers",
        "workers",
        "employees",
        "students",
        "members",
        "refugees",
    ),
    *(
        "families",
        "villages",
        "businesses",
        "companies",
        "cases",
        "tickets",
        "seats",
        "rounds",
        "units",
        "trees",
        "animals",
    ),
    *("prisoners", "civilians", "residents", "passengers", "patients", "delegates", "guests", "fans", "spectators"),
)


def _one_of(words: tuple[str, ...]) -> str:
    return f"(?:{'|'.join(words)})"


_NAME_BEFORE: Final = regex.compile(
    rf"(?:[$£€#№+]\s?|(?<![\p{{L}}])(?i:{_one_of(_NAMED)})\b\.?\s|\p{{Lu}}{{2,}}-|[\p{{L}}\d][-./](?<!(?i:mid|late|early|pre|post)-)|\d\s|%\s)$"
)
_COUNT_BEFORE: Final = regex.compile(rf"(?i:(?<!\p{{L}}){_one_of(_COUNTED)}\s)$")
_DATE_BEFORE: Final = regex.compile(
    rf"(?:(?i:(?<!\p{{L}}){_one_of(_DATED)}[\s-])|(?:1[5-9]|20)\d\d (?:to|and|or|through|until) )$"
)
_DETERMINER_BEFORE: Final = regex.compile(rf"(?i:(?<!\p{{L}}){_one_of(_DETERMINERS)}\s)$")
_MEASURE_BEHIND: Final = regex.compile(
    rf"\s?(?:%|°|[€£])|[-\s](?i:{_one_of((*_MEASURES, *_CARS))})|[.,]\d|:\d|/\d|-(?:\d{{1,3}}\b|\p{{Ll}})"
)
_PEOPLE_BEHIND: Final = regex.compile(rf"\s(?:\p{{Ll}}+\s){{0,2}}{_one_of(_PEOPLE)}\b")
_THINGS_BEHIND: Final = regex.compile(rf"\s(?:\p{{Ll}}+\s)?{_one_of(_THINGS)}\b")
_PLURAL_BEHIND: Final = regex.compile(r"\s(?:\p{Ll}+\s)?(?!(?:was|is|has|does|its|his|as|this)\b)\p{Ll}+s\b(?!')")
_ALONE: Final = regex.compile(
    r"\s*(?:[,.;:)\]?!\"”'’—–-]|$)|\s\P{L}|\s(?:and|or|to|when|until|as|but|that|with|at|in|by|because)\b"
)


def is_year(text: str, start: int, end: int) -> bool:
    """Tell whether four digits from one offset to another are a year."""
    before, behind = text[max(0, start - _BEFORE) : start], text[end : end + _BEHIND]
    number, is_dated = int(text[start:end]), _DATE_BEFORE.search(before) is not None
    if number not in _POSSIBLE or _NAME_BEFORE.search(before) or _MEASURE_BEHIND.match(behind):
        return False
    is_alone = _ALONE.match(behind) is not None
    if number not in _LIKELY:
        return is_dated and is_alone
    if is_dated or is_alone:
        return is_dated or not _COUNT_BEFORE.search(before)
    if _COUNT_BEFORE.search(before):
        return False
    if _DETERMINER_BEFORE.search(before):
        return True
    counted = _THINGS_BEHIND if number in _RECENT else _PLURAL_BEHIND
    return not (_PEOPLE_BEHIND.match(behind) or counted.match(behind))
