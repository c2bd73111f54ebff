"""The order of names in a language, and the letter under which an index files each.

Both are ICU's: the Unicode Collation Algorithm with CLDR's tailoring for the language. Å follows z in Swedish and is an
a in English; in Arabic every form of alif is filed under one. A language that CLDR does not know has CLDR's root order.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable

import icu

from standfirst.language.locale import code_of
from standfirst.model.frozen_class import frozen

# With a plain alif it is the article; a name that begins with these letters itself has a hamza on it, as ألمانيا has.
# What it leaves must be a word, which of الله it would not be.
_ARABIC_ARTICLE = re.compile(r"^ال(?=\w{3})")
_BEFORE_ALL_LETTERS = "#"


@frozen
class Alphabet:
    """How one language orders names. Arabic indexes skip the article, under which most names would be filed."""

    skips_article: bool
    _key: Callable[[str], bytes]
    _letter: Callable[[str], str]

    def order(self, name: str) -> tuple[bytes, str]:
        """Return the sort key of a name; only equal names tie."""
        return self._key(self._filed(name)), name

    def letter(self, name: str) -> str:
        """Return the heading under which a name is filed; headings have the order of the names below them.

        Digits and signs are filed under `#`, names in scripts for which the language has no letters under an ellipsis.
        """
        return self._letter(self._filed(name))

    def _filed(self, name: str) -> str:
        return _ARABIC_ARTICLE.sub("", name) if self.skips_article else name


@functools.cache
def alphabet(language: str) -> Alphabet:
    """Return the alphabet of a language, by its BCP 47 tag. Latin letters come after those of any other script."""
    locale = icu.Locale.forLanguageTag(language)
    index = icu.AlphabeticIndex(locale)
    index.addLabels(icu.Locale.getEnglish())
    index.underflowLabel = _BEFORE_ALL_LETTERS
    buckets = index.buildImmutableIndex()

    def letter(name: str) -> str:
        label, _ = buckets.getBucket(buckets.getBucketIndex(name))
        return str(label)

    return Alphabet(
        skips_article=code_of(language) == "ar",
        _key=icu.Collator.createInstance(locale).getSortKey,
        _letter=letter,
    )
