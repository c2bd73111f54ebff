"""Work in a thread, and what comes of it."""

from __future__ import annotations

import pytest

from standfirst.preview.server import in_thread
from tests.previews import in_a_loop


def test_what_work_returns_is_returned() -> None:
    assert in_a_loop(in_thread(lambda: "done")) == "done"


def test_what_work_raises_is_raised_where_it_is_awaited() -> None:
    def fails() -> None:
        raise ValueError("a bug")

    with pytest.raises(ValueError, match="a bug"):
        in_a_loop(in_thread(fails))
