"""A program of its own, which reads a PDF from standard input and writes what stands on its pages as JSON.

It knows nothing of the rest of Standfirst, so that it starts at once, and ends itself where a file asks for too much:
`process.py` starts it for each PDF, since a file may be made to crash or to hold up whatever reads it.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from ctypes import byref, c_double
from itertools import pairwise
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

# Seconds of the processor, bytes of memory, pages, and characters on all of them.
SECONDS, MEMORY, PAGES, CHARACTERS = 60, 2 * 2**30, 5_000, 20_000_000
# In sizes of the type: a wider gap parts columns and cells; how far off its line a raised figure stands.
_GAP, _RAISED, _SMALLER = 1.3, 0.2, 0.8
# In a line that is set to a width all gaps are as wide, but for the shapes of letters.
_MUCH_THE_SAME = 1.6
# What PDFium puts where a word is broken at the end of a line, and what it has no character for.
_HYPHENS, _NOTHING = {2: "-", 0xFFFE: "-"}, {0, 0xFFFF}
_RAISED_DIGITS = dict(zip("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹", strict=True))


class Character(NamedTuple):
    """A character, with its place on the page as it is turned to be read: y grows towards the foot."""

    text: str
    start: float
    end: float
    baseline: float
    size: float
    angle: int


def read(body: bytes) -> dict[str, Any]:
    """Return the `pages` of a PDF, each with its fragments and whether it shows a picture; or its `fault`."""
    try:
        document = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        return {"fault": "locked" if locked else "damaged"}
    if len(document) > PAGES:
        return {"fault": "large"}
    pages, count = [], 0
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        count += text.count_chars()
        if count > CHARACTERS:
            return {"fault": "large"}
        found = list(_fragments(_upright(_characters(text, page))))
        pages.append({"fragments": found, "has_picture": not found and _has_picture(page)})
        text.close()
        page.close()
    return {"pages": pages}


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3))


def _characters(text: pypdfium2.PdfTextPage, page: pypdfium2.PdfPage) -> Iterator[Character]:
    """Yield the characters of a page in the order of the file, blanks with the place of what is before them."""
    turned = page.get_rotation()
    left, right, bottom, top = c_double(), c_double(), c_double(), c_double()
    x, y = c_double(), c_double()
    matrix = pdfium.FS_MATRIX()
    last: Character | None = None
    for number in range(text.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text, number)
        if code in _NOTHING:
            continue
        character = _HYPHENS.get(code) or chr(code)
        if character.isspace() or pdfium.FPDFText_IsGenerated(text, number):
            if last and not last.text.isspace():
                last = last._replace(text=" ")
                yield last
            continue
        pdfium.FPDFText_GetCharBox(text, number, byref(left), byref(right), byref(bottom), byref(top))
        pdfium.FPDFText_GetCharOrigin(text, number, byref(x), byref(y))
        pdfium.FPDFText_GetMatrix(text, number, byref(matrix))
        size = pdfium.FPDFText_GetFontSize(text, number) * math.hypot(matrix.c, matrix.d)
        direction = round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90 % 360
        box = (left.value, bottom.value, right.value, top.value)
        place = _place(box, (x.value, y.value), direction)
        last = Character(character, *place, size or top.value - bottom.value, (direction - turned) % 360)
        yield last


def _place(box: tuple[float, ...], origin: tuple[float, float], turned: int) -> tuple[float, float, float]:
    """Return where a character begins and ends in its line, and its baseline, down the page, of text turned so."""
    x0, y0, x1, y1 = box
    match turned:
        case 90:
            return y0, y1, origin[0]
        case 180:
            return -x1, -x0, origin[1]
        case 270:
            return -y1, -y0, -origin[0]
        case _:
            return x0, x1, -origin[1]


def _upright(characters: Iterator[Character]) -> list[Character]:
    """Return the characters that are turned as most of the page is: what runs up its edge is none of its text."""
    found = list(characters)
    counts: dict[int, int] = {}
    for each in found:
        counts[each.angle] = counts.get(each.angle, 0) + 1
    most = max(counts, key=lambda angle: (counts[angle], -angle), default=0)
    return [each for each in found if each.angle == most]


def _fragments(characters: list[Character]) -> Iterator[tuple[float, float, float, float, str]]:
    """Yield the runs of characters without a gap between them, as `fragments.Fragment` has them."""
    for line in _lines(characters):
        words = _words(line)
        gaps = [_gap(before[-1], behind[0]) for before, behind in pairwise(words)]
        is_set_to_width = len(gaps) > 1 and max(gaps) <= _MUCH_THE_SAME * min(gaps)
        run = words[0] if words else []
        for gap, word in zip(gaps, words[1:], strict=True):
            if gap > _GAP * max(run[-1].size, word[0].size) and not is_set_to_width:
                yield from _fragment(run)
                run = word
            else:
                run = [*run, run[-1]._replace(text=" "), *word]
        yield from _fragment(run)


def _lines(characters: list[Character]) -> Iterator[list[Character]]:
    """Yield the characters that follow one another on one baseline."""
    line: list[Character] = []
    for each in characters:
        if line and abs(each.baseline - line[-1].baseline) > 0.5 * max(line[-1].size, each.size):
            yield line
            line = []
        line.append(each)
    yield line


def _words(line: list[Character]) -> list[list[Character]]:
    """Return the words of a line: what stands between blanks, or far from one another."""
    words: list[list[Character]] = []
    is_new = True
    for each in line:
        if each.text.isspace():
            is_new = True
        elif is_new or _gap(words[-1][-1], each) > _GAP * each.size:
            words.append([each])
            is_new = False
        else:
            words[-1].append(each)
    return words


def _gap(before: Character, behind: Character) -> float:
    """Return how far two characters are from one another, whichever is to the left."""
    return max(behind.start - before.end, before.start - behind.end)


def _fragment(run: list[Character]) -> Iterator[tuple[float, float, float, float, str]]:
    seen = [each for each in run if not each.text.isspace()]
    if not seen:  # it is a blank line
        return
    # Most of a line is on its baseline, in its size; what is raised or lowered is less.
    baseline, size = _usual([each.baseline for each in seen]), _usual([each.size for each in seen])
    text = "".join(_as_raised(each, before, baseline, size) for before, each in pairwise([None, *run]) if each)
    yield (
        round(min(each.start for each in seen), 1),
        round(max(each.end for each in seen), 1),
        round(baseline, 1),
        round(size, 1),
        " ".join(text.split()),
    )


def _as_raised(each: Character, before: Character | None, baseline: float, size: float) -> str:
    """Return a character; small figures that stand raised behind a word, as the mark of a note does, are others."""
    is_raised = baseline - each.baseline > _RAISED * size and each.size < _SMALLER * size
    return _RAISED_DIGITS.get(each.text, each.text) if is_raised and before and not before.text.isspace() else each.text


def _usual(values: list[float]) -> float:
    counts: dict[float, int] = {}
    for value in values:
        counts[round(value, 1)] = counts.get(round(value, 1), 0) + 1
    return max(counts, key=lambda value: (counts[value], -value))


def _limit() -> None:
    """Have the system end this program where it takes too much, if it can."""
    try:
        import resource  # noqa: PLC0415  # Not every system has it.
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    _limit()
    json.dump(read(sys.stdin.buffer.read()), sys.stdout)
