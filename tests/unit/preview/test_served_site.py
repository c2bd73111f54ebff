"""What the preview answers, and when a browser that shows a page is told of a change."""

from __future__ import annotations

import re
from dataclasses import replace
from http import HTTPStatus

import pytest

from standfirst.outputs.artifact import ReadyFiles
from standfirst.preview.host import Answer, HeaderRule, HostRules, Redirect
from standfirst.preview.notices import Notice
from standfirst.preview.served_site import ServedSite, reload_message

POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'; upgrade-insecure-requests;"
RULES = HostRules(headers=(HeaderRule("/*", (("Content-Security-Policy", POLICY), ("Cache-Control", "public"))),))
PAGE = b'<html><head><link rel="stylesheet" href="assets/site.1.css"></head><body>Text</body></html>\n'
FILES = {"index.html": PAGE, "404.html": PAGE, "assets/site.1.css": b"", "feed.xml": b"<feed/>", "images/x.png": b"1"}
SHOWN = ServedSite(RULES, ReadyFiles(FILES), stylesheet="assets/site.1.css")
HOST = "127.0.0.1:8000"


def with_files(**files: bytes) -> ServedSite:
    """Return what shows other files; an underscore stands for a dot, two for a slash."""
    named = {name.replace("__", "/").replace("_", "."): body for name, body in files.items()}
    return replace(SHOWN, files=ReadyFiles({**FILES, **named}))


def test_a_page_gets_the_scripts_and_is_else_as_it_was() -> None:
    body = SHOWN.answer("/", HOST).body
    assert b"/livereload.js" in body
    assert re.sub(rb'<link rel="stylesheet" href="/__preview__/.*\n', b"", body) == PAGE


def test_scripts_stand_in_the_head_and_problems_at_the_end_of_the_page() -> None:
    page = b"<html><head><title>T</title></head><body><pre></head></body></pre>Text</body></html>\n"
    served = replace(with_files(index_html=page), notices=(Notice("Wrong"),))
    shown = served.answer("/", HOST).body.decode()
    head, _, rest = shown.partition("</head>")
    assert head.startswith("<html><head><title>T</title><link ")
    assert "/livereload.js" in head
    assert rest.startswith("<body><pre></head></body></pre>Text<")
    assert rest.endswith("</body></html>\n")
    assert rest.index("Wrong") < rest.rindex("</body>")


def test_what_is_no_page_is_as_it_was() -> None:
    assert SHOWN.answer("/feed.xml", HOST).body == b"<feed/>"


def test_the_policy_lets_the_websocket_through_and_asks_for_no_certificate() -> None:
    headers = SHOWN.answer("/", HOST).headers
    wanted = f"default-src 'none'; script-src 'self'; connect-src 'self' ws://{HOST}"
    assert headers["Content-Security-Policy"] == wanted
    assert headers["Cache-Control"] == "no-store"


def test_a_header_that_is_for_the_web_alone_is_left_out() -> None:
    values = {
        "Strict-Transport-Security": "max-age=1",
        "access-control-allow-origin": "*",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
    }
    headers = (
        replace(SHOWN, rules=HostRules(headers=(HeaderRule("/*", tuple(values.items())),))).answer("/", HOST).headers
    )
    assert values.keys() & headers.keys() == {"Cross-Origin-Opener-Policy"}


@pytest.mark.parametrize(("name", "media_type"), [("preview.css", "text/css"), ("preview.js", "text/javascript")])
def test_its_own_files_stand_at_a_reserved_address_and_are_never_kept(name: str, media_type: str) -> None:
    answered = SHOWN.answer(f"/__preview__/{name}", HOST)
    assert (answered.status, bool(answered.body)) == (200, True)
    assert answered.headers == {"Content-Type": f"{media_type}; charset=utf-8", "Cache-Control": "no-store"}


@pytest.mark.parametrize("name", ["", "server.py", "../shown.py", "notices.html"])
def test_nothing_else_of_the_program_does(name: str) -> None:
    answered = SHOWN.answer(f"/__preview__/{name}", HOST)
    assert (answered.status, answered.body) == (404, b"There is no such file.\n")
    assert answered.headers == {"Content-Type": "text/plain; charset=utf-8"}


def test_a_site_that_lies_below_a_path_stands_there_and_in_the_root() -> None:
    redirects = b"/moon/actors/old /moon/actors/new 301!\n"
    served = replace(
        with_files(_redirects=b""), base_path="/moon/", files=ReadyFiles({**FILES, "_redirects": redirects})
    )
    for path in ("/", "/moon/"):
        assert served.answer(path, HOST).status == 200
    for path in ("/actors/old", "/moon/actors/old"):
        assert served.answer(path, HOST).headers["Location"] == "/moon/actors/new"


