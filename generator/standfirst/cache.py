"""Functions whose results one build leaves for the next, so that only what has changed is made anew.

A function is declared cached where it is defined, and is a plain function to whoever calls it. Its results are kept by
a `Cache` while one is active, in the preview and in a build that keeps something for the next; without one, every call
is made. What a function is given must be all that its result depends on, and nothing that can change.

There are three kinds, by how an argument is known again: `cached_per_item` for what is asked of each of many objects,
which are known by which object they are; `cached_latest` for a few values that rarely change, of which one result is
kept; `cached_by_value` for any number of values, of which those results are kept that the last whole build asked for.
"""

from __future__ import annotations

import functools
import operator
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import field, replace
from itertools import chain, compress, count, islice
from typing import Any, Generic, ParamSpec, TypeVar

from standfirst.model.frozen_class import frozen

P = ParamSpec("P")
T = TypeVar("T")
U = TypeVar("U")
V = TypeVar("V", bound=Hashable)
_Columns = tuple[tuple[object, ...], ...]

# A sentinel, since None is a result like any other.
_UNKNOWN: Any = object()


@frozen
class Results:
    """The results of cached functions, by the names of these, so that another process finds them again."""

    by_value: dict[tuple[str, Hashable], Any] = field(default_factory=dict)
    tables: dict[tuple[str, int], _ResultTable] = field(default_factory=dict)
    latest: dict[str, tuple[tuple[object, ...], Any]] = field(default_factory=dict)


class Cache:
    """The results of cached functions. After a build that failed nothing is forgotten."""

    def __init__(self, results: Results | None = None) -> None:
        self._results = results or Results()
        self._used: dict[tuple[str, Hashable], Any] = {}
        self._calls: Counter[str] = Counter()

    @property
    def results(self) -> Results:
        """What is kept."""
        return self._results

    @contextmanager
    def active(self) -> Iterator[None]:
        """Keep here the results of all cached functions that are called in this context, in this thread."""
        self._calls.clear()
        token = _ACTIVE.set(self)
        try:
            yield
        finally:
            _ACTIVE.reset(token)

    def forget_unused(self) -> None:
        """Forget the results by value that nobody has asked for since this was last called."""
        self._results, self._used = replace(self._results, by_value=self._used), {}

    def recall(self, make: Callable[[V], T], value: V) -> T:
        """Return the result for a value, made now if it is not kept yet; what is raised is not kept."""
        key = (_name_of(make), value)
        result: T = self._results.by_value.get(key, _UNKNOWN)
        if result is _UNKNOWN:
            result = self._results.by_value[key] = make(value)
        self._used[key] = result
        return result

    def renew(self, make: Callable[[V, T | None], T], name: Hashable, value: V) -> T:
        """Return the result for a named value; if the value has changed, make it from the result for the last one."""
        key = (_name_of(make), name)
        last, made = self._results.by_value.get(key, (None, None))
        result: T = made if last == value else make(value, made)
        self._results.by_value[key] = self._used[key] = value, result
        return result

    def latest(self, make: Callable[..., T], values: tuple[object, ...]) -> T:
        """Return the last result where the values are equal to the last ones, else another in its place."""
        name = _name_of(make)
        held = self._results.latest.get(name)
        if held is None or held[0] != values:
            held = self._results.latest[name] = (values, make(*values))
        result: T = held[1]
        return result

    def map(self, make: Callable[..., Any], columns: _Columns, given: tuple[object, ...]) -> tuple[Any, ...]:
        """Return the result for each row of the columns, made anew only for rows that are not as before."""
        # A function may be called in several places: the n-th call in a build finds what the n-th in the last one left.
        called = _name_of(make)
        name = (called, self._calls[called])
        self._calls[called] += 1
        held = self._results.tables.get(name)
        if held is None or held.given != given:
            held = _ResultTable(given, ((),) * len(columns))
        self._results.tables[name] = held = held.of(make, columns)
        return held.results


_ACTIVE: ContextVar[Cache | None] = ContextVar("cache", default=None)


