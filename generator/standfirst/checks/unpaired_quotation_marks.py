"""Quotation marks that do not stand in pairs: what they quote cannot be compared with a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.cache import cached_per_item
from standfirst.model import Paragraph, Prose, Role
from standfirst.model.walking import Holder, prose_in
from standfirst.problems.errors import Problem, Severity
from standfirst.prose.paragraphs import origin_of_words
from standfirst.prose.quotation_marks import may_quote
from standfirst.prose.quotations import following_texts, quotations
from standfirst.site.site import Site

_MARK = re.compile(r"^\W+|\W+$")
# How many words a message shows, within how many characters these are looked for, and how many marks of one paragraph
# are reported.
_WORDS_SHOWN, _REACH, _MOST_MARKS = 4, 200, 5


def unpaired_quotation_marks(site: Site) -> Iterator[Problem]:
    """Yield a warning for each quotation mark that is not closed in its paragraph, or not opened there."""
    return _unpaired_in.flat_map(site.holders)


@cached_per_item
def _unpaired_in(holder: Holder) -> Iterator[Problem]:
    for prose in prose_in(holder):
        found = prose.paragraphs
        for paragraph, follows in zip(found, following_texts(each.text for each in found), strict=True):
            if paragraph.role is not Role.CODE and may_quote(paragraph.text):
                yield from _unpaired(paragraph, follows, prose)


def _unpaired(paragraph: Paragraph, follows: str, prose: Prose) -> Iterator[Problem]:
    marks = quotations(paragraph.text, follows)
    # A mark after the last words of a paragraph was meant to close, even if it is one that opens.
    last = {place for place in marks.unclosed if not _MARK.sub("", paragraph.text[place : place + _REACH])}
    for place in [place for place in marks.unclosed if place not in last][:_MOST_MARKS]:
        words = " ".join(
            _MARK.sub("", paragraph.text[place : place + _REACH]).split(maxsplit=_WORDS_SHOWN)[:_WORDS_SHOWN]
        )
        origin = origin_of_words(prose, words, paragraph.start, quoted=True)
        message = f"the quotation mark before “{words}” is not closed in its paragraph"
        hint = "close it; a quotation of several paragraphs is opened in each, and closed in the last"
        yield Problem(origin, message, hint, Severity.WARNING)
    for place in sorted({*marks.unopened, *last})[:_MOST_MARKS]:
        words = " ".join(
            _MARK.sub("", paragraph.text[max(0, place - _REACH) : place]).rsplit(maxsplit=_WORDS_SHOWN)[-_WORDS_SHOWN:]
        )
        message = f"the quotation mark behind “{words}” is not opened in its paragraph"
        hint = "open it before the first word that it quotes; a quotation of several paragraphs is opened in each"
        yield Problem(origin_of_words(prose, words, paragraph.start), message, hint, Severity.WARNING)
