"""Whether a text counts with the number of a figure what the figure counts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, pairwise
from typing import Final

from standfirst.language.locale import code_of
from standfirst.language.numbers.amounts import FoundAmount, amounts_in, is_stated_by, words_after
from standfirst.language.numbers.folding import WordTuple, entry_words
from standfirst.language.numbers.lexicon import lexicon
from standfirst.language.numbers.lookup import scale_of_unit
from standfirst.language.numbers.noun_phrases import are_forms_of_one, class_of_head, counting_nouns, share_a_word
from standfirst.language.numbers.nouns import classes_among, classes_of
from standfirst.language.numbers.people import name_other_people
from standfirst.language.numbers.stated_numbers import NumberKind, StatedNumber, stated_numbers
from standfirst.language.numbers.units import (
    DURATIONS,
    MEASURES,
    Units,
    common_meanings,
    common_units,
    is_measured,
    units_of,
)
from standfirst.language.numbers.vocabularies import alternatives, vocabulary
from standfirst.model import Quantity
from standfirst.model.frozen_class import frozen

_PER: Final = "/"


@frozen
class CountedFigure:
    """A figure as far as it counts something: its unit says what, and its label may."""

    value: Quantity
    unit: str
    label: str


@frozen
class OtherThing:
    """A stretch of a text that counts another thing than a figure; not `sure` if that may be a synonym."""

    words: str
    sure: bool


def another_thing(
    text: str, begins: int, figure: CountedFigure, units: Sequence[str], language: str
) -> OtherThing | None:
    """Return the first stretch of a text, from an offset on, that counts another thing with the figure's number.

    It is sure of a common unit, of the unit of another figure, and of a noun of another class: dogs are not people. It
    is a guess where the figure's own unit is of no known class.
    """
    sure = (*_in_common_units(text, begins, figure, language), *_in_units(text, begins, figure, units, language))
    found = next(iter(sure), "")
    guessed = chain(_of_other_classes(text, begins, figure, language), _per_another(text, begins, figure, language))
    return OtherThing(found, sure=True) if found else next(guessed, None)


def only_other_thing(texts: Sequence[str], figure: CountedFigure, language: str) -> str:
    """Return the first stretch that counts another thing with a figure's number, if texts never count its own; else "".

    Another thing is a noun of another class than the figure's unit, or the same unit per something else.
    """
    stating = sum(_is_of(each, figure) for text in texts for each in stated_numbers(text, language))
    found = [
        each.words
        for text in texts
        for each in (*_of_other_classes(text, 0, figure, language), *_per_another(text, 0, figure, language))
        if classes_of(figure.unit, language) or _rate(figure.unit, language)
    ]
    return found[0] if found and len(found) >= stating else ""


def _per_another(text: str, begins: int, figure: CountedFigure, language: str) -> Iterator[OtherThing]:
    """Yield stretches whose unit begins like the figure's and ends otherwise: litres a second, litres a minute."""
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
    """Return words with a stroke for those between the two units of a rate: "a", "per", "pro", "à la"."""
    per = alternatives(vocabulary(code_of(language)).per)
    plain = [_PER if each in per else each for each in words]
    return tuple(each for before, each in pairwise(["", *plain]) if (before, each) != (_PER, _PER))


def _in_common_units(text: str, begins: int, figure: CountedFigure, language: str) -> Iterator[str]:
    """Yield amounts in a common unit that is not the figure's; without a unit it may be a length of time."""
    own = {figure.unit, *common_meanings(figure.unit, language)}
    # Of "5m people" the 5 is not so many metres where the figure counts millions.
    in_scale = not figure.unit or scale_of_unit(figure.unit, lexicon(language)) != 1
    free = frozenset((*DURATIONS, *MEASURES)) if in_scale else frozenset()
    for found in _amounts(text, begins, figure, common_units(language), language):
        named = share_a_word(
            entry_words(text[found.start : found.end], code_of(language)), entry_words(figure.unit, code_of(language))
        )
        if not free.issuperset(found.units) and own.isdisjoint(found.units) and not named:
            yield text[found.start : found.end].strip()


def _in_units(text: str, begins: int, figure: CountedFigure, units: Sequence[str], language: str) -> Iterator[str]:
    """Yield amounts in the unit of another figure, unless that may be another word for this one's."""
    about = f"{figure.unit} {figure.label}"
    own, words = classes_of(about, language), entry_words(about, code_of(language))
    for found in _amounts(text, begins, figure, units_of((figure.unit, *units), language), language):
        stretch = text[found.start : found.end]
        alike = not own.isdisjoint(classes_of(stretch, language)) or share_a_word(
            entry_words(stretch, code_of(language)), words
        )
        if figure.unit and figure.unit not in found.units and not alike:
            yield stretch.strip()


def _amounts(text: str, begins: int, figure: CountedFigure, units: Units, language: str) -> Iterator[FoundAmount]:
    for found in amounts_in(text, units, language, in_words=True):
        if found.end > begins and is_stated_by(found, figure.value):
            yield found


def _of_other_classes(text: str, begins: int, figure: CountedFigure, language: str) -> Iterator[OtherThing]:
    """Yield stretches in which the noun behind the figure's number is of another class than its unit and label."""
    own, alike = classes_of(figure.unit, language), classes_of(f"{figure.unit} {figure.label}", language)
    unit = entry_words(figure.unit, code_of(language))
    for stated in stated_numbers(text, language):
        if figure.unit and stated.kind is NumberKind.NUMBER and stated.end > begins and _is_of(stated, figure):
            following = words_after(text, stated.end, language)
            nouns = counting_nouns(tuple(each for each, _ in following), language)
            found = class_of_head(nouns, language)
            others = name_other_people(nouns, unit, language)
            if found and (others or (alike.isdisjoint(found) and not share_a_word(nouns, unit))):
                end = next(end for each, end in following if classes_among([each], language) & found)
                sure = not others and (bool(own) or is_measured(figure.unit, language))
                yield OtherThing(text[stated.start : end], sure)


def _is_of(stated: StatedNumber, figure: CountedFigure) -> bool:
    return stated.states(figure.value.low) or stated.states(figure.value.high)
