"""Accept what the golden sites look like now: `python -m tests.sites.accept [NAME ...]`, then review the diff."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence

from tests.explainers import SITES, reviewed, site_names


def accept(names: Sequence[str]) -> None:
    """Write the files of each golden site to its `expected/`, in place of those that were there."""
    for name in names:
        files = reviewed(name)
        expected = SITES / name / "expected"
        shutil.rmtree(expected, ignore_errors=True)
        for route, body in files.items():
            path = expected / route
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
        print(f"{name}: {len(files)} files")


if __name__ == "__main__":
    accept(sys.argv[1:] or site_names())
