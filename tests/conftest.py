"""What tests of different folders share."""

from __future__ import annotations

import gc
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from standfirst.cli import common_arguments

ROOT = Path(__file__).resolve().parents[1]
# The same examples in every run, so that only a change makes a test fail; by hand more of them, and others:
# DEPTH=20 make test ARGS=tests/unit
DEPTH = int(os.environ.get("DEPTH", "1"))
settings.register_profile(
    "standfirst",
    deadline=None,
    derandomize=DEPTH == 1,
    database=None,
    max_examples=60 * DEPTH,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("standfirst")
# A shell has what it starts in the background ignore interruptions, by which tests end their previews.
signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_xdist_auto_num_workers() -> int:
    """Return how many processes test at once: one more than cores, since previews and browsers are waited for."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_finish() -> None:
    """Have the garbage collector pass over thousands of tests, which stay to the end, whenever one of them runs."""
    gc.freeze()


@pytest.fixture(autouse=True)
def no_cache_between_builds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have commands make all anew unless a test names a cache: it cannot know what a test has put in the generator."""
    monkeypatch.setattr(common_arguments, "CACHE", None)


@pytest.fixture(scope="session")
def published_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of this repository's own explainer, built by the command that publishes it."""
    output = tmp_path_factory.mktemp("published") / "site"
    build = [sys.executable, f"{ROOT}/build.py", "build", "--no-cache"]
    command = [*build, "--content", f"{ROOT}/content", "--output", str(output)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, f"the explainer does not build:\n{built.stdout}{built.stderr}"
    return output
