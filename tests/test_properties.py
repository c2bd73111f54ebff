"""What holds for any content: it builds or has problems with origins, and nothing else; prose is never raw HTML."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import Any

import lxml.html
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from standfirst.model import FACT_TYPES, Citation, Drafts, FactId, Id, Kind, MarkdownForm, Origin
from standfirst.model.addresses import href
from standfirst.present.evidence_views import CitationView, ProseCitation
from standfirst.present.view_parts import Link
from standfirst.present.views import FactTarget, ProseView
from standfirst.problems.errors import Problem, SiteError
from standfirst.prose.names import FactName
from standfirst.prose.plain import plain_text
from standfirst.prose.references import read_prose
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.reading.yaml.nodes import ScalarNode
from standfirst.rendering.prose.html import HtmlWriter, PageCallbacks
from standfirst.sources.passages import wording_of
from tests.explainers import image_tag, images_in, made, read_site, some_address

KEYS = sorted({field.name for record in FACT_TYPES for field in dataclasses.fields(record)})
KINDS = [kind.plural for kind in Kind]


# ---------------------------------------------------------------- what a writer may type

SCRAPS = st.sampled_from(
    [
        "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "<!-- x -->", "&lt;", "&#106;", "&copy", "`", "``",
        "[x](javascript:alert(1))", "[x](JaVa&#115;cript:x)", "[x]( data:text/html,x)", "[x](//example.org)",
        "[x](\\\\\\\\example.org)", "[x](http://[)", "[x](https://example.org/?a=1&b=2 \"title\")", "<https://e.org/>",
        "[](actor:nasa)", "[x](actor:armstrong)", "[x](actor:)", "[x](ACTOR:nasa)", "[a [b] c](event:landing)",
        "[1969](event:landing)", "![](quote:one-small-step)", "![](chronology:)", "![](relations:)", "![](map:)",
        "![](claim:first)", "![](unknown:soviet-plans)", "[](claim:first)", "[](unknown:soviet-plans)", "two people",
        "[x]: actor:nasa", "[x]", "[@account: one small step]", "[@account]", "[^1]", "[^1]: note", "[^a b]: x", "NASA",
        "Neil Armstrong’s", "Apollo 11", "apollo 11", "Soviet", "# ", "## ", "- ", "1. ", "> ", "    ", "\n", "\n\n",
        "| a | b |\n|---|---|\n", "\n: ", "*", "**", "_", "\\", "]", "[", "(", ")", "{{ view }}", "{% raise %}",
        "\u202e", "\u2028", "\ufeff", "\ud7ff", "é", "e\u0301", "ﷺ", "العربية", "𝄞", "///Footnotes Go Here///",
        "<!--embed 0-->", "wzxhzdk:0", "klzzwxh:0000", "![x](images/x.png)", "![](images/x.png)", "[x](#no)",
        "[x](glossary.html#actor-nasa)",
    ]
)  # fmt: skip
CHARACTERS = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\ufffe\uffff")
TEXTS = st.lists(st.one_of(SCRAPS, st.text(CHARACTERS, max_size=6), st.just(" ")), max_size=8).map("".join)
VALUES = st.one_of(
    TEXTS,
    SCRAPS,
    st.sampled_from(
        [
            "1969", "1969-07", "1969-07-16", "1984~", "2014/..", "/1969", "[1987..1990]", "9999-12-31", "-0001", "201X",
            "Y170000002", "1969-24", "0000", "1969-02-30", "../..", "true", "no", "12:30", "", "~", "actor:nasa",
            "nasa", "source:account", "first", "landing", "account", "person", "key", "update", "percent", "USD", "213",
            "0.5", "1e999", "9" * 50, "-1..1", "90", "-181", "ar", "xx-yy", "https://example.org/?q#f", "http://[",
            "x" * 300, "https://",
        ]
    ),
)  # fmt: skip
TREES: st.SearchStrategy[Any] = st.recursive(
    VALUES,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3), st.dictionaries(st.one_of(st.sampled_from(KEYS), TEXTS), inner, max_size=3)
    ),
    max_leaves=6,
)


def leaves(tree: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return the path of every value in a tree of YAML, those of lists and mappings too."""
    children = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return [path, *(found for key, value in children for found in leaves(value, (*path, key)))]


