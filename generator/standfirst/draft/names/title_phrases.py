"""Titles before names: "Prime Minister", "Lt. Gen.", "Deputy Secretary of State", "Minister for Europe"."""

from __future__ import annotations

import re

from standfirst.draft.names.tables import cue, listed, peoples, title_beginnings, titles, words
from standfirst.draft.names.tokens import Tokens
from standfirst.language.common_words import common_words

_LONGEST = 4
_ELECT = re.compile("-(?:elect|designate)$")


def title_end(tokens: Tokens, at: int) -> int:
    """Return where the title ends that begins at a token; `at` where none does, or where it is a part of a name."""
    end = at
    while True:
        last = _phrase_end(tokens, end)
        if last == end:
            break
        end = last
    if end == at or not any(tokens[place].key not in cue("grades") for place in range(at, end)):
        return at
    return at if _is_part_of_name(tokens, at, end) else end


def _phrase_end(tokens: Tokens, at: int) -> int:
    if at >= len(tokens) or not tokens[at].is_capital:
        return at
    key = tokens[at].key
    if _ELECT.sub("", key) not in title_beginnings() and key not in cue("grades") and not _is_office(tokens, at + 1):
        return at
    table = titles()
    for last in range(min(len(tokens), at + _LONGEST), at, -1):
        key = _ELECT.sub("", " ".join(token.key for token in tokens[at:last]))
        if key in table and _is_close(tokens, at, last):
            return _with_domain(tokens, last)
    if not _is_close(tokens, at, at + 2):
        return at
    following = tokens[at + 1]
    if tokens[at].key in cue("grades") and following.is_capital:
        return at + 1 if _phrase_end(tokens, at + 1) > at + 1 else at
    if following.is_capital and following.key in cue("offices") and tokens[at].key in common_words():
        return at if tokens[at].key in peoples() or tokens[at].begins else _with_domain(tokens, at + 2)
    return at


def _is_office(tokens: Tokens, at: int) -> bool:
    return at < len(tokens) and tokens[at].key in cue("offices")


def _with_domain(tokens: Tokens, at: int) -> int:
    """Return where what a minister is for ends: "of Foreign Affairs", "for Health and Welfare"."""
    if not _is_close(tokens, at - 1, at + 2) or tokens[at].text not in ("of", "for"):
        return at
    if tokens[at - 1].key not in ("minister", "secretary", "commissioner", "undersecretary"):
        return at
    end = at + 1
    while _is_close(tokens, end - 1, end + 1) and (_is_thing(tokens, end) or _goes_on(tokens, end, at + 1)):
        end += 1
    return end if end > at + 1 else at


def _is_thing(tokens: Tokens, at: int) -> bool:
    """Tell whether a word with a capital may be what an office is for, and is not a name."""
    token = tokens[at]
    return token.is_capital and token.key in common_words() and token.key not in listed("given_names.txt")


def _goes_on(tokens: Tokens, at: int, first: int) -> bool:
    return at > first and tokens[at].text == "and" and _is_close(tokens, at, at + 2) and _is_thing(tokens, at + 1)


def _is_close(tokens: Tokens, first: int, last: int) -> bool:
    """Tell whether tokens may be one title: each follows on the one before it."""
    return last <= len(tokens) and all(tokens.follows(at) for at in range(first + 1, last))


def _is_part_of_name(tokens: Tokens, first: int, end: int) -> bool:
    """Tell whether what looks like a title is a part of a name: "John Major", "Stephen King", "Major League"."""
    before = tokens[first - 1] if tokens.follows(first) else None
    if end - first == 1 and before and before.is_capital and not tokens[first].begins:
        is_given = before.key in listed("given_names.txt") and before.key not in titles() | peoples()
        if (is_given and tokens[first].key in listed("surnames.txt")) or (
            len(before.text) == 2 and before.text[1] == "."
        ):
            return True
    if end >= len(tokens) or not _is_close(tokens, end - 1, end + 1):
        return False
    following = tokens[end]
    if following.text == "and" and end - first == 1 and _is_close(tokens, end, end + 2) and _is_thing(tokens, end + 1):
        return True
    if not following.is_capital:
        return following.text in ("&", "'s") and end - first == 1 and following.text == "&"
    is_tail = any(
        following.key in words(file, "tails")
        for file in ("organisation_words.txt", "place_words.txt", "other_words.txt")
    )
    is_name = following.key in listed("given_names.txt") or (
        following.key in listed("surnames.txt") and following.key not in common_words()
    )
    return end - first == 1 and is_tail and not is_name
