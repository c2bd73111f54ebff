"""The words of a name, as the script of the search page reads them: by these it finds the part of a large index.

`templates/assets/js/pages/search.js` has the same rules, and a test in a browser holds the two together. Where they
would differ, a name is found all the same, with the texts.
"""

# ruff: noqa: RUF001 (letters and signs that are written for one another are what this is about)

from __future__ import annotations

import unicodedata

import regex

_FOR_ANOTHER = str.maketrans(
    {
        **dict(zip("ىیکةٱςıłøđðħŧɓɗƙ", "ييكهاσiloddhtbdk", strict=True)),
        **dict(zip("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "0123456789" * 2, strict=True)),
        **dict.fromkeys("’ʼʻʾʿ׳", "'"),
        **{"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ŋ": "ng"},
    }
)
_UNSEEN = regex.compile(r"[\p{M}\p{DI}ـ]")
_IN_HEBREW_ACRONYM = regex.compile('(?<=[א-ת])["״](?=[א-ת])')
_HOLDING = regex.compile(r"'|(?<=\p{L})&(?=\p{L})|(?<=\p{L})[-‐](?=[\p{L}\p{N}])|(?<=\p{N})[-‐](?=\p{L})")
_INITIALS = regex.compile(r"(?<![\p{L}\p{N}'])\p{L}(?:\p{L}?\. ?\p{L}(?![\p{L}\p{N}]{2}))+(?![\p{L}\p{N}])")
_THOUSANDS = regex.compile(r"(?<!\p{N})\p{N}{1,3}(?:[.,٬ ]\p{N}{2,3})*[.,٬ ]\p{N}{3}(?!\p{N})")
_BETWEEN_THOUSANDS = regex.compile(r"[^\p{N}]")
_BETWEEN_WORDS = regex.compile(r"[^\p{L}\p{N}]+")
_ARTICLE = regex.compile(r"(?<![\p{L}\p{N}])(?:[وفبك]?ال|لل)(\p{L}{3,})")
_UNSPACED = regex.compile(
    "["
    + "".join(rf"\p{{{each}}}" for each in ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"])
    + "ー]"
)


def search_words(text: str) -> set[str]:
    """Return the words of all ways in which a text may be read: what a hyphen holds together as one, and in parts."""
    # Most names: there is one way to read plain letters.
    if text.isascii() and text.replace(" ", "").isalpha():
        return set(text.lower().split())
    folded = _folded(text)
    readings = (_joined(folded), folded)
    return {word for reading in readings for each in (reading, _ARTICLE.sub(r"\1", reading)) for word in _words(each)}


def _folded(text: str) -> str:
    plain = _UNSEEN.sub("", unicodedata.normalize("NFKD", text).lower())
    return _IN_HEBREW_ACRONYM.sub("'", plain.translate(_FOR_ANOTHER))


def _joined(folded: str) -> str:
    """A folded text with what is held together as one word."""
    whole = _THOUSANDS.sub(lambda number: _BETWEEN_THOUSANDS.sub("", number[0]), folded)
    return _HOLDING.sub("", _INITIALS.sub(lambda letters: letters[0].replace(".", "").replace(" ", ""), whole))


def _words(text: str) -> list[str]:
    return _BETWEEN_WORDS.sub(" ", _UNSPACED.sub(r" \g<0> ", text)).split()
