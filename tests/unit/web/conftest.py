"""A small web on this machine."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.loopback import Web, web


@pytest.fixture(name="web")
def on_this_machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    # Not by way of a proxy that the system may have.
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with web() as found:
        yield found
