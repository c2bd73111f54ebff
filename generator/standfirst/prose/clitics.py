"""What a language writes in one with a name: l'ONU, وحفتر, Erdoğan'ın, 하마스는. The name is what is left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from types import MappingProxyType

import regex

from standfirst.language.characters import plain

_FRENCH = "c' d' entr' j' jusqu' l' lorsqu' m' n' presqu' puisqu' qu' quelqu' quoiqu' s' t'"
_ITALIAN = (
    "all' alcun' anch' bell' c' ciascun' coll' com' d' dall' dell' dov' l' m' mezz' n' nell' nessun' pell' quand' "
    "quell' quest' s' senz' sott' sull' t' tutt' un' v'"
)
_CATALAN = "d' l' m' n' qu' s' t'"
# And, so; for, in, like; the article. What is not there is an empty part.
_ARABIC = (["", "و", "ف", "أ"], ["", "ب", "ك", "ل"], ["", "ال"])
_HEBREW = (["", "ו"], ["", "ש", "כש", "מש"], ["", "ב", "ה", "כ", "ל", "מ"])
# Behind the Arabic “for”, the article loses its first letter: الأمم, للأمم.
_ARTICLE, _FOR_THE = "ال", "لل"
# Where no apostrophe tells that a word was joined, so many letters must be left.
_FEWEST_LEFT = 3


def _joined(*parts: list[str]) -> str:
    return " ".join(map("".join, product(*parts)))


_BEFORE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        language: frozenset(plain(words).split())
        for languages, words in {
            "fr frp nrf pcd wa": _FRENCH,
            "it co fur lij lmo nap pms rm sc scn vec": _ITALIAN,
            "an ca oc": _CATALAN,
            "ar": f"{_joined(*_ARABIC)} {_joined(['', 'و', 'ف'], [_FOR_THE])}",
            "eo": "l'",
            "ga": "b' d' m'",
            "he": _joined(*_HEBREW),
            "lb": "d'",
            "mt": "b' f' m' s' t' x'",
            "pt": "d' n'",
            "sq": "m' s' t' ç'",
        }.items()
        for language in languages.split()
    }
)
_LONGEST = max(len(each) for group in _BEFORE.values() for each in group)

_ACRONYM = regex.compile(r'["״]\p{Hebrew}')
_POSSESSIVE = regex.compile(r"'[sS]$")
# Any ending, since cases and the harmony of vowels choose among many.
_ANY_ENDING = regex.compile(r"(?:'\p{Ll}{1,12}|'[sS])$")
_KOREAN = regex.compile(
    r"(?:'s|으로부터|로부터|에게서|에서는|에서도|에서|에게|에는|에도|으로는|으로|이라고|라고|이라는|라는|이었다|였다"
    r"|까지|부터|처럼|보다|마저|조차|이나|이며|이고|이다|은|는|이|가|을|를|의|에|와|과|도|만|로|들|들이|들은|들의|측|측은)$"
)
_AFTER = MappingProxyType(
    dict.fromkeys(("az", "crh", "et", "fi", "gag", "kaa", "kk", "ky", "pl", "tk", "tr", "tt", "uz"), _ANY_ENDING)
    | {"ko": _KOREAN}
)


def openings(word: str, language: str, behind: str = "") -> Iterator[tuple[int, str]]:
    """Where a name may begin in a word, and how it is then written by itself: the whole word first.

    With what stands `behind` it a word may be a Hebrew acronym, whose last letter is parted from the others: או״ם.
    """
    yield 0, word
    fewest = _FEWEST_LEFT - (_ACRONYM.match(behind) is not None)
    joined = _BEFORE.get(language, frozenset())
    for length in range(1, min(_LONGEST + 1, len(word)) if joined else 0):
        before, left = word[:length], word[length:]
        if before.lower() in joined and (before.endswith("'") or len(left) >= fewest):
            if before.endswith(_FOR_THE):
                yield length - len(_FOR_THE), _ARTICLE + left
            yield length, left


def endings(word: str, language: str) -> tuple[str, ...]:
    """What a word may be without its ending: the whole of it first."""
    if "'" not in word and language != "ko":
        return (word,)
    ending = _AFTER.get(language, _POSSESSIVE).search(word)
    # A word of one syllable is none without it.
    return (word, word[: ending.start()]) if ending and ending.start() > (language == "ko") else (word,)
