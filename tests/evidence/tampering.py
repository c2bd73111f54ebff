"""Faults in an explainer of several sources: each is reported where it stands, and nothing else is.

The honest explainer is `sites/several-sources`, drawn from a wire report, an article in Arabic, a web page and a
letter, all of them made up. A fault is one text of it replaced by another. It is sought as a writer would, with the
copies of the sources, and as a machine would that has `sources.lock` alone.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest

from standfirst.checks.check import check
from standfirst.images.shape import shapes_of
from standfirst.model import Content, Drafts, Origin
from standfirst.problems.errors import Problem, Severity
from standfirst.reading.files import ContentFiles, CopyFile, InputFile, origin_in_file
from standfirst.reading.folders import display_path
from standfirst.reading.read import read_content
from standfirst.site.resolve import resolve
from standfirst.site.site import Site
from standfirst.sources.prove import prove
from tests.explainers import SITES, content_of

CONTENT = SITES / "several-sources" / "content"
LOCK = Origin(f"{display_path(CONTENT)}/sources.lock", 1, 1)
# In the new text of a fault it stands before what the problem points to.
CARET = "‸"


class Fault(NamedTuple):
    """A text of a file, and another in its place; and a part of what is said of it, where that is its own."""

    name: str
    file: str
    old: str
    new: str
    says: str = ""

    def __str__(self) -> str:
        return self.name


def faults(table: str) -> list[Fault]:
    """Return the faults of a table, one a line: what it is | file | text | other text | what is said of it.

    A ⏎ is a line break in the file.
    """
    rows = (line.replace("⏎", "\n").split("|") for line in table.strip().splitlines())
    return [Fault(*(cell.strip() for cell in row)) for row in rows]


def each(table: list[Fault]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("fault", table, ids=str)


@functools.cache
def honest() -> ContentFiles:
    """The explainer, for which nobody vouched: that a fault makes a vouching stale is sought elsewhere."""
    files = read_content(CONTENT)
    settings = re.sub("^review:.*\n", "", files.settings.text, flags=re.MULTILINE)
    return replace(files, settings=replace(files.settings, text=settings), reviews=None)


def without_copies(files: ContentFiles) -> ContentFiles:
    return replace(files, copies=())


def tampered(fault: Fault, files: ContentFiles | None = None) -> ContentFiles:
    """Return the explainer with a fault in it."""

    def mended(text: str) -> str:
        assert text.count(fault.old) == 1, f"'{fault.old}' is not there once"
        return text.replace(fault.old, fault.new.replace(CARET, ""))

    return with_file(files or honest(), fault.file, mended)


def with_copy(name: str, changed: Callable[[bytes], bytes]) -> ContentFiles:
    assert any(Path(copy.path).stem == name for copy in honest().copies)
    return replace(honest(), copies=tuple(_changed_copy(copy, name, changed) for copy in honest().copies))


def with_file(files: ContentFiles, name: str, changed: Callable[[str], str]) -> ContentFiles:
    """Return an explainer of which one file is changed."""

    def file(each: InputFile) -> InputFile:
        return replace(each, text=changed(each.text)) if Path(each.path).stem == name else each

    return replace(
        files,
        settings=file(files.settings),
        facts=tuple(map(file, files.facts)),
        sections=tuple(map(file, files.sections)),
        copies=tuple(_changed_copy(copy, name, lambda body: changed(body.decode()).encode()) for copy in files.copies),
    )


def _changed_copy(copy: CopyFile, name: str, changed: Callable[[bytes], bytes]) -> CopyFile:
    return replace(copy, body=changed(copy.body)) if Path(copy.path).stem == name else copy


def reported(files: ContentFiles, drafts: Drafts = Drafts.HIDE) -> Iterator[Problem]:
    """Yield all that is said of an explainer before its pages are made."""
    content, site, found = joined(without_copies(files), drafts)
    proof = prove(content, files, drafts=drafts)
    yield from (*found, *proof.problems, *check(site, proof.lock, is_whole=not found))


@functools.lru_cache(maxsize=1)
def joined(files: ContentFiles, drafts: Drafts) -> tuple[Content, Site, tuple[Problem, ...]]:
    """Return what an explainer says, as it is written and joined up, and what is said of that without its sources."""
    content = content_of(files)
    resolved = resolve(content, shapes_of(files.images), drafts=drafts)
    return content, resolved.site, resolved.problems


def problems(files: ContentFiles) -> tuple[Problem, ...]:
    """Return what is said of an explainer in the order of its files, notes left out."""
    return tuple(sorted({each for each in reported(files) if each.severity is not Severity.NOTE}))


def places(found: tuple[Problem, ...]) -> list[Origin]:
    return [each.origin for each in found]


def place(fault: Fault) -> Origin:
    """Return where the caret stands in a fault."""
    files = honest()
    texts = (files.settings, *files.facts, *files.sections)
    (file,) = (each for each in texts if Path(each.path).stem == fault.file)
    changed = file.text.replace(fault.old, fault.new)
    return origin_in_file(replace(file, text=changed), changed.index(CARET))


def assert_reported(fault: Fault, says: str, *, severity: Severity = Severity.ERROR, copies: bool = True) -> None:
    """Require that a fault is said once, at its place, and that nothing else is."""
    found = problems(tampered(fault) if copies else without_copies(tampered(fault)))
    assert places(found) == [place(fault)], "\n".join(map(str, found))
    assert found[0].severity is severity
    assert says in f"{found[0].message}; {found[0].hint}"
