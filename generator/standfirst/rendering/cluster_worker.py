"""What a worker of a cluster does: once it unpacks the work that it was sent, and then it makes parts of it."""

from __future__ import annotations

import functools
import gc
import threading
from collections.abc import Callable
from dataclasses import replace

from standfirst.frozen import dump, load
from standfirst.pages.plan import plan
from standfirst.present.planner import Planner
from standfirst.present.presenter import Presenter
from standfirst.rendering.parts import Part, Work
from standfirst.rendering.render import RenderedPages
from standfirst.site.join import by_type

# A worker may have several threads, and what renders pages is for one.
_ONE_AT_A_TIME = threading.Lock()


class OtherProgramError(Exception):
    """A worker runs another Standfirst, or with other packages, and might make other pages."""


def packed(work: Work) -> bytes:
    """Return what a worker is sent of some work: what its plan was made from, of which another is made there.

    That is what has been read and proved, and neither copies of sources nor images.
    """
    planner = work.plan.planner
    # Facts by their types are found again: a type is none of the values that can be sent.
    site = replace(planner.presenter.written, by_type={})
    views = (planner.site_view, planner.scripts, planner.quotations, planner.cards)
    planned_from = (site, planner.presenter.lock, *views)
    return dump((planned_from, work.templates, work.language, work.digests))


def make_packed(program_digest: Callable[[], str], expected: str, work: bytes, part: Part) -> RenderedPages:
    """Make a part of packed work in a worker, or raise an `OtherProgramError` where its program is another."""
    if program_digest() != expected:
        raise OtherProgramError
    with _ONE_AT_A_TIME:
        return _unpacked(work).make(part)


# The last work is kept, for its other parts.
@functools.lru_cache(maxsize=1)
def _unpacked(work: bytes) -> Work:
    # Looking for garbage among a million values that stay takes longer than all else; what was kept before may go now.
    gc.unfreeze()
    gc.disable()
    (site, lock, *views), templates, language, digests = load(work)
    gc.freeze()
    gc.enable()
    presenter = Presenter(replace(site, by_type=by_type(site.facts)), lock)
    return Work(plan(Planner(presenter, *views)), templates, language, digests)
