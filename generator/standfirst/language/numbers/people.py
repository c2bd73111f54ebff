"""Nouns for groups of people, in a table for each language: women are not children."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final

from standfirst.language.locale import code_of
from standfirst.language.numbers.folding import WordTuple, folded_word


class PeopleGroup(Enum):
    """A group of people that a noun names."""

    WOMEN = "women"
    MEN = "men"
    ADULTS = "adults"
    CHILDREN = "children"


# Pairs of which nobody is in both. Women and men may be counted as adults.
_DISJOINT: Final = frozenset(
    {
        frozenset({PeopleGroup.WOMEN, PeopleGroup.MEN}),
        frozenset({PeopleGroup.WOMEN, PeopleGroup.CHILDREN}),
        frozenset({PeopleGroup.MEN, PeopleGroup.CHILDREN}),
        frozenset({PeopleGroup.ADULTS, PeopleGroup.CHILDREN}),
    }
)
# "Girls" and "boys" may be grown up, and are in no group.
_GROUPS: Final[Mapping[str, Mapping[PeopleGroup, str]]] = MappingProxyType(
    {
        "ar": {
            PeopleGroup.WOMEN: "امرأة نساء النساء",
            PeopleGroup.MEN: "رجل رجلا رجال الرجال",
            PeopleGroup.CHILDREN: "طفل طفلا أطفال الأطفال",
        },
        "de": {
            PeopleGroup.WOMEN: "frau frauen",
            PeopleGroup.MEN: "mann männer männern",
            PeopleGroup.ADULTS: "erwachsene erwachsenen",
            PeopleGroup.CHILDREN: "kind kinder kindern babys säuglinge",
        },
        "en": {
            PeopleGroup.WOMEN: "woman women",
            PeopleGroup.MEN: "man men",
            PeopleGroup.ADULTS: "adult adults",
            PeopleGroup.CHILDREN: "child children baby babies infant infants toddlers",
        },
        "es": {
            PeopleGroup.WOMEN: "mujer mujeres",
            PeopleGroup.MEN: "hombre hombres",
            PeopleGroup.ADULTS: "adulto adultos",
            PeopleGroup.CHILDREN: "niño niños niña niñas bebés",
        },
        "fr": {
            PeopleGroup.WOMEN: "femme femmes",
            PeopleGroup.MEN: "homme hommes",
            PeopleGroup.ADULTS: "adulte adultes",
            PeopleGroup.CHILDREN: "enfant enfants bébés",
        },
        "it": {
            PeopleGroup.WOMEN: "donna donne",
            PeopleGroup.MEN: "uomo uomini",
            PeopleGroup.ADULTS: "adulto adulti",
            PeopleGroup.CHILDREN: "bambino bambini bambina bambine",
        },
        "nl": {
            PeopleGroup.WOMEN: "vrouw vrouwen",
            PeopleGroup.MEN: "man mannen",
            PeopleGroup.ADULTS: "volwassene volwassenen",
            PeopleGroup.CHILDREN: "kind kinderen",
        },
        "pt": {
            PeopleGroup.WOMEN: "mulher mulheres",
            PeopleGroup.MEN: "homem homens",
            PeopleGroup.ADULTS: "adulto adultos",
            PeopleGroup.CHILDREN: "criança crianças bebés bebês",
        },
        "ru": {
            PeopleGroup.WOMEN: "женщина женщины женщин женщинами",
            PeopleGroup.MEN: "мужчина мужчины мужчин мужчинами",
            PeopleGroup.ADULTS: "взрослый взрослых",
            PeopleGroup.CHILDREN: "ребенок ребёнок ребенка ребёнка дети детей",
        },
    }
)


def name_other_people(nouns: WordTuple, unit: WordTuple, language: str) -> bool:
    """Tell whether the nouns behind a number name other people than a unit does: women, where the unit is children."""
    known = _groups(code_of(language))
    own = {known[each] for each in unit if each in known}
    found = {known[each] for each in nouns if each in known}
    return bool(own and found) and all(frozenset({one, other}) in _DISJOINT for one in own for other in found)


@functools.cache
def _groups(code: str) -> Mapping[str, PeopleGroup]:
    table = _GROUPS.get(code, {})
    return MappingProxyType({folded_word(noun, code): its for its, nouns in table.items() for noun in nouns.split()})
