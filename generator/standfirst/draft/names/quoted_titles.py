"""Titles of works between quotation marks, which name neither actors nor places: “Gone with the Wind”."""

from __future__ import annotations

from collections.abc import Sequence

from standfirst.draft.names.tokens import Token, Tokens

_LONGEST = 10
_CLOSING = {"“": "”", "‘": "’", '"': '"', "«": "»", "'": "'", "„": "“"}
_SMALL = frozenset(
    ("a", "an", "and", "at", "for", "from", "in", "of", "on", "or", "the", "to", "with", "de", "la", "le")
)


def quoted_titles(tokens: Tokens) -> frozenset[int]:
    """Return the indices of the words that belong to such titles."""
    found: set[int] = set()
    for at, token in enumerate(tokens):
        if token.text in _CLOSING and at + 1 < len(tokens) and tokens[at + 1].begins:
            end = _closing(tokens, at + 1, _CLOSING[token.text])
            if end and _is_title(tokens[at + 1 : end]):
                found.update(range(at + 1, end))
    return frozenset(found)


def _closing(tokens: Tokens, first: int, mark: str) -> int | None:
    ends = (at for at in range(first, min(first + _LONGEST, len(tokens))) if tokens[at].text == mark)
    return next(ends, None)


def _is_title(words: Sequence[Token]) -> bool:
    """Tell whether all words but small ones have capitals, and no comma or point goes before the closing mark."""
    if not words or not words[0].is_capital or words[-1].text in (".", ",", "!", "?", ";"):
        return False
    return all(word.is_capital or word.key in _SMALL or not word.is_word for word in words)
