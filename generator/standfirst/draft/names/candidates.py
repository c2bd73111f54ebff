"""Where names may stand in prose: runs of words with capitals, apart from titles before them and from peoples.

"Libyan warlord Khalifa Haftar" has one name in it, "British Prime Minister John Major" one with a title.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from standfirst.draft.names.found import NameKind
from standfirst.draft.names.known_spans import key_between, known_at
from standfirst.draft.names.lines import LineKind
from standfirst.draft.names.runs import run_end
from standfirst.draft.names.tables import (
    KnownName,
    cue,
    ends_name,
    listed,
    organisation_words,
    other_words,
    peoples,
    place_words,
)
from standfirst.draft.names.title_phrases import title_end
from standfirst.draft.names.tokens import Tokens
from standfirst.language.common_words import common_words

_JOINING = frozenset(("of", "for", "on", "and", "&"))
_FEW = 3
# Given names as they stand behind a surname: "Ban Ki-moon".
_KOREAN = regex.compile(r"\p{Lu}\p{Ll}+-\p{Ll}+")
# "First Prairie Bancorp", "New Times".
_ORDINALS = frozenset(("first", "second", "third", "new"))


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens from `first` up to `last` that may be a name; `title` begins at the token `title_first`, or is none."""

    first: int
    last: int
    known: KnownName | None = None
    title_first: int = -1

    @property
    def length(self) -> int:
        """How many words it has."""
        return self.last - self.first


def telling_words(tokens: Tokens) -> Sequence[int]:
    """Return the places of the words with which a name may begin, as far as each alone shows."""
    particles = cue("leading particles")
    return [
        place
        for place, token in enumerate(tokens)
        if token.is_capital or not token.text[0].islower() or token.key in particles
    ]


def candidates_in(tokens: Tokens, telling: Sequence[int]) -> Iterator[Candidate]:
    """Yield what may be a name in the prose of a text, in its order: each begins with a telling word, none overlap."""
    at = 0
    for begin in telling:
        if begin < at or not _may_begin(tokens, begin):
            continue
        at = begin
        if (after := title_end(tokens, at)) > at:
            name = _begin_behind(tokens, after)
            if name is None:
                at = after
                continue
            end = run_end(tokens, name)
            if not _is_place_or_body_with_title(tokens, at, end):
                yield from _parts(tokens, name, end, at)
                at = end
                continue
        end = run_end(tokens, at)
        yield from _parts(tokens, at, end, -1)
        at = max(end, at + 1)


