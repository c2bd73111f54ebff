"""What a number in a text counts, held against what a figure counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from standfirst.language.locale import code_of
from standfirst.language.numbers.amounts import (
    DURATIONS,
    MEASURES,
    FoundAmount,
    Units,
    amounts_in,
    common_meanings,
    common_units,
    is_measured,
    is_stated_by,
    units_of,
    words_after,
)
from standfirst.language.numbers.lexicon import WordTuple, entry_words, lexicon
from standfirst.language.numbers.lookup import scale_of_unit
from standfirst.language.numbers.nouns import (
    are_forms_of_one,
    class_of_head,
    classes_among,
    classes_of,
    counting_nouns,
    overlap,
)
from standfirst.language.numbers.people import name_other_people
from standfirst.language.numbers.stated_numbers import NumberKind, StatedNumber, stated_numbers
from standfirst.language.numbers.vocabularies import alternatives, vocabulary
from standfirst.model import Quantity

_PER: Final = "/"


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure counts: its value, its unit, and its label, which may name that too."""

    value: Quantity
    unit: str
    label: str


@dataclass(frozen=True, slots=True)
class OtherThing:
    """A stretch of a text that counts something else; `sure` where that cannot be another word for the same."""

    words: str
    sure: bool


def another_thing(text: str, begins: int, figure: Counted, units: Sequence[str], language: str) -> OtherThing | None:
    """Return where a text, from an offset on, counts with a figure's number something that the figure does not.

    That is sure of a common unit, of a unit of another figure, and of what is of another class: dogs are no people. Of
    a figure whose unit is of no known class, it is a guess.
    """
    sure = (*_in_common_units(text, begins, figure, language), *_in_units(text, begins, figure, units, language))
    found = next(iter(sure), "")
    guessed = chain(_of_other_classes(text, begins, figure, language), _per_another(text, begins, figure, language))
    return OtherThing(found, sure=True) if found else next(guessed, None)


def counted_otherwise(texts: Sequence[str], figure: Counted, language: str) -> str:
    """Return the first stretch of texts that counts with a figure's number something else, if they nowhere count it.

    That is what is of another class than the figure's unit, or so many of the same per something else.
    """
    stating = sum(_is_of(each, figure) for text in texts for each in stated_numbers(text, language))
    found = [
        each.words
        for text in texts
        for each in (*_of_other_classes(text, 0, figure, language), *_per_another(text, 0, figure, language))
        if classes_of(figure.unit, language) or _rate(figure.unit, language)
    ]
    return found[0] if found and len(found) >= stating else ""


def _per_another(text: str, begins: int, figure: Counted, language: str) -> Iterator[OtherThing]:
    """Yield where a unit of several words begins as the figure's does and ends otherwise: litres a second, a minute."""
    unit = _with_strokes(entry_words(figure.unit, code_of(language)), language)
    for stated in stated_numbers(text, language) if len(unit) > 2 else ():
        following = words_after(text, stated.end, language)
        words = _with_strokes(tuple(each for each, _ in following), language)[: len(unit)]
        alike = [are_forms_of_one(one, other) for one, other in zip(unit, words, strict=False)]
        if stated.end > begins and _is_of(stated, figure) and alike == [True] * (len(unit) - 1) + [False]:
            end = next(end for each, end in following if each == words[-1])
            yield OtherThing(text[stated.start : end], sure=False)


def _rate(unit: str, language: str) -> bool:
    return _PER in _with_strokes(entry_words(unit, code_of(language)), language)


def _with_strokes(words: WordTuple, language: str) -> WordTuple:
    """Return words with a stroke for what stands in a rate between two units: "a", "per", "pro", "à la"."""
    per = alternatives(vocabulary(code_of(language)).per)
    plain = [_PER if each in per else each for each in words]
    return tuple(each for before, each in pairwise(["", *plain]) if (before, each) != (_PER, _PER))


def _in_common_units(text: str, begins: int, figure: Counted, language: str) -> Iterator[str]:
    """Yield amounts in another common unit; where a figure has no unit, lengths of time and measures may be its."""
    own = {figure.unit, *common_meanings(figure.unit, language)}
    # Of "5m people" the 5 is not so many metres where the figure counts millions.
    in_scale = not figure.unit or scale_of_unit(figure.unit, lexicon(language)) != 1
    free = frozenset((*DURATIONS, *MEASURES)) if in_scale else frozenset()
    for found in _amounts(text, begins, figure, common_units(language), language):
        named = overlap(
            entry_words(text[found.start : found.end], code_of(language)), entry_words(figure.unit, code_of(language))
        )
        if not free.issuperset(found.units) and own.isdisjoint(found.units) and not named:
            yield text[found.start : found.end].strip()


def _in_units(text: str, begins: int, figure: Counted, units: Sequence[str], language: str) -> Iterator[str]:
    """Yield amounts in the unit of another figure, unless that is another word for what this one counts."""
    about = f"{figure.unit} {figure.label}"
    own, words = classes_of(about, language), entry_words(about, code_of(language))
    for found in _amounts(text, begins, figure, units_of((figure.unit, *units), language), language):
        stretch = text[found.start : found.end]
        alike = not own.isdisjoint(classes_of(stretch, language)) or overlap(
            entry_words(stretch, code_of(language)), words
        )
        if figure.unit and figure.unit not in found.units and not alike:
            yield stretch.strip()


def _amounts(text: str, begins: int, figure: Counted, units: Units, language: str) -> Iterator[FoundAmount]:
    for found in amounts_in(text, units, language, in_words=True):
        if found.end > begins and is_stated_by(found, figure.value):
            yield found


def _of_other_classes(text: str, begins: int, figure: Counted, language: str) -> Iterator[OtherThing]:
    """Yield where the noun behind a figure's number is of another class than the figure's unit and all of its label."""
    own, alike = classes_of(figure.unit, language), classes_of(f"{figure.unit} {figure.label}", language)
    unit = entry_words(figure.unit, code_of(language))
    for stated in stated_numbers(text, language):
        if figure.unit and stated.kind is NumberKind.NUMBER and stated.end > begins and _is_of(stated, figure):
            following = words_after(text, stated.end, language)
            nouns = counting_nouns(tuple(each for each, _ in following), language)
            found = class_of_head(nouns, language)
            others = name_other_people(nouns, unit, language)
            if found and (others or (alike.isdisjoint(found) and not overlap(nouns, unit))):
                end = next(end for each, end in following if classes_among([each], language) & found)
                sure = not others and (bool(own) or is_measured(figure.unit, language))
                yield OtherThing(text[stated.start : end], sure)


def _is_of(stated: StatedNumber, figure: Counted) -> bool:
    return stated.states(figure.value.low) or stated.states(figure.value.high)
