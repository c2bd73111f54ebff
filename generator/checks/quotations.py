"""Quotation marks in the writer's texts: what opens is closed, or what it quotes is held to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.errors import Problem, Severity
from generator.memory import Memory
from generator.prose.paragraphs import origin_within, paragraphs
from generator.prose.quotations import outside_quotations
from generator.site import Holder, Site, prose_in

# What opens, and of the marks that look alike at both ends one that stands alone and is no inch of a number.
_OPENING = re.compile(r"(?:[“„«「『]|(?<!\d)\")(?P<words>[^“”„«»「」『』\"]*)")


def unclosed(site: Site, memory: Memory) -> Iterator[Problem]:
    """Every quotation mark that opens in a paragraph and is not closed there, as a warning."""
    return memory.flat_map(_unclosed_in, site.holders)


def _unclosed_in(holder: Holder) -> Iterator[Problem]:
    for prose in prose_in(holder):
        for paragraph in paragraphs(prose):
            for outside in outside_quotations(paragraph.text):
                for found in _OPENING.finditer(outside):
                    words = " ".join(found["words"].split()[:4])
                    origin = origin_within(prose, words, paragraph.start, quoted=True) if words else prose.origin
                    message = f"the quotation mark before “{words}” is not closed in its paragraph"
                    hint = "close it; a quotation of several paragraphs is opened and closed in each"
                    yield Problem(origin, message, hint, Severity.WARNING)
