"""How long it takes from a save to the changed page in a browser, beside a clean build of the same explainer.

Run from the repository: `python -m bench.preview`, or with `--actors 2000` for an explainer of so many actors. A
websocket client stands for the browser: a save ends when it has been told of it and has the new page.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import statistics
import tempfile
import time
from pathlib import Path

from generator.pipeline import Options, make
from generator.resolve import Drafts
from tests.previews import ROOT, Running, running, watching

SITE = """\
title: Many actors
standfirst: How long it takes.
language: en
base_url: https://example.org/
published: 2025-01-02
facts_as_of: 2025-01-01
"""


def many(folder: Path, actors: int) -> None:
    """Write an explainer of so many actors, a hundred to a file, each with an event."""
    (folder / "facts").mkdir(parents=True)
    (folder / "sections").mkdir()
    (folder / "site.yaml").write_text(SITE)
    (folder / "sections" / "10-text.md").write_text("---\ntitle: Text\n---\nText.\n")
    for start in range(0, actors, 100):
        numbers = range(start, min(start + 100, actors))
        people = "".join(
            f"  a{n}:\n    name: Person {n}\n    kind: person\n    summary: Number {n}.\n    uncited: so\n"
            for n in numbers
        )
        events = "".join(
            f"  e{n}:\n    date: {1900 + n % 100}\n    title: Event {n}\n    actors: [a{n}]\n    uncited: so\n"
            for n in numbers
        )
        (folder / "facts" / f"{start:05}.yaml").write_text(f"actors:\n{people}events:\n{events}")


async def seconds_of_saves(preview: Running, page: str, file: Path, marked: str, saves: int) -> list[float]:
    """Return how long each save took until the browser had it; `marked` is the text behind which it is written."""
    written = file.read_text(encoding="utf-8")
    taken = []
    async with watching(preview, page) as browser:
        for number in range(saves):
            word = f"save{number}"
            text = written.replace(marked, f"{marked} {word}", 1)
            start = time.perf_counter()
            file.write_text(text, encoding="utf-8")
            assert await browser.told(), f"no message of {word}"
            received = await asyncio.to_thread(preview.get, page)
            taken.append(time.perf_counter() - start)
            assert word in received.text, f"{word} is not in the page"
            await asyncio.sleep(0.05)
    return taken


def clean_build(content: Path) -> float:
    """Return how long a clean build takes in a process that is warm."""
    options = Options(content=content, templates=ROOT / "templates", drafts=Drafts.SHOW)
    make(options)
    start = time.perf_counter()
    make(options)
    return time.perf_counter() - start


def main() -> None:
    """Print the median and the 95th percentile of the saves, and their ratios to a clean build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, default=0, help="in place of content/, an explainer of so many actors")
    parser.add_argument("--saves", type=int, default=100)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        content = Path(scratch, "content")
        if asked.actors:
            many(content, asked.actors)
            page, file, marked = "/actors/a0", content / "facts" / "00000.yaml", "summary: Number 0"
        else:
            shutil.copytree(ROOT / "content", content)
            page, file, marked = "/", content / "sections" / "10-what-happened.md", "\n---\n"
        clean = clean_build(content)
        with running(content) as preview:
            taken = asyncio.run(seconds_of_saves(preview, page, file, marked, asked.saves))
    median, slow = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
    print(f"{'clean build':<28}{clean * 1000:>8.0f} ms")
    for name, value in (("save to page, median", median), ("save to page, 95th of 100", slow)):
        print(f"{name:<28}{value * 1000:>8.0f} ms{value / clean:>8.2f} of a clean build")


if __name__ == "__main__":
    main()
