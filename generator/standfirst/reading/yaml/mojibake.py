"""Text in UTF-8 that was once read as if it were in another encoding: “â€™” for an apostrophe, “Ã©” for é.

Whether a run is such is tried: its signs, as bytes of that encoding, must be UTF-8. As letters of capitals and marks of
punctuation can come to that by chance, only what no language writes so is taken for it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple


class GarbledRun(NamedTuple):
    """Where a text is garbled, and what was meant; nothing where that is lost."""

    start: int
    end: int
    meant: str


def _signs(first: int, last: int, encoding: str) -> str:
    """Return what the bytes of a range are in an encoding; those that it leaves out are what they are in Latin-1."""
    read = (bytes([byte]).decode(encoding, "replace").replace("\ufffd", chr(byte)) for byte in range(first, last + 1))
    return "".join(map(re.escape, read))


def _sequences(encoding: str) -> re.Pattern[str]:
    """Return the pattern of all that UTF-8 beyond ASCII looks like in an encoding."""
    next_ = f"[{_signs(0x80, 0xBF, encoding)}]"
    leads = ((0xC2, 0xDF, 1), (0xE0, 0xEF, 2), (0xF0, 0xF4, 3))
    one = "|".join(f"[{_signs(first, last, encoding)}]{next_}{{{more}}}" for first, last, more in leads)
    return re.compile(f"(?:{one})+")


_ENCODINGS = tuple((encoding, _sequences(encoding)) for encoding in ("cp1252", "mac_roman"))
_AS_LATIN = _sequences("latin-1")
# These end words, and letters with accents do too, in capitals most of all.
_CLOSING = frozenset("’‘”“»›…–—‚„\xa0\u02dc")
_AFTER_WORDS = _CLOSING.union("†‡*°ª¹²³")
# How what is garbled most often begins, and no text does: dashes, quotation marks, the euro; emoji.
_CERTAIN = re.compile("â€|â‚¬|ðŸ|‚Ä")
# Quickly told, and most texts have none of it.
_PERHAPS = re.compile(f"[\xc2-\xf4√‚][Ä{_signs(0x80, 0xBF, 'cp1252')}{_signs(0x80, 0xBF, 'mac_roman')}]")
_LOST = re.compile("â€")
_ROOT = "√"
_UNDER_ROOTS = frozenset("πΩµ∂∑∏∫∆∞")
# A garbled text may be garbled again.
_TIMES = 3


def intended_character(text: str, at: int) -> str:
    """Return what was meant by a control character, which is what an encoding leaves of a sign it does not have."""
    around = next((found for found in _AS_LATIN.finditer(text, max(0, at - 3), at + 4) if found.end() > at), None)
    if around:
        return _meant(around[0], "latin-1")
    read = bytes([ord(text[at])]).decode("cp1252", "ignore") if "\x80" <= text[at] <= "\x9f" else ""
    return read if read.isprintable() else ""


def garbled_runs(text: str) -> Iterator[GarbledRun]:
    """Yield every stretch of a text that was read in the wrong encoding, in order."""
    if not _PERHAPS.search(text):
        return
    end = 0
    for start, stop, encoding in sorted(_stretches(text), key=lambda each: (each[0], -each[1])):
        meant = _meant(text[start:stop], encoding)
        if start >= end and (not meant or _is_garbled(text, start, stop, meant, encoding)):
            end = stop
            yield GarbledRun(start, stop, meant)


def _stretches(text: str) -> Iterator[tuple[int, int, str]]:
    for encoding, pattern in _ENCODINGS:
        for found in pattern.finditer(text):
            if _meant(found[0], encoding):
                yield *found.span(), encoding
    # Its third sign is one that some programs drop.
    yield from ((*found.span(), "") for found in _LOST.finditer(text))


def _meant(run: str, encoding: str) -> str:
    """Return what a run is once its signs are read as bytes of UTF-8; nothing where they are not."""
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


def _is_garbled(text: str, start: int, stop: int, meant: str, encoding: str) -> bool:
    run, before, after = text[start:stop], text[start - 1 : start], text[stop : stop + 1]
    in_a_word = before.isalpha() or after.isalpha()
    if _CERTAIN.match(run):
        return True
    if encoding == "mac_roman":
        return run[0] == _ROOT and run[1] not in _UNDER_ROOTS and in_a_word
    if len(meant) > 1 or len(run) > 2:
        return not (_CLOSING if after.isalpha() else _AFTER_WORDS).issuperset(run[1:])
    if run[0] not in "ÂÃÄÅ":
        return False
    # A letter that ends a word in capitals, and the mark behind it.
    ends_a_word = run[1] in _AFTER_WORDS and not (run[1] == "\xa0" and run[0] in "ÂÃ") and not after.isalpha()
    return not ends_a_word and not (run[1] in _AFTER_WORDS and before.isupper())
