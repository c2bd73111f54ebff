"""What a number in a text counts, held against what a figure counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from generator.language import code_of
from generator.model import Quantity
from generator.numbers.amounts import (
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
from generator.numbers.entries import scale_of_unit
from generator.numbers.lexicon import lexicon, words_of
from generator.numbers.nouns import class_of_head, classes_among, classes_of, counted, overlap
from generator.numbers.readings import Reading, Sort, readings


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


def _per_another(text: str, begins: int, figure: Counted, language: str) -> Iterator[OtherThing]:
    """Yield where a unit of several words begins as the figure's does and ends otherwise: litres a second, a minute."""
    unit = words_of(figure.unit, code_of(language))
    for reading in readings(text, language) if len(unit) > 2 else ():
        following = words_after(text, reading.end, language)[: len(unit)]
        words = tuple(each for each, _ in following)
        if reading.end > begins and len(words) == len(unit) and words[:-1] == unit[:-1] and words != unit:
            yield OtherThing(text[reading.start : following[-1][1]], sure=False)


def _in_common_units(text: str, begins: int, figure: Counted, language: str) -> Iterator[str]:
    """Yield amounts in another common unit; where a figure has no unit, lengths of time and measures may be its."""
    own = {figure.unit, *common_meanings(figure.unit, language)}
    # Of "5m people" the 5 is not so many metres where the figure counts millions.
    in_scale = not figure.unit or scale_of_unit(figure.unit, lexicon(language)) != 1
    free = frozenset((*DURATIONS, *MEASURES)) if in_scale else frozenset()
    for found in _amounts(text, begins, figure, common_units(language), language):
        named = overlap(
            words_of(text[found.start : found.end], code_of(language)), words_of(figure.unit, code_of(language))
        )
        if not free.issuperset(found.units) and own.isdisjoint(found.units) and not named:
            yield text[found.start : found.end].strip()


def _in_units(text: str, begins: int, figure: Counted, units: Sequence[str], language: str) -> Iterator[str]:
    """Yield amounts in the unit of another figure, unless that is another word for what this one counts."""
    about = f"{figure.unit} {figure.label}"
    own, words = classes_of(about, language), words_of(about, code_of(language))
    for found in _amounts(text, begins, figure, units_of((figure.unit, *units), language), language):
        stretch = text[found.start : found.end]
        alike = not own.isdisjoint(classes_of(stretch, language)) or overlap(
            words_of(stretch, code_of(language)), words
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
    unit = words_of(figure.unit, code_of(language))
    for reading in readings(text, language):
        if figure.unit and reading.sort is Sort.NUMBER and reading.end > begins and _is_of(reading, figure):
            following = words_after(text, reading.end, language)
            nouns = counted(tuple(each for each, _ in following), language)
            found = class_of_head(nouns, language)
            if found and alike.isdisjoint(found) and not overlap(nouns, unit):
                end = next(end for each, end in following if classes_among([each], language) & found)
                yield OtherThing(text[reading.start : end], sure=bool(own) or is_measured(figure.unit, language))


def _is_of(reading: Reading, figure: Counted) -> bool:
    return reading.states(figure.value.low) or reading.states(figure.value.high)
