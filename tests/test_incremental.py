"""After any sequence of edits, a build with a memory gives the bytes, or the problems, of a clean one."""

from __future__ import annotations

import dataclasses
import functools
import os
from collections.abc import Callable
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.errors import Problem, SiteError
from generator.files import ContentFiles, ImageFile, InputFile, TemplateFiles
from generator.memory import Memory
from generator.pipeline import Options, assemble
from generator.resolve import Drafts
from tests.explainers import own_templates, read_site

OPTIONS = Options(content=Path(), templates=Path(), drafts=Drafts.SHOW)
# A longer run by hand: EDITS=1000 python -m pytest tests/test_incremental.py
SEQUENCES = int(os.environ.get("EDITS", "60")) // 6

Inputs = tuple[ContentFiles, TemplateFiles]
Outcome = dict[str, bytes] | tuple[Problem, ...]


def outcome(inputs: Inputs, memory: Memory | None = None) -> Outcome:
    """Return what comes of files: the site, or its problems."""
    try:
        return {artifact.route: artifact.body for artifact in assemble(*inputs, OPTIONS, memory).artifacts}
    except SiteError as error:
        return error.problems


# ---------------------------------------------------------------- what may be done to files

WORDS = st.sampled_from(["Armstrong", "the Moon", "1969", "NASA", "said", "Apollo 11", "was", "two", "Neil", "crew"])
LINES = st.sampled_from(
    [
        "\n\nMore text about NASA.\n",
        "\n\n![](chronology:)\n",
        "\n\n[](event:nothing)\n",
        "\n\n# Heading\n",
        "\n",
        "{% x",
    ]
)


@st.composite
def rewritten(draw: st.DrawFn, file: InputFile) -> InputFile:
    """A file with a word replaced everywhere, a line removed, doubled or moved, or something added at its end."""
    lines = file.text.split("\n")
    number = draw(st.integers(0, len(lines) - 1))
    match draw(st.sampled_from(["word", "word", "remove", "double", "add", "empty"])):
        case "word":
            text = file.text.replace(draw(WORDS), draw(WORDS))
        case "remove":
            text = "\n".join(lines[:number] + lines[number + 1 :])
        case "double":
            text = "\n".join(lines[: number + 1] + lines[number:])
        case "add":
            text = file.text + draw(LINES)
        case _:
            text = ""
    return dataclasses.replace(file, text=text)


@st.composite
def with_edit(draw: st.DrawFn, files: tuple[InputFile, ...]) -> tuple[InputFile, ...]:
    """Files of which one was written, removed, or renamed."""
    if not files:
        return files
    number = draw(st.integers(0, len(files) - 1))
    before, file, after = files[:number], files[number], files[number + 1 :]
    match draw(st.sampled_from(["write", "write", "write", "write", "remove", "rename"])):
        case "write":
            return (*before, draw(rewritten(file)), *after)
        case "remove":
            return (*before, *after)
        case _:
            return (*before, *after, dataclasses.replace(file, path=file.path.replace("/", "/90-", 1)))


@st.composite
def edited(draw: st.DrawFn, inputs: Inputs) -> Inputs:
    content, templates = inputs
    match draw(st.sampled_from(["facts", "facts", "sections", "sections", "settings", "images", "pages", "css", "js"])):
        case "settings":
            content = dataclasses.replace(content, settings=draw(rewritten(content.settings)))
        case "facts":
            content = dataclasses.replace(content, facts=draw(with_edit(content.facts)))
        case "sections":
            content = dataclasses.replace(content, sections=draw(with_edit(content.sections)))
        case "images":
            content = dataclasses.replace(content, images=(ImageFile("x.png", draw(st.binary(max_size=2))),))
        case "pages":
            templates = dataclasses.replace(templates, templates=draw(with_edit(templates.templates)))
        case "css":
            templates = dataclasses.replace(templates, stylesheets=draw(with_edit(templates.stylesheets)))
        case _:
            templates = dataclasses.replace(templates, scripts=draw(with_edit(templates.scripts)))
    return content, templates


@given(st.data())
@settings(
    deadline=None,
    derandomize="EDITS" not in os.environ,
    database=None,
    suppress_health_check=list(HealthCheck),
    max_examples=SEQUENCES,
)
def test_after_any_edits_the_site_is_that_of_a_clean_build(data: st.DataObject) -> None:
    memory, start = Memory(), (read_site("apollo"), own_templates())
    inputs: Inputs = start
    assert outcome(start, memory) == _clean_start()
    for _ in range(6):
        # Often back to what is known to build, or else problems would pile up and nothing would be rendered.
        inputs = data.draw(edited(data.draw(st.sampled_from([inputs, start]))))
        assert outcome(inputs, memory) == outcome(inputs)
    assert outcome(start, memory) == _clean_start()


@functools.cache
def _clean_start() -> Outcome:
    return outcome((read_site("apollo"), own_templates()))


# ---------------------------------------------------------------- what is spared


def rendered_after(change: Callable[[Inputs], Inputs]) -> int:
    """Return how many pages are rendered for a change."""
    memory, start = Memory(), (read_site("apollo"), own_templates())
    assemble(*start, OPTIONS, memory)
    return assemble(*change(start), OPTIONS, memory).rendered


def test_nothing_is_rendered_where_nothing_changed() -> None:
    assert rendered_after(lambda inputs: inputs) == 0


def test_a_section_makes_only_the_page_stale_that_shows_it() -> None:
    def change(inputs: Inputs) -> Inputs:
        first, *others = inputs[0].sections
        written = dataclasses.replace(first, text=f"{first.text}\nMore.\n")
        return dataclasses.replace(inputs[0], sections=(written, *others)), inputs[1]

    assert rendered_after(change) == 1


def test_a_template_makes_only_its_own_pages_stale() -> None:
    def change(inputs: Inputs) -> Inputs:
        templates = tuple(
            dataclasses.replace(file, text=file.text + "\n") if file.path.endswith("pages/about.html") else file
            for file in inputs[1].templates
        )
        return inputs[0], dataclasses.replace(inputs[1], templates=templates)

    assert rendered_after(change) == 1
