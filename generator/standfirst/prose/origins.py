"""Where in the writer's files something stands that was found in a text: a line and a column, from an offset."""

from __future__ import annotations

import functools
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator

from standfirst.model import Origin, Prose, TextNode

_CHUNK = re.compile(r"\S+")
_LINE = re.compile(r"\S[^\n]*\n?")
_LINE_END = re.compile("\n")
# Between two words of a text there is no more in its file: a line's end, blanks, the head of a block, escapes.
_MOST_BETWEEN = 200


def origin_in_prose(prose: Prose, offset: int | None) -> Origin:
    """Return where what stands at an offset into the Markdown of a text was written.

    It is where the text begins if that is not known, or if it is written there in another way.
    """
    at = None if offset is None else _offset_in_file(prose, offset)
    if at is None:
        return prose.origin
    path, line, column = prose.origin
    starts = _line_starts(prose.raw)
    lines = bisect_right(starts, at)
    return Origin(path, line + lines, at - starts[lines - 1] + 1 if lines else column + at)


def exact_offset(words: TextNode, at: int, prose: Prose) -> int | None:
    """Return the offset into the Markdown of a text of what stands at an offset of some words of its document.

    None where something is written between it and the last words with a known place, such as a backslash.
    """
    number = bisect_right(words.offsets, (at, len(prose.markdown))) - 1
    known, place = words.offsets[number] if number >= 0 else (0, -1)
    between = words.text[known : at + 1]
    return place + at - known if place >= 0 and prose.markdown.startswith(between, place) else None


def _offset_in_file(prose: Prose, offset: int) -> int | None:
    start = _found_whole(prose.markdown, prose.raw)
    if start >= 0:
        return start + offset
    starts, found = _aligned(prose.markdown, prose.raw)
    number = bisect_right(starts, offset) - 1
    return found[number] + offset - starts[number] if number >= 0 else None


@functools.lru_cache(maxsize=16)
def _line_starts(written: str) -> list[int]:
    """Where each line of a text but the first begins."""
    return [end.end() for end in _LINE_END.finditer(written)]


@functools.lru_cache(maxsize=16)
def _found_whole(markdown: str, written: str) -> int:
    """Where in its file a text begins that stands there as it is; below 0 of any other."""
    return written.find(markdown)


@functools.lru_cache(maxsize=16)
def _aligned(markdown: str, written: str) -> tuple[list[int], list[int]]:
    """Where the parts of a text begin, and where in its file, but for parts that are written there in another way."""
    # The lines of a literal block stand there as they are; of other texts, most of the words do.
    lines = tuple(_LINE.finditer(markdown))
    found = tuple(_in_order(lines, written))
    if len(found) < len(lines):
        found = tuple(_in_order(_CHUNK.finditer(markdown), written))
    return [start for start, _ in found], [place for _, place in found]


def _in_order(parts: Iterable[re.Match[str]], written: str) -> Iterator[tuple[int, int]]:
    """Where parts of a text begin, and where in its file they are found.

    In YAML a text may be indented, folded and escaped, but its words stand in the same order.
    """
    at, passed = 0, 0
    for part in parts:
        length = part.end() - part.start()
        place = written.find(part[0], at, at + passed + length + _MOST_BETWEEN)
        if place < 0:
            passed += length + 1
            continue
        yield part.start(), place
        at, passed = place + length, 0
