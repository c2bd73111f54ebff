"""What is measured of programs with the same explainer: each measure returns a table of Markdown."""

from __future__ import annotations

import functools
import statistics
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bench.contest import Contest, Settings, prepared
from bench.edits import PAGES, save_often
from bench.measure import Taken
from bench.programs import Program
from bench.tables import median, ratio, significant, table


def _seconds(taken: Sequence[Taken]) -> list[float]:
    return [each.seconds for each in taken]


def _cpu(taken: Sequence[Taken]) -> list[float]:
    return [each.cpu for each in taken]


def cold(contest: Contest) -> str:
    """A build into a fresh folder, with nothing left of an earlier one."""
    outputs: dict[str, Path] = {}

    def build(program: Program) -> Taken:
        outputs[program.title] = contest.fresh()
        return program.build_cold(outputs[program.title])

    taken = contest.in_turn(build)
    beside = taken[contest.reference.title]
    rows = []
    for title, each in taken.items():
        files = [file for file in outputs[title].rglob("*") if file.is_file()]
        pages = sum(file.suffix == ".html" for file in files)
        size = sum(file.stat().st_size for file in files) / 1_000_000
        wall = (median(_seconds(each)), ratio(_seconds(each), _seconds(beside)))
        cpu = (median(_cpu(each)), ratio(_cpu(each), _cpu(beside)))
        rows.append((title, f"{pages:,}", significant(size), *wall, *cpu))
    return table(("cold build", "pages", "MB", "wall s", "to Hugo's", "CPU s", "to Hugo's"), rows)


def warm(contest: Contest) -> str:
    """A second build into the folder of the first: of the same content, and after one summary was edited.

    What a program keeps between builds is its own affair: Hugo keeps pictures, and Standfirst `.cache/`.
    """
    first: dict[str, list[Taken]] = {program.title: [] for program in contest.programs}
    again: dict[str, list[Taken]] = {program.title: [] for program in contest.programs}
    edited: dict[str, list[Taken]] = {program.title: [] for program in contest.programs}
    for number in range(contest.settings.runs):
        for program in contest.programs:
            output, other = contest.fresh(), f"edit{number} {contest.summary}"
            first[program.title].append(program.build_cold(output))
            again[program.title].append(program.build(output))
            program.edit(contest.summary, other)
            edited[program.title].append(program.build(output))
            program.edit(other, contest.summary)
    beside = _seconds(first[contest.reference.title])
    rows = []
    for title in first:
        times = [_seconds(taken[title]) for taken in (again, edited)]
        rows.append((title, *(cell for each in times for cell in (median(each), ratio(each, beside)))))
    head = ("second build", "nothing changed, s", "to Hugo's cold", "one summary changed, s", "to Hugo's cold")
    return table(head, rows)


def edits(contest: Contest) -> str:
    """From a save of another name to the page in the browser, while all these pages are open."""
    rows = []
    for program in contest.programs:
        if program.name in {"standfirst", "hugo"}:
            saves = save_often(program, contest.corpus.actors[0].name, contest.settings.saves, contest.settings.pause)
            times = [saves.seconds[page] for page in PAGES]
            cells = [f"{median(each)} (95 %: {significant(_slow(each))})" for each in times]
            memory = f"{significant(saves.first_memory)} → {significant(saves.last_memory)}"
            rows.append((program.title, *cells, memory))
    head = (
        "save to page, s",
        "the actor's page",
        "glossary",
        f"MB after 1 → {contest.settings.saves} saves",
    )
    return table(head, rows)


def _slow(seconds: Sequence[float]) -> float:
    return statistics.quantiles(seconds, n=20)[-1] if len(seconds) > 1 else seconds[0]


def memory(contest: Contest) -> str:
    """The most that all processes of a cold build take together, each page of memory counted once."""
    taken = contest.in_turn(lambda program: program.build_cold(contest.fresh(), watched=True))
    megabytes = {title: [each.megabytes for each in runs] for title, runs in taken.items()}
    beside = megabytes[contest.reference.title]
    rows = [(title, median(each), ratio(each, beside)) for title, each in megabytes.items()]
    return table(("memory of a cold build", "MB", "to Hugo's"), rows)


def _build(contest: Contest, program: Program) -> Taken:
    return program.build_cold(contest.fresh())


def growth(settings: Settings, sizes: Sequence[int]) -> str:
    """Cold builds of explainers of several sizes: milliseconds an actor, and how many times those of the smallest."""
    cells: dict[str, list[str]] = {}
    smallest: dict[str, float] = {}
    for size in sizes:
        with prepared(replace(settings, actors=size)) as contest:
            taken = contest.in_turn(functools.partial(_build, contest))
        for title, each in taken.items():
            milliseconds = 1000 * statistics.median(_seconds(each)) / size
            times = milliseconds / smallest.setdefault(title, milliseconds)
            cells.setdefault(title, []).append(f"{significant(milliseconds)} (× {times:.2f})")
    return table(
        ("ms an actor", *(f"{size:,} actors" for size in sizes)), [(name, *row) for name, row in cells.items()]
    )
