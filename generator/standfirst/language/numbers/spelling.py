"""Numbers in words, as ICU spells them out: in every gender and case that a language has."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final, cast

import icu

# Between the parts of a word: ICU writes `zwei\u00adhundert`, and Thai with a space of no width.
PARTS: Final = "\u00ad\u200b"
# Other ways of counting in a language, which ICU knows by the tags of its countries.
_OTHER_LOCALES: Final = MappingProxyType({"fr": ("fr-BE", "fr-CH"), "de": ("de-CH",), "pt": ("pt-PT",)})
_CODE: Final = re.compile("[a-z]{2,3}")
# Sets of rules whose numbers are for cheques, years and days of the Chinese month.
_OTHER_USES: Final = ("financial", "year", "days")


def is_spelled_out(code: str) -> bool:
    """Tell whether ICU has number words of a language, which is given without its region."""
    return bool(_spellers(code))


def spellings(number: int, code: str, *, ordinal: bool = False) -> tuple[str, ...]:
    """Return every way in which a language writes a whole number in words, the usual one first; PARTS stay in them."""
    kinds = ("%spellout-ordinal",) if ordinal else ("%spellout-numbering", "%spellout-cardinal")
    return tuple(dict.fromkeys(_spelled(number, code, kinds)))


def _spelled(number: int, code: str, kinds: tuple[str, ...]) -> Iterator[str]:
    for speller in _spellers(code):
        for name in _rule_sets(speller):
            if name.startswith(kinds) and not any(use in name for use in _OTHER_USES):
                yield cast(str, speller.format(number, name))


@functools.cache
def _spellers(code: str) -> tuple[icu.RuleBasedNumberFormat, ...]:
    tags = (code, *_OTHER_LOCALES.get(code, ())) if _CODE.fullmatch(code) else ()
    found = map(_speller, tags)
    # In place of a language that it does not know, ICU spells another.
    return tuple(each for each in found if each.getLocale().getLanguage() == code)


def _speller(tag: str) -> icu.RuleBasedNumberFormat:
    return icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale.forLanguageTag(tag))


def _rule_sets(speller: icu.RuleBasedNumberFormat) -> list[str]:
    return [speller.getRuleSetName(each) for each in range(speller.getNumberOfRuleSetNames())]
