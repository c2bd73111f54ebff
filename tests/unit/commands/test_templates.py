"""What `templates` lists, and what it copies out."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst import __version__
from standfirst.commands.templates import copy_templates, templates_overview
from standfirst.options import Options
from standfirst.problems.errors import UsageError
from standfirst.reading.read import read_templates
from tests.explainers import ROOT, made, own_templates, read_site

OPTIONS = Options(content=Path("content"))


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_all_that_can_be_overridden_is_listed_and_what_lies_over_it_already() -> None:
    copy_templates(OPTIONS, ["pages/actor.html"])
    Path("templates/assets/css").mkdir(parents=True)
    Path("templates/assets/css/house.css").write_text("p {}", encoding="utf-8")
    lines = templates_overview(OPTIONS).splitlines()
    layout = next(line for line in lines if line.startswith("  layouts/page.html  blocks: "))
    assert {"masthead", "opening", "head", "main", "footer"} <= {*layout.partition("blocks: ")[2].split(", ")}
    (actor,) = (line for line in lines if line.startswith("  pages/actor.html "))
    assert actor.endswith("  (templates/pages/actor.html stands in its place)")
    assert "    claim(fact, tag, anchored=false, beside=false, adjacent=false)" in lines
    assert "  assets/css/_layers.css  layers: tokens, base, layout, components, print" in lines
    assert "  templates/assets/css/house.css, added" in lines
    assert "  --accent: #17466e / #a3c8e8" in lines
    every = own_templates()
    for name in every.named((*every.templates, *every.stylesheets, *every.scripts)):
        assert any(line.startswith(f"  {name}") for line in lines)


def test_a_copy_of_every_template_says_its_version_and_gives_the_same_pages() -> None:
    names = [*own_templates().named(own_templates().templates)]
    copy_templates(OPTIONS, names)
    head = Path("templates/pages/home.html").read_text(encoding="utf-8").partition("\n")[0]
    assert head == f"{{# Copied from Standfirst {__version__}: pages/home.html #}}"
    explainer = read_site("minimal")
    copied = read_templates(ROOT / "templates", Path("templates"))
    assert copied.over
    assert made(explainer, templates=copied) == made(explainer)


@pytest.mark.parametrize(
    ("names", "said"),
    [
        (["pages/abuot.html"], "there is no 'pages/abuot.html' among .*; did you mean 'pages/about.html'?"),
        (["pages/about.html", "pages/actor.html"], "templates/pages/actor.html is there already"),
    ],
)
def test_nothing_is_copied_where_one_is_not_there_or_would_be_overwritten(names: list[str], said: str) -> None:
    Path("templates/pages").mkdir(parents=True)
    Path("templates/pages/actor.html").write_text("mine", encoding="utf-8")
    with pytest.raises(UsageError, match=said):
        copy_templates(OPTIONS, names)
    assert [path.read_text(encoding="utf-8") for path in Path("templates").rglob("*.html")] == ["mine"]


def test_the_templates_of_standfirst_are_not_copied_over_themselves() -> None:
    with pytest.raises(UsageError, match="are the templates of Standfirst themselves; edit them"):
        copy_templates(Options(content=ROOT / "content"), ["pages/about.html"])
