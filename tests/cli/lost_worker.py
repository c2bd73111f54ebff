"""Ends a worker, as if its machine were lost, when it begins its second part: for `dask worker --preload`."""

from __future__ import annotations

import itertools
import os
import signal

from standfirst.rendering.parts import Work
from standfirst.rendering.render import RenderedPages

_render = Work.render
_begun = itertools.count(1)


def _render_until_lost(work: Work, part: range) -> RenderedPages:
    if next(_begun) == 2:
        os.kill(os.getpid(), signal.SIGKILL)
    return _render(work, part)


Work.render = _render_until_lost  # type: ignore[assignment, method-assign]
