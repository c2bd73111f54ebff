"""What pages load: one stylesheet and one script for all of them, and the scripts of single kinds of page."""

from __future__ import annotations

import re
from dataclasses import replace

from standfirst.outputs.assets import assets_of
from standfirst.reading.files import InputFile, TemplateFiles
from tests.explainers import content, made


def templates(*scripts: str) -> TemplateFiles:
    files = tuple(InputFile(f"templates/assets/js/{name}", name) for name in scripts)
    return TemplateFiles("templates", (), (InputFile("templates/assets/css/base.css", "p {}"),), files)


def test_scripts_are_joined_in_order_of_name_into_one() -> None:
    script = assets_of(templates("b.js", "a.js")).script
    assert script
    assert script.body == b"a.js\nb.js"


def test_the_address_of_an_asset_changes_with_it_and_is_the_one_that_pages_load() -> None:
    icon = InputFile("templates/assets/icon.svg", "<svg/>")
    assets = assets_of(replace(templates("a.js", "pages/search.js"), icon=icon))
    routes = [each.route for each in assets.artifacts]
    names = [re.sub(r"\.[0-9a-f]{16}\.", ".*.", route) for route in routes]
    assert names == ["assets/site.*.css", "assets/site.*.js", "assets/icon.*.svg", "assets/search.*.js"]
    linked = assets.linked
    assert linked.icon
    loaded = (linked.stylesheet, linked.script, linked.icon.address, linked.page_scripts["search"])
    assert [each and each.route for each in loaded] == routes
    css = InputFile("templates/assets/css/base.css", "p { }")
    assert assets_of(replace(templates(), stylesheets=(css,))).stylesheet.route not in routes
    assert assets_of(templates()).artifacts == (assets.stylesheet,)


def test_the_script_of_a_kind_of_page_is_not_joined_to_the_rest() -> None:
    assets = assets_of(templates("a.js", "pages/search.js"))
    assert assets.script
    assert assets.script.body == b"a.js"
    (own,) = assets.page_scripts
    assert (own.kind, own.artifact.body) == ("search", b"pages/search.js")
    assert own.artifact in assets.artifacts


def test_a_script_whose_name_no_address_can_have_is_told_of() -> None:
    (problem,) = assets_of(templates("pages/a\nb.js")).problems
    assert str(problem) == (
        "templates/assets/js/pages/a\\nb.js:1:1: this script cannot be published: its name has the character U+000A, "
        "which no address can have; rename it"
    )


def test_a_script_that_no_page_loads_is_told_of() -> None:
    (problem,) = assets_of(templates("pages/actors.js")).problems
    assert str(problem) == (
        "templates/assets/js/pages/actors.js:1:1: warning: no page is of the kind 'actors', so none loads this script; "
        "did you mean 'actor'?"
    )


def test_a_page_loads_the_script_that_is_named_for_its_kind_and_no_other_page_does() -> None:
    pages = made(content())
    own = next(route for route in pages if route.startswith("assets/search."))
    for script in (own, "search-index.js"):
        assert [route for route, text in pages.items() if f'src="{script}"' in text] == ["search.html"]


def test_templates_without_scripts_load_none() -> None:
    assets = assets_of(templates())
    assert assets.script is None
    assert assets.page_scripts == ()