def test_problems_stand_over_the_last_good_page_and_are_escaped() -> None:
    body = replace(SHOWN, notices=(Notice("No <b>", "a.yaml:1:1"),)).answer("/", HOST).body
    assert b"Text" in body
    assert b"No &lt;b&gt;" in body
    assert b"<b>" not in body


def test_before_there_is_a_site_every_address_shows_the_problems() -> None:
    answered = ServedSite(RULES, notices=(Notice("No site.yaml"),)).answer("/any", HOST)
    assert answered.status == 503
    assert b"No site.yaml" in answered.body
    assert b"/livereload.js" in answered.body


# ---------------------------------------------------------------- what browsers are told


def path_told(before: ServedSite, now: ServedSite) -> object:
    told = reload_message(before.version("/"), now.version("/"))
    return told["path"] if told else None


def test_a_page_that_is_as_it_was_is_left_alone() -> None:
    assert path_told(SHOWN, with_files(about_html=b"new")) is None


def test_a_page_that_differs_is_loaded_anew() -> None:
    assert path_told(SHOWN, with_files(index_html=PAGE + b"new")) == "*"


def test_a_page_that_differs_in_its_style_alone_gets_the_style() -> None:
    now = ServedSite(
        RULES, ReadyFiles({**FILES, "index.html": PAGE.replace(b"site.1", b"site.2")}), stylesheet="assets/site.2.css"
    )
    assert reload_message(SHOWN.version("/"), now.version("/")) == {
        "command": "reload", "path": "/assets/site.2.css", "liveCSS": True, "liveImg": False,
    }  # fmt: skip


def test_another_picture_or_another_problem_is_shown_too() -> None:
    assert path_told(SHOWN, with_files(images__x_png=b"2")) == "*"
    assert path_told(SHOWN, replace(SHOWN, notices=(Notice("Wrong"),))) == "*"


def test_the_version_is_the_one_that_the_page_says() -> None:
    for served in (SHOWN, ServedSite(RULES), replace(SHOWN, notices=(Notice("Wrong"),))):
        for path in ("/", "/none"):
            written = re.search(rb'data-page="(\w+)"', served.answer(path, HOST).body)
            assert written
            assert written[1].decode() == served.version(path).page


def test_what_another_address_stands_for_is_made_before_it_is_sent() -> None:
    rules = HostRules(redirects=(Redirect("/old", "/index.html", HTTPStatus.OK, forced=False),))
    made: set[str] = {"404.html"}
    served = replace(SHOWN, rules=rules, is_made=made.__contains__)
    assert not served.has("/old")
    made.add("index.html")
    assert served.has("/old")
    assert served.answer("/old", HOST).status == 200


def test_what_needs_no_making_is_always_there() -> None:
    assert replace(SHOWN, is_made=lambda _route: False).has("/__preview__/preview.js")
    assert ServedSite(RULES, is_made=lambda _route: False).has("/any")


def test_a_bug_in_making_a_page_is_not_taken_for_a_page_that_is_not_there() -> None:
    class Faulty(ReadyFiles):
        def body(self, route: str) -> bytes:
            return self.bodies["a bug" if route == "index.html" else route]

    served = replace(SHOWN, files=Faulty(FILES))
    for ask in (lambda: served.make("/"), lambda: served.answer("/", HOST)):
        with pytest.raises(KeyError, match="a bug"):
            ask()


def test_the_desk_is_told_of_when_it_has_something_else_to_show_and_of_no_page() -> None:
    before, after = replace(SHOWN, desk="1"), replace(with_files(index_html=b"<html></html>"), desk="1")
    shown = before.version("/_desk/source/a")
    assert reload_message(shown, after.version("/_desk/source/a")) is None
    told = reload_message(shown, replace(after, desk="2").version("/_desk/source/a"))
    assert told
    assert told["path"] == "*"


def test_the_desk_is_dressed_as_a_page_and_keeps_its_own_policy() -> None:
    headers = {"Content-Type": "text/html; charset=utf-8", "Content-Security-Policy": "connect-src 'self'"}
    shown = replace(SHOWN, notices=(Notice("Wrong"),)).answer_at_desk(Answer(HTTPStatus.OK, headers, PAGE), HOST)
    assert b"/livereload.js" in shown.body
    assert b"Wrong" in shown.body
    assert shown.headers["Content-Security-Policy"] == f"connect-src 'self' ws://{HOST}"
