"""How a text fits the page that it is set on: its headings, its evidence marks, its tables. Trees change in place."""

from __future__ import annotations

import itertools
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


# The attribute by which a mark names its citations, by their numbers, until it is set.
CITES = "cites"
# What ends a statement or a part of one, and so stands before the mark of its evidence.
_CLOSING = re.compile(r"\s*([.,;:!?…”’»)،؛؟]+)")
# A mark opens, and so cannot stand in what leads elsewhere, nor be part of the name of what stands below a heading.
_NO_MARKS_WITHIN = ("a", *_HEADINGS)


def is_mark(element: Element) -> bool:
    """Tell whether an element is the mark of a citation."""
    return CITES in element.attrib


def set_marks_behind_statements(root: Element) -> None:
    """Set marks close behind the words before them and what ends those: one for all that stand in a row.

    Marks in a link are set behind it, those in a heading in a paragraph below it, and those alone in the paragraph
    below a block quotation at its end; marks that cite nothing are left out.
    """
    if not any(map(is_mark, root.iter("sup"))):
        return  # as in most texts
    for parent in list(root.iter()):
        _move_marks_into_quotations(parent)
    for parent in list(root.iter()):
        for child in [each for each in parent if each.tag in _NO_MARKS_WITHIN]:
            _take_marks_out(child, parent)
    for parent in list(root.iter()):
        for marks in list(_rows_of_marks(list(parent))):
            at = list(parent).index(marks[0])
            _set_row(parent, parent[at - 1] if at else None, marks)


def _move_marks_into_quotations(parent: Element) -> None:
    for quotation, below in itertools.pairwise(list(parent)):
        if quotation.tag == "blockquote" and len(quotation) and quotation[-1].tag == "p" and _holds_only_marks(below):
            quotation[-1].extend(below)
            parent.remove(below)


def _holds_only_marks(element: Element) -> bool:
    words = (element.text or "") + "".join(child.tail or "" for child in element)
    return element.tag == "p" and all(map(is_mark, element)) and not words.strip()


def _take_marks_out(holder: Element, parent: Element) -> None:
    marks = [_without_tail(mark, within) for within in list(holder.iter()) for mark in list(within) if is_mark(mark)]
    if not marks:
        return
    at = list(parent).index(holder) + 1
    if holder.tag == "a":
        marks[-1].tail, holder.tail = holder.tail, None
        parent[at:at] = marks
    else:
        paragraph = Element("p")
        paragraph.extend(marks)
        parent.insert(at, paragraph)


def _without_tail(mark: Element, parent: Element) -> Element:
    """Take a mark out of where it stands; what stands behind it closes up."""
    at = list(parent).index(mark)
    before = (parent[at - 1].tail if at else parent.text) or ""
    closed_up = before.rstrip() + (mark.tail or "")
    if at:
        parent[at - 1].tail = closed_up
    else:
        parent.text = closed_up
    parent.remove(mark)
    mark.tail = None
    return mark


def _rows_of_marks(children: list[Element]) -> Iterator[list[Element]]:
    row: list[Element] = []
    for child in children:
        if is_mark(child):
            row.append(child)
        if row and (child is not row[-1] or (child.tail or "").strip()):
            yield row
            row = []
    if row:
        yield row


def _set_row(parent: Element, before: Element | None, marks: list[Element]) -> None:
    first, *others = marks
    tail = marks[-1].tail or ""
    ended = _CLOSING.match(tail)
    words = ((parent.text if before is None else before.tail) or "").rstrip() + (ended[1] if ended else "")
    if before is None:
        parent.text = words
    else:
        before.tail = words
    for mark in others:
        parent.remove(mark)
    first.set(CITES, " ".join(cites for mark in marks if (cites := mark.get(CITES))))
    first.tail = tail[ended.end() :] if ended else tail
    if not first.get(CITES):
        _without_tail(first, parent)


def box_tables(root: Element, label: str) -> None:
    """Put each table in a box of its own that scrolls, by key as well, where the table is wider than the page."""
    if next(root.iter("table"), None) is None:
        return  # as in most texts
    for parent in list(root.iter()):
        for number, child in enumerate(list(parent)):
            if child.tag == "table":
                box = Element("div", {"class": "scroll", "role": "region", "tabindex": "0", "aria-label": label})
                box.append(child)
                parent[number] = box
