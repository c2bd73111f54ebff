"""Quantities in a site's language: Babel writes the numbers, the catalogue the words around them."""

from __future__ import annotations

import re
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from babel.numbers import format_currency, format_decimal, format_percent, get_currency_precision, is_currency

from standfirst.language.locale import N_, NP_, code_of, locale, translations
from standfirst.language.numbers.vocabularies import alternatives, vocabulary
from standfirst.model import Qualifier, Quantity
from standfirst.model.frozen_class import frozen

PERCENT: Final = "percent"
_SAID: Final = MappingProxyType(
    {
        Qualifier.AT_LEAST: N_("at least %(quantity)s"),
        Qualifier.AT_MOST: N_("at most %(quantity)s"),
        Qualifier.ABOUT: N_("about %(quantity)s"),
        Qualifier.MORE_THAN: N_("more than %(quantity)s"),
        Qualifier.FEWER_THAN: N_("fewer than %(quantity)s"),
    }
)

_PERCENT_WORDS: Final = NP_("percent", "%|percent|per cent")


@frozen
class Amount:
    """A number as it is shown, with a sign of percent or currency in it, and the word that counts it, if it has one."""

    number: str
    unit: str


def say(quantity: Quantity, qualifier: Qualifier | None, unit: str, language: str) -> str:
    """Return a figure in words: "at least 213 people", "about 0.5%", "US$5,000", "210–220 people"."""
    words, amount = translations(language), say_number(quantity, unit, language)
    said = amount.number
    if amount.unit:
        said = words.gettext("%(number)s %(unit)s") % {"number": amount.number, "unit": amount.unit}
    return words.gettext(_SAID[qualifier]) % {"quantity": said} if qualifier else said


def say_number(quantity: Quantity, unit: str, language: str) -> Amount:
    """Return a figure without its qualifier, the number and the unit apart, to be shown large."""
    counted = unit if unit and unit != PERCENT and not is_currency(unit) else ""
    low, high = (_number(end, unit, language) for end in (quantity.low, quantity.high))
    if quantity.low == quantity.high:
        return Amount(low, counted)
    # A dash beside a minus would read as another.
    between = N_("%(low)s–%(high)s") if quantity.low >= 0 else N_("%(low)s to %(high)s")
    return Amount(translations(language).gettext(between) % {"low": low, "high": high}, counted)


def _number(value: Decimal, unit: str, language: str) -> str:
    """Return a number with the digits that the writer wrote, grouped as the language groups them."""
    its_locale, places = locale(language), _decimal_places(value)
    if unit == PERCENT:
        pattern = _with_places(its_locale.percent_formats[None].pattern, places)
        return format_percent(value.scaleb(-2), pattern, its_locale)
    if is_currency(unit):
        shown = max(places, get_currency_precision(unit)) if places else 0
        pattern = _with_places(its_locale.currency_formats["standard"].pattern, shown)
        return format_currency(value, unit, pattern, its_locale, currency_digits=False)
    return format_decimal(value, _with_places(its_locale.decimal_formats[None].pattern, places), its_locale)


def _decimal_places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _with_places(pattern: str, places: int) -> str:
    """Return a CLDR number pattern with so many decimal places, no more and no fewer."""
    return re.sub(r"0(?:\.[0#]+)?(?=[^0#.,]|$)", "0" + ("." + "0" * places if places else ""), pattern)


def percent_words(language: str) -> tuple[str, ...]:
    """Return what a text may write after a number of hundredths: "%", "per cent" …"""
    worded = translations(language).pgettext(*_PERCENT_WORDS), vocabulary(code_of(language)).percent
    return tuple(dict.fromkeys(way for words in worded for way in alternatives(words)))
