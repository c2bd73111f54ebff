"""Whether wording says that something goes on."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Final

import regex

from standfirst.language.dates.folding import folded, one_of, whole_word_expression
from standfirst.language.locale import NP_, has_catalogue, translations

# Every wording that says as much, in one message, so that a language has as many as it needs.
_GOING_ON: Final = NP_(
    "going-on",
    "since|still|ongoing|goes on|going on|continue|continues|continued|continuing|remain|remains|remaining|"
    "now|currently|to date|to this day|so far|has|have|is|are",
)


def states_ongoing(texts: Sequence[str], language: str) -> bool:
    """Tell whether texts have a word for what goes on, such as "is"; without a catalogue they are taken to."""
    return not has_catalogue(language) or any(_pattern(language).search(folded(text)) for text in texts)


@functools.cache
def _pattern(language: str) -> regex.Pattern[str]:
    wordings = map(folded, translations(language).pgettext(*_GOING_ON).split("|"))
    return regex.compile(whole_word_expression(one_of(wordings), language))
