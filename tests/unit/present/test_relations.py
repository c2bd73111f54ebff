"""The relations of an explainer, as rows and as the picture of who backs whom."""

from __future__ import annotations

import lxml.html
import pytest
from lxml.html import HtmlElement

from standfirst.present.relations import relations_drawing
from tests.explainers import content, joined, made

VERBS = """\
verbs:
  backs: {label: backs, inverse: is backed by, stance: for}
  fights: {label: fights, inverse: fights, stance: against}
  knows: {label: knows, inverse: is known to}
"""
ACTORS = """\
actors:
  ann: {name: Ann, kind: person, summary: A., uncited: x}
  bob: {name: Bob, kind: person, summary: B., uncited: x}
"""
BACKS = "subject: ann, verb: backs, object: bob, uncited: x"
FIGHTS = "subject: ann, verb: fights, object: bob, uncited: x"
KNOWS = "subject: ann, verb: knows, object: bob, uncited: x"


def facts(*relations: str) -> str:
    rows = "".join(f"  r{number}: {{{keys}}}\n" for number, keys in enumerate(relations))
    return f"{ACTORS}relations:\n{rows}"


def home(*relations: str, sections: tuple[str, ...] = ()) -> HtmlElement:
    return lxml.html.fromstring(made(content(facts(*relations), *sections, settings=VERBS))["index.html"])


def caption(page: HtmlElement) -> str:
    return " ".join(page.xpath("//figure[contains(@class, 'backing')]/figcaption/p[2]")[0].text_content().split())


@pytest.mark.parametrize(
    ("until", "has_ended"),
    [("2024", True), ("2025-01-01", True), ("2025-01-02", False), ("2025", False), ("2020/", False)],
)
def test_what_surely_ended_by_the_day_that_the_facts_are_of_is_drawn_as_ended(until: str, has_ended: bool) -> None:
    drawing = relations_drawing(joined(content(facts(f"{BACKS}, until: {until}"), settings=VERBS)))
    assert drawing
    assert drawing.has_ended is has_ended


def test_what_is_said_in_the_same_words_from_either_end_points_both_ways() -> None:
    drawing = relations_drawing(joined(content(facts(FIGHTS, BACKS), settings=VERBS)))
    assert drawing
    both_ways = {line.tie.stance.value: line.tie.points_up and line.tie.points_down for line in drawing.lines}
    assert both_ways == {"for": False, "against": True}


@pytest.mark.parametrize(("language", "is_before_names"), [("en", True), ("ar", False)])
def test_who_backs_whom_is_drawn_where_lines_of_the_page_begin(language: str, is_before_names: bool) -> None:
    drawing = relations_drawing(joined(content(facts(BACKS), language=language, settings=VERBS)))
    assert drawing
    assert (drawing.headings[0].x < drawing.names[0].lines[0].x) is is_before_names


def test_the_picture_has_a_name_and_a_description() -> None:
    page = home(BACKS)
    (picture,) = page.xpath("//figure//svg[@role='img']")
    described = [page.get_element_by_id(each) for each in picture.get("aria-labelledby").split()]
    assert [each.tag for each in described] == ["title", "desc"]
    assert all(each.text_content() for each in described)


def test_the_caption_explains_what_is_there_and_nothing_else() -> None:
    arrows = "Arrows point to those whom others are for or against."
    merged, ended = (
        "One line may stand for several relations.",
        "Acts and ties of the past are here too: a thin line with an open arrowhead means that it is over.",
    )
    assert caption(home(BACKS)) == arrows
    assert caption(home(BACKS, BACKS)) == f"{arrows} {merged}"
    assert caption(home(f"{BACKS}, until: 2020")) == f"{arrows} {ended}"
    assert caption(home(BACKS, KNOWS)) == f"{arrows} 1 neutral relation is only listed below."
    assert caption(home(BACKS, KNOWS, KNOWS)) == f"{arrows} 2 neutral relations are only listed below."


def test_the_rows_say_all_relations_whether_they_are_drawn_or_not() -> None:
    for relations in ([BACKS, KNOWS], [KNOWS]):
        rows = home(*relations).xpath("//*[@class='relation']/@id")
        assert rows == [f"relation-r{number}" for number in range(len(relations))]


def test_where_nobody_is_for_or_against_anybody_there_is_no_picture() -> None:
    assert not home(KNOWS).xpath("//*[contains(@class, 'backing')]")


def test_relations_that_are_set_twice_have_one_picture_where_their_anchors_are() -> None:
    page = home(BACKS, sections=("![](relations:)", "![](relations:)"))
    (picture,) = page.xpath("//figure[contains(@class, 'backing')]")
    assert picture.getnext().xpath(".//@id") == ["relation-r0"]
    assert len(page.xpath("//*[@class='relation']")) == 2
