"""The arguments of all commands, and how each sort of value is read or refused."""

from __future__ import annotations

import datetime
import os
import re
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from standfirst import __version__
from standfirst.model import CalendarDate, Date, Id, Instant, Kind, SiteUrl
from standfirst.problems.remedies import suggest
from standfirst.problems.report import ReportFormat
from standfirst.program import Program

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    Subparsers = _SubParsersAction[ArgumentParser]

CommandFunction = Callable[[Namespace], int | None]
Runs = Mapping[str, CommandFunction]
# Where it is asked whether an archive has a copy of a page.
INTERNET_ARCHIVE = "https://archive.org/wayback/available"
# The cache between builds, from the folder in which a command is given.
CACHE: Path | None = Path(".cache")
# The commands that make a whole site.
_MAKING_SITES = frozenset({"build", "check"})
_FORMS = ", ".join(ReportFormat)
_KINDS = ", ".join(each.plural for each in Kind)
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


def parser_of(runs: Runs, parser_class: type[ArgumentParser], program: Program) -> ArgumentParser:
    """Return the parser of all commands; `run` of what it returns carries the command out, for this `program`."""
    parser = parser_class(
        prog=program.name,
        description="Turn the facts and prose of a news explainer into a site. Without a command: build.",
        epilog="`docs` lists the documentation. Exit codes: 0 done, 1 the content has problems, 2 wrong usage.",
    )
    parser.add_argument("-V", "--version", action="version", version=f"standfirst {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for add in (
        _add_build,
        _add_check,
        _add_lock,
        _add_basemap,
        _add_draft,
        _add_cite,
        _add_serve,
        _add_new,
        _add_import,
        _add_templates,
        _add_source,
        _add_recheck,
    ):
        add(commands, runs)
    _add(commands, "schema", runs, "write the JSON Schemas by which editors complete and check the content")
    docs = _add(commands, "docs", runs, "list the pages of the documentation, or print one")
    docs.add_argument("page", nargs="?", metavar="PAGE", help="what to print, such as tutorial")
    # Of every command, and of its actions: none sets these itself where nobody names another.
    parser.set_defaults(program=program, content=program.home / "content", output=program.home / "site")
    return parser


def _add_build(commands: Subparsers, runs: Runs) -> None:
    build = _add(commands, "build", runs, "check, render and publish the site")
    build.add_argument(
        "--profile",
        action="store_true",
        help="show how long each stage took and which pages took longest; one process makes them all anew",
    )
    _add_cache(build)


def _add_check(commands: Subparsers, runs: Runs) -> None:
    check = _add(commands, "check", runs, "apply every rule, and publish nothing")
    check.add_argument(
        "--format",
        type=report_format,
        default=ReportFormat.TEXT,
        metavar="FORM",
        help=f"how problems are written: {_FORMS}",
    )
    check.add_argument("--strict", action="store_true", help="take warnings for problems")
    check.add_argument("--report", action="store_true", help="show what each fact rests on, as a table")
    check.add_argument("--fix", action="store_true", help="make the changes that messages name exactly, once you agree")
    check.add_argument("--yes", action="store_true", help="with --fix, make them without asking")
    _add_texts(check)
    _add_cache(check)


def _add_lock(commands: Subparsers, runs: Runs) -> None:
    lock_ = _add(commands, "lock", runs, "find what is cited in your copies of the sources, and note it")
    lock_.add_argument("--check", action="store_true", help="only say whether copies and lock still agree")
    _add_texts(lock_)


def _add_basemap(commands: Subparsers, runs: Runs) -> None:
    basemap = _add(commands, "basemap", runs, "cut the outlines around your places from a map of the world")
    basemap.add_argument("files", type=path, nargs="+", metavar="FILE", help="GeoJSON, such as that of Natural Earth")
    basemap.add_argument("--source", default="Natural Earth", help="whose outlines they are (default: Natural Earth)")


def _add_draft(commands: Subparsers, runs: Runs) -> None:
    draft = _add(commands, "draft", runs, "propose facts from an article, as drafts for you to confirm")
    draft.add_argument("article", type=path, metavar="ARTICLE", help="a text file, or a saved web page")
    draft.add_argument(
        "--published", type=date, metavar="DATE", help="the day of publication, from which dates are reckoned"
    )
    draft.add_argument(
        "--source", type=source_id, metavar="ID", help="the id of the source (default: from the file's name)"
    )
    draft.add_argument(
        "--format",
        dest="form",
        choices=("files", "json"),
        default="files",
        metavar="FORM",
        help="files: add them to the content; json: print every proposal with its place in the text",
    )


def _add_cite(commands: Subparsers, runs: Runs) -> None:
    cite = _add(commands, "cite", runs, "find words of a source in your copies, and print how they are cited")
    cite.add_argument("words", nargs="+", metavar="WORDS", help="a sentence or part of one, pasted; - reads them")
    cite.add_argument("--source", type=source_id, metavar="ID", help="search the copy of this source alone")
    cite.add_argument(
        "--format",
        dest="form",
        choices=("text", "json"),
        default="text",
        metavar="FORM",
        help="text: YAML to paste, with comments; json: the same for programs",
    )
    _add_texts(cite)


def _add_serve(commands: Subparsers, runs: Runs) -> None:
    serve = _add(commands, "serve", runs, "preview the site, drafts too, with live reload")
    serve.add_argument("--port", type=port, default=8000, help="where to listen on 127.0.0.1 (default 8000)")
    serve.add_argument("--open", action="store_true", help="open the browser")
    serve.set_defaults(drafts=True)


