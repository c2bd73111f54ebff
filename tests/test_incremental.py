"""After any sequence of edits, a build with a cache gives the bytes, the warnings and the problems of a clean one."""

from __future__ import annotations

import dataclasses
import functools
import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from standfirst.cache import Cache
from standfirst.model import Drafts
from standfirst.options import Options
from standfirst.pipeline import BuiltSite, make_site_from, plan_site
from standfirst.problems.errors import Problem, SiteError
from standfirst.publishing.cache_folder import CacheFolder
from standfirst.publishing.finished_site import FinishedSite, keep_site
from standfirst.publishing.kept_state import BuildState, keep_state, kept_state
from standfirst.reading.files import ContentFiles, ImageFile, InputFile, TemplateFiles
from standfirst.rendering.site_files import PageStore
from standfirst.site.site import Site
from standfirst.sources.lock import Lock
from tests.explainers import SITES, content, own_templates, read_site

OPTIONS = Options(content=Path(), templates=Path(), drafts=Drafts.SHOW)
# A longer run by hand: EDITS=1000 python -m pytest tests/test_incremental.py
SEQUENCES = int(os.environ.get("EDITS", "60")) // 6
FIXED = settings(
    deadline=None,
    derandomize="EDITS" not in os.environ,
    database=None,
    suppress_health_check=list(HealthCheck),
    max_examples=SEQUENCES,
)

# Of the one entry in a cache on a disk.
KEY, SITE_KEY = "a" * 64, "b" * 64


def png_of(width: int, shade: int) -> bytes:
    out = io.BytesIO()
    Image.new("L", (width, 2), shade).save(out, "PNG")
    return out.getvalue()


# One that cannot be read, and two that are published in two sizes each.
IMAGES = (b"no image", *(png_of(500, shade) for shade in (0, 255)))

Inputs = tuple[ContentFiles, TemplateFiles]
Outcome = dict[str, bytes] | tuple[Problem, ...]


class Earlier:
    """What earlier builds have left, as a preview keeps it."""

    def __init__(self) -> None:
        self.cache, self.store = Cache(), PageStore()

    def build(self, inputs: Inputs) -> BuiltSite:
        with self.cache.active():
            built = make_site_from(*inputs, OPTIONS, self.store)
        self.cache.forget_unused()
        self.store.forget_others({artifact.route for artifact in built.artifacts})
        return built


def outcome(inputs: Inputs, earlier: Earlier | None = None) -> Outcome:
    """Return what comes of files: the site, or its problems."""
    try:
        built = earlier.build(inputs) if earlier else make_site_from(*inputs, OPTIONS)
    except SiteError as error:
        return error.problems
    return {artifact.route: artifact.body for artifact in built.artifacts}


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


SORTS = ["facts", "facts", "sections", "sections", "settings", "images", "pages", "over", "css", "js"]
# What may lie over the theme: a page, a macro, and what all pages include.
OVER = TemplateFiles(
    "own",
    (
        InputFile(
            "own/macros/facts.html", '{% extends "default/macros/facts.html" %}{% macro term(fact) %}x{% endmacro %}'
        ),
        InputFile(
            "own/pages/actor.html", '{% extends "default/pages/actor.html" %}{% block events %}was{% endblock %}'
        ),
        InputFile("own/partials/footer.html", '{% include "default/partials/footer.html" %}said\n'),
    ),
    (InputFile("own/assets/css/own.css", "@layer base { p { margin: 0; } }"),),
)


@st.composite
def edited(draw: st.DrawFn, inputs: Inputs) -> Inputs:
    content, templates = inputs
    match draw(st.sampled_from(SORTS)):
        case "settings":
            content = dataclasses.replace(content, settings=draw(rewritten(content.settings)))
        case "facts":
            content = dataclasses.replace(content, facts=draw(with_edit(content.facts)))
        case "sections":
            content = dataclasses.replace(content, sections=draw(with_edit(content.sections)))
        case "images":
            image = ImageFile("x.png", draw(st.sampled_from(IMAGES)))
            content = dataclasses.replace(content, images=(image,))
        case "pages":
            templates = dataclasses.replace(templates, templates=draw(with_edit(templates.templates)))
        case "over":
            over = dataclasses.replace(OVER, templates=draw(with_edit(OVER.templates)))
            templates = dataclasses.replace(templates, over=draw(st.sampled_from([None, OVER, over])))
        case "css":
            templates = dataclasses.replace(templates, stylesheets=draw(with_edit(templates.stylesheets)))
        case _:
            templates = dataclasses.replace(templates, scripts=draw(with_edit(templates.scripts)))
    return content, templates


