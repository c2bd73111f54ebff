"""Finished pages as chapters of a book: without ways around a site, and with the evidence as its notes."""

from __future__ import annotations

from lxml.etree import XPath
from lxml.html import HtmlElement

from standfirst.outputs.downloads.page_parts import Part
from standfirst.outputs.downloads.xhtml import BOOK_TYPE

# A book has its own table of contents, and its notes are opened, or read at the end, but do not stand at the side. What
# is drawn is left out with its key: reading systems know too little of CSS, and the same stands below it in words.
_NOT_IN_A_BOOK = XPath(
    "descendant::*[self::nav or self::svg or self::figure[descendant::svg]"
    " or contains(concat(' ', @class, ' '), ' belongs ')"
    " or contains(concat(' ', @class, ' '), ' side-note ')"
    " or contains(concat(' ', @class, ' '), ' mark-key ')"
    " or contains(concat(' ', @class, ' '), ' on-paper ')]"
)
_BUTTONS, _DETAILS, _SUMMARIES = XPath("descendant::button"), XPath("descendant::details"), XPath("descendant::summary")
_LISTS_OF_NOTES = XPath("descendant::ol[li[contains(concat(' ', @class, ' '), ' note ')]]")


def make_chapter(part: Part) -> None:
    """Make of what a page says a chapter."""
    for element in _NOT_IN_A_BOOK(part.main):
        element.drop_tree()
    for button in _BUTTONS(part.main):
        _make_reference(button)
    for notes in _LISTS_OF_NOTES(part.main):
        _make_notes(notes)
    # What opens on a page stands open: not all reading systems can.
    for details in _DETAILS(part.main):
        details.tag = "div"
    for summary in _SUMMARIES(part.main):
        summary.tag = "p"
        summary.set("class", "label")


def _make_reference(button: HtmlElement) -> None:
    """Make of the button that opens a note a link to it; of any other, its words."""
    note = button.get("popovertarget")
    if not note:
        button.drop_tag()
        return
    button.tag = "a"
    button.attrib.pop("type", None)
    button.set("href", f"#{note}")
    button.set("role", "doc-noteref")
    button.set(BOOK_TYPE, "noteref")


def _make_notes(notes: HtmlElement) -> None:
    """Make of a list of notes one for each, by which reading systems know what to open, with its number in words."""
    notes.tag = "div"
    for number, note in enumerate(notes.iterchildren("li"), start=1):
        note.tag = "aside"
        note.set("role", "doc-footnote")
        note.set(BOOK_TYPE, "footnote")
        # Within the first paragraph, for it would stand on a line of its own before that.
        first = note[0] if len(note) and note[0].tag == "p" else note
        first.text = f"{number}. {(first.text or '').lstrip()}"
