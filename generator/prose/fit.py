"""How a text fits the page that it is set on: its headings, its evidence marks, its tables. Trees change in place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

# A page's title is h1 and a section's h2.
_HIGHEST_HEADING = 3
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def fit_headings(root: Element, *, headings: bool) -> None:
    """Fit a text's headings into the page's outline without a gap, or set them as paragraphs in bold."""
    written = [element for element in root.iter() if element.tag in _HEADINGS]
    levels = sorted({element.tag for element in written})
    above = _HIGHEST_HEADING - 1
    for element in written:
        if headings:
            above = min(_HIGHEST_HEADING + levels.index(element.tag), above + 1, len(_HEADINGS))
            element.tag = f"h{above}"
        else:
            strong = Element("strong")
            strong.text, strong[:] = element.text, list(element)
            element.tag, element.text, element[:] = "p", None, [strong]


# What ends a statement or a part of one, and so stands before the mark of its evidence.
_CLOSING = re.compile(r"\s*([.,;:!?…”’»)]+)")


def set_marks_behind_statements(root: Element) -> None:
    """Set evidence marks close behind the words before them and what ends those; of equal marks in a row keep one."""
    for parent in list(root.iter()):
        for marks in list(_rows_of_marks(list(parent))):
            at = list(parent).index(marks[0])
            _set_row(parent, parent[at - 1] if at else None, marks)


def _rows_of_marks(children: list[Element]) -> Iterator[list[Element]]:
    row: list[Element] = []
    for child in children:
        if child.tag == "sup" and child.get("class") == "evidence":
            row.append(child)
        if row and (child is not row[-1] or (child.tail or "").strip()):
            yield row
            row = []
    if row:
        yield row


def _set_row(parent: Element, before: Element | None, marks: list[Element]) -> None:
    tail = marks[-1].tail or ""
    ended = _CLOSING.match(tail)
    words = ((parent.text if before is None else before.tail) or "").rstrip() + (ended[1] if ended else "")
    if before is None:
        parent.text = words
    else:
        before.tail = words
    kept = list({mark[0].get("href"): mark for mark in reversed(marks)}.values())[::-1]
    for mark in marks:
        mark.tail = None
        if mark not in kept:
            parent.remove(mark)
    kept[-1].tail = tail[ended.end() :] if ended else tail


def box_tables(root: Element, label: str) -> None:
    """Put each table in a box of its own that scrolls, by key as well, where the table is wider than the page."""
    for parent in list(root.iter()):
        for number, child in enumerate(list(parent)):
            if child.tag == "table":
                box = Element("div", {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": label})
                box.append(child)
                parent[number] = box
