"""Who of the people is counted: women are no children. A table of nouns in each language, to be extended."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from standfirst.language.locale import code_of
from standfirst.language.numbers.lexicon import Words, word


class Group(Enum):
    """Who of the people a noun names; nobody of one group is called by a noun of another of the same pair."""

    WOMEN = "women"
    MEN = "men"
    ADULTS = "adults"
    CHILDREN = "children"


# Women are adults, whom a figure of women may count.
_APART: Final = frozenset(
    {
        frozenset({Group.WOMEN, Group.MEN}),
        frozenset({Group.WOMEN, Group.CHILDREN}),
        frozenset({Group.MEN, Group.CHILDREN}),
        frozenset({Group.ADULTS, Group.CHILDREN}),
    }
)
# "Girls" and "boys" may be grown, and stand in none.
_GROUPS: Final[Mapping[str, Mapping[Group, str]]] = MappingProxyType(
    {
        "ar": {
            Group.WOMEN: "امرأة نساء النساء",
            Group.MEN: "رجل رجلا رجال الرجال",
            Group.CHILDREN: "طفل طفلا أطفال الأطفال",
        },
        "de": {
            Group.WOMEN: "frau frauen",
            Group.MEN: "mann männer männern",
            Group.ADULTS: "erwachsene erwachsenen",
            Group.CHILDREN: "kind kinder kindern babys säuglinge",
        },
        "en": {
            Group.WOMEN: "woman women",
            Group.MEN: "man men",
            Group.ADULTS: "adult adults",
            Group.CHILDREN: "child children baby babies infant infants toddlers",
        },
        "es": {
            Group.WOMEN: "mujer mujeres",
            Group.MEN: "hombre hombres",
            Group.ADULTS: "adulto adultos",
            Group.CHILDREN: "niño niños niña niñas bebés",
        },
        "fr": {
            Group.WOMEN: "femme femmes",
            Group.MEN: "homme hommes",
            Group.ADULTS: "adulte adultes",
            Group.CHILDREN: "enfant enfants bébés",
        },
        "it": {
            Group.WOMEN: "donna donne",
            Group.MEN: "uomo uomini",
            Group.ADULTS: "adulto adulti",
            Group.CHILDREN: "bambino bambini bambina bambine",
        },
        "nl": {
            Group.WOMEN: "vrouw vrouwen",
            Group.MEN: "man mannen",
            Group.ADULTS: "volwassene volwassenen",
            Group.CHILDREN: "kind kinderen",
        },
        "pt": {
            Group.WOMEN: "mulher mulheres",
            Group.MEN: "homem homens",
            Group.ADULTS: "adulto adultos",
            Group.CHILDREN: "criança crianças bebés bebês",
        },
        "ru": {
            Group.WOMEN: "женщина женщины женщин женщинами",
            Group.MEN: "мужчина мужчины мужчин мужчинами",
            Group.ADULTS: "взрослый взрослых",
            Group.CHILDREN: "ребенок ребёнок ребенка ребёнка дети детей",
        },
    }
)


def apart(nouns: Words, unit: Words, language: str) -> bool:
    """Tell whether a noun behind a number names other people than a unit does: women, and the unit is children."""
    known = _groups(code_of(language))
    own = {known[each] for each in unit if each in known}
    found = {known[each] for each in nouns if each in known}
    return bool(own and found) and all(frozenset({one, other}) in _APART for one in own for other in found)


@functools.cache
def _groups(code: str) -> Mapping[str, Group]:
    table = _GROUPS.get(code, {})
    return MappingProxyType({word(noun, code): its for its, nouns in table.items() for noun in nouns.split()})
