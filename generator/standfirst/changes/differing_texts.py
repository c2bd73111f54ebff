"""Two texts that differ, cut to what differs and a few words around it."""

from __future__ import annotations

import unicodedata
from itertools import takewhile

# So long a text stands whole.
_WHOLE = 160
# So much of what is alike stands on each side of what differs, and so much of what differs itself.
_AROUND = 40
_MOST = 240
_CUT = "…"


def around_difference(before: str, after: str) -> tuple[str, str]:
    """Return two texts, each cut around what differs from the other; short ones stand whole, and so do equal ones."""
    if max(len(before), len(after)) <= _WHOLE or before == after:
        return before, after
    if not before or not after:
        return shortened(before), shortened(after)
    same = _alike(before, after)
    same_end = _alike(before[same:][::-1], after[same:][::-1])
    start = _beginning(before, max(0, same - _AROUND), same)
    first, second = (_cut(text, start, _end(text, len(text) - same_end)) for text in (before, after))
    return first, second


def _alike(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _cut(text: str, start: int, end: int) -> str:
    kept = shortened(text[start:end].strip())
    return f"{f'{_CUT} ' if start else ''}{kept}{f' {_CUT}' if end < len(text) else ''}"


def _beginning(text: str, start: int, end: int) -> int:
    """Where a word begins at a place or behind it, or a character where blanks part no words."""
    if start == 0:
        return 0
    blank = text.find(" ", start, end)
    return blank + 1 if blank >= 0 else _not_within_a_character(text, start)


def _end(text: str, same_from: int) -> int:
    """Where a word ends a little behind the place from which texts are alike."""
    most = min(len(text), same_from + _AROUND)
    if most == len(text):
        return most
    blank = text.rfind(" ", same_from, most)
    return blank if blank >= 0 else _not_within_a_character(text, most)


def _not_within_a_character(text: str, place: int) -> int:
    """A place at which no letter is cut from the marks that stand on it."""
    while place < len(text) and unicodedata.category(text[place]).startswith("M"):
        place += 1
    return place


def shortened(text: str) -> str:
    """Return the first and the last words of a text that is very long, and any other as it is."""
    if len(text) <= _MOST:
        return text
    half = _MOST // 2
    start, end = text.rfind(" ", half - _AROUND, half), text.find(" ", len(text) - half, len(text) - half + _AROUND)
    first = text[: start if start >= 0 else _not_within_a_character(text, half)]
    last = text[end + 1 if end >= 0 else _not_within_a_character(text, len(text) - half) :]
    return f"{first} {_CUT} {last}"
