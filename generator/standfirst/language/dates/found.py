"""Dates in a running text, each with its place."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

import regex

from standfirst.language.dates import long_periods
from standfirst.language.dates.folding import HAN_NUMBER, han_number, one_of, with_plain_characters, word_starts
from standfirst.language.dates.grammar import DateReader
from standfirst.language.dates.names import month_names
from standfirst.language.dates.needed_names import named_in
from standfirst.language.dates.stated import Stated, dates_of
from standfirst.language.dates.vocabularies import vocabulary
from standfirst.model.frozen_class import frozen

# A run of plain characters, each of which is folded to one, or any other character with its marks.
_PIECE = regex.compile(rf"(?P<plain>[!-~]+(?=[ -~]|$))|(?P<han>{HAN_NUMBER})|\X")
# How far a date may reach before and behind its first and last digit.
_REACH = 60
_LETTER = regex.compile(r"\p{L}")
_LAST_NUMBER = regex.compile(r"[\p{Nd}/]+$")
_BEFORE_A_WORD = regex.compile(r"\s?\p{L}")


@frozen
class FoundDate:
    """A date, or two with parts in common, that a text states from one offset to another."""

    start: int
    end: int
    stated: Stated


# A rule asks for the dates of the same passage several times in a row.
@functools.lru_cache(maxsize=256)
def found_in(text: str, language: str) -> tuple[FoundDate, ...]:
    """Return every date that a text states, in its order; the longest reading wins, and none lies within another.

    These are the dates that `read_whole_text` reads, without phrases around them; two dates that share a month or a
    year ("14–16 April 2019") are a span. Any number from 1000 to 2999 is a year here, whatever it counts. Where a
    language writes months with capitals, a month in small letters needs a day and a year beside it, or a word like "in"
    before it.
    """
    if vocabulary(language).capitals and _month_in_small_letters(language).search(text):
        text = _small_month(language).sub(lambda found: found["shown"] or "_" * len(found[0]), text)
    signs = [(sign.start(), sign.end()) for sign in long_periods.signs(language).finditer(text)]
    return tuple(
        FoundDate(start + each.start, start + each.end, each.stated)
        for start, end in _regions(text, signs)
        for each in _found(text[start:end], language)
    )


def without_dates(text: str, language: str) -> str:
    """Return a text with an ellipsis for every day and month that it states, so that no number in them counts things.

    A number stays that may count the word behind it, because it ends a date without a year ("In March 21 people
    fled"), and so does all that may be another number, such as "1.2019" or "5-2019".
    """
    for found in reversed(found_in(text, language)):
        words, stated = text[found.start : found.end], tuple(dates_of(found.stated))
        in_digits = words.isdecimal() or not (_LETTER.search(words) or all(each.day for each in stated))
        if all(each.month for each in stated) and not in_digits:
            may_count = not any(each.year for each in stated) and _BEFORE_A_WORD.match(text, found.end)
            last = _LAST_NUMBER.search(words) if may_count else None
            text = f"{text[: found.start]}…{f' {last[0]}' if last else ''}{text[found.end :]}"
    return text


@functools.cache
def _month_in_small_letters(language: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{one_of(month_names(language))})\b")


@functools.cache
def _small_month(language: str) -> re.Pattern[str]:
    """Return the expression of a month in small letters; the group `shown` matches if words beside it show a date."""
    name, day, its_words = rf"\b(?:{one_of(month_names(language))})\b", r"\d{1,2}(?:st|nd|rd|th)?", vocabulary(language)
    before = rf"(?i:\b(?:{its_words.before_months}|{its_words.parts}))"
    dated = rf"{day}(?: of)? {name},? \d{{4}}\b|{name} {day},? \d{{4}}\b|{before}{name}"
    return re.compile(rf"(?P<shown>{dated})|{name}")


def _regions(text: str, signs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text, from space to space, around the signs that every date has one of."""
    begin = end = 0
    for first, last in signs:
        if first - _REACH > end:
            if end:
                yield begin, end
            begin = _next_space(text, first - 2 * _REACH, first - _REACH) or first - _REACH
            begin = max(begin, end)
        if last + _REACH > end:
            end = _next_space(text, last + _REACH, last + 2 * _REACH) or min(len(text), last + _REACH)
    if end:
        yield begin, end


def _next_space(text: str, first: int, last: int) -> int:
    return max(0, text.find(" ", max(0, first), max(0, last)))


def _found(text: str, language: str) -> Iterator[FoundDate]:
    plain, last = FoldedText.of(text), 0
    reader = DateReader(language, named_in(plain.text, language))
    for word in word_starts(language).finditer(plain.text):
        start = word.start()
        if start >= last and (found := reader.longest_at(plain.text, start)):
            last, stated = found
            # The full stop of a sentence may be read as that of "Sept.".
            end = last - (plain.text[last - 1] == ".")
            yield FoundDate(*plain.place(start, end), stated)


# ---------------------------------------------------------------- places


@frozen
class FoldedText:
    """A text as patterns compare it, and for each of its characters the place in the text that it comes from."""

    text: str
    starts: tuple[int, ...] | range
    ends: tuple[int, ...] | range

    @classmethod
    def of(cls, text: str) -> FoldedText:
        """Fold a text as `folding.folded` does, except that a space at its end stays."""
        # Of most texts each character is folded to one.
        if text.isascii() and text.isprintable() and "  " not in text:
            first = int(text.startswith(" "))
            return cls(text[first:].lower(), range(first, len(text)), range(first + 1, len(text) + 1))
        characters, starts, ends = [" "], [0], [0]
        for found in _PIECE.finditer(text):
            start, end = found.span()
            if found["plain"]:
                characters += found[0].lower()
                starts += range(start, end)
                ends += range(start + 1, end + 1)
                continue
            for character in han_number(found[0]) if found["han"] else _folded(found[0]):
                if character != " " or characters[-1] != " ":
                    characters.append(character)
                    starts.append(start)
                    ends.append(end)
        return cls("".join(characters[1:]), tuple(starts[1:]), tuple(ends[1:]))

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return where a stretch of the folded text stands in the text itself."""
        return self.starts[start], self.ends[end - 1]


@functools.lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    return " " if character.isspace() else with_plain_characters(character)