class Written(Earlier):
    """What earlier builds have left in a cache on a disk: each build begins with nothing but that."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = CacheFolder(folder)

    def build(self, inputs: Inputs) -> BuiltSite:
        state = kept_state(KEY, self._folder)
        self.cache, self.store = state.cache, state.pages
        built = super().build(inputs)
        keep_site(FinishedSite(built.artifacts, built.pages, built.warnings), SITE_KEY, self._folder)
        keep_state(BuildState(self.cache, self.store), KEY, SITE_KEY, self._folder)
        return built


@given(st.data())
@FIXED
def test_after_any_edits_the_site_is_that_of_a_clean_build(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """In memory as a preview keeps it, and on a disk as commands do."""
    kept = Earlier(), Written(tmp_path_factory.mktemp("cache"))
    start = read_site("apollo"), own_templates()
    inputs: Inputs = start
    assert [outcome(start, earlier) for earlier in kept] == [_clean_start()] * 2
    for _ in range(6):
        # Often back to what is known to build, or else problems would pile up and nothing would be rendered.
        inputs = data.draw(edited(data.draw(st.sampled_from([inputs, start]))))
        assert [outcome(inputs, earlier) for earlier in kept] == [outcome(inputs)] * 2
    assert [outcome(start, earlier) for earlier in kept] == [_clean_start()] * 2


@functools.cache
def _clean_start() -> Outcome:
    return outcome((read_site("apollo"), own_templates()))


# ---------------------------------------------------------------- what is wrong, and what should be looked at

COPIES = read_site("full").copies
Checked = tuple[tuple[Problem, ...], Site | None, Lock | None]
FACT = st.builds(
    "{}:{}".format,
    st.sampled_from(["actor", "event", "figure", "quote"]),
    st.sampled_from(["reed", "company", "last-boat", "warning", "passengers", "loss", "hazard", "safe", "nothing"]),
)
PASSAGE = st.sampled_from(
    ["stopped on 3 March 2025", "had carried 213 passengers", "was built … and 1990", "They told us it was safe"]
)
VALUE = st.sampled_from(["3 March 2025", "4 March 2025", "213 passengers", "about 213", "US$5,000", "half a percent"])
# What rules look at that depend on more than one fact: links, quotations, passages, dates and numbers, copied words.
WRITTEN = st.one_of(
    st.builds("[]({})".format, FACT),
    st.builds("[{}]({})".format, VALUE, FACT),
    st.builds("“{}”[@report: {}]".format, PASSAGE, PASSAGE),
    st.builds("“{}”".format, PASSAGE),
    st.sampled_from(["`[](actor:reed)`", "“ not closed", "![a](images/x.png)", "Reed", "a hazard to every passenger"]),
    st.just("blamed the port of Marsa Barqa. The port said it had warned the company twice."),
    VALUE,
)


@st.composite
def written_in(draw: st.DrawFn, text: str) -> str:
    """A text with something written, or a number or a word of it exchanged for another, or a line doubled or lost."""
    lines = text.split("\n")
    number = draw(st.integers(0, len(lines) - 1))
    words = lines[number].split(" ")
    at = draw(st.integers(0, len(words)))
    match draw(st.sampled_from(["in", "in", "in", "value", "double", "lose"])):
        case "in":
            lines[number] = " ".join([*words[:at], draw(WRITTEN), *words[at:]])
        case "value":
            one, other = draw(st.permutations(["2025", "2024", "213", "at-least", "en", "report", "true", "reed"]))[:2]
            return text.replace(one, other, draw(st.integers(1, 3)))
        case "double":
            lines.insert(number, lines[number])
        case _:
            del lines[number]
    return "\n".join(lines)


@st.composite
def rewritten_somewhere(draw: st.DrawFn, files: ContentFiles) -> ContentFiles:
    """Files of which one was rewritten: of facts, a section, the settings, the lock, or a copy, which may be gone."""

    def one_of(texts: tuple[InputFile, ...]) -> tuple[InputFile, ...]:
        number = draw(st.integers(0, len(texts) - 1))
        written = dataclasses.replace(texts[number], text=draw(written_in(texts[number].text)))
        return (*texts[:number], written, *texts[number + 1 :])

    match draw(st.sampled_from(["facts", "facts", "facts", "sections", "settings", "lock", "copies"])):
        case "facts":
            return dataclasses.replace(files, facts=one_of(files.facts))
        case "sections":
            return dataclasses.replace(files, sections=one_of(files.sections))
        case "settings":
            return dataclasses.replace(files, settings=one_of((files.settings,))[0])
        case "lock" if files.lock:
            return dataclasses.replace(files, lock=one_of((files.lock,))[0])
        case _:
            bodies = [dataclasses.replace(copy, body=draw(written_in(copy.body.decode())).encode()) for copy in COPIES]
            return dataclasses.replace(files, copies=tuple(draw(st.sampled_from([(), COPIES, COPIES[:1], bodies]))))


def checked(files: ContentFiles, drafts: Drafts, cache: Cache) -> Checked:
    """Return what is wrong, or may be, with files, and what they come to."""
    try:
        with cache.active():
            found = plan_site(files, own_templates(), dataclasses.replace(OPTIONS, drafts=drafts), PageStore())
    except SiteError as error:
        return error.problems, None, None
    return found.warnings, found.site, found.lock


@given(st.data())
@FIXED
def test_after_any_edits_the_problems_are_those_of_a_clean_build(data: st.DataObject) -> None:
    cache, start = Cache(), read_site("full")
    files = start
    for _ in range(12):
        files = data.draw(rewritten_somewhere(data.draw(st.sampled_from([files, files, start]))))
        drafts = data.draw(st.sampled_from([Drafts.SHOW, Drafts.SHOW, Drafts.HIDE]))
        assert checked(files, drafts, cache) == checked(files, drafts, Cache())


REPORT = "Tom Reed made fast on Monday around noon. There were 213 people on it, so the port says.\n"
SETTINGS = "copied_words: 5\nverbs: {owns: {label: owns, inverse: is owned by}}\n"
FACTS = """\
actors:
  reed:
    name: Tom Reed
    kind: person
    summary: A captain.
    uncited: so
  crew:
    name: Crew
    kind: group
    summary: "[](actor:reed) and others."
    uncited: so
