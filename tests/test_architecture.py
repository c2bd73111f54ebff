"""The rules of the house that a machine can check: ARCHITECTURE.md says why they are there."""

from __future__ import annotations

import ast
import functools
import re
import tomllib
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "generator" / "standfirst"

# In the order in which data flows through them: none imports one that comes after it.
ROOMS = (
    "model", "options", "program", "frozen", "problems", "cache", "language", "reading", "history", "prose", "decoding",
    "pictures", "images", "sources", "site", "checks", "present", "outputs", "pages", "rendering", "publishing",
    "past_days", "pipeline", "site_as_of", "cached_build", "fixing", "authoring", "changes", "draft", "importing",
    "web", "desk", "preview", "commands", "cli", "start", "__main__",
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


@functools.cache
def nodes_of(file: Path) -> tuple[ast.AST, ...]:
    """Return all that a file consists of, as Python reads it."""
    return tuple(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


def _named_in(file: Path) -> Iterator[tuple[str, str]]:
    """Return all that a file imports: modules, each with the name that is imported from it, or none."""
    for node in nodes_of(file):
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


def test_the_package_lists_what_it_imports_and_nothing_else() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    listed = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    imported = {module.partition(".")[0] for file in modules().values() for module, _ in _named_in(file)}
    # The fonts are named, and their files opened.
    fonts = {str(node.value) for node in nodes_of(modules()["outputs.card"]) if isinstance(node, ast.Constant)}
    provided_by = packages_distributions()
    needed = {name for each in imported | fonts for name in provided_by.get(each, ())} - {"standfirst"}
    # It is not imported here: trafilatura asks for it by an extra of lxml, which not every pip finds.
    listed.remove("lxml-html-clean>=0.4")
    assert {re.split("[<>=]", each)[0] for each in listed} == {re.sub(r"[-_.]+", "-", name).lower() for name in needed}


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
        for node in nodes_of(file)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    # What starts the program prints where the command line cannot be loaded.
    assert printing == {"cli.printing", "start"}


def test_the_model_imports_nothing_of_ours() -> None:
    assert {
        room_of(other) for module, others in imports().items() if room_of(module) == "model" for other in others
    } == {"model"}


# ---------------------------------------------------------------- what documents and docstrings name

_FILE = re.compile(r"`([\w/]+(?:\.py|/))`")
_ROW = re.compile(r"\| `(?P<room>\w+)/?(?:\.py)?` ")
_WORD = re.compile(r"`([a-z_]+)`")
# Words in docstrings of packages that are no modules of ours.
_NO_MODULES = frozenset({"build", "edtf", "serve"})


def _is_there(named: str, below: Path) -> bool:
    """Tell whether a file or a folder is there, anywhere below a folder or by its path."""
    return any(below.rglob(named)) or (PACKAGE / named).exists() or (ROOT / named).exists()


def test_architecture_md_names_only_what_is_there() -> None:
    gone = []
    for line in (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines():
        row = _ROW.match(line)
        below = PACKAGE / row["room"] if row and (PACKAGE / row["room"]).is_dir() else PACKAGE
        gone += [f"{below.name}: {named}" for named in _FILE.findall(line) if not _is_there(named, below)]
    assert gone == []


def test_comments_and_docstrings_name_only_modules_that_are_there() -> None:
    texts = {file: file.read_text(encoding="utf-8") for file in PACKAGE.rglob("*.py")}
    named = [(file, name) for file, text in texts.items() for name in _FILE.findall(text) if name.endswith(".py")]
    assert [f"{file.relative_to(PACKAGE)}: {name}" for file, name in named if not _is_there(name, PACKAGE)] == []


def test_the_docstring_of_a_package_that_names_its_modules_names_them_all() -> None:
    wrong = []
    for file in PACKAGE.rglob("__init__.py"):
        docstring = ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or ""
        named = set(_WORD.findall(docstring)) - _NO_MODULES
        there = {each.stem for each in file.parent.iterdir() if each.suffix == ".py" or (each / "__init__.py").exists()}
        if len(named & there) > 1:
            wrong += [f"{file.parent.name}: {name}" for name in sorted(named ^ (there - {"__init__"}))]
    assert wrong == []
