"""Characters that nobody wants in a text: lost or garbled ones, invisible ones, and those that change its direction."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from types import MappingProxyType
from typing import NamedTuple

from standfirst.problems.errors import Problem, Severity, miswritten
from standfirst.problems.remedies import Remedy
from standfirst.reading.yaml.mojibake import garbled_runs
from standfirst.reading.yaml.nodes import ScalarNode


class _Unwanted(NamedTuple):
    """One sort of unwanted character: its pattern, the message and the hint, in which {mark} becomes U+XXXX."""

    pattern: str
    message: str
    hint: str


_DELETE = "delete it"
_SORTS = (
    _Unwanted("\ufffd", "{mark} stands here for a character that was lost", "write what it was"),
    _Unwanted("\ufffc", "{mark} stands here for something that was no text", "delete it, or write what it was"),
    _Unwanted(
        "[\ue000-\uf8ff\U000f0000-\U0010fffd]", "{mark} is a private sign, and others see a box", "write another"
    ),
    _Unwanted("[\ufdd0-\ufdef\ufff9-\ufffb\u206a-\u206f]", "{mark} is no character for a text", _DELETE),
    # After a black flag, tags are part of the emoji of a region's flag.
    _Unwanted("(?<![\U0001f3f4\U000e0020-\U000e007e])[\U000e0001-\U000e007f]+", "nobody sees {mark} here", _DELETE),
    # Only between letters of scripts with spaces; elsewhere they control where lines break.
    _Unwanted(
        "(?<=[A-Za-z\u00c0-\u052f])[\u200b\u2060](?=[A-Za-z\u00c0-\u052f])",
        "nobody sees {mark} within this word",
        _DELETE,
    ),
    _Unwanted("[\u202d\u202e]", "{mark} turns round the order in which what follows is shown", _DELETE),
    _Unwanted(
        r"(?<![^ \t\n])[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u20d0-\u20f0]",
        "{mark} belongs on a letter, and there is none before it",
        "delete it, or write the letter",
    ),
)  # fmt: skip
_ANY = re.compile("|".join(f"(?P<sort{number}>{sort.pattern})" for number, sort in enumerate(_SORTS)))
# All that the patterns above begin with: a quick test, as most texts have none of it.
_PERHAPS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u064b-\u065f\u1ab0-\u1aff\u200b\u202d\u202e\u2060\u206a-\u206f\u20d0-\u20f0"
    "\ue000-\uf8ff\ufdd0-\ufdef\ufff9-\uffff\U000e0001-\U0010ffff]"
)
_TURNED = _Unwanted(
    "", "{mark} changes the direction of the text, and nothing changes it back", "delete it, or add {end} where it ends"
)
_STRAY = _Unwanted("", "{mark} ends a change of direction that does not begin in this paragraph", _DELETE)
_GARBLED = _Unwanted("", "“{text}” was read in the wrong encoding", "write {meant}")
_GARBLED_AND_LOST = _Unwanted(
    "", "“{text}” was read in the wrong encoding", "write what was meant, an apostrophe or a quotation mark"
)
# A change of direction ends with its paragraph.
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_DIRECTIONS = re.compile("[\u202a-\u202e\u2066-\u2069]|\n[ \t]*\n")
_ENDS = MappingProxyType(
    {**dict.fromkeys("\u202a\u202b\u202d\u202e", "\u202c"), **dict.fromkeys("\u2066\u2067\u2068", "\u2069")}
)


class _Occurrence(NamedTuple):
    """Unwanted characters in a text, with what is meant by them, and as a hint shows that, if it is known."""

    sort: _Unwanted
    start: int
    end: int
    shown: str = ""
    meant: str = ""


def unwanted_characters(scalar: ScalarNode) -> Iterator[Problem]:
    """Yield a warning for the first of each sort of unwanted character in a text, with the number of others."""
    text = scalar.text
    if text.isascii():
        return
    sorts: dict[_Unwanted, list[_Occurrence]] = defaultdict(list)
    for found in chain(_plain(text), _turned(text), _garbled(text)):
        sorts[found.sort].append(found)
    for first, *others in sorts.values():
        yield _problem(scalar, first, len(others))


def _problem(scalar: ScalarNode, found: _Occurrence, others: int) -> Problem:
    text = scalar.text[found.start : found.end]
    shown = {"mark": f"U+{ord(text[0]):04X}", "text": text, "meant": found.shown, "end": found.shown}
    more = f" ({others} more in this text)" if others else ""
    at = scalar.origin_of(text, scalar.text.count(text, 0, found.start))
    remedy = Remedy(found.sort.hint.format(**shown), found.meant or ("" if found.sort.hint == _DELETE else None))
    return miswritten(at, found.sort.message.format(**shown) + more, remedy, text, Severity.WARNING)


def _plain(text: str) -> Iterator[_Occurrence]:
    for found in _ANY.finditer(text) if _PERHAPS.search(text) else ():
        yield _Occurrence(_SORTS[int((found.lastgroup or "sort0").removeprefix("sort"))], *found.span())


def _garbled(text: str) -> Iterator[_Occurrence]:
    for start, end, meant in garbled_runs(text):
        yield _Occurrence(_GARBLED if meant else _GARBLED_AND_LOST, start, end, _visible(meant), meant)


def _visible(text: str) -> str:
    return f"U+{ord(text):04X}" if text.isspace() and len(text) == 1 else text


def _turned(text: str) -> Iterator[_Occurrence]:
    """Yield changes of direction that do not end in their paragraph, and ends of changes that did not begin there."""
    open_: list[re.Match[str]] = []
    if not _TURNING.search(text):
        return
    for found in _DIRECTIONS.finditer(text):
        sign = found[0]
        if sign in _ENDS:
            open_.append(found)
        elif len(sign) > 1:
            yield from _not_closed(open_)
            open_ = []
        elif open_ and _ENDS[open_[-1][0]] == sign:
            open_.pop()
        else:
            yield _Occurrence(_STRAY, *found.span())
    yield from _not_closed(open_)


def _not_closed(open_: list[re.Match[str]]) -> Iterator[_Occurrence]:
    for found in open_:
        # Overrides are among the sorts above, whether or not they end.
        if not _ANY.match(found[0]):
            yield _Occurrence(_TURNED, *found.span(), f"U+{ord(_ENDS[found[0]]):04X}")