class CachedPerItem(Generic[P, T]):
    """A function that is asked of each of many items; see `cached_per_item`."""

    def __init__(self, make: Callable[P, T]) -> None:
        self._make = make
        self._make_all = lambda *values: tuple(make(*values))  # type: ignore[call-arg, arg-type, var-annotated]
        functools.update_wrapper(self._make_all, make)
        self._make_all.__qualname__ += ".flat_map"
        functools.update_wrapper(self, make)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        return self._make(*args, **kwargs)

    def map(self, items: Sequence[object], *beside: Sequence[object], given: tuple[object, ...] = ()) -> tuple[T, ...]:
        """Return what comes of `(item, *beside it, *given)` for each item, anew only where these are not as before.

        What stands beside the items, and what is given for all of them, is known by being equal. Where a few of twenty
        thousand items are others than in the last build, all of it takes less than a millisecond.
        """
        return _map(self._make, (items, *beside), given)

    def flat_map(
        self: CachedPerItem[P, Iterable[U]],
        items: Sequence[object],
        *beside: Sequence[object],
        given: tuple[object, ...] = (),
    ) -> Iterator[U]:
        """Return all that comes of each item, one after the other, by the rules of `map`."""
        return chain.from_iterable(_map(self._make_all, (items, *beside), given))


def cached_per_item(make: Callable[P, T]) -> CachedPerItem[P, T]:
    """Declare a function whose results are kept for items, in `map` and `flat_map`, as long as the items are there."""
    return CachedPerItem(make)


def cached_latest(make: Callable[P, T]) -> Callable[P, T]:
    """Declare a function of positional values whose last result is kept while it is asked for equal ones."""

    @functools.wraps(make)
    def called(*values: P.args, **_: P.kwargs) -> T:
        cache = _ACTIVE.get()
        return cache.latest(make, values) if cache else make(*values)  # type: ignore[call-arg]

    return called


def cached_by_value(make: Callable[[V], T]) -> Callable[[V], T]:
    """Declare a function of one hashable value whose results are kept; what it raises is raised."""
    return functools.wraps(make)(functools.partial(cached_call, make))


def cached_call(make: Callable[[V], T], value: V) -> T:
    """Return what a function makes of a value, as if it were declared by `cached_by_value`."""
    cache = _ACTIVE.get()
    return cache.recall(make, value) if cache else make(value)


def cached_by_name(make: Callable[[V, T | None], T], name: Hashable, value: V) -> T:
    """Return what a function makes of a value, given what it made of the last value of that name, if there is any.

    That spares it what it has done already, and must make no difference to what it makes.
    """
    cache = _ACTIVE.get()
    return cache.renew(make, name, value) if cache else make(value, None)


def _name_of(make: Callable[..., Any]) -> str:
    return f"{make.__module__}.{make.__qualname__}"


def _map(make: Callable[..., Any], columns: Sequence[Sequence[object]], given: tuple[object, ...]) -> tuple[Any, ...]:
    cache = _ACTIVE.get()
    if cache:
        return cache.map(make, tuple(map(tuple, columns)), given)
    return tuple(make(*row, *given) for row in zip(*columns, strict=True))


@frozen
class _ResultTable:
    """What a function made of each row of some columns; the first column holds the items, known by which they are."""

    given: tuple[object, ...]
    columns: _Columns
    results: tuple[Any, ...] = ()

    def of(self, make: Callable[..., Any], columns: _Columns) -> _ResultTable:
        """Return the table of other columns: rows that are the same at both ends are kept, others looked up."""
        held, results = self.columns, self.results
        size, fewer = len(columns[0]), min(len(columns[0]), len(results))
        start = _length(_same(columns, held), fewer)
        if start == size == len(results):
            return self
        ends = _length(_same([*map(reversed, columns)], [*map(reversed, held)]), fewer - start)
        stop = len(results) - ends
        known, made, rows = _rows(held, start, stop), results[start:stop], _rows(columns, start, size - ends)
        numbers = dict(zip(map(id, held[0][start:stop]), count(), strict=False))
        found = map(numbers.get, map(id, columns[0][start : size - ends]))
        anew = [
            made[number] if number is not None and known[number] == row else make(*row, *self.given)
            for number, row in zip(found, rows, strict=True)
        ]
        return _ResultTable(self.given, columns, (*results[:start], *anew, *results[stop:]))


def _rows(columns: _Columns, start: int, stop: int) -> list[tuple[object, ...]]:
    return [*zip(*(column[start:stop] for column in columns), strict=True)]


def _same(columns: Sequence[Iterable[object]], others: Sequence[Iterable[object]]) -> Iterator[bool]:
    """Whether each row is the same as the row beside it, as far as both columns go."""
    (items, *beside), (other_items, *other_beside) = columns, others
    same = map(operator.is_, items, other_items)
    # As tuples they are equal at once where they hold the same objects.
    beside_same = map(operator.eq, zip(*beside, strict=False), zip(*other_beside, strict=False))
    return map(operator.and_, same, beside_same) if beside else same


def _length(same: Iterator[bool], most: int) -> int:
    """Count how many in a row are the same."""
    return next(compress(count(), map(operator.not_, islice(same, most))), most)