def _may_begin(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.line.kind is LineKind.CAPITALS:
        return False
    if token.is_capital:
        return True
    if token.line.kind is LineKind.TITLE and token.text[0].isupper():
        return (known := known_at(tokens, at, len(tokens))) is not None and known[0] - at > 1
    if token.key in cue("leading particles") and tokens.follows(at + 1) and tokens[at + 1].is_capital:
        return not token.begins and tokens[at].text.islower()
    return token.text[0].isdigit() and known_at(tokens, at, len(tokens)) is not None


def _begin_behind(tokens: Tokens, at: int) -> int | None:
    """Return the token at which a name begins right behind a title; None where there is none."""
    if at < len(tokens) and tokens.follows(at) and _may_begin(tokens, at) and tokens[at].key not in peoples():
        return at
    return None


def _is_place_or_body_with_title(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether a title is a part of a name: "Queen Elizabeth Hospital", "Prince Edward Island"."""
    last = tokens[end - 1].key
    if end - first < _FEW or tokens[first].text.endswith("."):
        return False
    is_tail = ends_name(last)
    return is_tail and last not in listed("surnames.txt")


def _parts(tokens: Tokens, first: int, end: int, title_first: int) -> Iterator[Candidate]:
    """Yield the names in a run of capitals."""
    first = _without_opening(tokens, first, end, title_first)
    if first >= end:
        return
    known = known_at(tokens, first, end)
    if known and known[0] == end:
        yield Candidate(first, end, known[1], title_first)
        return
    if title_first < 0 and (rest := _behind_people(tokens, first, end)) > first:
        if rest < end:
            yield from _parts(tokens, rest, end, title_first)
        return
    if known and all(_adds_nothing(tokens[at].key) for at in range(known[0], end)):
        yield Candidate(first, known[0], known[1], title_first)
        return
    split = _split_behind(tokens, first, end, known)
    if split:
        yield Candidate(first, split, known[1] if known and known[0] == split else None, title_first)
        yield from _parts(tokens, split, end, -1)
        return
    yield Candidate(first, end, None, title_first)


def _without_opening(tokens: Tokens, first: int, end: int, title_first: int) -> int:
    """Return the first token of a run that is not there with a capital only because a sentence begins with it."""
    while first < end and title_first < 0 and _only_opens(tokens, first, end):
        first += 1
    return first


def _only_opens(tokens: Tokens, first: int, end: int) -> bool:
    token = tokens[first]
    if token.line.kind is LineKind.TABLE and token.text.isupper():
        return False
    if token.key in cue("function words"):
        if token.key in _ORDINALS and ends_name(tokens[end - 1].key) and end - first > _FEW - 1:
            return False
        is_alone = first + 1 == end and not token.is_acronym
        return (token.begins or token.key in ("a", "an", "the") or is_alone) and not _is_known_long(tokens, first, end)
    if token.key in cue("grades") and first + 1 < end and known_at(tokens, first + 1, end):
        return not _is_known_long(tokens, first, end)
    if token.is_acronym or not token.begins or first + 1 == end:
        return False
    if token.key in cue("roles"):
        return True
    return token.key in common_words() and not _is_part(tokens, first, end)


def _is_known_long(tokens: Tokens, first: int, end: int) -> bool:
    known = known_at(tokens, first, end)
    return known is not None and known[0] - first > 1


def _is_part(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether a common word at the beginning of a sentence belongs to the name behind it."""
    key = tokens[first].key
    if known_at(tokens, first, end) or key in peoples():
        return True
    if _KOREAN.fullmatch(tokens[first + 1].text):
        return True
    if key in listed("given_names.txt") and tokens.names.get(tokens[first + 1].key) is None:
        return True
    heads = organisation_words("heads") | place_words("heads")
    last = tokens[end - 1].key
    is_tail = ends_name(last)
    return key in heads or is_tail or last in other_words("tails") or tokens[first + 1].key in _JOINING


def _behind_people(tokens: Tokens, first: int, end: int) -> int:
    """Return the token behind the name of a people, where that is no part of the name that follows."""
    both = key_between(tokens, first, min(first + 2, end))
    length = 2 if end - first > 1 and both in peoples() else 1
    if length == 1 and tokens[first].key not in peoples():
        return first
    rest, last = first + length, tokens[end - 1].key
    if rest == end:
        return end
    known = known_at(tokens, rest, end)
    if known and known[0] == end and known[1].section in ("generic", "government", "other"):
        return rest if known[1].section != "other" else end
    if last in other_words("tails"):
        return end
    is_tail = ends_name(last)
    has_head = any(tokens[place].key in organisation_words("heads") for place in range(rest, end))
    return first if is_tail or has_head else rest


def _adds_nothing(key: str) -> bool:
    """Tell whether a word behind a name names nobody: "Georgia Republican", "UK GDP"."""
    return key in peoples() or key in cue("other acronyms")


def _is_of_body(key: str) -> bool:
    return key in organisation_words("tails") or key in organisation_words("heads")


def _split_behind(tokens: Tokens, first: int, end: int, known: tuple[int, KnownName] | None) -> int | None:
    """Return where a known name ends that another name follows: "Microsoft Bill Gates" is two."""
    if not known or known[0] >= end:
        return None
    last, rest = tokens[end - 1].key, known[0]
    if ends_name(last):
        return None
    if last in other_words("tails") or any(_is_of_body(tokens[at].key) for at in range(rest, end)):
        return None
    if known[1].kind is NameKind.ORGANISATION and known[1].section not in ("schools", "companies", "clubs"):
        return rest
    is_name = tokens[rest].key in listed("given_names.txt") and end - rest > 1
    return rest if is_name and rest - first >= 1 and tokens[first].key not in listed("given_names.txt") else None
