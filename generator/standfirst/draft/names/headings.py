"""Names in lines where all words have capitals: what the rest of the article names, and what the tables are sure of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from standfirst.draft.names.candidates import key_between
from standfirst.draft.names.found import Name, NameKind
from standfirst.draft.names.lines import LineKind
from standfirst.draft.names.tables import city_ranks, cue, known_names, listed, other_words, peoples
from standfirst.draft.names.tokens import Token

_LONGEST = 6
_LARGE = 3000


def names_in_headings(text: str, tokens: Sequence[Token], kinds: Mapping[str, NameKind]) -> Iterator[Name]:
    """Yield the names in headings; `kinds` says what the names of the article are of, by their keys."""
    at = 0
    while at < len(tokens):
        if tokens[at].line.kind not in (LineKind.CAPITALS, LineKind.TITLE) or not tokens[at].is_capital:
            at += 1
            continue
        last, kind = _longest(tokens, at, kinds)
        if kind in (NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE):
            start, end = tokens[at].start, tokens[last - 1].end
            yield Name(start, end, text[start:end], kind)
        at = max(last, at + 1)


def _longest(tokens: Sequence[Token], at: int, kinds: Mapping[str, NameKind]) -> tuple[int, NameKind | None]:
    line_end = tokens[at].line.end
    for last in range(min(len(tokens), at + _LONGEST), at, -1):
        if tokens[last - 1].end > line_end:
            continue
        key = key_between(tokens, at, last)
        if kind := kinds.get(key):
            return last, kind
        if kind := _by_tables(tokens, at, last, key):
            return last, kind
    return at + 1, None


def _by_tables(tokens: Sequence[Token], first: int, last: int, key: str) -> NameKind | None:
    if last - first == 1 and (key in listed("common_words.txt") or key in cue("function words") or key in peoples()):
        is_letters = tokens[first].line.kind is LineKind.TITLE and tokens[first].is_acronym
        return known_names()[key].kind if is_letters and key in known_names() else None
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
    common, given, surnames = listed("common_words.txt"), listed("given_names.txt"), listed("surnames.txt")
    return (
        parts[0].key in given
        and parts[0].key not in common
        and parts[-1].key in surnames
        and not any(part.key in common or part.key in city_ranks() or not part.is_word for part in parts)
    )
