"""What the preview answers at `/_desk/review`, and what it notes of what is sent there."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

import lxml.html
import pytest
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer

from standfirst.model import Drafts
from standfirst.options import Options
from standfirst.outputs.artifact import ReadyFiles
from standfirst.preview.building import Builder
from standfirst.preview.host import Answer, HostRules
from standfirst.preview.served_site import ServedSite
from standfirst.preview.web import Browsers, application, listen
from tests.explainers import ROOT
from tests.previews import in_a_loop
from tests.reviewed_explainers import FACTS, write_explainer

EMPTY = ServedSite(HostRules())
DAY = datetime.date(2026, 11, 29)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_explainer(tmp_path)


@pytest.fixture
def builder(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Builder:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    started = Builder(Options(content=folder, templates=ROOT / "templates", drafts=Drafts.SHOW), EMPTY)
    started.build(EMPTY, ())
    return started


def page(builder: Builder, status: HTTPStatus = HTTPStatus.OK, **query: str) -> lxml.html.HtmlElement:
    answered = builder.answer_at_desk("/_desk/review", query)
    assert answered.status == status
    return lxml.html.document_fromstring(answered.body.decode())


def texts(shown: lxml.html.HtmlElement, selector: str) -> list[str]:
    return [" ".join(" ".join(each.itertext()).split()) for each in shown.cssselect(selector)]


def sent(shown: lxml.html.HtmlElement, by: str = "Ada Byron", **otherwise: str) -> bytes:
    """What the page sends for what it shows."""
    (review,) = shown.cssselect(".desk_review")
    data = {name: review.get(f"data-{name}") for name in ("fact", "statement", "passages")}
    return json.dumps({**data, "by": by, **otherwise}).encode()


def take(builder: Builder, posted: bytes) -> tuple[HTTPStatus, Mapping[str, str]]:
    answered = builder.take_at_desk("/_desk/vouch", posted, DAY)
    return answered.status, json.loads(answered.body)


def noted(folder: Path) -> str:
    reviews = folder / "reviews.yaml"
    return reviews.read_text(encoding="utf-8") if reviews.exists() else ""


def test_the_first_fact_that_waits_is_shown_beside_all_words_of_its_passages(builder: Builder) -> None:
    shown = page(builder, by="Ada Byron")
    assert texts(shown, "h2") == ["claim:shut", "To be mended", "What waits for Ada Byron (2)"]
    assert texts(shown, ".desk_statement > div") == [
        "claim The pier was shut by the port.",
        "claim, links port → Port (actor:port)",
        "by Report",
    ]
    assert texts(shown, "mark") == ["The port shut the pier on the day after the storm"]
    assert texts(page(builder, fact="figure:hurt"), "mark")[0] == "213 people were hurt"
    assert texts(page(builder, HTTPStatus.NOT_FOUND, fact="claim:lost"), "main > p") == [
        "There is no such fact, or it cites nothing: nobody can vouch that nothing supports it."
    ]


def test_whose_name_can_be_none_is_told_so(builder: Builder) -> None:
    assert texts(page(builder, by=""), ".desk_problem") == []
    (told,) = texts(page(builder, by="Ada \u202e"), ".desk_problem")
    assert told.startswith("'Ada \\u202e' is not the name of a person")


def test_what_is_vouched_for_is_noted_and_the_next_waits(builder: Builder, folder: Path) -> None:
    assert take(builder, sent(page(builder))) == (HTTPStatus.OK, {"noted": "claim:shut"})
    assert '- {fact: claim:shut, by: "Ada Byron", on: 2026-11-29, statement: ' in noted(folder)
    after = page(builder, by="ada  byron")
    assert texts(after, "h2")[0] == "figure:hurt"
    assert texts(page(builder, by="Ben"), "h2")[0] == "claim:shut"
    assert take(builder, sent(after, by="ada  byron"))[0] == HTTPStatus.OK
    assert texts(page(builder, by="Ada Byron"), "main > p") == ["Nothing waits for Ada Byron."]
    again = page(builder, by="Ada Byron", fact="claim:shut")
    assert texts(again, "#desk_status") == ["You vouch for this, as it stands."]


@pytest.mark.parametrize(
    ("path", "was", "now"),
    [
        ("facts/facts.yaml", "was shut by", "was closed by"),
        ("sources/report.txt", "day after", "day before"),
        ("facts/facts.yaml", "  shut:\n", "  closed:\n"),
    ],
)
def test_nobody_vouches_for_what_changed_since_it_was_shown(
    builder: Builder, folder: Path, path: str, was: str, now: str
) -> None:
    shown = sent(page(builder))
    file = folder / path
    file.write_text(file.read_text(encoding="utf-8").replace(was, now), encoding="utf-8")
    status, said = take(builder, shown)
    assert (status, said["error"]) == (HTTPStatus.CONFLICT, "This changed meanwhile, and nothing was noted.")
    assert noted(folder) == ""
    # Nor was anything lost of what another noted by hand meanwhile.
    assert take(builder, shown)[0] == HTTPStatus.CONFLICT


@pytest.mark.parametrize(
    ("otherwise", "said"),
    [
        ({"by": "  "}, "'' is not the name of a person; write a name in up to 100 letters"),
        ({"by": "a\x07"}, "is not the name of a person"),
        ({"fact": "figur:hurt"}, "'figur:hurt' names no fact"),
    ],
)
def test_what_is_no_vouching_is_refused(builder: Builder, folder: Path, otherwise: dict[str, str], said: str) -> None:
    status, told = take(builder, sent(page(builder), **otherwise))
    assert status == HTTPStatus.BAD_REQUEST
    assert said in told["error"]
    for posted in (b"", b"[]", b"{}", b'{"fact": 1}', b"\xff", b"[" * 5000, b'"fact"'):
        assert take(builder, posted) == (HTTPStatus.BAD_REQUEST, {"error": "this is no vouching"})
    assert builder.take_at_desk("/_desk/cite", sent(page(builder)), DAY).status == HTTPStatus.NOT_FOUND
    assert noted(folder) == ""


@pytest.mark.parametrize("is_shown_before", [True, False])
def test_a_file_that_cannot_be_read_is_not_written_over(
    builder: Builder, folder: Path, *, is_shown_before: bool
) -> None:
    shown = sent(page(builder)) if is_shown_before else b""
    (folder / "reviews.yaml").write_text("- by hand\n", encoding="utf-8")
    if not shown:
        builder.build(EMPTY, ())
        shown = sent(page(builder))
    status, told = take(builder, shown)
    assert status == HTTPStatus.BAD_REQUEST
    assert "reviews.yaml:1:3: this is no vouching" in told["error"]
    assert noted(folder) == "- by hand\n"
    builder.build(EMPTY, ())
    assert "this is no vouching" in texts(page(builder), ".desk_problem")[0]
    (folder / "reviews.yaml").write_text("# mended\n", encoding="utf-8")
    assert take(builder, shown)[0] == HTTPStatus.OK
    assert texts(page(builder), ".desk_problem") == []


def test_a_folder_with_mistakes_shows_what_can_be_read(builder: Builder, folder: Path) -> None:
    facts = folder / "facts" / "facts.yaml"
    facts.write_text(FACTS.replace("    value: 213", "    valeu: 213"), encoding="utf-8")
    builder.build(EMPTY, ())
    shown = page(builder)
    assert texts(shown, "h2")[0] == "claim:shut"
    assert "figure 'hurt' has no key 'valeu'" in texts(shown, ".desk_problem")[0]


# ---------------------------------------------------------------- who may write


async def statuses(posts: list[dict[str, str]]) -> list[int]:
    """What a preview answers to posts with these headers."""

    async def nobody_makes(_path: str) -> None:
        """The site has all that is asked for."""

    async def takes(_path: str, _query: Mapping[str, str], posted: bytes | None) -> Answer:
        return Answer(HTTPStatus.OK, {}, posted or b"")

    browsers = Browsers(ServedSite(HostRules(), ReadyFiles({})), nobody_makes, takes)
    browsers.show(browsers.served)
    server, listening = HTTPServer(application(browsers)), listen(0)
    server.add_socket(listening)
    address = f"http://127.0.0.1:{listening.getsockname()[1]}"
    found = []
    for headers in posts:
        own = {name: value.replace("OWN", address) for name, value in headers.items()}
        body = "x" * 20_000 if own.pop("long", "") else "{}"
        answered = await AsyncHTTPClient().fetch(
            f"{address}/_desk/vouch", method="POST", headers=own, body=body, raise_error=False
        )
        found.append(answered.code)
    server.stop()
    await server.close_all_connections()
    return found


def test_only_a_page_of_the_preview_itself_may_write() -> None:
    own, json_ = {"Origin": "OWN"}, {"Content-Type": "application/json"}
    allowed: list[dict[str, str]] = [{**own, **json_}, {**own, "Content-Type": "Application/JSON; charset=utf-8"}]
    refused = [
        json_,
        {"Origin": "https://elsewhere.example", **json_},
        {"Origin": "null", **json_, "Sec-Fetch-Mode": "navigate"},
        {**own, "Content-Type": "text/plain"},
        {**own, **json_, "Host": "elsewhere.example"},
        {**own, **json_, "Sec-Fetch-Site": "cross-site"},
    ]
    found: list[int] = []

    async def ask() -> None:
        found.extend(await statuses([*allowed, *refused, {**own, **json_, "long": "yes"}]))

    in_a_loop(ask())
    assert found == [200, 200, *[403] * len(refused), 413]