def _add_new(commands: Subparsers, runs: Runs) -> None:
    new = _add(commands, "new", runs, "start a project in DIR: a small working explainer, and what publishes it")
    new.add_argument(
        "folder", type=path, metavar="DIR", help="the folder to make, or one that is there; . for this one"
    )
    new.add_argument(
        "--content-only", action="store_true", help="make DIR the folder of an explainer, without the rest"
    )


def _add_import(commands: Subparsers, runs: Runs) -> None:
    import_ = _add(commands, "import", runs, "take facts from a table, TimelineJS, BibTeX, CSL or Wikidata, as drafts")
    import_.add_argument("file", type=path, metavar="FILE", help="a file with one of these formats")
    import_.add_argument("--kind", type=kind, help=f"what the rows of a table, or items of Wikidata, are: {_KINDS}")
    import_.add_argument("--dry-run", action="store_true", help="print what would be written, and write nothing")


def _add_source(commands: Subparsers, runs: Runs) -> None:
    does = "add sources: their copies and their records"
    source = commands.add_parser("source", help=does, description=f"{does[0].upper()}{does[1:]}.")
    actions = source.add_subparsers(title="actions", metavar="ACTION", required=True)
    run = {"add": runs["source add"]}
    add = _add(actions, "add", run, "save a copy of a source and its record; only this and recheck use the web")
    add.add_argument("where", type=address_or_file, metavar="URL-or-FILE", help="a page, or one that you have saved")
    add.add_argument("--id", type=source_id, help="the id of the source (default: from its publisher and title)")
    add.add_argument("--accessed", type=date, metavar="DATE", help="when you read it (default, for a page: today)")
    add.add_argument(
        "--archive",
        type=address,
        default=INTERNET_ARCHIVE,
        metavar="URL",
        help="who is asked for an archived copy, in the way of the Internet Archive (which is the default)",
    )
    add.add_argument(
        "--no-archive", dest="archive", action="store_const", const=None, help="ask nobody for an archived copy"
    )


def _add_recheck(commands: Subparsers, runs: Runs) -> None:
    does = "see whether what is cited still stands at the addresses of the sources, and note that in sources.checked"
    recheck = _add(commands, "recheck", runs, does)
    recheck.add_argument(
        "--only", type=source_id, action="append", default=[], metavar="ID", help="look at this source alone"
    )
    recheck.add_argument("--today", type=day, metavar="DATE", help="the day that is noted (default: today)")
    recheck.add_argument(
        "--pause", type=seconds, default=5.0, metavar="SECONDS", help="between two visits to one host (default 5)"
    )
    recheck.add_argument(
        "--timeout", type=seconds, default=60.0, metavar="SECONDS", help="that one page may take (default 60)"
    )
    recheck.add_argument(
        "--format",
        type=report_format,
        default=ReportFormat.TEXT,
        metavar="FORM",
        help=f"how what was seen is written: {_FORMS}",
    )
    _add_texts(recheck)


def _add_templates(commands: Subparsers, runs: Runs) -> None:
    does = "list what of the templates yours can stand in the place of, or copy some to begin with"
    templates = _add(commands, "templates", runs, does)
    templates.add_argument("action", nargs="?", choices=("list", "copy"), default="list", help="default: list")
    templates.add_argument("names", nargs="*", metavar="NAME", help="what to copy, such as pages/actor.html")


def _add(commands: Subparsers, name: str, runs: Runs, does: str) -> ArgumentParser:
    """Add a command, with the options that all of them take."""
    parser = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    parser.add_argument("--content", type=path, default=SUPPRESS, help="the writer's folder (default: content/)")
    parser.add_argument(
        "--templates",
        type=path,
        metavar="DIR",
        help="what lies over the templates of Standfirst (default: templates/ beside the content, if there is one)",
    )
    parser.add_argument("--output", type=path, default=SUPPRESS, help="the folder of the site (default: site/)")
    parser.add_argument("--base-url", type=web_address, help="stands in for base_url of site.yaml")
    parser.add_argument(
        "--drafts", action="store_true", help="include drafts and what waits for its time, and say so on the page"
    )
    parser.add_argument(
        "--now",
        type=moment,
        metavar="TIME",
        help="the day, or the time with its zone, by which `publish_at` and `review_by` go (default: by the clock)",
    )
    render = parser.add_mutually_exclusive_group()
    render.add_argument("--jobs", type=processes, default=os.cpu_count() or 1, help="how many processes may render")
    if name in _MAKING_SITES:
        render.add_argument(
            "--cluster", type=cluster_address, metavar="ADDRESS", help="the scheduler of a Dask cluster that renders"
        )
    parser.set_defaults(run=runs[name], format=ReportFormat.TEXT, strict=False, text=[], cluster=None, fix=False)
    return parser


def _add_texts(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--text",
        type=copy,
        action="append",
        metavar="ID=PATH",
        default=[],
        help="a copy of a source that is not in sources/",
    )


def _add_cache(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--cache", type=path, default=CACHE, metavar="DIR", help="what builds keep for the next (default: .cache/ here)"
    )
    parser.add_argument("--no-cache", dest="cache", action="store_const", const=None, help="make everything anew")


# ---------------------------------------------------------------- sorts of value


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
        raise ArgumentTypeError(f"'{text}' is not a form of report; write {_FORMS}")
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
        hint = suggest(text, [each.plural for each in Kind]).hint or f"write one of {_KINDS}"
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
