"""Whatever a page says to the preview by the websocket, it goes on, and its terminal is told nothing."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Mapping

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tornado.httpclient import AsyncHTTPClient
from tornado.httpserver import HTTPServer
from tornado.websocket import WebSocketClosedError, websocket_connect

from standfirst.outputs.artifact import ReadyFiles
from standfirst.preview.host import Answer, HostRules
from standfirst.preview.served_site import ServedSite
from standfirst.preview.web import LOOPBACK, Browsers, application, listen
from tests.fuzz.oracle import TOKENS, garbled, tries
from tests.previews import in_a_loop

URL = "http://127.0.0.1:8000/actors/ann.html?a#b"
HELLO = {"command": "hello", "protocols": ["http://livereload.com/protocols/official-7"]}
INFO = {"command": "info", "url": URL, "plugins": {"preview": {"page": "0" * 16, "stylesheet": "/assets/a.css"}}}
BEFORE = ServedSite(HostRules(), ReadyFiles({"index.html": b"<p>one</p>", "404.html": b"<p>none</p>"}))
AFTER = ServedSite(HostRules(), ReadyFiles({"index.html": b"<p>two</p>", "404.html": b"<p>none</p>"}))

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.sampled_from(TOKENS),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)
ADDRESSES = st.sampled_from(
    [URL, "", "/", "//", "http://[", "/\ud800", "/%ff%00", "/" + "../" * 9, "/__preview__/", "a\n"]
)
PLUGINS = st.fixed_dictionaries({"preview": st.fixed_dictionaries({"page": VALUES, "stylesheet": VALUES}) | VALUES})
SAID = st.one_of(
    st.fixed_dictionaries(
        {"command": st.sampled_from(["info", "hello", "url", ""]) | VALUES},
        optional={"url": ADDRESSES | VALUES, "plugins": PLUGINS | VALUES, "protocols": VALUES},
    ).map(json.dumps),
    VALUES.map(json.dumps),
    garbled(json.dumps(INFO)),
    st.tuples(st.sampled_from(["[", '{"a":', "9", '"', " "]), st.sampled_from([10, 5000, 100_000])).map(
        lambda repeated: repeated[0] * repeated[1]
    ),
    st.binary(max_size=20),
)


async def talk(messages: list[str | bytes]) -> str:
    """Say these to a preview that changes meanwhile, each by a connection of its own; return what page it shows."""
    faults: list[object] = []
    asyncio.get_running_loop().set_exception_handler(lambda _, context: faults.append(context))

    async def make(_path: str) -> None:
        """All that is asked for has been made."""

    async def ask_desk(_path: str, _query: Mapping[str, str], _posted: bytes | None) -> Answer:
        raise AssertionError("nobody asks")

    browsers, listening = Browsers(BEFORE, make, ask_desk), listen(0)
    browsers.show(BEFORE)
    server = HTTPServer(application(browsers))
    server.add_socket(listening)
    address = f"{LOOPBACK}:{listening.getsockname()[1]}"
    for message in messages:
        connection = await websocket_connect(f"ws://{address}/livereload")
        with contextlib.suppress(WebSocketClosedError):
            await connection.write_message(message, binary=isinstance(message, bytes))
            await connection.write_message(json.dumps(HELLO))
            await connection.read_message()
        browsers.show(AFTER if browsers.served is BEFORE else BEFORE)
        connection.close()
    page = await AsyncHTTPClient().fetch(f"http://{address}/")
    server.stop()
    await server.close_all_connections()
    assert not faults
    return page.body.decode()


@given(st.lists(SAID, min_size=1, max_size=4))
@example([json.dumps(INFO)])
@tries(15)
def test_messages(messages: list[str | bytes]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        heard: list[object] = []
        patch.setattr("logging.Logger.handle", lambda _, record: heard.append(record.getMessage()))
        page = in_a_loop(talk(messages))
    assert page.startswith(("<p>one</p>", "<p>two</p>"))
    assert not heard
