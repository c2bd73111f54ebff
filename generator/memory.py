"""What one build leaves for the next, which makes anew only what comes of something else than before."""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from generator.graph import Inputs
    from generator.render import RenderedPage

T = TypeVar("T")
E = TypeVar("E")
V = TypeVar("V", bound=Hashable)


class Memory:
    """What came of values that are the same in the next build, and `pages`, as they were rendered, by their routes.

    A build without a memory is one with an empty one. After a build that failed nothing is forgotten.
    """

    def __init__(self) -> None:
        self.pages: dict[str, tuple[Inputs, RenderedPage]] = {}
        self._known: dict[tuple[object, Hashable], Any] = {}
        self._used: dict[tuple[object, Hashable], Any] = {}
        self._of_each: dict[object, _OfEach] = {}

    def recall(self, make: Callable[[V], T], value: V) -> T:
        """Return what a function makes of a value, which must depend on that value alone; what it raises is raised."""
        key = (make, value)
        result: T = self._known[key] if key in self._known else make(value)
        self._known[key] = self._used[key] = result
        return result

    def each(self, make: Callable[[E], T], items: Sequence[E], given: Hashable = None) -> list[T]:
        """Return what a function makes of each of many values, none of which can change.

        They are known by what object they are, which takes no time worth counting, where to compare ten thousand facts
        would. What is made may depend on `given` besides: when that is no longer equal, all is made anew.
        """
        held = self._of_each.get(make)
        if held is None or held.given != given:
            held = self._of_each[make] = _OfEach(given)
        return held.of(make, items)

    def keep(self, routes: Container[str]) -> None:
        """Forget what nothing has asked for since the last whole build, and the pages that are not at these routes."""
        self.pages = {route: page for route, page in self.pages.items() if route in routes}
        self._known, self._used = self._used, {}


class _OfEach:
    """What one function made of many objects, by their identities; they are held, so that none of these is reused."""

    def __init__(self, given: Hashable) -> None:
        self.given = given
        self._made: dict[int, tuple[object, Any]] = {}

    def of(self, make: Callable[[E], T], items: Sequence[E]) -> list[T]:
        made = self._made
        for item in items:
            if id(item) not in made:
                made[id(item)] = (item, make(item))
        if len(made) > 2 * len(items):
            made = self._made = {id(item): made[id(item)] for item in items}
        return [made[id(item)][1] for item in items]
