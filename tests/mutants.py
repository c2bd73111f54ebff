"""Change the code one place at a time, and list the changes that no test notices: a plugin for pytest.

    python -m pytest -p tests.mutants --mutate site --mutate prose/plain.py tests/unit/site tests/unit/prose

needs `pip install mutmut==3.8.1`, whose kinds of change these are. The tests are collected once. Each change is then
made in a process of its own, to the function in memory, and only the tests that call that function run there, the
quickest first. What a command of its own does, a `build.py` that a test starts, is not changed. A change that survives
and that makes no difference anyone can see is no fault.
"""

from __future__ import annotations
import __future__

import contextlib
import difflib
import functools
import gc
import importlib
import multiprocessing
import os
import re
import signal
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import CodeType, FrameType, FunctionType
from typing import Any

import libcst
import pytest
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

PACKAGE = Path(__file__).resolve().parents[1] / "generator" / "standfirst"
# Calls whose changes a type checker sees.
UNCHANGED = ("len", "isinstance", "cast", "assert_never")
# What only holds the code to what is true already: its loss changes nothing.
ASSURANCES = re.compile(r",? strict=\w*|\n *case _:\n *assert_never\(\w+\)")
SURVIVED, NOTICED, NOT_TRIED = 0, 1, 2
# Seconds.
LONGEST_TEST = 60.0
# Where a function stands: its file, and the line that it or its first decorator begins on.
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A function as it is and with one change; `after` has no decorators."""

    place: Place
    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Run:
    """What a test did when nothing was changed: its number, its seconds, the functions that it called."""

    number: int
    passed: bool
    seconds: float
    called: frozenset[Place]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take `--mutate`, once for each file or folder, and how the work is limited."""
    parser.addoption("--mutate", action="append", default=[], help="a file or folder below generator/standfirst/")
    parser.addoption("--slowest", type=float, default=2, help="leave out tests that take more seconds than this")
    parser.addoption("--longest", type=float, default=20, help="run tests for so many seconds for one change")
    parser.addoption("--at-once", type=int, default=os.cpu_count() or 1, help="how many changes to try at a time")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Run the tests as they are, then once for each mutant, and print the mutants that none of them noticed."""
    option = session.config.getoption
    named = [PACKAGE / name for name in option("--mutate")]
    files = [file for path in named for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    if missing := [str(file) for file in files if not file.is_file()]:
        raise pytest.UsageError(f"no such file: {', '.join(missing)}")
    for file in files:
        # Some are imported only where they are needed.
        importlib.import_module(".".join(file.relative_to(PACKAGE.parent).with_suffix("").parts))
    functions = live_functions({str(file) for file in files})
    runs = unchanged_runs(session, functions)
    _say(*(f"fails unchanged: {session.items[run.number].nodeid}" for run in runs if not run.passed))
    usable = sorted((run for run in runs if run.passed and run.seconds <= option("--slowest")), key=lambda r: r.seconds)
    _say(f"{len(usable)} of {len(runs)} tests, {sum(run.seconds for run in usable):.0f} s")
    gc.freeze()
    for file in files:
        tried = [(mutant, _tests(mutant, usable, option("--longest"))) for mutant in mutants(file)]
        called = [(mutant, tests) for mutant, tests in tried if tests]
        begun = time.monotonic()
        ends = dict(_ends(session, functions, called, option("--at-once")))
        noticed = sum(end not in {SURVIVED, NOT_TRIED} for end in ends.values())
        path, seconds = file.relative_to(PACKAGE).as_posix(), time.monotonic() - begun
        _say(f"## {path}: {noticed} of {len(called)} noticed, in {seconds:.0f} s")
        _say(*_shown(mutant for index, (mutant, _) in enumerate(called) if ends[index] == SURVIVED))
        _say(*sorted({f"no test calls {mutant.name}" for mutant, tests in tried if not tests}))
        _say(*sorted({f"not tried: {called[index][0].name}" for index, end in ends.items() if end == NOT_TRIED}))
    return True


def live_functions(files: set[str]) -> dict[Place, list[FunctionType]]:
    """Find the functions of the files that are in memory; what is defined inside a function is part of it."""
    found: dict[Place, list[FunctionType]] = {}
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType) and thing.__code__.co_filename in files and "<" not in thing.__qualname__:
            code = thing.__code__
            found.setdefault((code.co_filename, code.co_firstlineno), []).append(thing)
    return found


# ---------------------------------------------------------------- the changes


def mutants(file: Path) -> Iterator[Mutant]:
    """Make each change to each function and method of a file, as the text that the function then has."""
    wrapper = MetadataWrapper(libcst.parse_module(file.read_text(encoding="utf-8")))
    lines = wrapper.resolve(PositionProvider)
    for function in _functions(wrapper.module.body):
        first = function.decorators[0] if function.decorators else function
        place = (str(file), lines[first].start.line)
        before = _text(function)
        assured = ASSURANCES.sub("", before)
        for node in _changeable(function):
            for kind, operator in mutation_operators:
                # Of the changes to a text one is enough: the others change its letters to upper or to lower case.
                most = 1 if isinstance(node, libcst.SimpleString) else None
                for changed in islice(operator(node), most) if isinstance(node, kind) else ():
                    after = _text(libcst.ensure_type(function.deep_replace(node, changed), libcst.FunctionDef))
                    if ASSURANCES.sub("", after) != assured:
                        yield Mutant(place, function.name.value, before, after)


def _functions(body: Iterable[libcst.CSTNode]) -> Iterator[libcst.FunctionDef]:
    for statement in body:
        if isinstance(statement, libcst.FunctionDef):
            yield statement
        elif isinstance(statement, libcst.ClassDef):
            yield from _functions(statement.body.body)


def _changeable(node: libcst.CSTNode) -> Iterator[libcst.CSTNode]:
    if isinstance(node, libcst.Annotation | libcst.Decorator):
        return
    if isinstance(node, libcst.Call) and isinstance(node.func, libcst.Name) and node.func.value in UNCHANGED:
        return
    yield node
    for child in node.children:
        yield from _changeable(child)


def _text(function: libcst.FunctionDef) -> str:
    text: str = libcst.Module([]).code_for_node(function.with_changes(decorators=(), leading_lines=()))
    return text


def _shown(survivors: Iterable[Mutant]) -> Iterator[str]:
    """Yield the lines of each change, those that were there only where they are not those of the change before."""
    shown: tuple[object, ...] = ()
    for mutant in survivors:
        compared = difflib.unified_diff(mutant.before.splitlines(), mutant.after.splitlines(), n=0, lineterm="")
        lines = [line for line in compared if not line.startswith(("---", "+++", "@@"))]
        heading, gone = f"{mutant.name}, line {mutant.place[1]}", [line for line in lines if line.startswith("-")]
        if shown != (heading, gone):
            yield "\n".join([heading, *gone])
        shown = (heading, gone)
        yield "\n".join(line for line in lines if line.startswith("+"))


# ---------------------------------------------------------------- the tests


def unchanged_runs(session: pytest.Session, functions: dict[Place, list[FunctionType]]) -> Sequence[Run]:
    """Run all tests once, in a process of their own so that this one stays as it is, and see what each calls.

    A test that does not end when it is watched is taken for one that fails.
    """
    codes = {function.__code__: place for place, found in functions.items() for function in found}
    runs: list[Run] = []
    while len(runs) < len(session.items):
        runs += _runs_from(session, len(runs), codes)
        if len(runs) < len(session.items):
            runs.append(Run(len(runs), passed=False, seconds=LONGEST_TEST, called=frozenset()))
    return runs


def _runs_from(session: pytest.Session, first: int, codes: dict[CodeType, Place]) -> Iterator[Run]:
    receiving, sending = multiprocessing.Pipe(duplex=False)
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        _silence(session)
        for number in range(first, len(session.items)):
            sending.send(_run(session, number, codes))
        os._exit(0)
    sending.close()
    with contextlib.suppress(EOFError):
        while receiving.poll(LONGEST_TEST):
            yield receiving.recv()
    _end(child)
    os.waitpid(child, 0)


def _end(child: int) -> None:
    """End a process and what its tests started and left."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)


