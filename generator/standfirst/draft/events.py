"""Proposes an event for each date that an article states: what happened then is told by the clause around it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from types import MappingProxyType

import regex

from standfirst.draft.article import Article
from standfirst.draft.proposals import DateProposal, EventProposal, QuoteProposal
from standfirst.draft.surroundings import Surroundings
from standfirst.language.dates import StatedDate, earliest_day, latest_day, parse, read_whole_text
from standfirst.language.words import fold

# One word fewer than are taken for copied prose.
_MOST_WORDS = 7
_MOST_WITH_NAMES = 16
_FEWEST_WORDS, _ENOUGH_WORDS = 2, 3
# What nobody writes in a title.
_MARKS = regex.compile(r"[“”„\"«»]|(?<!\p{L})[‘']|['’](?!\p{L})")
_CONJUNCTION = regex.compile(r"(?:^|[\s,;:—–])(?:since|after|before|when|while|but|because|until|although|though)\s")
# Where one clause ends and the next begins.
_CLAUSE_END = regex.compile(
    r"[;:—–]\s|,\s+(?:and|but|while|before|after|as|when|which|who|where|although|though)\s|,\s"
)
_LINKING = regex.compile(
    r"^(?:(?:and|but|while|before|after|as|when|which|who|where|although|though|then|that)\s)+", regex.IGNORECASE
)
_BEFORE_DATE = regex.compile(
    r"(?:\s|^)(?:on|in|since|by|until|from|between|during|at|of|late|early|around|about)\s*\Z", regex.IGNORECASE
)
# What begins with one of these is the end of a clause, and no sentence.
_NO_BEGINNING = frozenset({"him", "himself", "herself", "itself", "me", "them", "themselves", "us", "whom", "whose"})
# No title ends with one of these.
_NO_END = frozenset(
    {
        *("a", "an", "and", "as", "at", "but", "by", "for", "from", "had", "has", "have", "his", "her", "in", "into"),
        *(
            "is",
            "it",
            "its",
            "of",
            "on",
            "or",
            "that",
            "the",
            "since",
            "than",
            "their",
            "this",
            "to",
            "was",
            "were",
            "which",
            "while",
        ),
        *("who", "whose", "will", "with"),
    }
)
_SINCE = regex.compile(r"\bsince\s+(?:about\s+|early\s+|late\s+|the\s+)?\Z", regex.IGNORECASE)
_UNTIL = regex.compile(r"\b(?:until|till)\s+(?:about\s+|early\s+|late\s+|the\s+)?\Z", regex.IGNORECASE)
_NOT = regex.compile(r"\b(?:not|never)\b|n['’]t\b", regex.IGNORECASE)
_THROUGHOUT = regex.compile(r"\b(?:throughout|all|during|over|for)\s+(?:the\s+)?\Z", regex.IGNORECASE)
_PART_OF_YEAR = regex.compile(r"(?P<year>\d{4})-(?P<part>3[3-9]|4[01])")
# The months of the quarters, thirds and halves of a year, by the numbers that EDTF has for them.
_MONTHS = MappingProxyType(
    {
        **{str(33 + number): (3 * number + 1, 3 * number + 3) for number in range(4)},
        **{str(37 + number): (4 * number + 1, 4 * number + 4) for number in range(3)},
        **{str(40 + number): (6 * number + 1, 6 * number + 6) for number in range(2)},
    }
)
_YEAR = regex.compile(r"\d{4}")
# Years, months, seasons and days; quarters and halves of a year are no ends of a time.
_PLAIN_DATE = regex.compile(r"\d{4}(?:-(?:[01]\d|2[1-4])(?:-\d\d)?)?")
_FROM, _FROM_BETWEEN = (
    regex.compile(r"\bfrom\s+\Z", regex.IGNORECASE),
    regex.compile(r"\bbetween\s+\Z", regex.IGNORECASE),
)
_TO, _AND = regex.compile(r"\s+(?:to|until|till|through)\s+"), regex.compile(r"\s+and\s+")
_INTERVAL = regex.compile(r"[^/.\[\]]+/[^/.\[\]]+")


def events_in(
    article: Article, dates: Sequence[DateProposal], quotes: Sequence[QuoteProposal], around: Surroundings
) -> tuple[EventProposal, ...]:
    """Return an event for each date of a known value, in the order of the text.

    None is of a date in a quotation, or of the day of publication in the head.
    """
    parts = sorted([*((part.start, part.end) for quote in quotes for part in quote.parts), *article.head])
    told = [date for date in dates if date.value and not date.value.startswith("P") and not _is_within(date, parts)]
    told = list(_joined(article, told))
    return tuple(filter(None, (_event(article, date, clause, around) for date, clause in _clauses(article, told))))


def _joined(article: Article, dates: Sequence[DateProposal]) -> Iterator[DateProposal]:
    """Yield the dates of events, with the two ends of a time as one: "between May and July", "from May to July"."""
    at = 0
    while at < len(dates):
        whole = _as_one(article, *dates[at : at + 2]) if at + 1 < len(dates) else None
        yield whole or dates[at]
        at += 2 if whole else 1


def _as_one(article: Article, first: DateProposal, last: DateProposal) -> DateProposal | None:
    text = article.text
    before, between = text[max(0, first.start - 20) : first.start], text[first.end : last.start]
    is_time = (_FROM.search(before) and _TO.fullmatch(between)) or (
        _FROM_BETWEEN.search(before) and _AND.fullmatch(between)
    )
    if not is_time or not (_PLAIN_DATE.fullmatch(first.value) and _PLAIN_DATE.fullmatch(last.value)):
        return None
    first = _in_year_of(last, first, article.language)
    if first.value >= last.value:
        return None
    return replace(
        first,
        end=last.end,
        text=text[first.start : last.end],
        value=f"{first.value}/{last.value}",
        is_reckoned=first.is_reckoned or last.is_reckoned,
        doubts=tuple(dict.fromkeys((*first.doubts, *last.doubts))),
    )


def _is_within(date: DateProposal, parts: Sequence[tuple[int, int]]) -> bool:
    """Whether a date stands in one of the parts, which are in order and do not overlap."""
    number = bisect_right(parts, date.start, key=lambda part: part[0]) - 1
    return number >= 0 and date.end <= parts[number][1]


def _clauses(article: Article, dates: Sequence[DateProposal]) -> Iterator[tuple[DateProposal, tuple[int, int]]]:
    """Yield each date with the stretch that tells of it: its sentence, or its part of one with several dates."""
    number = 0
    for start, end in article.sentences:
        inside = []
        while number < len(dates) and dates[number].start < end:
            inside.append(dates[number])
            number += 1
        if inside:
            ends = (*_parting(article.text, inside), end)
            yield from zip(inside, pairwise((start, *ends)), strict=True)


def _parting(text: str, dates: Sequence[DateProposal]) -> Iterator[int]:
    """Yield where the clause of each date ends before that of the next begins."""
    for date, following in pairwise(dates):
        found = [each.start() for each in _CLAUSE_END.finditer(text, date.end, following.start)]
        # What stands between two dates tells of the first, and the last clause of the second.
        yield found[-1] if found else date.end


def _in_year_of(last: DateProposal, first: DateProposal, language: str) -> DateProposal:
    """Return a date whose year stands behind the other end of its time: "January to March 2025".

    Both have plain values. "Today" and "last year" have no year that could stand there.
    """
    if _YEAR.search(first.text) or not _YEAR.search(last.text) or "-" not in last.value:
        return first
    year, within = int(last.value[:4]), first.value[4:]
    # "November to March 2025" began in the year before.
    year -= f"{year:04}{within}" >= last.value
    stated = read_whole_text(f"{first.text} {year:04}", language)
    is_so = isinstance(stated, StatedDate) and stated.month and stated.period
    return replace(first, value=f"{year:04}{within}", is_reckoned=False, doubts=()) if is_so else first


def _dated(value: str) -> str:
    """Return a value as dates of facts are written, which know no quarters and halves of a year."""
    part = _PART_OF_YEAR.fullmatch(value)
    if not part:
        return value
    first, last = _MONTHS[part["part"]]
    return f"{part['year']}-{first:02}/{part['year']}-{last:02}"


def _event(article: Article, date: DateProposal, clause: tuple[int, int], around: Surroundings) -> EventProposal | None:
    start, end = clause
    title, ends_with_date = _title(article.text, date, clause, around.full_names(start, end))
    if not title:
        return None
    is_sentence = title.split()[0].strip(",").lower() not in _NO_BEGINNING
    voice = around.voice_of(start, end)
    # Who says so may stand behind; what else does belongs to something else.
    end = date.end if ends_with_date and not voice else end
    places = around.places_in(start, end)
    doubts = [f"More than one place is named: {', '.join(places)}."] if len(places) > 1 else []
    doubts += [] if is_sentence else ["The title has to be put in words."]
    planned = _lies_ahead(date, article)
    doubts += ["It lay ahead when the article was published."] if planned else []
    return EventProposal(
        start=start,
        end=end,
        text=article.text[start:end],
        date=date,
        value=_value(article.text, date, clause),
        title=title if is_sentence else f"What happened: {date.text}",
        actors=around.actors_in(start, end),
        place=places[0] if len(places) == 1 else None,
        according_to=voice,
        planned=planned,
        doubts=(*date.doubts, *doubts),
    )


def _lies_ahead(date: DateProposal, article: Article) -> bool:
    published = latest_day(article.published) if article.published else None
    first = earliest_day(parse(_dated(date.value)))
    return bool(published and first and first > published)


def _title(text: str, date: DateProposal, clause: tuple[int, int], names: Sequence[str]) -> tuple[str, bool]:
    """Return the words of a clause that tell what happened, without its date, and whether they end before that.

    These are the last clause before the date, or, where the sentence begins with it, what follows; nothing where there
    are too few.
    """
    start, end = clause
    before = _cut(_CONJUNCTION.split(_BEFORE_DATE.sub("", text[start : date.start]))[-1], names)
    if len(before) >= _ENOUGH_WORDS:
        return _as_title(before), True
    words = _cut(f"{' '.join(before)} {text[date.end : end].lstrip(' ,;:—–')}", names)
    return (_as_title(words) if len(words) >= _FEWEST_WORDS else ""), False


def _cut(clause: str, names: Sequence[str]) -> list[str]:
    """Return the first words of a clause, so many as nobody takes for copied prose, and none that leads on."""
    words = _LINKING.sub("", _MARKS.sub("", clause).strip(" ,;:—–.\n")).split()[:_MOST_WITH_NAMES]
    while words and (words[-1].strip(",.;:").lower() in _NO_END or _counted(words, names) > _MOST_WORDS):
        words.pop()
    return words


def _counted(words: Sequence[str], names: Sequence[str]) -> int:
    """How many words copied prose would count: "30-second" is two, and those of names are none."""
    text = " ".join(words)
    for name in names:
        text = text.replace(name, "")
    return len(fold(text).split())


def _as_title(words: Sequence[str]) -> str:
    title = " ".join(words).strip(" ,;:—–")
    return title[:1].upper() + title[1:]


def _value(text: str, date: DateProposal, clause: tuple[int, int]) -> str:
    """Return the date as an event has it: "since" leaves the end open, and within a week is once within it.

    What did not happen until a day happened on it.
    """
    before = text[max(0, date.start - 20) : date.start]
    dated = _dated(date.value)
    if _INTERVAL.fullmatch(dated):
        first, _, last = dated.partition("/")
        return dated if _THROUGHOUT.search(before) or _FROM.search(before) else f"[{first}..{last}]"
    if _SINCE.search(before):
        return f"{date.value}/.."
    if _UNTIL.search(before) and not _NOT.search(text, clause[0], date.start):
        return f"/{date.value}"
    return date.value
