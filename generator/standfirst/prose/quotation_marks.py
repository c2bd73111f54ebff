"""The marks that quote, in any language: what each is closed by, and what it may do where it stands.

A mark is judged by the characters beside it alone. An apostrophe, a foot and an inch do nothing; a mark that looks
alike at both ends opens before a word and closes behind one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import IntEnum
from itertools import zip_longest

import regex

from standfirst.model.frozen_class import frozen

_DOUBLE = {
    # Where one sign is typed at both ends, it closes behind a word; and of a pair, one may be typed straight.
    "“": ("”", "“", '"', "''"),
    # Arabic and Persian papers set the two the other way round.
    "”": ("”", "“"),
    "„": ("“", "”", "‟", '"'),
    "⹂": ("“", "”"),
    "❝": ("❞",),
    "‟": ("”",),
    "«": ("»",),
    "»": ("«", "»"),
    "<<": (">>",),
    "「": ("」",),
    "『": ("』",),
    "｢": ("｣",),
    "﹁": ("﹂",),
    "﹃": ("﹄",),
    "〝": ("〞", "〟"),
    "״": ("״",),
    '"': ('"', "”"),
    "＂": ("＂",),
    "``": ("''", '"'),
    "''": ("''",),
    "‘‘": ("’’",),
    ",,": ("''", "“", "”", '"'),
}
SINGLE = {
    "‘": ("’", "’’", "‘", "'"),
    "’": ("’", "’’"),
    "‚": ("‘", "’", "’’"),
    "‛": ("’", "’’"),
    "❛": ("❜",),
    "‹": ("›",),
    "›": ("‹", "›"),
    "'": ("'", "''", "’"),
    "＇": ("＇",),
    "׳": ("׳",),
}
CLOSED_BY = _DOUBLE | SINGLE
OPENED_BY = {
    closing: frozenset(opening for opening, closings in CLOSED_BY.items() if closing in closings)
    for closings in CLOSED_BY.values()
    for closing in closings
}
SIGNS = tuple(sorted(CLOSED_BY.keys() | OPENED_BY, key=lambda sign: (-len(sign), sign)))
# `re` seeks one of many signs several times as fast as `regex`.
_SIGN = re.compile("|".join(map(re.escape, SIGNS)))
_ALWAYS_OPENS = frozenset("“„‟⹂❝❛«‹「『｢﹁﹃〝‚") | {"``", "‘‘", ",,"}
# Double marks that, where they do not open, are nothing else than the end of a quotation.
ONLY_CLOSE = frozenset("”❞»」』｣﹂﹄〞〟")
_ALIKE_AT_BOTH_ENDS = frozenset('"＂״') | {"''"}
_APOSTROPHES = frozenset("'’＇׳")

# A letter or digit beside which a mark stands within a word. In scripts without spaces, and in those that join
# particles to a quotation, a mark may open or close between any two.
_OF_WORD = regex.compile(
    r"[[\p{L}\p{M}\p{Nd}]"
    r"--[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\p{Arabic}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}ー]]",
    regex.VERSION1,
)
# What no quotation begins with, and stands behind the end of one.
_ENDS = frozenset(".,;:!?)]}%。、，！？）")
_BEHIND_WORDS = _ENDS | {"…"}
_WORD_FOLLOWS = regex.compile(r"\s+[\p{L}\p{Nd}]")
_NUMBER_FOLLOWS = regex.compile(r"\s?\p{Nd}")
_DECADE = regex.compile(r"\p{Nd}0(?:er|[sy])\b")
# Words that are shortened at their beginning: '99, 'tis, Dutch 's avonds, Afrikaans 'n, Italian 'ndrangheta.
_SHORTENED = regex.compile(
    r"(?:\p{Nd}{2}|[dmnrst]|cept|cos|em|til|tis|twas|twere|twill)(?![\p{L}\p{M}\p{Nd}])|n[dt]\p{L}", regex.IGNORECASE
)
# A tag of HTML in the text: the values of its attributes are no quotations.
_TAG = regex.compile(r"<[a-zA-Z][^<>]*+>")
# Words that an apostrophe shortens at their end, and that hardly end a quotation: workin', un po', o', th'.
_SHORTENED_AT_ITS_END = regex.compile(
    r"(?<=in|(?<!\p{L})(?:an|be|ca|da|di|fa|mo|ol|po|sta|th|tha|to|va|wi|[dno]))", regex.IGNORECASE
)
_SHORTENED_TOO = regex.compile(rf"{_SHORTENED.pattern}|(?:bout|cause|round)\b", regex.IGNORECASE)
# Where nothing leads up to a quotation a mark may be a letter of Arabic or Hawaiian: ‘Ali, ‘ulama, ‘Iolani.
_LETTER = regex.compile(r"[aeiouāīūâîû]", regex.IGNORECASE)
_LEADS_UP = frozenset(",:;([—–")
_YEAR = regex.compile(r"\p{Nd}{2}(?![\p{L}\p{M}\p{Nd}])")
# Rock 'n' roll: shortened at both ends.
_AND = regex.compile(r"(?<![\p{L}\p{M}\p{Nd}])['’‘]n['’](?![\p{L}\p{M}\p{Nd}])", regex.IGNORECASE)
# Hebrew has the same marks within acronyms and names. Only words of one letter are joined to a quotation.
_HEBREW = regex.compile(r"\p{Hebrew}")
_IN_HEBREW = _ALIKE_AT_BOTH_ENDS | {"'", "׳"}
_BEHIND_JOINED = regex.compile(r"(?<=(?<![\p{L}\p{M}\p{Nd}])[והבכלמש]{1,3})")


class ClosingCertainty(IntEnum):
    """How surely a mark closes: PERHAPS it is a genitive or a shortened word, RATHER no genitive, LIKELY neither."""

    NO = 0
    PERHAPS = 1
    RATHER = 2
    LIKELY = 3
    SURELY = 4


@frozen
class QuotationMark:
    """A mark in a text, whether it may open, how surely it may close, and whether it rather shortens the next word."""

    sign: str
    start: int
    opens: bool
    closes: ClosingCertainty
    shortens: bool

    @property
    def end(self) -> int:
        return self.start + len(self.sign)


def may_quote(text: str) -> bool:
    """Whether there is any mark in a text, which most paragraphs are without."""
    return bool(_SIGN.search(text))


def marks_in(text: str) -> Iterator[QuotationMark]:
    """The marks of a text that may open or close a quotation, in their order."""
    signs = list(_SIGN.finditer(_without_attributes(text) if "<" in text else text))
    shortened = {place for found in _AND.finditer(text) for place in (found.start(), found.end() - 1)}
    # Where one mark only ever opens, the mark that closes it does no more than that.
    curly = any(found[0] in {"‘", "“"} for found in signs)
    marks = [_mark(text, found[0], found.start(), curly=curly) for found in signs]
    for mark, behind in zip_longest(marks, marks[1:]):
        if mark.start not in shortened and not _is_within_hebrew(text, mark, behind):
            yield mark


def _without_attributes(text: str) -> str:
    """Return a text with blanks in the place of HTML that has attributes."""
    return _TAG.sub(lambda found: " " * len(found[0]) if "=" in found[0] else found[0], text)


def _mark(text: str, sign: str, start: int, *, curly: bool) -> QuotationMark:
    end = start + len(sign)
    before, after = text[start - 1 : start], text[end : end + 1]
    leads = bool(after.strip()) and after not in _ENDS and not _OF_WORD.match(before) and before not in _BEHIND_WORDS
    trails = bool(before.strip()) and not _OF_WORD.match(after)
    opens = _opens(sign, before, leads=leads, trails=trails) and not (sign == "’" and curly)
    opens = opens or _opens_anew(text, sign, start)
    opens = opens and not (sign in _APOSTROPHES | {"‘"} and _DECADE.match(text, end))
    closes = _closes(text, sign, start, leads=leads, trails=trails)
    shortens = bool(_SHORTENED.match(text, end) if sign in _APOSTROPHES else sign == "‘" and _YEAR.match(text, end))
    return QuotationMark(sign, start, opens, closes, shortens)


def _opens(sign: str, before: str, *, leads: bool, trails: bool) -> bool:
    if sign in _ALWAYS_OPENS:
        return True
    if sign in _ALIKE_AT_BOTH_ENDS:
        return (leads or not trails) and not before.isdigit()
    if sign == "‘":
        return leads or (before in _BEHIND_WORDS and not trails)
    return sign in CLOSED_BY and leads


def _opens_anew(text: str, sign: str, start: int) -> bool:
    """Whether a mark that else closes opens a paragraph, as in French and Spanish where a quotation goes on."""
    return start == 0 and sign in {"»", "›", "”"} and sign in text[1:]


def _closes(text: str, sign: str, start: int, *, leads: bool, trails: bool) -> ClosingCertainty:
    if sign not in OPENED_BY:
        return ClosingCertainty.NO
    if sign in _APOSTROPHES or sign == "‘":
        return _how_surely(text, start, start + len(sign)) if trails else ClosingCertainty.NO
    if sign in _ALIKE_AT_BOTH_ENDS:
        # Behind a number it may mean inches.
        surely = ClosingCertainty.PERHAPS if text[start - 1 : start].isdigit() else ClosingCertainty.SURELY
        return surely if trails or not leads else ClosingCertainty.NO
    if sign in {"“", "«", "‹"}:
        return ClosingCertainty(ClosingCertainty.SURELY * (not leads))
    return ClosingCertainty.SURELY


def _how_surely(text: str, start: int, end: int) -> ClosingCertainty:
    """How surely an apostrophe behind a word closes a quotation."""
    before = text[start - 1]
    if before.isdigit():
        return ClosingCertainty.NO if _NUMBER_FOLLOWS.match(text, end) else ClosingCertainty.PERHAPS
    if not _OF_WORD.match(before):
        return ClosingCertainty.SURELY
    genitive = before in "sxzSXZ"
    if _WORD_FOLLOWS.match(text, end):
        shortened = _SHORTENED_AT_ITS_END.match(text, start)
        return ClosingCertainty.PERHAPS if genitive or shortened else ClosingCertainty.RATHER
    return ClosingCertainty.LIKELY if genitive else ClosingCertainty.SURELY


def is_left_open(text: str, mark: QuotationMark) -> bool:
    """Tell whether a single mark that nothing closes was meant to quote: it is no apostrophe and no letter."""
    if mark.sign not in {"‘", "‚", "❛", "‹"} or not text[mark.end : mark.end + 1].strip():
        return False
    if _SHORTENED_TOO.match(text, mark.end):
        return False
    leads_up = text[max(0, mark.start - 2) : mark.start].rstrip()[-1:] in _LEADS_UP
    return leads_up or not _LETTER.match(text, mark.end)


def _is_within_hebrew(text: str, mark: QuotationMark, behind: QuotationMark | None) -> bool:
    before, after = text[mark.start - 1 : mark.start], text[mark.end : mark.end + 1]
    if mark.sign not in _IN_HEBREW or not _HEBREW.match(before) or not _HEBREW.match(after):
        return False
    closed = behind is not None and behind.sign == mark.sign and bool(behind.closes) and not behind.opens
    return not (closed and _BEHIND_JOINED.match(text, mark.start))