def _run(session: pytest.Session, number: int, codes: dict[CodeType, Place]) -> Run:
    called: set[CodeType] = set()

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            called.add(frame.f_code)

    for cache in _caches(codes):
        # What is kept from a test before would not be worked out in this one.
        cache.cache_clear()
    failed, begun = session.testsfailed, time.monotonic()
    sys.setprofile(note)
    _protocol(session.items[number], session.items[number + 1] if number + 1 < len(session.items) else None)
    sys.setprofile(None)
    places = frozenset(codes[code] for code in called if code in codes)
    return Run(number, session.testsfailed == failed, time.monotonic() - begun, places)


def _caches(codes: dict[CodeType, Place]) -> list[Any]:
    """Find the caches of functions (`functools.cache`) that are in memory."""
    kind = type(functools.cache(len))
    return [
        each for each in gc.get_objects() if type(each) is kind and getattr(each.__wrapped__, "__code__", None) in codes
    ]


def _tests(mutant: Mutant, runs: Sequence[Run], longest: float) -> Sequence[Run]:
    chosen, seconds = [], 0.0
    for run in runs:
        if mutant.place in run.called and seconds <= longest:
            chosen.append(run)
            seconds += run.seconds
    return chosen


def _ends(
    session: pytest.Session,
    functions: dict[Place, list[FunctionType]],
    tried: Sequence[tuple[Mutant, Sequence[Run]]],
    at_once: int,
) -> Iterator[tuple[int, int]]:
    """Yield the number of each mutant and how its process ended."""
    running: dict[int, int] = {}
    for number, (mutant, runs) in enumerate(tried):
        if len(running) >= at_once:
            yield _ended(running)
        child = os.fork()
        if not child:
            os.setpgid(0, 0)
            os._exit(_tried(session, functions.get(mutant.place, []), mutant, runs))
        running[child] = number
    while running:
        yield _ended(running)