events:
  closure:
    date: 2025-03-03
    title: Closed
    uncited: so
  docking:
    date: 2025-03-03
    title: Docked
    cite: {report: made fast on Monday}
quotes:
  safe:
    speaker: reed
    words: it was safe to walk on
    event: closure
    uncited: so
relations:
  owned:
    subject: crew
    verb: owns
    object: reed
    uncited: so
figures:
  dead:
    value: 213
    unit: people
    label: dead
    uncited: so
  aboard:
    value: 213
    unit: people
    label: aboard
    cite: {report: 213 people on it}
unknowns:
  why:
    question: Was it [3 March](event:closure), or as he said [3 March](quote:safe), with [213 people](figure:dead)?
    why: |
      “it was safe to walk on”, [he](quote:safe) said. “[](actor:reed) made fast”[@report: Tom Reed made fast].

      Of 99 people it said nothing by 5 March 2025.

      Then Tom Reed made fast on Monday.
sources:
  report:
    title: Report
    published: 2025-03-04
    language: en
"""


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("date: 2025-03-03\n    title: C", "date: 2025-03-02\n    title: C", "disagrees with event:closure"),
        ("date: 2025-03-03\n    title: C", "date: 2025-03-02\n    title: C", "disagrees with quote:safe"),
        ("date: 2025-03-03\n    title: C", "date: 2025-03-05\n    title: C", "is the date of event:closure"),
        ("date: 2025-03-03\n    title: C", "date: 2025-03-03\n    draft: true\n    title: C", "is a draft"),
        ("  closure:", "  closing:", "there is no event 'closure'"),
        ("value: 213\n    unit: people\n    label: d", "value: 214\n    unit: people\n    label: d", "disagrees with"),
        ("value: 213\n    unit: people\n    label: d", "value: 99\n    unit: people\n    label: d", "is the value of"),
        ("words: it was", "words: all was", "“it was safe to walk on” do not stand in the passages"),
        ("name: Tom Reed", "name: Ann Reed", "“Ann Reed made fast” do not stand in the passages"),
        ("name: Tom Reed", "name: Ann Reed", "6 words in a row stand in 'report'"),
        ("name: Crew", "name: Tom Reed", "is also that of"),
        ("published: 2025-03-04", "published: 2024-03-04", "the `date` of event:docking, 2025-03-03, is not in"),
        ("    language: en", "    language: fr", "the `date` of event:docking, 2025-03-03, is not in"),
        ("  report:\n    title", "  letter:\n    title", "there is no source 'report'"),
        ("owns: {label", "holds: {label", "there is no verb 'owns'"),
        ("facts_as_of: 2025", "facts_as_of: 2024", "event:closure is dated 2025-03-03, after the facts as of"),
        ("There were 213", "There were 214", "“213 people on it” does not stand in 'report'"),
    ],
)
def test_what_is_wrong_with_a_fact_follows_all_that_it_depends_on(old: str, new: str, said: str) -> None:
    def explainer(written: Callable[[str], str]) -> ContentFiles:
        files = content(written(FACTS), settings=SETTINGS, copies={"report": written(REPORT)})
        settings = files.settings.text.replace("facts_as_of: 2025-01-01", "facts_as_of: 2025-12-31")
        return dataclasses.replace(files, settings=InputFile("site.yaml", written(settings)))

    before, after = explainer(str), explainer(lambda text: text.replace(old, new))
    cache = Cache()
    for files, is_said in ((before, False), (after, True), (before, False)):
        found = checked(files, Drafts.HIDE, cache)
        assert found == checked(files, Drafts.HIDE, Cache())
        assert any(said in str(problem) for problem in found[0]) == is_said, found[0]


# ---------------------------------------------------------------- what is spared


def rendered_after(change: Callable[[Inputs], Inputs]) -> int:
    """Return how many pages are rendered for a change."""
    earlier, start = Earlier(), (read_site("apollo"), own_templates())
    earlier.build(start)
    return earlier.build(change(start)).rendered


def test_nothing_is_rendered_where_nothing_changed() -> None:
    assert rendered_after(lambda inputs: inputs) == 0


@pytest.mark.parametrize("site", sorted(path.name for path in SITES.iterdir() if (path / "content").is_dir()))
def test_nothing_is_worked_out_or_rendered_again_that_an_earlier_process_has_left(tmp_path: Path, site: str) -> None:
    start = read_site(site), own_templates()
    built = Written(tmp_path).build(start)
    before, again = kept_state(KEY, CacheFolder(tmp_path)), Written(tmp_path)
    assert again.build(start).rendered == 0
    assert again.cache.results.by_value == before.cache.results.by_value
    assert again.cache.results.tables == before.cache.results.tables
    assert again.store.pages.keys() == {artifact.route for artifact in built.artifacts[: built.pages]}


def test_where_the_site_before_is_lost_its_pages_are_rendered_again_and_nothing_else(tmp_path: Path) -> None:
    start = read_site("apollo"), own_templates()
    built = Written(tmp_path).build(start)
    (tmp_path / SITE_KEY).unlink()
    again = Written(tmp_path).build(start)
    assert (again.artifacts, again.rendered) == (built.artifacts, built.pages)


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


def test_what_lies_over_a_template_makes_only_the_pages_of_that_stale() -> None:
    def change(inputs: Inputs) -> Inputs:
        own = InputFile("own/pages/about.html", '{% extends "default/pages/about.html" %}')
        return inputs[0], dataclasses.replace(inputs[1], over=TemplateFiles("own", (own,), ()))

    assert rendered_after(change) == 1
