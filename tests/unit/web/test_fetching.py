"""One address is fetched politely, within limits, and what gives nothing says why."""

from __future__ import annotations

import gzip
import socket
import threading

import pytest

from standfirst.problems.errors import FetchError
from standfirst.web.fetching import AGENT, ascii_address, fetch
from tests.loopback import HTML, Reply, Web


def test_what_an_address_gives_is_told_with_its_type_and_charset(web: Web) -> None:
    web.replies["/a"] = Reply("é".encode("latin-1"), {"Content-Type": "Text/HTML; Charset=ISO-8859-1"})
    found = fetch(f"{web.address}/a")
    assert (found.url, found.media_type, found.charset, found.body) == (
        f"{web.address}/a", "text/html", "iso-8859-1", b"\xe9",
    )  # fmt: skip
    assert web.agents == [AGENT]


def test_redirects_are_followed_and_the_address_in_the_end_is_told(web: Web) -> None:
    web.replies["/old"] = Reply(headers={"Location": "/new"}, status=301)
    web.replies["/new"] = Reply(b"here")
    assert fetch(f"{web.address}/old").url == f"{web.address}/new"


def test_an_address_has_moved_as_far_as_redirects_hold_for_good(web: Web) -> None:
    for path, status in (("/1", 301), ("/2", 308), ("/3", 302), ("/4", 301)):
        web.replies[path] = Reply(headers={"Location": f"/{int(path[1]) + 1}"}, status=status)
    web.replies["/5"] = Reply(b"here")
    assert [fetch(f"{web.address}/{number}").moved_to.removeprefix(web.address) for number in (1, 3, 4, 5)] == [
        "/3", "", "/5", "",
    ]  # fmt: skip


def test_a_redirect_may_be_refused(web: Web) -> None:
    def refuse(url: str) -> None:
        raise FetchError(url, "not there")

    web.replies["/a"] = Reply(headers={"Location": "/b"}, status=301)
    with pytest.raises(FetchError, match="/b: not there"):
        fetch(f"{web.address}/a", before_following=refuse)
    assert web.asked == ["/a"]


@pytest.mark.parametrize("target", ["file:///etc/hostname", "ftp://127.0.0.1/x", "http://name:word@127.0.0.1/x"])
def test_a_redirect_away_from_the_web_is_refused(web: Web, target: str) -> None:
    web.replies["/a"] = Reply(headers={"Location": target}, status=302)
    with pytest.raises(FetchError):
        fetch(f"{web.address}/a")


def test_redirects_that_do_not_end_are_refused(web: Web) -> None:
    web.replies["/a"] = Reply(headers={"Location": "/a?b"}, status=302)
    web.replies["/a?b"] = Reply(headers={"Location": "/a"}, status=302)
    with pytest.raises(FetchError):
        fetch(f"{web.address}/a")


@pytest.mark.parametrize(
    ("status", "why"), [(403, "save the page, and give the file"), (404, "answers 404"), (503, "503")]
)
def test_what_a_server_refuses_is_told_with_its_number(web: Web, status: int, why: str) -> None:
    web.replies["/a"] = Reply(b"no", status=status)
    with pytest.raises(FetchError, match=why) as caught:
        fetch(f"{web.address}/a")
    assert caught.value.status == status


@pytest.mark.parametrize(
    ("reply", "why"),
    [
        (Reply(b"x" * 2000), "more than"),
        (Reply(gzip.compress(b"x" * 2000), {**HTML, "Content-Encoding": "gzip"}), "more than"),
        (Reply(b"no gzip", {**HTML, "Content-Encoding": "gzip"}), "damaged"),
        (Reply(b"x", {**HTML, "Content-Encoding": "br"}), "compressed as br"),
        (Reply(b"x", length=100), "in the middle"),
        (Reply(gzip.compress(b"plain")[:-9], {**HTML, "Content-Encoding": "gzip"}), "in the middle"),
    ],
    ids=[
        "too large",
        "too large when it is not compressed",
        "no gzip",
        "unknown compression",
        "cut short",
        "compressed and cut short",
    ],
)
def test_what_cannot_be_taken_is_told(web: Web, reply: Reply, why: str) -> None:
    web.replies["/a"] = reply
    with pytest.raises(FetchError, match=why):
        fetch(f"{web.address}/a", most_bytes=1000)


def test_what_came_compressed_is_told_plain(web: Web) -> None:
    both = gzip.compress(b"in two ") + gzip.compress(b"parts")
    web.replies["/a"] = Reply(both, {**HTML, "Content-Encoding": "gzip"})
    assert fetch(f"{web.address}/a").body == b"in two parts"


def test_a_server_that_is_silent_is_not_waited_for() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(FetchError, match="took too long"):
        fetch(f"http://127.0.0.1:{silent.getsockname()[1]}/", most_seconds=0.2)


def test_what_answers_with_something_else_than_http_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            connection, _ = server.accept()
            with connection:
                connection.recv(4096)
                connection.sendall(b"SSH-2.0-none\r\n")

        threading.Thread(target=answer, daemon=True).start()
        with pytest.raises(FetchError, match="does not speak HTTP"):
            fetch(f"http://127.0.0.1:{server.getsockname()[1]}/")


def test_where_nothing_listens_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(FetchError, match="nothing answers there"):
        fetch(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "ftp://example.org/",
        "http://",
        "http://a:b@example.org/",
        "http://[::1",
        "x",
        "http://a/\udcff",
    ],
)
def test_only_addresses_of_the_web_without_a_password_are_fetched(address: str) -> None:
    with pytest.raises(FetchError):
        fetch(address)


@pytest.mark.parametrize(
    ("written", "sent"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://bücher.example/käse?q=ü#a", "https://xn--bcher-kva.example/k%C3%A4se?q=%C3%BC"),
        ("https://example.org/a%20b?c=%C3%BC", "https://example.org/a%20b?c=%C3%BC"),
        ("http://[::1]:8000/a", "http://[::1]:8000/a"),
    ],
)
def test_an_address_is_sent_in_ascii(written: str, sent: str) -> None:
    assert ascii_address(written) == sent
