"""A site made by several processes of this machine, which share out the files of a plan and nothing else; images, too.

A worker is a fork of this process, so it knows the plan already: it is told which pages and files to make, works out
what these show, and sends back what came of them. Any other work can be given to one such process with `forked`.
"""

from __future__ import annotations

import gc
import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import TypeAlias, TypeVar

from standfirst.outputs.artifact import Artifact, PlannedFile
from standfirst.problems.errors import Problem, UsageError, attempt
from standfirst.rendering.parts import Part, Work, make_parts
from standfirst.rendering.render import Collector, RenderedPages

Given = TypeVar("Given")
Made = TypeVar("Made")

# The files that are one image in several sizes.
ImageSizes: TypeAlias = tuple[PlannedFile, ...]
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


def make_images_in_workers(images: Sequence[ImageSizes], processes: int) -> Iterator[Artifact]:
    """Yield images in all their sizes, each of them made by one of so many processes.

    What cannot be made is left out: who asks for it is told. Where the system ends a process, no more come.
    """
    fork = multiprocessing.get_context("fork")
    pool = ProcessPoolExecutor(processes, fork, initializer=_inherited_images.extend, initargs=(images,))
    # With less memory, what is left can still be made here, one by one.
    with suppress(BrokenProcessPool), pool as executor:
        for made in executor.map(_make_inherited_image, range(len(images))):
            yield from made


def forked(work: Callable[[Given], Made], given: Given) -> Callable[[], Made]:
    """Have some work done by a fork of this process, and return what waits for its result.

    Where there are no forks, or the system ends that one, it is done here and then.
    """
    if not HAS_WORKERS:
        return lambda: work(given)
    executor = ProcessPoolExecutor(1, multiprocessing.get_context("fork"))
    begun = executor.submit(work, given)
    executor.shutdown(wait=False)

    def result() -> Made:
        try:
            return begun.result()
        except BrokenProcessPool:
            return work(given)

    return result


# What a worker was forked for; only workers set it.
_inherited: list[Work] = []
_inherited_images: list[ImageSizes] = []


def _inherit(work: Work) -> None:
    # Looking for garbage would also copy the memory that is shared with the process before.
    gc.disable()
    _inherited.append(work)


def _make_inherited_image(number: int) -> tuple[Artifact, ...]:
    problems: list[Problem] = []
    made = [attempt(PlannedFile.make, size, problems) for size in _inherited_images[number]]
    return tuple(filter(None, made))


def _make_inherited(part: Part) -> RenderedPages:
    return _inherited[0].make(part)
