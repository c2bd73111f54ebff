"""Whether the Internet Archive has a copy of a page: https://archive.org/help/wayback_api.php.

Nothing is sent there but the address of the page and a day, and no copy is ordered.
"""

from __future__ import annotations

import datetime
import json
import re
from urllib.parse import urlencode, urlsplit

from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import FetchError
from standfirst.web.fetching import fetch

_MOST_BYTES, _MOST_SECONDS = 2**20, 30.0
_DAY = re.compile(r"(\d{4})(\d{2})(\d{2})\d{0,6}")


@frozen
class ArchivedCopy:
    """Where a copy of a page is kept, and the day on which it was made, if that is said."""

    url: str
    day: datetime.date | None


def archived_copy(url: str, day: datetime.date, archive: str) -> ArchivedCopy | None:
    """Return the copy of a page that was made nearest to a day, or None. Raises `FetchError`.

    `archive` is an address that answers as that of the Internet Archive does.
    """
    query = urlencode({"url": url, "timestamp": day.strftime("%Y%m%d")})
    answer = fetch(f"{archive}?{query}", most_bytes=_MOST_BYTES, most_seconds=_MOST_SECONDS)
    try:
        said = json.loads(answer.body)
    except (ValueError, RecursionError):
        raise FetchError(archive, "its answer is not JSON") from None
    snapshots = said.get("archived_snapshots") if isinstance(said, dict) else None
    closest = snapshots.get("closest") if isinstance(snapshots, dict) else None
    return _copy(closest) if isinstance(closest, dict) else None


def _copy(closest: dict[str, object]) -> ArchivedCopy | None:
    address, made, status = (closest.get(key) for key in ("url", "timestamp", "status"))
    if not isinstance(address, str) or closest.get("available") is not True or not str(status).startswith("2"):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return None
    return ArchivedCopy(_secure(address), _day(made))


def _secure(address: str) -> str:
    """The archive answers with http:// in its own address, and serves https:// alike."""
    plain = "http://web.archive.org/"
    return f"https://web.archive.org/{address.removeprefix(plain)}" if address.startswith(plain) else address


def _day(made: object) -> datetime.date | None:
    found = _DAY.fullmatch(made) if isinstance(made, str) else None
    try:
        return datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