def grafted(tree: Any, path: tuple[Any, ...], graft: Any) -> Any:
    """Return a tree with another value at a path."""
    if not path:
        return graft
    copy = dict(tree) if isinstance(tree, dict) else list(tree)
    copy[path[0]] = grafted(copy[path[0]], path[1:], graft)
    return copy


def tree_of(file: InputFile) -> Any:
    return yaml.load(file.text, Loader=yaml.CBaseLoader)


@st.composite
def mutated(draw: st.DrawFn, file: InputFile) -> InputFile:
    """A file of YAML with a few values replaced, removed, renamed or moved elsewhere."""
    tree = tree_of(file)
    for _ in range(draw(st.integers(1, 3))):
        tree = draw(changed(tree))
    return InputFile(file.path, yaml.dump(tree, Dumper=yaml.CSafeDumper, allow_unicode=draw(st.booleans())))


@st.composite
def changed(draw: st.DrawFn, tree: Any) -> Any:
    paths = leaves(tree)
    texts = [path for path in paths if isinstance(value_at(tree, path), str)] or paths
    match draw(st.sampled_from(["text", "text", "text", "text", "move", "move", "value", "tree", "key", "drop"])):
        case "text":
            path = draw(st.sampled_from(texts))
            return grafted(tree, path, f"{value_at(tree, path)}{draw(TEXTS)}")
        case "move":
            return grafted(tree, draw(st.sampled_from(texts)), value_at(tree, draw(st.sampled_from(texts))))
        case "value":
            return grafted(tree, draw(st.sampled_from(texts)), draw(VALUES))
        case "tree":
            return grafted(tree, draw(st.sampled_from(paths)), draw(TREES))
        case change:
            name = draw(st.one_of(st.sampled_from([*KEYS, *KINDS]), SCRAPS)) if change == "key" else None
            path = draw(st.sampled_from([path for path in paths if path and isinstance(path[-1], str)] or [()]))
            return grafted(tree, path[:-1], renamed(value_at(tree, path[:-1]), path[-1], name)) if path else tree


