"""Quotation marks in the writer's texts: what opens is closed, or what it quotes is held to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem, Severity
from generator.memory import Memory
from generator.prose.leaves import Role
from generator.prose.paragraphs import origin_within, paragraphs
from generator.prose.quotations import followers, quotations
from generator.site import Holder, Site, prose_in

_MARK = re.compile(r"^\W+")


def unclosed(site: Site, memory: Memory) -> Iterator[Problem]:
    """Every quotation mark that opens in a paragraph and is not closed there, as a warning."""
    return memory.flat_map(_unclosed_in, site.holders)


def _unclosed_in(holder: Holder) -> Iterator[Problem]:
    for prose in prose_in(holder):
        found = paragraphs(prose)
        for paragraph, follows in zip(found, followers(each.text for each in found), strict=True):
            unclosed_here = quotations(paragraph.text, follows).unclosed if paragraph.role is not Role.CODE else ()
            for place in unclosed_here:
                words = " ".join(_MARK.sub("", paragraph.text[place:]).split(maxsplit=4)[:4])
                origin = origin_within(prose, words, paragraph.start, quoted=True) if words else prose.origin
                message = f"the quotation mark before “{words}” is not closed in its paragraph"
                hint = "close it; a quotation of several paragraphs is opened in each, and closed in the last"
                yield Problem(origin, message, hint, Severity.WARNING)
