"""A program of its own, which reads a PDF from standard input and writes what stands on its pages as JSON.

It knows nothing of the rest of Standfirst, so that it starts at once, and ends itself where a file asks for too much:
`process.py` starts it for each PDF, since a file may be made to crash or to hold up whatever reads it.
"""

from __future__ import annotations

import json
import math
import sys
import unicodedata
from collections.abc import Iterator
from ctypes import byref, c_double
from itertools import groupby, pairwise
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

# Seconds of the processor, bytes of memory, pages, and characters on all of them.
SECONDS, MEMORY, PAGES, CHARACTERS = 60, 2 * 2**30, 5_000, 20_000_000
# In sizes of the type: a wider gap parts columns and cells; how far off its line a raised figure stands.
_GAP, _RAISED, _SMALLER = 0.9, 0.2, 0.8
# To the size of the text: a letter that is larger goes over several lines.
_OVER_LINES = 2.2
# In a line that is set to a width all gaps are as wide, but for the shapes of letters.
_MUCH_THE_SAME = 1.6
# In its own size: a raised figure that is no further off belongs to the word.
_CLOSE = 0.4
# Classes of Unicode's bidirectional algorithm.
_FROM_THE_RIGHT = frozenset({"R", "AL"})
# What PDFium puts where a word is broken at the end of a line, and for what has no character: that is not left out.
_SIGNS = {2: "-", 0xFFFE: "-", 0: "\ufffd", 0xFFFF: "\ufffd"}
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
        return _read(pypdfium2.PdfDocument(body))
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in {pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY}
        return {"fault": "locked" if locked else "damaged"}


def _read(document: pypdfium2.PdfDocument) -> dict[str, Any]:
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
        character = _SIGNS.get(code) or chr(code)
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
    """Yield the runs of words without a gap between them, as `fragments.Fragment` has them."""
    for line in _lines(characters):
        words = sorted(_words(line), key=lambda word: min(each.start for each in word))
        gaps = [_gap(before, behind) for before, behind in pairwise(words)]
        is_set_to_width = len(gaps) > 1 and max(gaps) <= _MUCH_THE_SAME * min(gaps)
        run = words[:1]
        for gap, word in zip(gaps, words[1:], strict=True):
            if gap > _GAP * max(run[-1][-1].size, word[0].size) and not is_set_to_width:
                yield _fragment(_in_order(run))
                run = []
            run.append(word)
        if run:
            yield _fragment(_in_order(run))


def _lines(characters: list[Character]) -> Iterator[list[Character]]:
    """Yield the characters that follow one another on one baseline."""
    line: list[Character] = []
    for each in characters:
        if line and _is_on_another(each, line[-1]):
            yield line
            line = []
        line.append(each)
    yield line


def _is_on_another(each: Character, before: Character) -> bool:
    """Tell whether a character is on another line than the one before it; a letter set over two lines is on its own."""
    smaller, larger = sorted((each.size, before.size))
    return larger > _OVER_LINES * smaller or abs(each.baseline - before.baseline) > larger / 2


def _words(line: list[Character]) -> list[list[Character]]:
    """Return the words of a line: what stands between blanks, or far from one another."""
    words: list[list[Character]] = []
    is_new = True
    for each in line:
        if each.text.isspace():
            is_new = True
            continue
        gap = _gap(words[-1][-1:], [each]) if words else 0.0
        # PDFium takes the white above a raised figure for a blank.
        is_raised = bool(words) and each.size < _SMALLER * words[-1][-1].size and each.text in _RAISED_DIGITS
        if (is_new and not (is_raised and gap < _CLOSE * each.size)) or gap > _GAP * each.size or not words:
            words.append([each])
        else:
            words[-1].append(each)
        is_new = False
    return words


def _in_order(words: list[list[Character]]) -> list[list[Character]]:
    """Return words in the order in which they are read.

    Fonts of scripts that are read from the right are drawn from the left, a letter or a word at a time.
    """
    is_mirrored = [any(unicodedata.bidirectional(each.text[0]) in _FROM_THE_RIGHT for each in word) for word in words]
    if 2 * sum(is_mirrored) <= len(words):
        return words
    # Letters that are drawn as one stand in their order already.
    ordered = [
        sorted(word, key=lambda each: -each.start) if mirrored else word
        for word, mirrored in zip(words, is_mirrored, strict=True)
    ]
    pairs = sorted(zip(ordered, is_mirrored, strict=True), key=lambda pair: -min(each.start for each in pair[0]))
    found: list[list[Character]] = []
    for mirrored, together in groupby(pairs, key=lambda pair: pair[1]):
        run = [word for word, _ in together]
        found += run if mirrored else reversed(run)
    return found


def _gap(before: list[Character], behind: list[Character]) -> float:
    """Return how far two words are from one another, whichever is to the left."""
    start, end = min(each.start for each in before), max(each.end for each in before)
    return max(min(each.start for each in behind) - end, start - max(each.end for each in behind))


def _fragment(words: list[list[Character]]) -> tuple[float, float, float, float, str]:
    seen = [each for word in words for each in word]
    # Most of a line is on its baseline, in its size; what is raised or lowered is less.
    baseline, size = _usual([each.baseline for each in seen]), _usual([each.size for each in seen])
    text = " ".join("".join(_as_raised(word, baseline, size)) for word in words)
    return (
        round(min(each.start for each in seen), 1),
        round(max(each.end for each in seen), 1),
        round(baseline, 1),
        round(size, 1),
        text,
    )


def _as_raised(word: list[Character], baseline: float, size: float) -> Iterator[str]:
    """Yield the characters of a word; small figures that stand raised behind others, as notes' marks do, as raised."""
    for number, each in enumerate(word):
        is_raised = number and baseline - each.baseline > _RAISED * size and each.size < _SMALLER * size
        yield _RAISED_DIGITS.get(each.text, each.text) if is_raised else each.text


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
