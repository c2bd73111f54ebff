"""Pages from templates: the same in any parts, and every fault of a template told by its path and line."""

from __future__ import annotations

import dataclasses

import lxml.html
import pytest

from standfirst.model import Origin
from standfirst.outputs.artifact import Artifact
from standfirst.problems.errors import Problem, SiteError
from standfirst.reading.files import TemplateFiles
from standfirst.rendering.lint import scan_page
from standfirst.rendering.render import Collector, RenderedPages, merge_alike, render
from standfirst.rendering.renderer import RenderedPage
from tests.explainers import content, made, own_templates, pages_of, planner, read_site, with_template


def problems(templates: TemplateFiles) -> list[str]:
    with pytest.raises(SiteError) as raised:
        made(content(), templates=templates)
    return [str(problem).removeprefix(f"{templates.folder}/") for problem in raised.value.problems]


# ---------------------------------------------------------------- in any parts


@pytest.mark.parametrize("part", [1, 5, 100])
def test_pages_are_the_same_and_in_order_in_parts_of_any_size(part: int, monkeypatch: pytest.MonkeyPatch) -> None:
    pages, templates = pages_of(planner(read_site("full"))), own_templates()
    alone = render(pages, templates, "en")
    monkeypatch.setattr("standfirst.rendering.render._PAGES_A_PART", part)
    assert render(pages, templates, "en") == alone
    assert [page.artifact.route for page in alone.pages] == [page.route for page in pages]


def test_a_long_build_is_told_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    pages, told = pages_of(planner(read_site("full"))), []
    monkeypatch.setattr("standfirst.rendering.render._PAGES_A_PART", 4)
    collector = Collector(on_progress=lambda done, total: told.append((done, total)))
    render(pages, own_templates(), "en", collector=collector)
    assert told[0] == (4, len(pages))
    assert told[-1] == (len(pages), len(pages))


def test_the_problems_of_all_parts_are_reported_together(monkeypatch: pytest.MonkeyPatch) -> None:
    templates = with_template("pages/actor.html", lambda text: text + "{{ view.route.nothing }}")
    templates = dataclasses.replace(
        templates, templates=tuple(f for f in templates.templates if not f.path.endswith("about.html"))
    )
    found: list[list[str]] = []
    for part in (1, 50):
        monkeypatch.setattr("standfirst.rendering.render._PAGES_A_PART", part)
        rendered = render(pages_of(planner(read_site("full"))), templates, "en")
        found.append([str(problem) for problem in rendered.problems])
        made_all_the_same = {page.artifact.route for page in rendered.pages}
        assert {page.route for page in pages_of(planner(read_site("full")))} - made_all_the_same == {"about.html"}
    assert found[0] == found[1]
    assert any("about.html" in problem for problem in found[0])


@pytest.mark.parametrize("name", ["apollo", "full", "several-sources"])
def test_a_page_is_made_from_its_view_alone(name: str) -> None:
    pages = pages_of(planner(read_site(name)))
    together = render(pages, own_templates(), "en")
    apart: list[RenderedPage] = [page for one in reversed(pages) for page in render([one], own_templates(), "en").pages]
    assert list(reversed(apart)) == list(together.pages)


def made_of(name: str) -> RenderedPages:
    """One page and one file of a site."""
    page = Artifact(f"{name}.html", name.encode())
    files = (Artifact(f"{name}.txt", name.encode()),)
    return RenderedPages((RenderedPage(page, scan_page(page)),), (), {page.route: name.encode()}, files)


def test_what_is_made_of_parts_in_any_order_stands_in_theirs() -> None:
    told: list[tuple[int, int]] = []
    collector = Collector(on_progress=lambda done, total: told.append((done, total)))
    whole = collector.collect([1, 1, 1], [(number, made_of("abc"[number])) for number in (2, 0, 1)])
    assert [page.artifact.route for page in whole.pages] == ["a.html", "b.html", "c.html"]
    assert [file.route for file in whole.files] == ["a.txt", "b.txt", "c.txt"]
    assert whole.digests == {"a.html": b"a", "b.html": b"b", "c.html": b"c"}
    assert told == [(1, 3), (2, 3), (3, 3)]


# ---------------------------------------------------------------- faults of templates


def test_of_faults_that_are_alike_the_first_is_told_and_how_many_more_there_are() -> None:
    at, elsewhere = Origin("pages/actor.html", 1, 1), Origin("pages/event.html", 1, 1)
    found = [Problem(at, "wrong", f"in {name}") for name in "abc"]
    others = [Problem(elsewhere, "wrong", "in b"), Problem(at, "otherwise wrong", "in d")]
    assert [str(each) for each in merge_alike([*found, *others])] == [
        "pages/actor.html:1:1: otherwise wrong; in d",
        "pages/actor.html:1:1: wrong; in a, and in 2 more",
        "pages/event.html:1:1: wrong; in b",
    ]


def test_an_undefined_name_is_told_with_the_line_of_the_template_and_the_page() -> None:
    templates = with_template("pages/about.html", lambda _: "{{ view.title }}\n{{ view.titel }}\n")
    (problem,) = problems(templates)
    assert problem.startswith("pages/about.html:2:1: ")
    assert "titel" in problem
    assert problem.endswith("about.html")


