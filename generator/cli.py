"""The commands: the only place that prints, and the only one that chooses an exit code."""

from __future__ import annotations

import argparse
import contextlib
import io
import os
import re
import shlex
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from generator.cutting import cut
from generator.errors import Problem, Severity, SiteError, UsageError, errors_in
from generator.folders import shown
from generator.locking import lock
from generator.model import Id, SiteUrl
from generator.pipeline import Options, build, make
from generator.render import Told
from generator.report import Form, report, warned
from generator.resolve import Drafts
from generator.schema import write_schemas
from generator.starter import start_explainer
from generator.support import support, table

if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

DONE, PROBLEMS, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
# No spaces or quotation marks, no steps up, and nothing behind the path.
_SITE_ADDRESS = re.compile(r"https?://[^\s/?#\"'<>\\]+(/(?!\.\.?(/|$))[^\s/?#\"'<>\\]*)*")
# Seconds after which a build says how far it is.
_LONG = 1.0
_FORMS = ", ".join(Form)
_HOME = Path(__file__).resolve().parent.parent


def main(arguments: Sequence[str]) -> int:
    """Carry out one command and return its exit code; whatever is not a bug ends in a message, not in a traceback."""
    options = _parser().parse_args(_with_command(arguments))
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A name of a file may hold what the terminal has no letter for; standard error escapes it by itself.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code: int | None = options.run(options)
    except SiteError as error:
        _show(error.problems, options)
        return PROBLEMS
    except UsageError as error:
        print(f"build.py: {error}", file=sys.stderr)
        return WRONG_USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code or DONE


def _with_command(arguments: Sequence[str]) -> Sequence[str]:
    """`build` is what is meant where no command is named."""
    named = bool(arguments) and (not arguments[0].startswith("-") or arguments[0] in {"-h", "--help"})
    return arguments if named else ["build", *arguments]


# ---------------------------------------------------------------- the commands


def _build(options: argparse.Namespace) -> None:
    start = time.monotonic()
    built = build(replace(_asked(options), told=_progress(start)), options.output)
    seconds = time.monotonic() - start
    more = warned(built.warnings, "`check` lists")
    print(f"Built {built.pages} pages in {seconds:.2f} s: {shown(options.output)}{more}")


def _check(options: argparse.Namespace) -> None:
    if options.report and options.format is not Form.TEXT:
        raise UsageError("--report is a table; ask for it without --format")
    try:
        built = make(replace(_asked(options), told=_progress(time.monotonic())))
    except SiteError as error:
        raise SiteError(_weighed(error.problems, options)) from None
    if options.report:
        print(table(support(built.site, built.lock)))
    problems = _weighed(built.warnings, options)
    if errors_in(problems):
        raise SiteError(problems)
    outcome = f"no problems in {built.pages} pages."
    if problems or options.format is Form.JSON:
        _show(problems, options, outcome)
    elif options.format is Form.TEXT:
        print(outcome.capitalize())


def _weighed(problems: Sequence[Problem], options: argparse.Namespace) -> tuple[Problem, ...]:
    """The problems as the command takes them: with --strict, warnings are errors."""
    if not options.strict:
        return tuple(problems)
    return tuple(
        replace(each, severity=Severity.ERROR) if each.severity is Severity.WARNING else each for each in problems
    )


def _show(problems: Sequence[Problem], options: argparse.Namespace, outcome: str = "nothing was written.") -> None:
    where = sys.stdout if options.format is Form.JSON else sys.stderr
    print(report(problems, options.format, colour=where.isatty(), outcome=outcome), file=where)


def _lock(options: argparse.Namespace) -> int | None:
    locked = lock(_asked(options), check=options.check)
    path = shown(locked.path)
    noted = f"{locked.counts} in {path}."
    if locked.problems:
        _show(locked.problems, options, "nothing was written." if options.check else f"noted {noted}")
        return PROBLEMS if errors_in(locked.problems) else DONE
    print(f"The copies agree with {path}." if options.check else f"Noted {noted}")
    return DONE


def _basemap(options: argparse.Namespace) -> None:
    written = cut(_asked(options), options.files, options.source)
    size = written.path.stat().st_size / 1000
    print(f"Cut {len(written.basemap.areas)} outlines around the places: {shown(written.path)}, {size:.0f} kB")


def _serve(options: argparse.Namespace) -> None:
    # Only here: the other commands are quicker without it.
    from generator.preview.server import serve  # noqa: PLC0415

    asked = _asked(options)
    # As long as the folder in which the command was given is there: it may be removed and restored.
    asked = replace(asked, content=asked.content.absolute(), templates=asked.templates.absolute())
    serve(asked, port=options.port, opens=options.open, netlify_toml=_HOME / "netlify.toml", tell=_tell)


def _tell(line: str) -> None:
    """Print a line at once. A preview goes on where none can be: the disk is full, or nobody is there to read."""
    with contextlib.suppress(OSError):
        print(line, flush=True)


