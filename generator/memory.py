"""What one build leaves for the next, which makes anew only what comes of something else than before."""

from __future__ import annotations

import operator
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Sequence
from itertools import chain, compress, count, islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from generator.graph import Inputs
    from generator.render import RenderedPage

T = TypeVar("T")
V = TypeVar("V", bound=Hashable)
Columns = tuple[tuple[object, ...], ...]

# What may be known is anything else, None too.
_UNKNOWN: Any = object()


class Memory:
    """What came of values that are the same in the next build, and `pages`, as they were rendered, by their routes.

    A build without a memory is one with an empty one. After a build that failed nothing is forgotten.
    """

    def __init__(self) -> None:
        self.pages: dict[str, tuple[Inputs, RenderedPage]] = {}
        self._known: dict[tuple[object, Hashable], Any] = {}
        self._used: dict[tuple[object, Hashable], Any] = {}
        self._mapped: dict[object, _Mapped] = {}
        self._latest: dict[object, tuple[tuple[object, ...], Any]] = {}

    def recall(self, make: Callable[[V], T], value: V) -> T:
        """Return what a function makes of a value, which must depend on that value alone; what it raises is raised."""
        key = (make, value)
        result: T = self._known.get(key, _UNKNOWN)
        if result is _UNKNOWN:
            result = self._known[key] = make(value)
        self._used[key] = result
        return result

    def renew(self, make: Callable[[V, T | None], T], name: Hashable, value: V) -> T:
        """Return what a function makes of a value, given what it made of the last value of that name, if there is any.

        That spares it what it has done already, and must make no difference to what it makes.
        """
        last, made = self._known.get((make, name), (None, None))
        result: T = made if last == value else make(value, made)
        self._known[make, name] = self._used[make, name] = value, result
        return result

    def map(
        self, make: Callable[..., T], items: Sequence[object], *beside: Sequence[object], given: tuple[object, ...] = ()
    ) -> tuple[T, ...]:
        """Return `make(item, *beside it, *given)` for each of many items, anew only where these are not as before.

        An item must be one that cannot change, and is known by what object it is; what stands beside it and what is
        given are known by being equal. A function is to be asked for one sequence a build, as it remembers only its
        last: where a few of twenty thousand items are others than in that, all of it takes less than a millisecond.
        """
        return self._map(make, make, (items, *beside), given)

    def flat_map(
        self,
        make: Callable[..., Iterable[T]],
        items: Sequence[object],
        *beside: Sequence[object],
        given: tuple[object, ...] = (),
    ) -> Iterator[T]:
        """Yield all that a function yields for each of many items, one after the other, remembered as `map` does."""
        return chain.from_iterable(self._map(make, lambda *values: tuple(make(*values)), (items, *beside), given))

    def _map(
        self, name: object, make: Callable[..., T], columns: tuple[Sequence[object], ...], given: tuple[object, ...]
    ) -> tuple[T, ...]:
        held = self._mapped.get(name)
        if held is None or held.given != given:
            held = _Mapped(given, ((),) * len(columns))
        self._mapped[name] = held = held.of(make, tuple(map(tuple, columns)))
        return held.results

    def latest(self, make: Callable[..., T], *values: object) -> T:
        """Return what a function makes of values, anew only where they are not equal to those of the last time."""
        held = self._latest.get(make)
        if held is None or held[0] != values:
            held = self._latest[make] = (values, make(*values))
        result: T = held[1]
        return result

    def keep(self, routes: Container[str]) -> None:
        """Forget what nothing has asked for since the last whole build, and the pages that are not at these routes."""
        self.pages = {route: page for route, page in self.pages.items() if route in routes}
        self._known, self._used = self._used, {}


class _Mapped:
    """What a function made of each row of some columns, of which the first holds the items; they are held, as above."""

    def __init__(self, given: tuple[object, ...], columns: Columns, results: tuple[Any, ...] = ()) -> None:
        self.given = given
        self.results = results
        self._columns = columns

    def of(self, make: Callable[..., Any], columns: Columns) -> _Mapped:
        """Return the same of other columns: rows that are the same at both ends are passed over, others looked up."""
        held, results = self._columns, self.results
        size, fewer = len(columns[0]), min(len(columns[0]), len(results))
        start = _length(_same(columns, held), fewer)
        ends = _length(_same([*map(reversed, columns)], [*map(reversed, held)]), fewer - start)
        if start + ends == size == len(results):
            return self
        stop = len(results) - ends
        known, made, rows = _rows(held, start, stop), results[start:stop], _rows(columns, start, size - ends)
        numbers = dict(zip(map(id, held[0][start:stop]), count(), strict=False))
        found = map(numbers.get, map(id, columns[0][start : size - ends]))
        anew = [
            made[number] if number is not None and known[number] == row else make(*row, *self.given)
            for number, row in zip(found, rows, strict=True)
        ]
        return _Mapped(self.given, columns, (*results[:start], *anew, *results[stop:]))


def _rows(columns: Columns, start: int, stop: int) -> list[tuple[object, ...]]:
    return [*zip(*(column[start:stop] for column in columns), strict=True)]


def _same(columns: Sequence[Iterable[object]], others: Sequence[Iterable[object]]) -> Iterator[bool]:
    """Tell of each row whether it is the same among others, as far as both go."""
    (items, *beside), (other_items, *other_beside) = columns, others
    same = map(operator.is_, items, other_items)
    # As tuples they are equal at once where they hold the same objects.
    beside_same = map(operator.eq, zip(*beside, strict=False), zip(*other_beside, strict=False))
    return map(operator.and_, same, beside_same) if beside else same


def _length(same: Iterator[bool], most: int) -> int:
    """Count how many in a row are the same."""
    return next(compress(count(), map(operator.not_, islice(same, most))), most)
