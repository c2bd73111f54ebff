"""Which names an expression of a date needs, and which may stand in a text.

Most texts with a number in them name no month and no century. To look for names first spares them the expressions that
need one, most of which then need not even be compiled.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from standfirst.language.dates.folding import one_of, whole_word_expression
from standfirst.language.dates.long_periods import words_of_centuries, words_of_decades
from standfirst.language.dates.names import anno_domini, before_christ, month_names, month_stems, weekday_names
from standfirst.language.dates.ordinals import ordinal_words


class NameKind(Enum):
    """Names of a language; the value is what an expression holds that needs one of them."""

    MONTH = r"\L<months>"
    WEEKDAY = r"(?P<e>\L<weekdays>)"
    ORDINAL = r"(?P<o>\L<ordinals>)"
    CENTURY = r"\L<roman>"
    DECADE = r"(?P<w>"
    # Nothing needs an era, but without one expressions are compiled in less than half of the time.
    ERA = "\0"


NameKinds = frozenset[NameKind]
# Where a number may stand for the name of a month.
_NUMBER_INSTEAD: Final = re.compile(r"\|\(\?P<m2?>\\d")


def needed_by(expression: str) -> NameKinds:
    """Return the kinds of names without any of which an expression matches nothing."""
    needed = {kind for kind in NameKind if kind.value in expression}
    if _NUMBER_INSTEAD.search(expression):
        needed.discard(NameKind.MONTH)
    # "The twenties of the 19th century" may be of any century.
    if NameKind.DECADE in needed:
        needed.discard(NameKind.CENTURY)
    return frozenset(needed)


def named_in(text: str, language: str) -> NameKinds:
    """Return the kinds of which a name may stand in a folded text."""
    return frozenset(kind for kind, names in _names(language).items() if names.search(text))


@functools.cache
def _names(language: str) -> Mapping[NameKind, re.Pattern[str]]:
    words = {
        NameKind.MONTH: month_names(language).keys() | month_stems(language).keys(),
        NameKind.WEEKDAY: weekday_names(language).keys(),
        NameKind.ORDINAL: ordinal_words(language).keys(),
        NameKind.CENTURY: words_of_centuries(language),
        NameKind.DECADE: words_of_decades(language),
    }
    expressions = {kind: one_of(each) for kind, each in words.items()}
    eras = one_of(before_christ(language) | anno_domini(language))
    expressions[NameKind.ERA] = whole_word_expression(eras, language)
    return MappingProxyType({kind: re.compile(each) for kind, each in expressions.items()})
