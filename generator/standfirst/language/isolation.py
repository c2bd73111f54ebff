"""Words that run the other way than what they stand in, kept from mixing with it, where no element can do that."""

from __future__ import annotations

import unicodedata

from standfirst.language.locale import direction

_FIRST_STRONG, _LEFT_TO_RIGHT, _END = "\u2068", "\u2066", "\u2069"


def isolated(words: str, language: str) -> str:
    """Return words to be set in a text of a language: as they are, where none of them runs the other way."""
    others = {"L"} if direction(language) == "rtl" else {"R", "AL"}
    mixes = any(unicodedata.bidirectional(character) in others for character in words)
    return f"{_FIRST_STRONG}{words}{_END}" if mixes else words


def isolated_number(words: str, language: str) -> str:
    """Return a number with the sign behind it, which would change sides after words that run from right to left."""
    return f"{_LEFT_TO_RIGHT}{words}{_END}" if direction(language) == "rtl" else words
