"""Mojibake: UTF-8 that was once decoded in another encoding, such as “â€™” for an apostrophe or “Ã©” for é.

A run of characters may be mojibake if its bytes in that encoding are valid UTF-8. Capital letters and punctuation can
come to that by chance, so only what no language writes is taken for it.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple


class GarbledRun(NamedTuple):
    """A garbled stretch of a text, and what was meant; empty where that is lost."""

    start: int
    end: int
    meant: str


def _characters(first: int, last: int, encoding: str) -> str:
    """Return a pattern of the characters for a range of bytes in an encoding, or in Latin-1 where it has none."""
    read = (bytes([byte]).decode(encoding, "replace").replace("\ufffd", chr(byte)) for byte in range(first, last + 1))
    return "".join(map(re.escape, read))


@functools.cache
def _sequences(encoding: str) -> re.Pattern[str]:
    """Return the pattern of non-ASCII UTF-8 that was decoded in an encoding."""
    next_ = f"[{_characters(0x80, 0xBF, encoding)}]"
    leads = ((0xC2, 0xDF, 1), (0xE0, 0xEF, 2), (0xF0, 0xF4, 3))
    one = "|".join(f"[{_characters(first, last, encoding)}]{next_}{{{more}}}" for first, last, more in leads)
    return re.compile(f"(?:{one})+")


_ENCODINGS = ("cp1252", "mac_roman")
# Marks that may follow a word which ends in an accented letter; a capital and such a mark look like mojibake.
_CLOSING = frozenset("’‘”“»›…–—‚„\xa0\u02dc")
_AFTER_WORDS = _CLOSING.union("†‡*°ª¹²³")
# Beginnings of garbled dashes, quotation marks, the euro and emoji, with which no other text begins.
_CERTAIN = re.compile("â€|â‚¬|ðŸ|‚Ä")
# A quick test, as most texts have none of it.
_PERHAPS = re.compile(f"[\xc2-\xf4√‚][Ä{_characters(0x80, 0xBF, 'cp1252')}{_characters(0x80, 0xBF, 'mac_roman')}]")
_LOST = re.compile("â€")
_ROOT = "√"
_UNDER_ROOTS = frozenset("πΩµ∂∑∏∫∆∞")
# A text may have been garbled more than once.
_TIMES = 3


def intended_character(text: str, at: int) -> str:
    """Return what was meant by a control character at an offset; empty if that cannot be told."""
    runs = _sequences("latin-1").finditer(text, max(0, at - 3), at + 4)
    around = next((found for found in runs if found.end() > at), None)
    if around:
        return _meant(around[0], "latin-1")
    return bytes([ord(text[at])]).decode("cp1252", "ignore") if "\x80" <= text[at] <= "\x9f" else ""


def garbled_runs(text: str) -> Iterator[GarbledRun]:
    """Yield every stretch of a text that was read in the wrong encoding, in order."""
    if not _PERHAPS.search(text):
        return
    end = 0
    for start, stop, encoding in sorted(_stretches(text), key=lambda each: (each[0], -each[1])):
        meant = _meant(text[start:stop], encoding)
        if start >= end and (not meant or _is_garbled(text, start, stop, encoding)):
            end = stop
            yield GarbledRun(start, stop, meant)


def _stretches(text: str) -> Iterator[tuple[int, int, str]]:
    for encoding in _ENCODINGS:
        for found in _sequences(encoding).finditer(text):
            if _meant(found[0], encoding):
                yield *found.span(), encoding
    # Some programs drop the third character of a garbled mark.
    yield from ((*found.span(), "") for found in _LOST.finditer(text))


def _meant(run: str, encoding: str) -> str:
    """Return the text that a run was meant to be, or empty if its bytes are not UTF-8."""
    meant = run
    for _ in range(_TIMES if encoding else 0):
        try:
            meant = b"".join(_byte(sign, encoding) for sign in meant).decode()
        except UnicodeError:
            break
    is_text = meant.replace("\xa0", " ").isprintable() and not unicodedata.combining(meant[0])
    return meant if meant != run and is_text else ""


def _byte(sign: str, encoding: str) -> bytes:
    return bytes([ord(sign)]) if "\x80" <= sign <= "\x9f" else sign.encode(encoding)


def _is_garbled(text: str, start: int, stop: int, encoding: str) -> bool:
    run, before, after = text[start:stop], text[start - 1 : start], text[stop : stop + 1]
    in_a_word = before.isalpha() or after.isalpha()
    if _CERTAIN.match(run):
        return True
    if encoding == "mac_roman":
        return run[0] == _ROOT and run[1] not in _UNDER_ROOTS and in_a_word
    if len(run) > 2:
        return not (_CLOSING if after.isalpha() else _AFTER_WORDS).issuperset(run[1:])
    if run[0] not in "ÂÃÄÅ":
        return False
    # Not mojibake: an accented capital at the end of a word, and the mark after it.
    ends_a_word = run[1] in _AFTER_WORDS and not (run[1] == "\xa0" and run[0] in "ÂÃ") and not after.isalpha()
    return not ends_a_word and not (run[1] in _AFTER_WORDS and before.isupper())
