"""Words as the lexicon has them, and a word that is written together cut into its parts."""

from __future__ import annotations

import unicodedata
from types import MappingProxyType
from typing import Final

import regex

from standfirst.language.locale import without_arabic_marks

WordTuple = tuple[str, ...]

LETTERS: Final = regex.compile(r"[\p{L}\u3007][\p{L}\p{M}\p{Cf}\u3007]*")
_INVISIBLE: Final = regex.compile(r"\p{Cf}")
_ALEFS: Final = str.maketrans("\u0622\u0623\u0625\u0671\u0649", "\u0627\u0627\u0627\u0627\u064a")
# Languages that write "and" together with the word behind it.
PREFIXED: Final = MappingProxyType({"ar": "\u0648", "he": "\u05d5"})
# Languages that write an apostrophe within words: "п'ять"; ICU has the letter that looks like it.
APOSTROPHES_WITHIN: Final = frozenset({"be", "uk"})
_ARABIC_ONE: Final = "\u0648\u0627\u062d\u062f"


def folded_word(text: str, code: str) -> str:
    """Return a word as the lexicon has it: without case, invisible characters, and what Arabic may leave out."""
    plain = _INVISIBLE.sub("", unicodedata.normalize("NFKC" if code == "ar" else "NFC", text)).casefold()
    if code in APOSTROPHES_WITHIN:
        plain = plain.replace("'", "\u02bc").replace("’", "\u02bc")
    return without_arabic_marks(plain).translate(_ALEFS).replace("مائ", "مئ") if code in {"ar", "fa"} else plain


def entry_words(text: str, code: str) -> WordTuple:
    """Return the words of a text, as the lexicon has them."""
    return tuple(piece for found in LETTERS.findall(text) for piece in _prefixed(folded_word(found, code), code))


def _prefixed(found: str, code: str) -> WordTuple:
    """Return a word of an entry with the "and" before it as a word of its own."""
    prefix = PREFIXED.get(code, "\0")
    return (prefix, found[1:]) if found[1:] and found[0] == prefix and not found.startswith(_ARABIC_ONE) else (found,)


def fewest_pieces(text: str, pieces: frozenset[str]) -> WordTuple:
    """Return the fewest pieces that make up a word; () if it has any other part."""
    longest = max(map(len, pieces), default=0)
    best: list[WordTuple | None] = [()]
    for end in range(1, len(text) + 1):
        found = (
            (*before, text[start:end])
            for start in range(max(0, end - longest), end)
            if (before := best[start]) is not None and text[start:end] in pieces
        )
        best.append(min(found, key=len, default=None))
    return best[-1] or ()
