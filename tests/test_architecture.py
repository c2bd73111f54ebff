"""The rules of the house that a machine can check: ARCHITECTURE.md says why they are there."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[1] / "generator" / "standfirst"

# In the order in which data flows through them: none imports one that comes after it.
ROOMS = (
    "model", "problems", "cache", "language", "reading", "prose", "decoding", "pictures", "sources", "site", "checks",
    "present", "outputs", "pages", "rendering", "publishing", "pipeline", "preview", "commands", "cli",
)  # fmt: skip

Imports = Mapping[str, frozenset[str]]


@functools.cache
def modules() -> Mapping[str, Path]:
    """Return the files of the package by the names of their modules, without that of the package."""
    found = {file.relative_to(PACKAGE).with_suffix("").as_posix().replace("/", "."): file for file in _files()}
    return {name.removesuffix(".__init__"): file for name, file in found.items()}


def _files() -> Iterator[Path]:
    return (file for file in PACKAGE.rglob("*.py") if file.parent != PACKAGE or file.name != "__init__.py")


@functools.cache
def imports() -> Imports:
    """Return which modules of the package each of them imports, wherever in it."""
    return {name: frozenset(_imported(name, file)) for name, file in modules().items()}


def _imported(name: str, file: Path) -> Iterator[str]:
    for module, part in _named_in(file):
        ours, inner = module.removeprefix("standfirst."), f"{module}.{part}".removeprefix("standfirst.")
        found = inner if inner in modules() else ours
        if found in modules() and found != name:
            yield found


def _named_in(file: Path) -> Iterator[tuple[str, str]]:
    """Return all that a file imports: modules, each with the name that is imported from it, or none."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, each.name) for each in node.names)
        elif isinstance(node, ast.Import):
            yield from ((each.name, "") for each in node.names)


def room_of(module: str) -> str:
    return module.partition(".")[0]


def test_every_room_has_its_place() -> None:
    assert {room_of(module) for module in modules()} == set(ROOMS)


def test_nothing_imports_what_comes_after_it() -> None:
    climbing = [
        f"{module} imports {other}"
        for module, others in imports().items()
        for other in others
        if ROOMS.index(room_of(other)) > ROOMS.index(room_of(module))
    ]
    assert climbing == []


def test_no_files_import_one_another_in_a_circle() -> None:
    try:
        TopologicalSorter(imports()).prepare()
    except CycleError as error:
        raise AssertionError(" imports ".join(error.args[1])) from None


def test_markdown_is_read_in_one_place() -> None:
    reading = {
        module for module, file in modules().items() if "markdown" in (room_of(other) for other, _ in _named_in(file))
    }
    assert {room_of(module) for module in reading} == {"prose", "rendering"}
    assert {module for module in reading if room_of(module) == "rendering"} <= {
        "rendering.prose.html", "rendering.prose.mentions",
    }  # fmt: skip


def test_only_the_command_line_prints() -> None:
    printing = {
        module
        for module, file in modules().items()
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert printing == {"cli"}


def test_the_model_imports_nothing_of_ours() -> None:
    assert {
        room_of(other) for module, others in imports().items() if room_of(module) == "model" for other in others
    } == {"model"}
