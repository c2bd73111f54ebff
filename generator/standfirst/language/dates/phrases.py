"""The phrases around dates in a language: those of the catalogue, and those of the table in `vocabularies`."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, NamedTuple

from standfirst.language.dates.folding import literal_expression, with_plain_characters
from standfirst.language.dates.vocabularies import Sense, vocabulary
from standfirst.language.dates.wording import PLACEHOLDER
from standfirst.language.locale import translations
from standfirst.model import Precision

_SAID: Final = MappingProxyType(
    {
        "some time between %(start)s and %(end)s": Sense.WITHIN,
        "%(start)s to %(end)s": Sense.SPAN,
        "from %(start)s to %(end)s": Sense.SPAN,
        "between %(start)s and %(end)s": Sense.BETWEEN,
        "perhaps around %(date)s": Sense.PERHAPS_AROUND,
        "perhaps %(date)s": Sense.PERHAPS,
        "around %(date)s": Sense.AROUND,
        "since %(date)s": Sense.SINCE,
        "from %(date)s, end not known": Sense.FROM,
        "until %(date)s, start not known": Sense.UNTIL_FROM_UNKNOWN,
        "until %(date)s": Sense.UNTIL,
        "%(date)s or later": Sense.LATER,
        "%(date)s or earlier": Sense.EARLIER,
        "in %(date)s": Sense.PLAIN,
        "on %(date)s": Sense.PLAIN,
        "%(date)s": Sense.PLAIN,
    }
)
_DATE: Final = re.compile(r"#[12]?")
_CONTEXTS: Final = ("", *(precision.name.lower() for precision in Precision))


class Phrase(NamedTuple):
    """An expression whose groups are dates, and what it says of them."""

    pattern: re.Pattern[str]
    sense: Sense


@functools.cache
def phrases(language: str) -> tuple[Phrase, ...]:
    """Return the phrases around one date or two; those of the catalogue come first."""
    senses: dict[str, Sense] = {}
    for expression, sense in (*_said(language), *_from_the_table(language)):
        senses.setdefault(expression, sense)
    return tuple(Phrase(re.compile(expression), sense) for expression, sense in senses.items())


def _said(language: str) -> Iterator[tuple[str, Sense]]:
    words = translations(language)
    for message, sense in _SAID.items():
        for wording in dict.fromkeys((words.gettext(message), *(words.pgettext(each, message) for each in _CONTEXTS))):
            if PLACEHOLDER.sub("", wording).strip():
                yield "(.+)".join(map(literal_expression, PLACEHOLDER.split(wording)[::2])), sense


def _from_the_table(language: str) -> Iterator[tuple[str, Sense]]:
    for sense, wordings in vocabulary(language).phrases:
        for wording in wordings.split("|"):
            yield "(.+)".join(re.escape(part) for part in _DATE.split(with_plain_characters(wording))), sense
