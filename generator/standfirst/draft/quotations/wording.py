"""What is quoted as such: how many words it has, whether it is a sentence, or is written like a title."""

from __future__ import annotations

import regex

from standfirst.draft.quotations.word_table import word_set

_SMALL = word_set(
    """
    a an and as at but by de for from in into la le nor of off on or out over the to up van von with
    """
)
_WORD = regex.compile(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*")


_CLOSING = "'\"’”»"


def last_sign(words: str) -> str:
    """Return the last sign of what stands in marks, but for marks of a quotation within."""
    return words.rstrip(_CLOSING)[-1:]


def count_of_words(words: str) -> int:
    return len(_WORD.findall(words))


def is_sentence(words: str) -> bool:
    """Tell whether what stands in marks is a sentence by itself, or more than one."""
    first = next((letter for letter in words if letter.isalpha()), "")
    return first.isupper() and last_sign(words) in {".", "?", "!", "…"} and count_of_words(words) > 1


def is_title_case(words: str) -> bool:
    """Tell whether words are written like the title of a work: all that count have capitals, and there are few."""
    found = _WORD.findall(words)
    counting = [word for word in found if word.lower() not in _SMALL]
    return bool(counting) and len(found) <= 9 and all(word[0].isupper() or word[0].isdigit() for word in counting)
