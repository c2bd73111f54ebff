"""How the writers' desk answers: never cached, never framed, and with nothing loaded but its own style and script."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus

from standfirst.preview.host import Answer


def reply(status: HTTPStatus, body: bytes, kind: str) -> Answer:
    """Return an answer of a kind of text."""
    headers = {
        "Content-Type": f"{kind}; charset=utf-8",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
            "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
    }
    return Answer(status, headers, body)


def page_reply(status: HTTPStatus, page: str) -> Answer:
    """Return a page; a name of a file in it need not be text."""
    return reply(status, page.encode(errors="backslashreplace"), "text/html")


def json_reply(status: HTTPStatus, data: Mapping[str, object]) -> Answer:
    """Return what a script of the desk has asked for."""
    return reply(status, json.dumps(data, ensure_ascii=False).encode(errors="backslashreplace"), "application/json")
