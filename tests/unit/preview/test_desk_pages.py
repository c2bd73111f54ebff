"""What the preview answers below `/_desk/`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus

import lxml.html
import pytest

from standfirst.preview.desk_pages import NO_CONTENT, OpenDesk, desk_answer, desk_digest, open_desk
from tests.explainers import content

REPORT = "The <pier> fell. It was 3 m high & 🙂 old.\n\nNobody was hurt, the port said.\n"
FACTS = """\
sources: {report: {title: The report}, letter: {title: The letter}}
events: {fall: {date: 2025-01-02, title: The pier falls, cite: {report: Nobody was hurt}}}
"""
FILES = content(FACTS, copies={"report": REPORT})


@pytest.fixture(scope="module")
def opened() -> OpenDesk:
    return open_desk(FILES)


def page(path: str, opened: OpenDesk) -> lxml.html.HtmlElement:
    answered = desk_answer(path, {}, opened)
    assert answered.status == HTTPStatus.OK
    return lxml.html.document_fromstring(answered.body.decode())


def cited(query: Mapping[str, str], opened: OpenDesk) -> tuple[int, dict[str, object]]:
    answered = desk_answer("/_desk/cite", query, opened)
    return answered.status, json.loads(answered.body)


def test_a_page_shows_the_text_of_a_copy_as_it_is_and_what_cites_it(opened: OpenDesk) -> None:
    shown = page("/_desk/", opened)
    for mark in shown.cssselect(".desk_mark"):
        mark.drop_tree()
    texts = [text.text_content() for text in shown.cssselect(".desk_text")]
    assert tuple(texts) == opened.desk.copies["report"].paragraphs  # type: ignore[index]
    assert [each.text for each in shown.cssselect("mark")] == ["Nobody was hurt"]
    assert [each.get("href") for each in shown.cssselect(".desk_notes a")] == ["/chronology.html#fall"]
    counts = [" ".join(each.text_content().split()) for each in shown.cssselect(".desk_count")]
    assert counts == [
        "1 of 3 sentences is cited",
        "there is no copy: save it in sources/, as letter.txt, .html, .md, .pdf, .docx or .epub",
    ]


def test_words_are_cited_by_their_numbers_or_their_characters(opened: OpenDesk) -> None:
    by_words = {"source": "report", "paragraph": "2", "first": "0", "end": "4"}
    by_characters = {"source": "report", "paragraph": "2", "start": "2", "stop": "20"}
    for query in (by_words, by_characters):
        status, said = cited(query, opened)
        assert (status, said["cite"]) == (HTTPStatus.OK, {"report": "Nobody … the"})
    _, over = cited({"source": "report", "paragraph": "1", "start": "19", "to": "2", "stop": "8"}, opened)
    assert over["cite"] == {"report": ["was … old", "Nobody was hurt"]}


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"source": "../../etc/passwd", "paragraph": "1", "first": "0", "end": "3"},
        {"source": "letter", "paragraph": "1", "first": "0", "end": "3"},
        {"source": "report", "paragraph": "3", "first": "0", "end": "3"},
        {"source": "report", "paragraph": "0", "first": "0", "end": "3"},
        {"source": "report", "paragraph": "1", "first": "3", "end": "3"},
        {"source": "report", "paragraph": "1", "first": "-1", "end": "3"},
        {"source": "report", "paragraph": "1", "first": "0", "end": "9" * 5000},
        {"source": "report", "paragraph": "1", "start": "0", "stop": "0"},
        {"source": "report", "paragraph": "1", "start": "x", "stop": "٣"},
    ],
)
def test_what_names_no_words_is_refused(opened: OpenDesk, query: dict[str, str]) -> None:
    status, said = cited(query, opened)
    assert status == HTTPStatus.BAD_REQUEST
    assert list(said) == ["error"]


def test_there_is_a_page_before_anything_could_be_read_and_for_no_other_address() -> None:
    nothing = open_desk(NO_CONTENT)
    assert "ID.txt, .html" in page("/_desk/", nothing).text_content()
    for path in ("/_desk/source/report", "/_desk/notices.html", "/_desk/../served_site.py", "/_desk/source/"):
        assert desk_answer(path, {}, nothing).status == HTTPStatus.NOT_FOUND


def test_only_where_there_is_no_copy_it_is_said_that_there_is_none(opened: OpenDesk) -> None:
    said = "There is no copy of a source here yet"
    assert said in page("/_desk/", open_desk(content(FACTS))).text_content()
    assert said not in desk_answer("/_desk/source/letter", {}, opened).body.decode()
    unreadable = open_desk(content(FACTS, copies={"report": ""}))
    assert unreadable.desk.problems
    assert said not in page("/_desk/", unreadable).text_content()


def test_the_desk_has_something_else_to_show_when_a_copy_or_a_fact_is_saved() -> None:
    digests = {
        desk_digest(FILES),
        desk_digest(content(FACTS, copies={"report": REPORT + "More.\n"})),
        desk_digest(content(FACTS + "\n", copies={"report": REPORT})),
        desk_digest(NO_CONTENT),
    }
    assert len(digests) == 4
