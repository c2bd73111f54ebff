"""Numbers put together part by part: "two hundred and thirteen thousand", "1.5 million", "two and a half"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import Final

from standfirst.language.numbers.fractions import fraction_at, past_of
from standfirst.language.numbers.lexicon import Lexicon
from standfirst.language.numbers.lookup import entry_at, past_joiner, scale_at
from standfirst.language.numbers.tokens import Token
from standfirst.model.frozen_class import frozen

# What may be a unit of measurement as well as a scale: "5m", "5t".
_MAY_BE_UNITS: Final = frozenset({"b", "cr", "k", "m", "mi", "mil", "mm", "t", "т"})
# Up to here "and a half" is put behind a number that has no scale; behind a year it begins something else.
_MOST_BEFORE_FRACTION: Final = 100
_MOST_PARTS: Final = 12
_ONE: Final = Decimal(1)
_HALF: Final = Fraction(1, 2)
# Languages that put the half of a unit behind it.
_HALF_BEHIND_UNIT: Final = frozenset({"ca", "es", "fr", "it", "pt"})


@frozen
class CompoundNumber:
    """A number as far as it was read, and its `end`, the token after it.

    Each of its `parts` is a value and the limit below which the value of the next part must lie: after 200 that is 100.
    `scale` is the last scale that it was multiplied by, `otherwise` holds other values that its words may state, and
    `about` says that digits of it are left out. A `closed` number already has the fraction of its last scale. `before`
    is the number without its last part, to which reading returns if that part turns out to begin another number.
    """

    parts: tuple[tuple[Decimal, Decimal], ...]
    end: int
    scale: Decimal = _ONE
    otherwise: tuple[Decimal, ...] = ()
    about: bool = False
    closed: bool = False
    before: CompoundNumber | None = None

    @property
    def value(self) -> Decimal:
        """What the parts make together."""
        return sum((value for value, _ in self.parts), Decimal(0))

    @property
    def room(self) -> Decimal:
        """The limit below which the value of a next part must lie."""
        return self.parts[-1][1]


def compound_number_at(tokens: Sequence[Token], start: int, words: Lexicon) -> CompoundNumber | None:
    """Return the longest number that begins at a token, in digits, in words or in both, if one does."""
    found = _begun(tokens, start, words)
    while found and (longer := _longer(tokens, found, words)):
        found = longer
    while found and found.before and scale_at(tokens, found.end, words):
        found = found.before
    return found and (_with_half_of_unit(tokens, found, words) or found)


def _longer(tokens: Sequence[Token], found: CompoundNumber, words: Lexicon) -> CompoundNumber | None:
    return _scaled(tokens, found, words) or _with_fraction(tokens, found, words) or _added(tokens, found, words)


def _begun(tokens: Sequence[Token], start: int, words: Lexicon) -> CompoundNumber | None:
    token = tokens[start]
    if token.number is not None:
        return CompoundNumber(((token.number, _ONE),), start + 1)
    if entry := entry_at(tokens, start, words):
        value = words.numbers[entry]
        return CompoundNumber(((value, _room(value)),), start + len(entry))
    if token.word in words.articles and (scale := scale_at(tokens, start + 1, words)):
        return CompoundNumber(((scale, scale),), start + 2, scale)
    return None


def _room(value: Decimal) -> Decimal:
    """Return the limit for a part behind a one-entry number: 100 behind "two hundred", 1 behind "twenty-one"."""
    whole = int(value)
    if value != whole or not whole or whole % 100:
        return _ONE
    room = 100
    while not whole % (room * 10):
        room *= 10
    return Decimal(room)


def _scaled(tokens: Sequence[Token], found: CompoundNumber, words: Lexicon) -> CompoundNumber | None:
    """Return a number multiplied by the scale behind it: it multiplies all parts smaller than itself together."""
    scale = scale_at(tokens, found.end, words)
    if scale is None or found.closed:
        return None
    larger = tuple(part for part in found.parts if part[1] >= scale)
    smaller = sum((value for value, _ in found.parts[len(larger) :]), Decimal(0))
    if not smaller or len(found.parts) == len(larger) or (larger and smaller * scale >= larger[-1][1]):
        return None
    shortened = tokens[found.end].word
    may_be_unit = shortened in _MAY_BE_UNITS and shortened not in words.scales
    otherwise = (found.value,) if may_be_unit else found.otherwise
    total = found.scale * scale if not larger else scale
    # A thousand million may go on with millions: Portuguese "dois mil milhões e trezentos milhões".
    room = found.room * scale if found.room >= 1000 else scale
    parts = (*larger, (smaller * scale, room))
    return CompoundNumber(parts, found.end + 1, total, otherwise, found.about, before=found.before)


def _added(tokens: Sequence[Token], found: CompoundNumber, words: Lexicon) -> CompoundNumber | None:
    """Return a number with the smaller part behind it; that may be in digits only if a scale follows it."""
    position = past_joiner(tokens, found.end, words)
    if found.room <= 1 or position >= len(tokens) or not tokens[position].joined or len(found.parts) == _MOST_PARTS:
        return None
    more = _begun(tokens, position, words)
    if more is None or more.value >= found.room or more.value <= 0:
        return None
    # With no space between, as in "1万5000", they are one number.
    apart = tokens[position].start > tokens[found.end - 1].end
    if tokens[position].number is not None and apart and not scale_at(tokens, more.end, words):
        return None
    parts = (*found.parts, *more.parts)
    return CompoundNumber(parts, more.end, more.scale, found.otherwise, found.about, before=found)


def _with_half_of_unit(tokens: Sequence[Token], found: CompoundNumber, words: Lexicon) -> CompoundNumber | None:
    """Return a small number with the half that is put behind its unit: "deux ans et demi".

    Where more words follow, the half may be of those: "dos personas y media hora" states two as well.
    """
    unit, position = found.end, found.end + 1
    if words.code not in _HALF_BEHIND_UNIT:
        return None
    whole = found.room == _ONE and 0 < found.value <= _MOST_BEFORE_FRACTION and found.value == int(found.value)
    half = past_joiner(tokens, position, words)
    if not whole or half == position or half >= len(tokens) or not all(each.joined for each in tokens[unit : half + 1]):
        return None
    if words.fractions.get(tokens[half].word) != _HALF or not tokens[unit].word or entry_at(tokens, unit, words):
        return None
    goes_on = half + 1 < len(tokens) and tokens[half + 1].joined and tokens[half + 1].word not in words.of
    otherwise = (*found.otherwise, found.value) if goes_on else found.otherwise
    parts = (*found.parts[:-1], (found.parts[-1][0] + Decimal("0.5"), _ONE))
    return replace(found, parts=parts, otherwise=otherwise, closed=True, before=None)


def _with_fraction(tokens: Sequence[Token], found: CompoundNumber, words: Lexicon) -> CompoundNumber | None:
    """Return a number with the fraction behind it: "two and a half", "2½"; behind a scale, a fraction of that."""
    value, room = found.parts[-1]
    small = room == _ONE and abs(found.value) <= _MOST_BEFORE_FRACTION and value == int(value)
    position = past_joiner(tokens, found.end, words)
    in_signs = found.end < len(tokens) and tokens[found.end].fraction is not None
    if not (small or room >= 1000) or (position == found.end and not in_signs) or position >= len(tokens):
        return None
    fraction = fraction_at(tokens, position, words) if tokens[position].joined else None
    if fraction is None or fraction.value >= 1 or _begins_another(tokens, fraction.end, words):
        return None
    scale = _ONE if small else room
    parts = (*found.parts[:-1], (value + fraction.value * scale, _ONE))
    about = not fraction.exact and scale > 1
    return replace(found, parts=parts, end=fraction.end, about=about, closed=not small, before=None)


def _begins_another(tokens: Sequence[Token], end: int, words: Lexicon) -> bool:
    """Tell whether a fraction belongs to what follows: "5 and a quarter of a million"."""
    past = past_of(tokens, end, words)
    return past > end and scale_at(tokens, past, words) is not None
