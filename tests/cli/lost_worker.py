"""Ends a worker, as if its machine were lost, when it begins its second part: for `dask worker --preload`."""

from __future__ import annotations

import itertools
import os
import signal

from standfirst.rendering.parts import Part, Work
from standfirst.rendering.render import RenderedPages

_make = Work.make
_begun = itertools.count(1)


def _make_until_lost(work: Work, part: Part) -> RenderedPages:
    if next(_begun) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return _make(work, part)


Work.make = _make_until_lost  # type: ignore[assignment, method-assign]
