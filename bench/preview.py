"""How long it takes from a save to the changed page in a browser, beside a clean build of the same explainer.

Run from the repository: `python -m bench.preview`, or with `--actors 10000` for an explainer of so many actors, of
which one is edited while its page is looked at. A websocket client stands for the browser: a save ends when it has been
told of it and has the new page.
"""

from __future__ import annotations

import argparse
import asyncio
import shutil
import statistics
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from standfirst.model import Drafts
from standfirst.pipeline import Options, make_site
from tests.previews import ROOT, Running, running, watching

# Seconds that the first build may take.
FIRST = 600.0
SITE = """\
title: Many actors
standfirst: How long it takes.
language: en
base_url: https://example.org/
published: 2025-01-02
facts_as_of: 2025-01-01
"""


def many(folder: Path, actors: int, a_file: int = 100) -> None:
    """Write an explainer of so many actors, each with an event, and so many of both to a file."""
    (folder / "facts").mkdir(parents=True)
    (folder / "sections").mkdir()
    (folder / "site.yaml").write_text(SITE)
    (folder / "sections" / "10-text.md").write_text("---\ntitle: Text\n---\nText.\n")
    for start in range(0, actors, a_file):
        numbers = range(start, min(start + a_file, actors))
        people = "".join(
            f"  a{n}:\n    name: Person {n}\n    kind: person\n    summary: Number {n}.\n    uncited: so\n"
            for n in numbers
        )
        events = "".join(
            f"  e{n}:\n    date: {1900 + n % 100}\n    title: Event {n}\n    actors: [a{n}]\n    uncited: so\n"
            for n in numbers
        )
        (folder / "facts" / f"{start:05}.yaml").write_text(f"actors:\n{people}events:\n{events}")


@dataclass(frozen=True, slots=True)
class Edit:
    """The page that is looked at, the file that is saved, and the text in it behind which something is written."""

    page: str
    file: Path
    marked: str


async def seconds_of_saves(preview: Running, edit: Edit, saves: int, pause: float) -> list[float]:
    """Return how long each save took until the browser had it."""
    written = edit.file.read_text(encoding="utf-8")
    taken = []
    async with watching(preview, edit.page) as browser:
        for number in range(saves):
            word = f"save{number}"
            text = written.replace(edit.marked, f"{edit.marked} {word}", 1)
            start = time.perf_counter()
            edit.file.write_text(text, encoding="utf-8")
            assert await browser.told(), f"no message of {word}"
            received = await asyncio.to_thread(preview.get, edit.page)
            taken.append(time.perf_counter() - start)
            assert word in received.text, f"{word} is not in the page"
            await asyncio.sleep(pause)
    return taken


def clean_build(content: Path) -> float:
    """Return how long a clean build takes in a process that is warm."""
    options = Options(content=content, templates=ROOT / "templates", drafts=Drafts.SHOW)
    make_site(options)
    start = time.perf_counter()
    make_site(options)
    return time.perf_counter() - start


def main() -> None:
    """Print the median and the 95th percentile of the saves, and their ratios to a clean build."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--actors", type=int, default=0, help="in place of content/, an explainer of so many actors")
    parser.add_argument("--a-file", type=int, default=100, help="how many of them are in one file")
    parser.add_argument("--saves", type=int, default=100)
    parser.add_argument("--pause", type=float, default=0.2, help="seconds between a page and the next save")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        content = Path(scratch, "content")
        if asked.actors:
            many(content, asked.actors, asked.a_file)
            edit = Edit("/actors/a0", content / "facts" / "00000.yaml", "summary: Number 0")
        else:
            shutil.copytree(ROOT / "content", content)
            edit = Edit("/", content / "sections" / "10-what-happened.md", "\n---\n")
        clean = clean_build(content)
        with running(content) as preview:
            preview.says("Everything", patience=FIRST)
            taken = asyncio.run(seconds_of_saves(preview, edit, asked.saves, asked.pause))
    median, slow = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
    print(f"{'clean build':<28}{clean * 1000:>8.0f} ms")
    for name, value in (("save to page, median", median), ("save to page, 95th of 100", slow)):
        print(f"{name:<28}{value * 1000:>8.0f} ms{value / clean:>8.2f} of a clean build")


if __name__ == "__main__":
    main()
