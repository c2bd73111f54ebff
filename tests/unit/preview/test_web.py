"""Browsers that leave before they are answered, which is no business of the writer's."""

from __future__ import annotations

import asyncio
import socket
from typing import NoReturn

import pytest
from tornado.httpserver import HTTPServer

from standfirst.outputs.artifact import ReadyFiles
from standfirst.preview.host import HostRules
from standfirst.preview.served_site import ServedSite
from standfirst.preview.web import Browsers, application, listen
from tests.previews import in_a_loop

SERVED = ServedSite(HostRules(), ReadyFiles({"index.html": b"<html></html>"}), stylesheet="")


async def nobody_asks(*_: object) -> NoReturn:
    """Make no page, and answer nothing at the desk."""
    raise AssertionError("the site has all that is asked for")


async def leave_before_the_first_build_is_done() -> None:
    """Ask a preview for a page, and be gone when there is one."""
    browsers = Browsers(SERVED, nobody_asks, nobody_asks)
    server, listening = HTTPServer(application(browsers)), listen(0)
    server.add_socket(listening)
    host, port = listening.getsockname()
    with socket.create_connection((host, port)) as browser:
        browser.sendall(f"GET / HTTP/1.1\r\nHost: {host}:{port}\r\n\r\n".encode())
        await asyncio.sleep(0.05)
    await asyncio.sleep(0.05)
    browsers.show(SERVED)
    await asyncio.sleep(0.05)
    server.stop()
    await server.close_all_connections()


def test_a_browser_that_leaves_before_it_is_answered_is_told_of_nowhere(caplog: pytest.LogCaptureFixture) -> None:
    in_a_loop(leave_before_the_first_build_is_done())
    assert not caplog.records
