"""Quotation marks in the writer's texts: they stand in pairs, or what they quote is held to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from standfirst.cache import per_item
from standfirst.model import Prose
from standfirst.model.walking import Holder, prose_in
from standfirst.problems.errors import Problem, Severity
from standfirst.prose.leaves import Role
from standfirst.prose.paragraphs import Paragraph, origin_within, paragraphs
from standfirst.prose.quotations import followers, quotations
from standfirst.site.site import Site

_MARK = re.compile(r"^\W+|\W+$")
# So many words of a quotation are shown, which stand within so many characters; and so many marks of a paragraph.
_FEW, _FAR, _MANY = 4, 200, 5


def unpaired(site: Site) -> Iterator[Problem]:
    """Every quotation mark that is not closed in its paragraph, or opened there, as a warning."""
    return _unpaired_in.flat_map(site.holders)


@per_item
def _unpaired_in(holder: Holder) -> Iterator[Problem]:
    for prose in prose_in(holder):
        found = paragraphs(prose)
        for paragraph, follows in zip(found, followers(each.text for each in found), strict=True):
            if paragraph.role is not Role.CODE:
                yield from _unpaired(paragraph, follows, prose)


def _unpaired(paragraph: Paragraph, follows: str, prose: Prose) -> Iterator[Problem]:
    marks = quotations(paragraph.text, follows)
    # Behind the last words a mark that opens was meant to close.
    last = {place for place in marks.unclosed if not _MARK.sub("", paragraph.text[place : place + _FAR])}
    for place in [place for place in marks.unclosed if place not in last][:_MANY]:
        words = " ".join(_MARK.sub("", paragraph.text[place : place + _FAR]).split(maxsplit=_FEW)[:_FEW])
        origin = origin_within(prose, words, paragraph.start, quoted=True)
        message = f"the quotation mark before “{words}” is not closed in its paragraph"
        hint = "close it; a quotation of several paragraphs is opened in each, and closed in the last"
        yield Problem(origin, message, hint, Severity.WARNING)
    for place in sorted({*marks.unopened, *last})[:_MANY]:
        words = " ".join(_MARK.sub("", paragraph.text[max(0, place - _FAR) : place]).rsplit(maxsplit=_FEW)[-_FEW:])
        message = f"the quotation mark behind “{words}” is not opened in its paragraph"
        hint = "open it before the first word that it quotes; a quotation of several paragraphs is opened in each"
        yield Problem(origin_within(prose, words, paragraph.start), message, hint, Severity.WARNING)
