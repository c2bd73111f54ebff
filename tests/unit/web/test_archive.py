"""An archive is asked as the Internet Archive is, and answers what it likes."""

from __future__ import annotations

import datetime
import json
from urllib.parse import parse_qs, urlsplit

import pytest

from standfirst.problems.errors import FetchError
from standfirst.web.archive import ArchivedCopy, archived_copy
from tests.loopback import Reply, Web

DAY = datetime.date(2025, 3, 7)
COPY = {
    "available": True,
    "url": "http://web.archive.org/web/20250306010203/http://example.org/a",
    "timestamp": "20250306010203",
    "status": "200",
}


def asked(web: Web, answer: object) -> ArchivedCopy | None:
    web.replies["/available"] = Reply(json.dumps(answer).encode(), {"Content-Type": "application/json"})
    return archived_copy("https://example.org/a?b=c&d", DAY, f"{web.address}/available")


def test_the_copy_nearest_to_a_day_is_asked_for(web: Web) -> None:
    found = asked(web, {"archived_snapshots": {"closest": COPY}})
    address = "https://web.archive.org/web/20250306010203/http://example.org/a"
    assert found == ArchivedCopy(address, datetime.date(2025, 3, 6))
    query = parse_qs(urlsplit(web.asked[0]).query)
    assert query == {"url": ["https://example.org/a?b=c&d"], "timestamp": ["20250307"]}


@pytest.mark.parametrize(
    "answer",
    [
        {"archived_snapshots": {}},
        {"archived_snapshots": {"closest": {**COPY, "available": False}}},
        {"archived_snapshots": {"closest": {**COPY, "status": "404"}}},
        {"archived_snapshots": {"closest": {**COPY, "url": "javascript:alert(1)"}}},
        {"archived_snapshots": {"closest": {**COPY, "url": 1}}},
        {"archived_snapshots": []},
        [],
        None,
    ],
)
def test_what_is_no_copy_is_none(web: Web, answer: object) -> None:
    assert asked(web, answer) is None


def test_a_day_that_cannot_be_is_none(web: Web) -> None:
    found = asked(web, {"archived_snapshots": {"closest": {**COPY, "timestamp": "20259999"}}})
    assert found
    assert found.day is None


def test_an_answer_that_is_no_json_is_told(web: Web) -> None:
    web.replies["/available"] = Reply(b"<html>")
    with pytest.raises(FetchError, match="not JSON"):
        archived_copy("https://example.org/", DAY, f"{web.address}/available")
