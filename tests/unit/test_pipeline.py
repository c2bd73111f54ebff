"""Which problems of an explainer are told together, and which are not told before others are mended."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from standfirst.options import Options
from standfirst.pipeline import plan_site
from standfirst.problems.errors import SiteError
from standfirst.reading.files import ContentFiles, UnreadFile
from standfirst.rendering.site_files import PageStore
from tests.explainers import content, own_templates

REPORT = """
    On Monday morning the town of Arle closed its old iron bridge over the river after two engineers had found cracks in
    three of its four piers, and the mayor said that nobody would walk on it again before the spring of next year.
"""
FACTS = "sources: {report: {title: Report}}\nactors: {ann: {name: Ann, kind: person, summary: A., uncited: so}}\n"
BROKEN = FACTS.replace("kind: person", "kind: persn")


def told(files: ContentFiles) -> list[str]:
    """Return the messages of what is wrong, or may be, once a site is planned or cannot be."""
    try:
        found = plan_site(files, own_templates(), Options(content=Path(), templates=Path()), PageStore()).warnings
    except SiteError as error:
        found = error.problems
    return [each.message for each in found]


def test_copied_prose_is_not_looked_for_before_all_facts_can_be_read() -> None:
    sound, broken = (told(content(facts, REPORT, copies={"report": REPORT})) for facts in (FACTS, BROKEN))
    assert any("words in a row" in message for message in sound)
    assert len(broken) == 1


def test_what_nothing_seems_to_cite_is_not_told_before_all_can_be_read() -> None:
    sound, broken = (told(content(facts, copies={"letter": "Words."})) for facts in (FACTS, BROKEN))
    assert "there is no source 'letter'" in sound
    assert len(broken) == 1


def test_where_facts_are_missing_because_of_an_unread_file_only_errors_are_told_beside_it() -> None:
    files = content(FACTS, "[Ada](actor:ada) and [Eve](actor:eve) came.", copies={"letter": "Words."})
    unread = UnreadFile("facts/more.txt", "this file is not read", "name it more.yaml", frozenset({"ada"}))
    assert told(dataclasses.replace(files, unread=(unread,))) == [
        "this file is not read, and a reference needs it",
        "there is no actor 'eve'",
    ]
