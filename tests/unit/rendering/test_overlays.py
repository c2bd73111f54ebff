"""What lies over a theme: it stands in the place of its namesake, and may extend that, or one block or macro of it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

import pytest

from standfirst.outputs.assets import assets_of
from standfirst.reading.files import InputFile, TemplateFiles
from standfirst.rendering.outdated_templates import outdated_templates
from standfirst.rendering.render import render
from tests.explainers import ROOT, content, made, own_templates, pages_of, planner

FACTS = """
events:
  launch: {date: 1969-07-16, title: They set out, uncited: x}
  landing: {date: 1969-07-20, title: They landed, uncited: x}
"""
SMALL = content(FACTS)


def over(files: Mapping[str, str]) -> TemplateFiles:
    """Return the default theme with files that lie over it."""
    read = [InputFile(f"own/{name}", text) for name, text in files.items()]
    sorts = {ending: tuple(each for each in read if each.path.endswith(ending)) for ending in (".html", ".css", ".js")}
    return replace(own_templates(), over=TemplateFiles("own", sorts[".html"], sorts[".css"], sorts[".js"]))


def pages_over(files: Mapping[str, str]) -> dict[str, str]:
    return made(SMALL, templates=over(files))


@pytest.fixture(scope="module")
def plain() -> dict[str, str]:
    return made(SMALL)


def test_a_block_is_put_in_the_place_of_one_and_may_have_that_in_it(plain: dict[str, str]) -> None:
    page = '{% extends "default/pages/about.html" %}{% block title %}{{ super() }}, and who we are{% endblock %}'
    pages = pages_over({"pages/about.html": page})
    # What is made of pages in turn has that page, too.
    changed = {route for route in plain if pages[route] != plain[route] and not route.startswith("data/")}
    assert changed == {"about.html"}
    title = plain["about.html"].partition("<h1>")[2].partition("</h1>")[0]
    assert f"<h1>{title}, and who we are</h1>" in pages["about.html"]


def test_what_lies_over_a_partial_or_a_layout_counts_for_every_page_of_the_theme() -> None:
    footer = '{% include "default/partials/footer.html" %}<p>1 Quay Street</p>\n'
    layout = '{% extends "default/layouts/page.html" %}{% block masthead %}<p>Ours</p>{% endblock %}'
    pages = pages_over({"partials/footer.html": footer, "layouts/page.html": layout})
    for route in ("index.html", "404.html", "chronology.html"):
        assert "</footer>\n<p>1 Quay Street</p>" in pages[route]
        assert "<p>Ours</p>" in pages[route]
        assert 'class="masthead"' not in pages[route]


def test_a_macro_is_put_in_the_place_of_one_wherever_the_theme_calls_that_and_can_call_it(
    plain: dict[str, str],
) -> None:
    macros = """\
{% extends "default/macros/facts.html" %}
{% import "default/macros/facts.html" as original %}
{% macro event(fact, anchored=false, beside=false) %}<b>{{ original.event(fact, anchored, beside) }}</b>{% endmacro %}
"""
    pages = pages_over({"macros/facts.html": macros})
    # The chronology calls `events`, and that the macro of one event, both of the theme.
    count = plain["chronology.html"].count('<li class="event')
    assert count == 2
    assert pages["chronology.html"].count('<b><li class="event') == count
    assert pages["sources.html"] == plain["sources.html"]


def test_styles_stand_in_the_place_of_their_namesakes_and_others_behind_all() -> None:
    templates = over(
        {"assets/css/base.css": "/* base */", "assets/css/aaa.css": "/* aaa */", "assets/js/zzz.js": "//z"}
    )
    css = assets_of(templates, "/* site */").stylesheet.body.decode()
    assert css.startswith("@layer tokens, base, layout, components, print;\n\n")
    assert css.index("/* Who backs whom") < css.index("/* base */") < css.index("/* site */")
    assert css.endswith("/* site */\n/* aaa */")
    script = assets_of(templates).script
    assert script
    assert script.body.endswith(b"//z")


def test_what_the_documentation_lays_over_the_theme_leaves_out_what_readers_devices_remember() -> None:
    page = (ROOT / "docs" / "readers.md").read_text(encoding="utf-8")
    script, macros = re.findall(r"```(?:js|html)\n(.*?)```", page, re.DOTALL)
    off = over({"assets/js/last-read.js": script, "macros/reading.html": macros})
    for templates, is_on in ((over({}), True), (off, False)):
        site = made(content(), templates=templates)
        scripts = "".join(text for route, text in site.items() if route.endswith(".js"))
        assert ("localStorage" in scripts) == is_on
        assert ('type="checkbox"' in site["about.html"]) == is_on
        assert ("What your device remembers" in site["about.html"]) == is_on


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"{{{{ 1{' + 1' * 10_000} }}}}", "1:1: this is nested too deeply"),
        (f"{'{% if 1 %}' * 2000}{'{% endif %}' * 2000}", "1:1: this is nested too deeply"),
        ('{% extends "pages/about.html" %}', "1:1: this is nested too deeply, or calls itself without end"),
        ("{% endif %}", "1:1: Encountered unknown tag 'endif'."),
        ("\n{{ view.titel }}", "2:1: 'standfirst.pages.about.AboutView object' has no attribute 'titel'; did you mean"),
        ("{% extends view.title %}", "1:1: there is no template 'About this explainer'"),
        ('{% import "extended/macros/text.html" as text %}', "1:1: there is no template 'extended/macros/text.html'"),
        ('{% import "default/macros/text.html" as text %}{{ text.day }}', "1:1: a page can show texts and numbers"),
    ],
)
def test_whatever_lies_over_the_theme_is_told_at_its_line(text: str, said: str) -> None:
    (about,) = (page for page in pages_of(planner(SMALL)) if page.route == "about.html")
    templates = over({"pages/about.html": text})
    problems = outdated_templates(templates) or render([about], templates, "en").problems
    assert str(problems[0]).startswith(f"own/pages/about.html:{said}")


def test_macros_that_a_file_does_not_take_over_are_one_problem_however_many_they_are() -> None:
    (fault,) = outdated_templates(over({"macros/facts.html": "{% macro own() %}{% endmacro %}"}))
    assert "that are not here: actors(all, wide=false), " in fault.message
    assert fault.message.endswith(" more")