def _ended(running: dict[int, int]) -> tuple[int, int]:
    child, status = os.wait()
    _end(child)
    return running.pop(child), os.waitstatus_to_exitcode(status)


def _tried(session: pytest.Session, functions: Sequence[FunctionType], mutant: Mutant, runs: Sequence[Run]) -> int:
    seconds = sum(run.seconds for run in runs)
    # A loop that a change makes endless ends with the process: nobody catches these signals.
    signal.setitimer(signal.ITIMER_PROF, 5 + 3 * seconds)
    signal.setitimer(signal.ITIMER_REAL, 30 + 10 * seconds)
    _silence(session)
    try:
        for function in functions:
            _change(function, mutant)
    except ValueError:
        return NOT_TRIED
    for run, following in zip(runs, [*runs[1:], None], strict=True):
        _protocol(session.items[run.number], session.items[following.number] if following else None)
        if session.testsfailed:
            return NOTICED
    return SURVIVED


def _change(function: FunctionType, mutant: Mutant) -> None:
    """Raise ValueError for a method that says `super()`: what that refers to is known to its class only."""
    # The file's imports and constants are what the changed function sees, as it did before.
    made: dict[str, FunctionType] = {}
    future = __future__.annotations.compiler_flag
    exec(compile(mutant.after, mutant.place[0], "exec", future, dont_inherit=True), function.__globals__, made)
    (changed,) = made.values()
    function.__code__ = changed.__code__
    function.__defaults__, function.__kwdefaults__ = changed.__defaults__, changed.__kwdefaults__


def _protocol(item: pytest.Item, following: pytest.Item | None) -> None:
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)


def _silence(session: pytest.Session) -> None:
    plugins = session.config.pluginmanager
    plugins.unregister(name="terminalreporter")
    nothing = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nothing, 1)
    os.dup2(nothing, 2)


def _say(*lines: str) -> None:
    for line in lines:
        print(line, file=sys.__stderr__, flush=True)
