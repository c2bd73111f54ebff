"""What a reader downloads in order to search, in kilobytes (1,000 bytes): as it is, and as a host sends it (gzip).

Run from the repository: `PYTHONPATH=generator python -m bench.search` for `content/`, or with a number for a made-up
explainer of so many actors, each with two aliases, sixty words and a tenth of an event. A folder after the number gets
the whole site.
"""

from __future__ import annotations

import gzip
import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from standfirst.options import Options
from standfirst.pipeline import BuiltSite, make_site
from standfirst.publishing.publish import publish

ROOT = Path(__file__).resolve().parents[1]
SITE = """\
title: A large explainer
standfirst: How much of it there is.
language: en
base_url: https://example.org/
published: 2025-01-02
facts_as_of: 2025-01-01
"""


class Writer:
    """Words and names that are spread as in a language: the commonest word is every twentieth."""

    def __init__(self, seed: int) -> None:
        self.choose = random.Random(seed)
        self.words = [self._word(2, 10) for _ in range(20_000)]
        self.weights = [1 / (number + 2) for number in range(len(self.words))]

    def _word(self, shortest: int, longest: int) -> str:
        return "".join(self.choose.choices("eeeaaiotnsrhldcumf", k=self.choose.randint(shortest, longest)))

    def text(self, count: int) -> str:
        return " ".join(self.choose.choices(self.words, self.weights, k=count)).capitalize()

    def name(self) -> str:
        return self._word(4, 9).capitalize()

    def facts(self, actors: int) -> Iterator[str]:
        yield "actors:"
        for number in range(actors):
            first, last = self.name(), f"{self.name()}{number}"
            yield f"  a{number}: {{name: {first} {last}, aliases: [{last}, General {last}], kind: person,"
            yield f"    role: {self.text(4)}, summary: {self.text(15)}., text: {self.text(40)}., uncited: made up}}"
        yield "events:"
        for number in range(actors // 10):
            day = f"{self.choose.randint(1950, 2020)}-{self.choose.randint(1, 12):02}"
            yield f"  e{number}: {{date: {day}, title: {self.text(8)}, text: {self.text(25)}., uncited: made up}}"


def of_actors(count: int) -> BuiltSite:
    """Make an explainer of so many actors."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "facts").mkdir()
        (folder / "site.yaml").write_text(SITE, encoding="utf-8")
        (folder / "facts" / "facts.yaml").write_text("\n".join(Writer(count).facts(count)), encoding="utf-8")
        return make_site(Options(content=folder, templates=ROOT / "templates", jobs=2))


def main(*arguments: str) -> None:
    """Print what the parts of the page for searching weigh."""
    count = int(arguments[0]) if arguments else 0
    built = of_actors(count) if count else make_site(Options(content=ROOT / "content", templates=ROOT / "templates"))
    parts = [each for each in built.artifacts if each.route.startswith(("search", "assets/search"))]
    for part in parts:
        sent = len(gzip.compress(part.body, 9, mtime=0))
        print(f"{part.route:32} {len(part.body) / 1000:9.1f} {sent / 1000:9.1f}")
    if len(arguments) > 1:
        publish(built.artifacts, Path(arguments[1]), inputs=(ROOT / "content",))


if __name__ == "__main__":
    main(*sys.argv[1:])
