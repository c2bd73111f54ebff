"""A PDF as a copy: its paragraphs in the order in which they are read, with its pages."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace

import regex

from standfirst.model import Origin
from standfirst.problems.errors import problem
from standfirst.reading.files import CopyFile
from standfirst.sources.copy_text import PAGE_TURN, CopyText
from standfirst.sources.pdf.broken_words import join_lines
from standfirst.sources.pdf.columns import regions_in
from standfirst.sources.pdf.drop_caps import with_drop_caps
from standfirst.sources.pdf.fragments import Pages, as_read
from standfirst.sources.pdf.lines import Line, lines_in
from standfirst.sources.pdf.paragraphs import SetParagraph, TypeArea, paragraphs_in, runs_on, type_area_of
from standfirst.sources.pdf.process import PdfError, ReadPdf, read_pdf
from standfirst.sources.pdf.running_lines import without_running_lines

_LIGATURES = regex.compile("[\ufb00-\ufb06]")
# What fonts without a table of their letters come out as; and of all characters how many may be so.
_UNREADABLE, _MOST_UNREADABLE = regex.compile(r"[\ufffd\p{Co}]"), 0.2


def text_of_pdf(file: CopyFile) -> CopyText:
    """Return the text of a PDF, or raise a `SiteError` with what keeps it from being read."""
    try:
        found = read_pdf(file.body)
    except PdfError as error:
        why, remedy = error.fault.value
        raise problem(Origin(file.path, 1, 1), f"this PDF cannot be read: {why}", remedy) from None
    _refuse_scan(file, found)
    columns = [column for column in _columns(without_running_lines(found.pages)) if column]
    area = type_area_of(columns)
    paragraphs: list[SetParagraph] = []
    for column in columns:
        _add(paragraphs, paragraphs_in(column, area), area)
    return replace(join_lines(_with_pages(paragraphs), len(found.pages)), pictures=found.pictures)


def _refuse_scan(file: CopyFile, found: ReadPdf) -> None:
    """Raise a `SiteError` where a PDF has pictures of its pages in the place of text."""
    text = "".join(fragment.text for page in found.pages for fragment in page)
    if not text and found.pictures:
        what = "this PDF has pictures of its pages, and no text: it is a scan"
    elif text and len(_UNREADABLE.findall(text)) > _MOST_UNREADABLE * len(text):
        what = "this PDF does not say which letters it shows"
    else:
        return
    raise problem(Origin(file.path, 1, 1), what, "have a program for OCR add its text, OCRmyPDF say")


def _columns(pages: Pages) -> Iterator[list[Line]]:
    """Yield the lines of each column of each page, in the order in which they are read."""
    for number, page in enumerate(pages, 1):
        for region in regions_in(with_drop_caps(as_read(page))):
            yield lines_in(region, number)


def _add(paragraphs: list[SetParagraph], following: Sequence[SetParagraph], area: TypeArea) -> None:
    """Add the paragraphs of the next column, of which the first may be the rest of one that was begun.

    Behind that one may stand footnotes, which are set smaller, and are read before what goes on in the next column.
    """
    first, *rest = following
    notes = 0
    while notes < len(paragraphs) and paragraphs[-1 - notes].size < area.size * 0.95 <= first.size:
        notes += 1
    begun = paragraphs[-1 - notes] if notes < len(paragraphs) else None
    if begun and runs_on(begun, first):
        del paragraphs[len(paragraphs) - 1 - notes]
        first = SetParagraph((*begun.lines, *first.lines), first.start, first.end)
    paragraphs += (first, *rest)


def _with_pages(paragraphs: Sequence[SetParagraph]) -> Iterator[str]:
    """Yield the text of each paragraph, with each line by itself and a page turn where another page begins."""
    page = 1
    for paragraph in paragraphs:
        lines = []
        for line in paragraph.lines:
            lines.append(PAGE_TURN * (line.page - page) + _LIGATURES.sub(_apart, line.text))
            page = max(page, line.page)
        yield "\n".join(lines)


def _apart(ligature: regex.Match[str]) -> str:
    return unicodedata.normalize("NFKC", ligature[0])
