"""The programs that are compared, with the same explainer written for each, and measured in turn."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.corpus import Corpus, make_corpus
from bench.forms.as_standfirst import write_standfirst
from bench.measure import Taken
from bench.programs import ROOT, Program, lock, peer, standfirst


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What is compared and how: how many actors, of which sort, which programs, and how often.

    `against` is another checkout of Standfirst; `peers` the virtual environment in which the other programs are; `jobs`
    how many processes Standfirst may use, or none to let it choose. `pause` is the seconds between two saves.
    """

    actors: int
    seed: int
    script: str
    texts: str
    only: tuple[str, ...]
    against: Path | None
    peers: Path
    jobs: int | None
    runs: int
    saves: int
    pause: float


@dataclass(frozen=True, slots=True)
class Contest:
    """Programs, the first of which is this checkout's Standfirst, and a folder for what they write."""

    settings: Settings
    corpus: Corpus
    programs: tuple[Program, ...]
    scratch: Path

    @property
    def reference(self) -> Program:
        """Hugo with the same pages, or where it was not asked for this checkout's Standfirst."""
        return next((program for program in self.programs if program.name == "hugo"), self.programs[0])

    @property
    def summary(self) -> str:
        """The summary that is edited: that of the first actor."""
        return self.corpus.actors[0].summary

    def fresh(self) -> Path:
        """Return where a site may be written. What was written before stays: deleting it would slow the next build."""
        return Path(tempfile.mkdtemp(dir=self.scratch), "site")

    def in_turn(self, measure: Callable[[Program], Taken]) -> dict[str, list[Taken]]:
        """Measure each program in turn, as often as is set; return what each took, by its title."""
        taken: dict[str, list[Taken]] = {program.title: [] for program in self.programs}
        for _ in range(self.settings.runs):
            for program in self.programs:
                taken[program.title].append(measure(program))
        return taken


@contextmanager
def prepared(settings: Settings) -> Iterator[Contest]:
    """Write the explainer for each program, and build each once, so that what is compiled at first is compiled."""
    with tempfile.TemporaryDirectory(prefix="standfirst-bench-") as name:
        scratch = Path(name)
        corpus = make_corpus(settings.actors, seed=settings.seed, script=settings.script, texts=settings.texts)
        programs = tuple(_programs(settings, corpus, scratch))
        contest = Contest(settings, corpus, programs, scratch)
        for program in programs:
            program.build(contest.fresh())
        yield contest


def _programs(settings: Settings, corpus: Corpus, scratch: Path) -> Iterator[Program]:
    content = scratch / "standfirst" / "content"
    write_standfirst(corpus, content)
    lock(content)
    options = () if settings.jobs is None else ("--jobs", str(settings.jobs))
    yield standfirst(ROOT, "Standfirst", content, options)
    if settings.against:
        yield standfirst(settings.against, f"Standfirst in {settings.against.name}", content, options)
    for name in settings.only:
        yield peer(name, corpus, scratch / name, settings.peers)
