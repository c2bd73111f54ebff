"""Quotation marks and apostrophes as a language sets them, in the place of those that a keyboard has; held blanks.

Of marks only what was typed straight is set: a writer who types other marks means them. What quotes is told from what
is an apostrophe, a foot or an inch as the checks of quotations tell it (`quotation_marks.py`).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from types import MappingProxyType

import regex

from standfirst.language.locale import code_of
from standfirst.language.quotation_style import Marks, QuotationStyle, quotation_style
from standfirst.prose.quotation_marks import CLOSED_BY, SINGLE, ClosingCertainty, QuotationMark, marks_in
from standfirst.prose.quotations import MarkPair, mark_pairs
from standfirst.prose.unbroken import POSSIBLY_HELD, unbroken

STRAIGHT = re.compile("[\"']")
_STRAIGHT_OR_SPACED = re.compile("[\"'«»]| [;:!?]")
# What is typed to lead somewhere is left as it is.
_ADDRESS = re.compile(r"\b[a-z][a-z0-9+.-]{1,20}://\S+", re.IGNORECASE)
_LETTER_BEFORE = regex.compile(r"(?<=[\p{L}\p{M}])", regex.VERSION1)
_OF_WORD_BEHIND = regex.compile(r"[\p{L}\p{M}\p{Nd}]", regex.VERSION1)
_HEBREW_BEFORE = regex.compile(r"(?<=\p{Hebrew})", regex.VERSION1)
_HEBREW_BEHIND = regex.compile(r"\p{Hebrew}", regex.VERSION1)
# French sets a blank at which no line ends within its marks, and before these where one was typed.
_BESIDE_MARKS = re.compile(r"« ?(?![\u00a0\u202f])|(?<![\u00a0\u202f ]) ?»| (?=[;:!?])")

# Arabic writes two kinds of digits; dates and figures are said in these (`dates`, `numbers`), and a page has one kind.
_OTHER_DIGITS = re.compile("[\u0660-\u0669]")
_SAME_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩\u066b\u066c", "0123456789.,")
_OPENED_BY = MappingProxyType({"”": "“", "’": "‘", "»": "«", "›": "‹", "“": "„", "‘": "‚"})
_FEET, _INCHES = "\u2032", "\u2033"

# What stands from one place up to another, and what is set in its place.
_Change = tuple[int, int, str]


def needs_setting(text: str, language: str) -> bool:
    """Tell whether anything in a text may have to be set otherwise, which many texts are without."""
    marks = _STRAIGHT_OR_SPACED if quotation_style(language).has_spaces else STRAIGHT
    digits = _OTHER_DIGITS.search(text) if code_of(language) == "ar" else None
    return bool(digits or marks.search(text) or POSSIBLY_HELD.search(text))


def typeset(text: str, language: str) -> str:
    """Return a text with its quotation marks and apostrophes set as a language sets them."""
    return typeset_pieces((text,), language)[0]


def typeset_pieces(pieces: Sequence[str], language: str) -> tuple[str, ...]:
    """Return the pieces of a line, which read on from one to the next, each set as `typeset` does."""
    if not needs_setting("".join(pieces), language):
        return tuple(pieces)
    style = quotation_style(language)
    # Marks are told apart by what stands beside them, the blanks that French sets there too.
    shown = _with_changes(pieces, _blanks) if style.has_spaces else tuple(pieces)
    before: tuple[str, ...] = ()
    # What is set may show what a mark beside it does, until nothing more is known.
    while shown != before and STRAIGHT.search("".join(shown)):
        before, shown = shown, _with_changes(shown, lambda text: _marks(text, style))
    held = _with_changes(shown, lambda text: unbroken(text, language))
    return tuple(piece.translate(_SAME_DIGITS) for piece in held) if code_of(language) == "ar" else held


def _with_changes(pieces: Sequence[str], changes_of: Callable[[str], Iterator[_Change]]) -> tuple[str, ...]:
    """Return pieces with the changes of their text, each in the piece in which it begins."""
    text = "".join(pieces)
    changes = deque(_outside_addresses(text, sorted(changes_of(text))))
    shown: list[str] = []
    at = 0
    for start, end in pairwise(accumulate(map(len, pieces), initial=0)):
        parts: list[str] = []
        at = max(at, start)
        while changes and changes[0][0] < end:
            begins, ends, instead = changes.popleft()
            parts += [text[at:begins], instead]
            at = max(at, ends)
        shown.append("".join((*parts, text[at:end])))
    return tuple(shown)


def _outside_addresses(text: str, changes: list[_Change]) -> Iterator[_Change]:
    addresses = [found.span() for found in _ADDRESS.finditer(text)] if "://" in text else []
    for change in changes:
        before = bisect_right(addresses, (change[0], len(text)))
        if not before or addresses[before - 1][1] <= change[0]:
            yield change


def _blanks(text: str) -> Iterator[_Change]:
    for found in _BESIDE_MARKS.finditer(text):
        mark = found[0].strip()
        yield *found.span(), f"{mark}\u202f" if mark == "«" else f"\u202f{mark}"


def _marks(text: str, style: QuotationStyle) -> Iterator[_Change]:
    pairs = mark_pairs(text)
    yield from _of_pairs(pairs, style)
    paired = {mark.start for pair in pairs for mark in pair}
    marks = {mark.start: mark for mark in marks_in(text)}
    is_open = False
    for at in (found.start() for found in STRAIGHT.finditer(text) if found.start() not in paired):
        instead = _alone(text, at, marks.get(at), style)
        if instead == _INCHES and is_open:
            instead = style.outer[1]
        if text[at] == '"' and instead in style.outer:
            is_open = instead == style.outer[0]
        if instead:
            yield at, at + 1, instead


def _of_pairs(pairs: Sequence[MarkPair], style: QuotationStyle) -> Iterator[_Change]:
    """Set the marks that were typed straight around what is quoted; marks within marks alternate."""
    around: list[tuple[int, bool]] = []
    for opening, closing in sorted(pairs, key=lambda pair: pair.opening.start):
        while around and around[-1][0] <= opening.start:
            around.pop()
        is_inner = _is_inner(opening, style) if not around or not _is_typed(opening) else not around[-1][1]
        around.append((closing.end, is_inner))
        set_marks = style.inner if is_inner else style.outer
        if _is_typed(opening):
            begins = set_marks[0] if _is_typed(closing) else _beginning(closing.sign, set_marks)
            yield opening.start, opening.end, begins
        if _is_typed(closing):
            yield closing.start, closing.end, set_marks[1] if _is_typed(opening) else CLOSED_BY[opening.sign][0]


def _beginning(closing: str, marks: Marks) -> str:
    """Return what opens what a mark closes that was not typed straight."""
    return marks[0] if marks[1].strip() == closing else _OPENED_BY.get(closing, marks[0])


def _is_typed(mark: QuotationMark) -> bool:
    return mark.sign in {'"', "'", "''"}


def _is_inner(opening: QuotationMark, style: QuotationStyle) -> bool:
    """Whether a quotation that stands by itself has the marks of one within another."""
    return opening.sign in SINGLE or (not _is_typed(opening) and opening.sign == style.inner[0])


def _alone(text: str, at: int, mark: QuotationMark | None, style: QuotationStyle) -> str:
    """Return what is set for a straight mark that is none of a pair; nothing where it is left as it is."""
    before, behind = text[at - 1 : at] if at else "", text[at + 1 : at + 2]
    measures = before.isdecimal() and not _OF_WORD_BEHIND.match(behind)
    if text[at] == "'":
        if _HEBREW_BEFORE.match(text, at):
            return "׳"
        of_word = _LETTER_BEFORE.match(text, at) or _OF_WORD_BEHIND.match(behind)
        return _FEET if measures else "’" if of_word else ""
    if _HEBREW_BEFORE.match(text, at) and _HEBREW_BEHIND.match(behind):
        return "״"
    if measures:
        return _INCHES
    if mark is None:
        return ""
    if mark.opens and not mark.closes:
        return style.outer[0]
    return style.outer[1] if mark.closes is ClosingCertainty.SURELY and not mark.opens else ""