def test_an_undefined_name_in_a_macro_is_told_where_the_macro_has_it() -> None:
    templates = with_template("macros/text.html", lambda text: text.replace("{{ to.text }}", "{{ to.txt }}"))
    first = problems(templates)[0]
    line = own_templates_text("macros/text.html").split("{{ to.text }}")[0].count("\n") + 1
    assert first.startswith(f"macros/text.html:{line}:1: ")
    assert "txt" in first


def test_a_fault_in_what_marks_open_is_told_where_it_is() -> None:
    templates = with_template("macros/evidence.html", lambda text: text.replace("{{ each.words }}", "{{ each.word }}"))
    with pytest.raises(SiteError) as raised:
        made(read_site("full"), templates=templates)
    line = own_templates_text("macros/evidence.html").split("{{ each.words }}")[0].count("\n") + 1
    assert str(raised.value.problems[0]).startswith(f"{templates.folder}/macros/evidence.html:{line}:1: ")


def own_templates_text(name: str) -> str:
    templates = own_templates()
    return next(file.text for file in templates.templates if file.path == f"{templates.folder}/{name}")


def test_a_syntax_error_is_told_where_it_is() -> None:
    templates = with_template("pages/about.html", lambda _: "<p>\n{% if %}\n")
    assert problems(templates)[0].startswith("pages/about.html:2:1: ")


def test_a_filter_that_is_not_there_is_told_where_it_is_called() -> None:
    templates = with_template("pages/about.html", lambda _: "\n\n{{ view.title | shout }}")
    (problem,) = problems(templates)
    assert problem.startswith("pages/about.html:3:1: ")
    assert "shout" in problem


def test_a_template_that_is_not_there_is_told_where_it_is_asked_for() -> None:
    templates = with_template("pages/about.html", lambda _: '\n{% include "partials/none.html" %}')
    (problem,) = problems(templates)
    assert problem.startswith("pages/about.html:2:1: there is no template 'partials/none.html'")


def test_an_error_of_python_in_a_template_is_a_problem_of_that_line() -> None:
    templates = with_template("pages/about.html", lambda _: "\n{{ 1 / 0 }}")
    (problem,) = problems(templates)
    assert problem.startswith("pages/about.html:2:1: ZeroDivisionError: division by zero; ")


def test_whatever_a_page_or_feed_shows_is_escaped() -> None:
    site = content(settings="publisher: <script>alert(1)</script>\nauthors: ['\"><img src=x>']\ncontact: '<b>'\n")
    for route, text in made(site).items():
        if route.endswith((".html", ".xml")):
            assert "<script>alert" not in text
            assert "<img src=x" not in text


def test_of_two_equal_texts_in_words_of_the_interface_only_the_one_that_is_no_html_is_escaped() -> None:
    words = "{{ _('By %(names)s', names='<b>' | safe) }} {{ _('By %(names)s', names='<b>') }}"
    templates = with_template(
        "pages/about.html", lambda text: text.replace("{% block main %}", "{% block main %}" + words)
    )
    assert "By <b> By &lt;b&gt;" in made(content(), templates=templates)["about.html"]


def test_facts_never_run_as_templates() -> None:
    facts = "terms:\n  trap: {name: '{{ view.site }}', summary: '{% raise %}{{ 7*7 }}', uncited: x}\n"
    assert "{% raise %}{{ 7*7 }}" in made(content(facts))["glossary.html"]


# ---------------------------------------------------------------- marks of evidence


def test_marks_of_what_rests_on_the_same_open_one_note_and_notes_stand_in_the_order_of_the_page() -> None:
    facts = """
    figures:
      f: {value: 2, label: boats, according_to: [a], cite: {s: two boats went}}
    actors:
      a: {name: Ann, kind: person, summary: A., cite: {s: Ann told us}}
    sources:
      s: {title: S}
    """
    blocks = (
        "So [@s: two boats went].",
        "![](figure:f)",
        "So [@s: Ann told us].",
        "So [@s: it was dark].",
        "![](figure:f)",
    )
    explainer = content(facts, "\n\n".join(blocks), copies={"s": "It was dark. But two boats went, Ann told us."})
    page = lxml.html.fromstring(made(explainer)["index.html"])
    opened = page.xpath("//section[@class='prose']//sup/button/@popovertarget")
    assert opened == ["note_1", "note_1", "note_2", "note_3", "note_1"]
    assert page.xpath("//ol/li[@popover]/@id") == list(dict.fromkeys(page.xpath("//sup/button/@popovertarget")))
    assert page.xpath("//sup/button/@data-note") == [name[5:] for name in page.xpath("//sup/button/@popovertarget")]
    told = [" ".join(note.text_content().split()) for note in page.xpath("//ol/li[@popover]")]
    assert told[:3] == [
        "Paragraph 1 two boats went Who says so Ann",
        "Paragraph 1 Ann told us Who says so The source, or someone it quotes",
        "Paragraph 1 it was dark Who says so The source, or someone it quotes",
    ]
    assert len(set(told)) == len(told)


@pytest.mark.parametrize("name", ["full", "several-sources"])
def test_no_mark_is_part_of_a_heading_or_a_link(name: str) -> None:
    for route, text in made(read_site(name)).items():
        if route.endswith(".html"):
            page = lxml.html.fromstring(text)
            assert page.xpath("//*[self::a or self::h1 or self::h2 or self::h3]//*[self::button or @popover]") == [], (
                route
            )
