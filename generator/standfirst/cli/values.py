"""How each sort of value that is typed is read, or refused."""

from __future__ import annotations

import datetime
import os
import re
from argparse import ArgumentTypeError
from pathlib import Path
from urllib.parse import urlsplit

from standfirst.model import CalendarDate, Date, Id, Instant, Kind, SiteUrl
from standfirst.problems.remedies import suggest
from standfirst.problems.report import ReportFormat

FORMS = ", ".join(ReportFormat)
KINDS = ", ".join(each.plural for each in Kind)
# No spaces or quotation marks, no steps up, and nothing behind the path.
_SITE_ADDRESS = re.compile(r"https?://[^\s/?#\"'<>\\]+(/(?!\.\.?(/|$))[^\s/?#\"'<>\\]*)*")
# Host and port, as Dask writes them; an address of IPv6 stands in brackets.
_CLUSTER_ADDRESS = re.compile(r"((?:tcp|tls)://)?([^\s/:@\[\]]+|\[[0-9a-fA-F:.]+\]):([0-9]{1,5})")
# No system starts more at once. Numbers of more digits are refused unread, since to read one may take long.
_MOST_PROCESSES = 512
_LAST_PORT = 65535
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*\Z", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:/", re.IGNORECASE)
_DIGITS = re.compile(r"[0-9]{1,9}")
_SECONDS, _MOST_SECONDS = re.compile(r"[0-9]{1,4}(\.[0-9]{1,3})?"), 3600


def path(text: str) -> Path:
    """Read the path of a file or a folder, which need not be there."""
    if not text or "\0" in text:
        raise ArgumentTypeError(f"'{text}' is not a path; name a file or a folder")
    return Path(text)


def address(text: str) -> str:
    """Read an address of the web."""
    if not _ADDRESS.match(text):
        raise ArgumentTypeError(f"'{text}' is not an address of the web; write it whole, from https:// on")
    return text


def address_or_file(text: str) -> str | Path:
    """Read an address of the web, or else the path of a file."""
    return address(text) if _SCHEME.match(text) else path(text)


def report_format(text: str) -> ReportFormat:
    """Read the name of a form of report."""
    if text not in [*ReportFormat]:
        raise ArgumentTypeError(f"'{text}' is not a form of report; write {FORMS}")
    return ReportFormat(text)


def date(text: str) -> Date:
    """Read a day, a month or a year in EDTF."""
    # Only `draft` is given a date.
    from standfirst.language.dates import DateError, parse  # noqa: PLC0415

    try:
        found = parse(text)
    except DateError as error:
        raise ArgumentTypeError(str(error)) from None
    if not isinstance(found.start, CalendarDate) or found.start != found.end:
        raise ArgumentTypeError(f"'{text}' is not one day; write it as 2019-04-19")
    return found


def day(text: str) -> datetime.date:
    """Read one day."""
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date()
    except ValueError:
        raise ArgumentTypeError(f"'{text}' is not a day; write it as 2019-04-19") from None


def seconds(text: str) -> float:
    """Read a number of seconds."""
    if not _SECONDS.fullmatch(text) or float(text) > _MOST_SECONDS:
        raise ArgumentTypeError(f"'{text}' is not a number of seconds; write one up to {_MOST_SECONDS}, as 5 or 0.5")
    return float(text)


def moment(text: str) -> Instant:
    """Read a day, or a time with its zone."""
    # Rarely is one given.
    from standfirst.language.dates import DateError, parse_moment  # noqa: PLC0415

    try:
        return parse_moment(text).at
    except DateError as error:
        raise ArgumentTypeError(str(error)) from None


def source_id(text: str) -> Id:
    """Read the id of a source."""
    from standfirst.prose.references import ID  # noqa: PLC0415

    if not ID.fullmatch(text):
        raise ArgumentTypeError(f"'{text}' is not an id; write small letters, digits and hyphens")
    return Id(text)


def kind(text: str) -> Kind:
    """Read a kind of fact, as facts files name it."""
    named = {name: each for each in Kind for name in (each.value, each.plural)}
    if text not in named:
        hint = suggest(text, [each.plural for each in Kind]).hint or f"write one of {KINDS}"
        raise ArgumentTypeError(f"'{text}' is not a kind of fact; {hint}")
    return named[text]


def copy(text: str) -> tuple[Id, Path]:
    """Read ID=PATH: a source, and a file that is there."""
    source, equals, file = text.partition("=")
    if not source or not equals or not file:
        raise ArgumentTypeError(f"'{text}' is not ID=PATH; write the id of a source, = and a file")
    # Of a name that can be no file's, this says that there is none.
    if not os.path.isfile(file):
        raise ArgumentTypeError(f"there is no file '{file}'")
    return Id(source), Path(file)


def web_address(text: str) -> SiteUrl:
    """Read the address of a whole site."""
    try:
        whole = _SITE_ADDRESS.fullmatch(text) and urlsplit(text).hostname
    except ValueError:  # a host that cannot be one
        whole = None
    if not whole:
        raise ArgumentTypeError(f"'{text}' is not the address of a site; write it whole, from https:// on")
    return SiteUrl(text)


def cluster_address(text: str) -> str:
    """Read the address of the scheduler of a cluster."""
    address = _CLUSTER_ADDRESS.fullmatch(text)
    if not address or int(address[3]) > _LAST_PORT:
        raise ArgumentTypeError(f"'{text}' is not the address of a scheduler; write HOST:PORT, or tls://HOST:PORT")
    return text if address[1] else f"tcp://{text}"


def port(text: str) -> int:
    """Read the number of a port."""
    if not _DIGITS.fullmatch(text) or int(text) > _LAST_PORT:
        raise ArgumentTypeError(f"'{text}' is not a port; write a number up to 65535")
    return int(text)


def processes(text: str) -> int:
    """Read how many processes may work."""
    if not _DIGITS.fullmatch(text) or not 1 <= int(text) <= _MOST_PROCESSES:
        raise ArgumentTypeError(f"'{text}' is not a number of processes; write 1 to {_MOST_PROCESSES}")
    return int(text)
