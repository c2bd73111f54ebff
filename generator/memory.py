"""What one build leaves for the next, which makes anew only what comes of something else than before."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from generator.graph import Inputs
    from generator.render import RenderedPage

    Pages = Mapping[str, tuple[Inputs, RenderedPage]]

T = TypeVar("T")
V = TypeVar("V", bound=Hashable)


class Memory:
    """What came of values that are the same in the next build, and `pages`, by their routes, as they were rendered.

    A build without a memory is one with an empty one. After a build that failed nothing is forgotten.
    """

    def __init__(self) -> None:
        self.pages: Pages = MappingProxyType({})
        self._known: dict[tuple[object, Hashable], Any] = {}
        self._used: dict[tuple[object, Hashable], Any] = {}

    def recall(self, make: Callable[[V], T], value: V) -> T:
        """Return what a function makes of a value, which must depend on that value alone; what it raises is raised."""
        key = (make, value)
        result: T = self._known[key] if key in self._known else make(value)
        self._known[key] = self._used[key] = result
        return result

    def keep(self, pages: Pages) -> None:
        """Note the pages of a whole build, and forget what no build has asked for since the last."""
        self.pages = pages
        self._known, self._used = self._used, {}
