"""A site made by several processes of this machine, which share out the files of a plan and nothing else.

A worker is a fork of this process, so it knows the plan already: it is told which pages and files to make, works out
what these show, and sends back what came of them.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool

from standfirst.problems.errors import UsageError
from standfirst.rendering.parts import Part, Work, make_parts
from standfirst.rendering.render import Collector, RenderedPages

# On macOS libraries of the system may crash in a fork, and Windows has none: there one process renders all pages.
HAS_WORKERS = sys.platform != "darwin" and "fork" in multiprocessing.get_all_start_methods()


def make_in_workers(work: Work, processes: int, collector: Collector) -> RenderedPages:
    """Make the whole of some work in so many processes, as this one would.

    Raises a `UsageError` where the system ends one of the processes.
    """
    fork = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes, fork, initializer=_inherit, initargs=(work,)) as executor:
        try:
            return make_parts(lambda part: executor.submit(_make_inherited, part), work.parts, collector)
        except BrokenProcessPool:
            raise UsageError(
                "the system ended a process that rendered pages, maybe for want of memory; --jobs 1 needs the least"
            ) from None


# The work that a worker was forked for; only workers set it.
_inherited: list[Work] = []


def _inherit(work: Work) -> None:
    # Looking for garbage would also copy the memory that is shared with the process before.
    gc.disable()
    _inherited.append(work)


def _make_inherited(part: Part) -> RenderedPages:
    return _inherited[0].make(part)