def _new(options: argparse.Namespace) -> None:
    folder = start_explainer(options.folder)
    next_command = shlex.join(["python3", shown(_HOME / "build.py"), "--content", shown(folder)])
    print(f"Started an explainer in {shown(folder)}. Build it with:\n  {next_command}")


def _schema(options: argparse.Namespace) -> None:
    for path in write_schemas(options.content):
        print(f"Wrote {shown(path)}")


def _asked(options: argparse.Namespace) -> Options:
    return Options(
        content=options.content,
        templates=options.templates,
        base_url=options.base_url,
        drafts=Drafts.SHOW if options.drafts else Drafts.HIDE,
        jobs=options.jobs,
        copies=tuple(options.text),
    )


def _progress(start: float) -> Told:
    """Return what shows on a terminal how far a long build is; elsewhere it shows nothing."""

    def show(done: int, total: int) -> None:
        if sys.stderr.isatty() and time.monotonic() - start > _LONG:
            end = "\n" if done == total else ""
            print(f"\rRendered {done} of {total} pages", end=end, file=sys.stderr, flush=True)

    return show


# ---------------------------------------------------------------- what they are given


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Turn the facts and prose of a news explainer into a site. Without a command: build.",
        epilog="Exit codes: 0 done, 1 the content has problems, 2 wrong usage.",
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add(commands, "build", _build, "check, render and publish the site")
    check = _add(commands, "check", _check, "apply every rule, and write nothing")
    check.add_argument(
        "--format", type=_form, default=Form.TEXT, metavar="FORM", help=f"how problems are written: {_FORMS}"
    )
    check.add_argument("--strict", action="store_true", help="take warnings for problems")
    check.add_argument("--report", action="store_true", help="show what each fact rests on, as a table")
    _add_texts(check)
    lock_ = _add(commands, "lock", _lock, "find what is cited in your copies of the sources, and note it")
    lock_.add_argument("--check", action="store_true", help="only say whether copies and lock still agree")
    _add_texts(lock_)
    basemap = _add(commands, "basemap", _basemap, "cut the outlines around your places from a map of the world")
    basemap.add_argument("files", type=Path, nargs="+", metavar="FILE", help="GeoJSON, such as that of Natural Earth")
    basemap.add_argument("--source", default="Natural Earth", help="whose outlines they are (default: Natural Earth)")
    serve = _add(commands, "serve", _serve, "preview the site, drafts too, with live reload")
    serve.add_argument("--port", type=_port, default=8000, help="where to listen on 127.0.0.1 (default 8000)")
    serve.add_argument("--open", action="store_true", help="open the browser")
    serve.set_defaults(drafts=True)
    new = _add(commands, "new", _new, "start a small working explainer in DIR")
    new.add_argument("folder", type=Path, metavar="DIR", help="the content folder to make")
    _add(commands, "schema", _schema, "write the JSON Schemas by which editors complete and check the content")
    return parser


def _add(
    commands: Commands, name: str, run: Callable[[argparse.Namespace], int | None], does: str
) -> argparse.ArgumentParser:
    """Add a command, with the options that all of them take."""
    parser = commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.")
    parser.add_argument(
        "--content", type=Path, default=_HOME / "content", help="the writer's folder (default: content/)"
    )
    parser.add_argument("--templates", type=Path, default=_HOME / "templates", help="default: templates/")
    parser.add_argument("--output", type=Path, default=_HOME / "site", help="the folder of the site (default: site/)")
    parser.add_argument("--base-url", type=_web_address, help="stands in for base_url of site.yaml")
    parser.add_argument(
        "--drafts", action="store_true", help="include what is marked as a draft, and say so on the page"
    )
    parser.add_argument("--jobs", type=_processes, default=os.cpu_count() or 1, help="how many processes may render")
    parser.set_defaults(run=run, format=Form.TEXT, text=[])
    return parser


def _add_texts(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--text",
        type=_copy,
        action="append",
        metavar="ID=PATH",
        default=[],
        help="a copy of a source that is not in sources/",
    )


def _form(text: str) -> Form:
    if text not in {form.value for form in Form}:
        raise argparse.ArgumentTypeError(f"'{text}' is not a form of report; write {_FORMS}")
    return Form(text)


def _copy(text: str) -> tuple[Id, Path]:
    source, equals, path = text.partition("=")
    if not source or not equals or not path:
        raise argparse.ArgumentTypeError(f"'{text}' is not ID=PATH; write the id of a source, = and a file")
    if not Path(path).is_file():
        raise argparse.ArgumentTypeError(f"there is no file '{path}'")
    return Id(source), Path(path)


def _web_address(text: str) -> SiteUrl:
    try:
        whole = _SITE_ADDRESS.fullmatch(text) and urlsplit(text).hostname
    except ValueError:  # a host that cannot be one
        whole = None
    if not whole:
        raise argparse.ArgumentTypeError(f"'{text}' is not the address of a site; write it whole, from https:// on")
    return SiteUrl(text)


def _port(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"'{text}' is not a port; write a number up to 65535")
    return int(text)


def _processes(text: str) -> int:
    if not text.isascii() or not text.isdigit() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of processes; write 1 or more")
    return int(text)
