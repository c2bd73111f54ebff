"""A page has its time, and what ends within it hears nothing of the limit."""

from __future__ import annotations

import resource
import sys
import threading
import time

import pytest

from standfirst.rendering import limits
from standfirst.rendering.limits import TimeLimitError, Watchdog, limited_memory, page_limits


def test_what_ends_in_time_is_not_bothered_later(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "_LOOK", 0.01)
    watchdog, others = Watchdog(0.05), set(threading.enumerate())

    def work(seconds: float) -> None:
        end = time.thread_time() + seconds
        with watchdog.one_page():
            while time.thread_time() < end:
                pass

    with watchdog.running():
        with pytest.raises(TimeLimitError):
            work(60)
        for _ in range(20):
            work(0.01)
    assert not set(threading.enumerate()) - others


linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells how much memory is in use")


@linux
def test_memory_is_limited_beyond_what_is_in_use_and_as_long_as_a_page_is_made() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    # What is in use may shrink meanwhile, by what earlier tests have left, and is free to be used again.
    with limited_memory(200_000_000):
        bytearray(150_000_000)
        with pytest.raises(MemoryError):
            bytearray(2_000_000_000)
    assert resource.getrlimit(resource.RLIMIT_AS) == before


@linux
def test_a_limit_of_memory_that_is_lower_already_stays() -> None:
    before = resource.getrlimit(resource.RLIMIT_AS)
    lower = 2**37, before[1]
    resource.setrlimit(resource.RLIMIT_AS, lower)
    try:
        with limited_memory(2**38):
            assert resource.getrlimit(resource.RLIMIT_AS) == lower
        with limited_memory(2**30):
            assert resource.getrlimit(resource.RLIMIT_AS) < lower
    finally:
        resource.setrlimit(resource.RLIMIT_AS, before)


def test_a_page_of_a_site_of_many_facts_may_take_more_than_one_of_a_small_site() -> None:
    many, few = page_limits(70_000), page_limits(100)
    assert many.seconds > 100 > few.seconds
    # The first page of ten thousand actors has some thirty million characters, and takes a gigabyte.
    assert many.characters > 100_000_000 > few.characters
    assert many.memory > 2_000_000_000 > few.memory
