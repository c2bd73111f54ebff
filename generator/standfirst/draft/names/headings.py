"""Names in lines where all words have capitals: what the rest of the article names, and what the tables are sure of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

import regex

from standfirst.draft.names.found import Name, NameKind
from standfirst.draft.names.known_spans import key_between
from standfirst.draft.names.lines import LineKind
from standfirst.draft.names.tables import city_ranks, cue, known_names, listed, other_words, peoples
from standfirst.draft.names.tokens import Token, Tokens
from standfirst.language.common_words import common_words

_LONGEST = 6
_LONGEST_LINE = 120
_BYLINE = regex.compile(r"\s*[Bb][Yy]\s+\p{Lu}")
_FIXTURE = regex.compile(
    r"\s*(?P<home>\p{Lu}[\p{Lu}. ]+?)\s+(?:AT|at|V|v|VS|vs)\.?\s+(?P<away>\p{Lu}[\p{Lu}. ]+?)(?:\s*\([^()]*\))?\s*"
)
_ENDS_NAME = frozenset((",", "and", "in", "|", "-", "/"))
_DATELINE = regex.compile(r"\s*(?P<place>\p{Lu}[\p{Lu}\p{M}' .-]+?)\s*,?\s+\d{4}-\d\d-\d\d\s*")
_LARGE = 3000


def names_in_headings(
    text: str, tokens: Tokens, kinds: Mapping[str, NameKind], found: Sequence[Name]
) -> Iterator[Name]:
    """Yield the names in headings that are not found; `kinds` says what those of the article are of, by their keys."""
    taken = [(name.start, name.end) for name in found]
    at = 0
    while at < len(tokens):
        token = tokens[at]
        place = bisect_right(taken, (token.start, len(text)))
        is_taken = place > 0 and taken[place - 1][1] > token.start
        if token.line.kind not in (LineKind.CAPITALS, LineKind.TITLE) or not token.text[0].isupper() or is_taken:
            at += 1
            continue
        last, kind = _by_form_of_line(tokens, at) or _longest(tokens, at, kinds)
        if kind in (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE):
            start, end = tokens[at].start, tokens[last - 1].end
            yield Name(start, end, text[start:end], kind)
        at = max(last, at + 1)


def _by_form_of_line(tokens: Tokens, at: int) -> tuple[int, NameKind] | None:
    """Return the end of a name that its short line tells by its form."""
    if len(tokens[at].line.text) > _LONGEST_LINE:
        return None
    return _place_of_dateline(tokens, at) or _author(tokens, at) or _side(tokens, at)


def _place_of_dateline(tokens: Tokens, at: int) -> tuple[int, NameKind] | None:
    """Return the end of the place in a line of a place and a day alone: "NEW YORK 1996-08-31"."""
    found = _DATELINE.fullmatch(tokens[at].line.text)
    if not found or tokens[at].start > tokens[at].line.start + found.start("place"):
        return None
    end = tokens[at].line.start + found.end("place")
    last = next((place for place in range(at, min(at + _LONGEST, len(tokens))) if tokens[place].end == end), None)
    return None if last is None else (last + 1, NameKind.PLACE)


def _author(tokens: Tokens, at: int) -> tuple[int, NameKind] | None:
    """Return the end of the name behind "By" that a line has alone: "By JOHN F. BURNS"."""
    line = tokens[at].line
    if at == 0 or tokens[at - 1].key not in ("by", "and") or not _BYLINE.match(line.text):
        return None
    last = at
    while (
        last < len(tokens)
        and last - at < _LONGEST
        and tokens[last].end <= line.end
        and tokens[last].key not in _ENDS_NAME
    ):
        last += 1
    return (last, NameKind.PERSON) if last - at > 1 else None


def _side(tokens: Tokens, at: int) -> tuple[int, NameKind] | None:
    """Return the end of a team that a line has alone with another: "LA LAKERS AT ORLANDO"."""
    found = _FIXTURE.fullmatch(tokens[at].line.text)
    start = tokens[at].line.start
    for group in ("home", "away") if found else ():
        if found and tokens[at].start == start + found.start(group):
            ends = (
                place
                for place in range(at, min(at + _LONGEST, len(tokens)))
                if tokens[place].end >= start + found.end(group)
            )
            last = next(ends, at)
            return last + 1, NameKind.ORGANISATION
    return None


def _longest(tokens: Tokens, at: int, kinds: Mapping[str, NameKind]) -> tuple[int, NameKind | None]:
    line_end = tokens[at].line.end
    for last in range(min(len(tokens), at + _LONGEST), at, -1):
        if tokens[last - 1].end > line_end:
            continue
        key = key_between(tokens, at, last)
        if (kind := kinds.get(key)) and not (last - at == 1 and key in other_words("headings")):
            return last, kind
        if tokens[at].line.kind is LineKind.CAPITALS and (kind := _by_tables(tokens, at, last, key)):
            return last, kind
    return at + 1, None


def _by_tables(tokens: Tokens, first: int, last: int, key: str) -> NameKind | None:
    if last - first == 1 and (key in common_words() or key in cue("function words") or key in peoples()):
        return None
    if known := known_names().get(key):
        return known.kind
    if city_ranks().get(key, _LARGE) < _LARGE:
        return NameKind.PLACE
    is_heading = key in other_words("headings")
    if last - first in (2, 3) and not is_heading and _is_full_name(tokens[first:last]):
        return NameKind.PERSON
    return None


def _is_full_name(parts: Sequence[Token]) -> bool:
    """Tell whether words are a given name and surnames that are no words of the language."""
    common, given, surnames = common_words(), listed("given_names.txt"), listed("surnames.txt")
    return (
        parts[0].key in given
        and parts[0].key not in common
        and parts[-1].key in surnames
        and not any(part.key in common or part.key in city_ranks() or not part.is_word for part in parts)
    )
