"""The words and marks of a text in which quotations are one token each, so that what stands around them can be read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

import regex

_ABBREVIATIONS = (
    "Adm Amb Brig Bros Capt Cdr Cmdr Co Col Corp Cpl Dr Fr Gen Gov Hon Inc Jr Lt Ltd Maj Messrs Mme Mr Mrs Ms Pres Prof"
    " Pvt Rep Reps Rev Sen Sens Sgt Sr St Supt"
)
_LETTER = r"[\p{L}\p{M}\p{N}]"
# What joins letters to one word: not the ’s of a genitive.
_WITHIN = rf"(?:[-\N{{HYPHEN}}\N{{NON-BREAKING HYPHEN}}&/]|\.(?=\p{{L}}\p{{L}})|['’](?![sS](?!{_LETTER})))"
_TOKEN = regex.compile(
    rf"""
      (?P<word>\p{{L}}++(?!{_LETTER}|[-\N{{HYPHEN}}\N{{NON-BREAKING HYPHEN}}&/.'’]))    # most words, soon found
    | (?P<possessive>(?<=[\p{{L}}\p{{N}}.)”"])['’][sS](?![\p{{L}}\p{{N}}]) | (?<=s)['’](?=\s))
    | (?P<number>\p{{Sc}}?\s?\p{{N}}++(?:[.,]\p{{N}}++)++%? | \p{{Sc}}\s?\p{{N}}++%?)
    | (?P<word>
        (?:{_ABBREVIATIONS.replace(" ", "|")})\.
      | (?:\p{{L}}\.){{2,}}                                         # U.S.
      | \p{{Lu}}\.(?=\s?\p{{Lu}})                                   # an initial
      | {_LETTER}++ (?:{_WITHIN} {_LETTER}++)*+
      )
    | (?P<mark>--+|\.\.\.+|[^\s\p{{L}}\p{{M}}\p{{N}}])
    """,
    regex.VERBOSE,
)


class TokenKind(IntEnum):
    """What a token is: a whole quotation with its marks is one."""

    WORD = 0
    POSSESSIVE = 1
    MARK = 2
    QUOTATION = 3


class Token(NamedTuple):
    """A word, a mark or a quotation from `start` up to `end`; `low` is it in small letters."""

    kind: TokenKind
    text: str
    low: str
    start: int
    end: int

    @property
    def is_capital(self) -> bool:
        return self.kind is TokenKind.WORD and self.text[0].isupper()


def tokens_in(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> tuple[Token, ...]:
    """Return the tokens of a stretch of a text, in which `quoted` begin and end as they are, in their order."""
    found: list[Token] = []
    at = start
    for number in range(bisect_left(quoted, (start, start)), len(quoted)):
        first, last = quoted[number]
        if first >= end:
            break
        found += _plain(text, at, first)
        found.append(Token(TokenKind.QUOTATION, "", "", first, min(last, end)))
        at = min(last, end)
    found += _plain(text, at, end)
    return tuple(found)


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for found in _TOKEN.finditer(text, start, end):
        yield Token(_KINDS[found.lastgroup or ""], found[0], found[0].lower(), found.start(), found.end())


_KINDS = {
    "word": TokenKind.WORD,
    "number": TokenKind.WORD,
    "possessive": TokenKind.POSSESSIVE,
    "mark": TokenKind.MARK,
}