def value_at(tree: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        tree = tree[key]
    return tree


def renamed(mapping: Any, key: str, name: str | None) -> Any:
    if name is None:
        return {other: value for other, value in mapping.items() if other != key}
    return {name if other == key else other: value for other, value in mapping.items()}


def problems_of(files: ContentFiles) -> tuple[Problem, ...]:
    """Build, drafts too, and return the problems that there are."""
    try:
        made(files, drafts=Drafts.SHOW)
    except SiteError as error:
        return error.problems or (Problem(Origin("", 0, 0), "an error without a problem"),)
    return ()


def check(files: ContentFiles) -> None:
    """Build; where there are problems, each says where in these files, or on which page that came of them."""
    texts = {file.path: file.text for file in (files.settings, *files.facts, *files.sections)}
    for problem in problems_of(files):
        path, line, column = problem.origin
        assert problem.message
        assert line >= 1
        assert column >= 1
        if path in texts:
            assert line <= texts[path].count("\n") + 1, problem
        else:
            assert path.endswith((".html", "/sources.lock")), problem
            assert not path.startswith(("/", "generator", "standfirst", "templates")), problem


APOLLO = read_site("apollo")
FULL = read_site("full")
EXPLAINERS = st.sampled_from([APOLLO, FULL])


@settings(max_examples=40)
@given(st.data())
def test_any_facts_either_build_or_give_problems_with_origins(data: st.DataObject) -> None:
    files = data.draw(EXPLAINERS)
    number = data.draw(st.integers(0, len(files.facts) - 1))
    changed = data.draw(mutated(files.facts[number]))
    check(dataclasses.replace(files, facts=(*files.facts[:number], changed, *files.facts[number + 1 :])))


@given(st.data())
@settings(max_examples=30)
def test_any_settings_either_build_or_give_problems_with_origins(data: st.DataObject) -> None:
    files = data.draw(EXPLAINERS)
    check(dataclasses.replace(files, settings=data.draw(mutated(files.settings))))


@given(TEXTS, st.sampled_from(["---\ntitle: Any\n---\n", "---\ntitle: Any\nautolink: no\n---\n", ""]))
def test_any_section_either_builds_or_gives_problems_with_origins(text: str, head: str) -> None:
    section = InputFile("sections/90-any.md", head + text)
    check(dataclasses.replace(APOLLO, sections=(*APOLLO.sections, section)))


@given(st.booleans(), st.one_of(TEXTS, st.text(max_size=60)))
def test_any_text_in_place_of_yaml_either_builds_or_gives_problems_with_origins(is_settings: bool, text: str) -> None:
    file = InputFile("any.yaml", text)
    if is_settings:
        check(dataclasses.replace(APOLLO, settings=file))
    else:
        check(dataclasses.replace(APOLLO, facts=(*APOLLO.facts, file)))


# ---------------------------------------------------------------- prose alone


def prose_view(text: str, form: MarkdownForm) -> ProseView | None:
    """Return a text as it is rendered, with what the scan found; None where the scan, or the proof, has problems."""
    try:
        prose = read_prose(ScalarNode(InputFile("any.md", text), text, 1, 1, 0, len(text), plain=True), form)
        citations = tuple(cited(citation) for citation in prose.citations)
    except SiteError:
        return None
    facts = {each.reference.to for each in prose.mentions}
    targets = tuple(FactTarget(fact, some_address(fact), "<b>&'\"") for fact in sorted(facts))
    names = tuple(
        FactName(word, FactId(Kind.TERM, word), some_address(FactId(Kind.TERM, word)), True) for word in NAMES
    )
    return ProseView(
        markdown=text,
        form=form,
        document=prose.document,
        origin=prose.origin,
        scope="any",
        targets=targets,
        names=names,
        citations=citations,
        images=images_in(prose),
    )


def cited(citation: Citation) -> ProseCitation:
    shown = CitationView(Link("<b>&'\"", some_address(citation.source.to)), ())
    return ProseCitation(citation.source.to, str(wording_of(citation.passages[0])), shown)


NAMES = tuple(Id(word) for word in ("Apollo 11", "NASA", "<script>", "one", "x"))


def mark(citations: Sequence[CitationView], _side_note: bool) -> str:
    return f"<sup>{len(citations)}</sup>"


CALLBACKS = PageCallbacks(
    lambda address: href(address, "index.html", "/"), lambda embed, anchored: f"{embed}{anchored}", image_tag, mark
)
ELEMENTS = (
    {"a", "blockquote", "br", "code", "dd", "div", "dl", "dt", "em", "h3", "h4", "h5", "h6", "hr", "img", "li", "ol"}
    | {"p", "pre", "span", "strong", "sup", "table", "tbody", "td", "th", "thead", "tr", "ul"}
)  # fmt: skip
ATTRIBUTES = {
    "role",
    "tabindex",
    "aria-label",
    "alt",
    "class",
    "data-fact",
    "href",
    "id",
    "lang",
    "src",
    "start",
    "style",
    "title",
}


def rendered(view: ProseView) -> tuple[str, tuple[Problem, ...]]:
    """Return a text as HTML, or the problems that keep it from becoming that."""
    try:
        return HtmlWriter(str).to_html(view, CALLBACKS), ()
    except SiteError as error:
        return "", error.problems


@given(TEXTS, st.sampled_from(MarkdownForm))
def test_prose_never_becomes_html_that_markdown_did_not_make(text: str, form: MarkdownForm) -> None:
    view = prose_view(text, form)
    if view is None:
        return
    html, problems = rendered(view)
    assert all(problem.origin.path == "any.md" for problem in problems)
    for element in lxml.html.fragment_fromstring(html, create_parent="div").iter():
        assert element.tag in ELEMENTS, html
        assert ATTRIBUTES.issuperset(element.keys()), html
        for attribute in ("href", "src"):
            assert "script:" not in element.get(attribute, "").lower(), html
            assert not element.get(attribute, "").startswith(("/", "\\", "data:")), html


@given(TEXTS, st.sampled_from(MarkdownForm))
def test_whatever_rendering_refers_to_was_found_by_the_scan(text: str, form: MarkdownForm) -> None:
    view = prose_view(text, form)
    if view is not None:
        _, problems = rendered(view)
        assert not [problem for problem in problems if "in a way that cannot be read" in problem.message]


@given(TEXTS, st.sampled_from(MarkdownForm))
def test_every_prose_has_a_plain_text_in_one_line(text: str, form: MarkdownForm) -> None:
    view = prose_view(text, form)
    if view is not None:
        prose = read_prose(ScalarNode(InputFile("any.md", text), text, 1, 1, 0, len(text), plain=True), form)
        assert "\n" not in plain_text(prose, str)
