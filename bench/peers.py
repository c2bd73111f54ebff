"""Standfirst beside Hugo, Pelican and MkDocs on equal content: how long each takes, and how much memory.

Run from the repository, after `make peers`, on a machine that does nothing else:

    python -m bench.peers                          all that is measured, with 1,000 actors
    python -m bench.peers cold memory --actors 100 --only standfirst,hugo
    python -m bench.peers --check --actors 600 --script chinese --texts hard

Whole processes take turns, so that a busy machine does not favour any. Each ratio is one of two runs of the same turn;
the tables give their median, with the least and the most. “The same pages” have the text, evidence, linked data, feeds,
downloads and search index of Standfirst's, without its checks and one picture (`bench.compare` says which); “plain
pages” have the text with a head and a foot.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.compare import compare
from bench.contest import Contest, Settings, prepared
from bench.corpus import SEED
from bench.measures import cold, edits, growth, memory, warm
from bench.programs import NAMES, PEERS, ROOT, standfirst
from bench.tables import machine
from bench.texts import TEXTS
from bench.vocabulary import VOCABULARIES

_MEASURES = {"cold": cold, "warm": warm, "edits": edits, "memory": memory}
_GROWTH = "growth"
_SIZES = (100, 1000, 10_000)


def main() -> int:
    """Print the tables that are asked for, or whether what they compare is right."""
    asked = _parser().parse_args()
    settings = Settings(
        **{name: getattr(asked, name) for name in ("actors", "seed", "script", "texts", "peers", "jobs")},
        **{name: getattr(asked, name) for name in ("runs", "saves", "pause")},
        only=_only(asked.only),
        against=asked.against and asked.against.resolve(),
    )
    if asked.check:
        with prepared(settings) as contest:
            return 0 if check(contest) else 1
    measures = asked.measures or [*_MEASURES, _GROWTH]
    sort = f"{settings.actors:,} actors, {settings.texts} texts, {settings.script} script, seed {settings.seed}"
    print(f"Medians of {settings.runs} runs in turn; {sort}. {machine()}.", flush=True)
    if chosen := [name for name in _MEASURES if name in measures]:
        with prepared(settings) as contest:
            for name in chosen:
                print(f"\n{_MEASURES[name](contest)}", flush=True)
    if _GROWTH in measures:
        print(f"\n{growth(settings, asked.sizes)}", flush=True)
    return 0


def check(contest: Contest) -> bool:
    """Print whether several processes and one make the same bytes, and Hugo the same pages; return whether they do."""
    several, one, ours = contest.fresh(), contest.fresh(), contest.programs[0]
    alone = standfirst(ROOT, "one process", ours.content, ("--jobs", "1"))
    ours.build_cold(several)
    alone.build_cold(one)
    differing = sorted(route for route in _files(one) ^ _files(several))
    pages = sum(route.endswith(".html") for route, _ in _files(one))
    processes = contest.settings.jobs or "as many processes as it chooses"
    print(f"Standfirst with {processes} and with one: {pages:,} pages, {len(differing)} differences")
    for route, _ in differing[:20]:
        print(f"  {route}")
    hugo = next((program for program in contest.programs if program.name == "hugo"), None)
    if not hugo or (contest.settings.script, contest.settings.texts) != ("latin", "plain"):
        print("Hugo's pages are the same for plain Latin texts alone: its Markdown and its collation are others.")
        return not differing
    hugos = contest.fresh()
    hugo.build_cold(hugos)
    comparison = compare(one, hugos)
    print("\n".join(comparison.lines))
    return not differing and not comparison.differences


def _files(folder: Path) -> set[tuple[str, bytes]]:
    return {(file.relative_to(folder).as_posix(), file.read_bytes()) for file in folder.rglob("*") if file.is_file()}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add(
        "measures",
        nargs="*",
        choices=[*_MEASURES, _GROWTH, []],
        metavar="MEASURE",
        help=f"{', '.join(_MEASURES)}, growth",
    )
    add("--actors", type=int, default=1000)
    add("--sizes", type=_numbers, default=_SIZES, help="actors of the explainers of `growth`, as in 100,1000")
    add("--seed", type=int, default=SEED)
    add("--script", choices=VOCABULARIES, default="latin")
    add("--texts", choices=TEXTS, default="plain", help="hard: with code, tables, footnotes, quotation marks, escapes")
    add("--only", default=",".join(NAMES), help="the programs, Standfirst always among them: %(default)s")
    add("--against", type=Path, help="another checkout of Standfirst, run with the packages of this one")
    add("--peers", type=Path, default=PEERS, help="the virtual environment of `make peers`")
    add("--jobs", type=int, help="how many processes Standfirst may use")
    add("--runs", type=int, default=5)
    add("--saves", type=int, default=20, help="of `edits`")
    add("--pause", type=float, default=0.5, help="seconds between a page and the next save")
    add("--check", action="store_true", help="compare what is built with several processes, with one, and by Hugo")
    return parser


def _only(typed: str) -> tuple[str, ...]:
    names = typed.split(",")
    if unknown := set(names) - set(NAMES):
        raise SystemExit(f"there is no program {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    return tuple(name for name in NAMES[1:] if name in names)


def _numbers(typed: str) -> tuple[int, ...]:
    return tuple(int(number) for number in typed.split(","))


if __name__ == "__main__":
    sys.exit(main())
