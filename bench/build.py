"""How long a build takes and how much memory, from its command to its end, beside that of another checkout.

Run from the repository: `python -m bench.build --against ../before`, or with `--actors 10000` in place of content/ an
explainer of so many actors and as many events. The two take turns, so that a busy machine does not favour either.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench.preview import many
from tests.previews import ROOT


def measured(program: Path, content: Path, output: Path) -> tuple[float, float]:
    """Return the seconds and the megabytes of one build; those of its largest process, as Linux counts them."""
    folders: list[str | Path] = ["--content", content, "--output", output]
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, program / "build.py", "build", *folders], stdout=subprocess.DEVNULL
    ) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0, f"{program} did not build"
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def main() -> None:
    """Print the medians of each checkout, and how the other's compare with this one's."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, default=0, help="in place of content/, an explainer of so many actors")
    parser.add_argument("--against", type=Path, help="another checkout, built with this one's Python and packages")
    parser.add_argument("--runs", type=int, default=5)
    asked = parser.parse_args()
    programs = [ROOT, *([asked.against.resolve()] if asked.against else [])]
    with tempfile.TemporaryDirectory() as scratch:
        content = ROOT / "content"
        if asked.actors:
            content = Path(scratch, "content")
            many(content, asked.actors)
        runs = [[measured(program, content, Path(scratch, "site")) for program in programs] for _ in range(asked.runs)]
    medians = [tuple(map(statistics.median, zip(*each, strict=True))) for each in zip(*runs, strict=True)]
    own_seconds, own_memory = medians[0]
    for program, (seconds, memory) in zip(programs, medians, strict=True):
        ratios = f"{seconds / own_seconds:>8.2f}{memory / own_memory:>8.2f}"
        print(f"{program.name:<20}{seconds:>8.2f} s{memory:>8.0f} MB{ratios}")


if __name__ == "__main__":
    main()
