"""The marks between which a language sets what is quoted, and what is quoted within that."""

from __future__ import annotations

import functools
from types import MappingProxyType

import icu

from standfirst.language.locale import code_of
from standfirst.model.frozen_class import frozen

Marks = tuple[str, str]
_GUILLEMETS, _SPACED_GUILLEMETS, _ANGLES = ("«", "»"), ("«\u202f", "\u202f»"), ("‹", "›")
_CURLY, _SINGLE, _LOW_SINGLE = ("“", "”"), ("‘", "’"), ("‚", "‘")


@frozen
class QuotationStyle:
    """The marks of a language, with the blanks that it sets within them."""

    outer: Marks
    inner: Marks

    @property
    def has_spaces(self) -> bool:
        """Whether blanks part the marks from what stands between them."""
        return self.outer == _SPACED_GUILLEMETS


# Where the press of a language sets others than CLDR has, or CLDR has the same for both.
_OF_THE_PRESS = MappingProxyType(
    {
        "ar": QuotationStyle(_GUILLEMETS, _CURLY),
        "bg": QuotationStyle(("„", "“"), _LOW_SINGLE),
        "de-ch": QuotationStyle(_GUILLEMETS, _ANGLES),
        "de-li": QuotationStyle(_GUILLEMETS, _ANGLES),
        "fr": QuotationStyle(_SPACED_GUILLEMETS, _CURLY),
        "fr-ch": QuotationStyle(_GUILLEMETS, _ANGLES),
        "it-ch": QuotationStyle(_GUILLEMETS, _ANGLES),
        "lt": QuotationStyle(("„", "“"), _LOW_SINGLE),
        "nl": QuotationStyle(_CURLY, _SINGLE),
        "ps": QuotationStyle(_GUILLEMETS, _CURLY),
        "ur": QuotationStyle(_CURLY, _SINGLE),
    }
)


@functools.cache
def quotation_style(language: str) -> QuotationStyle:
    """Return the marks of a language, by its BCP 47 tag: those of its press, else CLDR's."""
    found = _OF_THE_PRESS.get(language.lower()) or _OF_THE_PRESS.get(code_of(language))
    if found:
        return found
    data = icu.LocaleData(language.replace("-", "_"))
    opening, closing, inner_opening, inner_closing = map(data.getDelimiter, range(4))
    return QuotationStyle((opening, closing), (inner_opening, inner_closing))
