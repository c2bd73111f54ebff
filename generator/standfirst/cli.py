"""The commands: the only place that prints, and the only one that chooses an exit code."""

from __future__ import annotations

import argparse
import contextlib
import datetime
import io
import os
import shlex
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, NoReturn

from standfirst.authoring.editor_schemas import SchemaKeeper, keep_schemas
from standfirst.cached_build import build, finish_site
from standfirst.commands.arguments import CommandFunction, parser_of
from standfirst.commands.profile import Profile
from standfirst.model import UNCHANGING, Drafts, Due, Instant, Schedule
from standfirst.options import Options
from standfirst.problems.errors import Problem, Severity, SiteError, UsageError, errors_in, in_order
from standfirst.problems.excerpts import shorten_message, visible
from standfirst.problems.remedies import Replacement, suggest
from standfirst.problems.report import ReportFormat, ToldToPrograms, count_of_warnings, report
from standfirst.program import PACKAGE, Program
from standfirst.publishing.cache_folder import CacheFolder
from standfirst.reading.folders import display_path

if TYPE_CHECKING:
    from standfirst.commands.new import StartedProject
    from standfirst.pipeline import BuiltSite

DONE, PROBLEMS, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
# What a shell says of a program that wrote to a pipe nobody reads any more, and so ended.
BROKEN_PIPE = 141
# Seconds after which a build says how far it is.
_LONG = 1.0


class _NobodyReadsError(Exception):
    """Nobody reads what is printed: `| head` has seen enough."""


def main(typed: Sequence[str], *, home: Path = PACKAGE.parents[1], prog: str = "build.py") -> int:
    """Carry out one command and return its exit code; whatever is not a bug ends in a message, not in a traceback.

    `home` is the folder of the user's files, and `prog` what the program was called; without them it runs as build.py.
    """
    try:
        return _run_with_explanation(typed, Program(home, prog))
    except KeyboardInterrupt:
        return INTERRUPTED
    except _NobodyReadsError:
        return BROKEN_PIPE


def _run_with_explanation(typed: Sequence[str], program: Program) -> int:
    """Carry out one command; what the system refuses is explained and ends like wrong usage."""
    try:
        return _run(typed, program)
    except UsageError as error:
        said = str(error)
    except MemoryError:
        said = "there is not enough memory for this"
    except OSError as error:
        said = ": ".join(str(part) for part in (error.filename, error.strerror or error) if part)
    with contextlib.suppress(UsageError):
        _print(f"{program.name}: {visible(said)}", sys.stderr)
    return WRONG_USAGE


def _run(typed: Sequence[str], program: Program) -> int:
    options = parser_of(_COMMANDS, _Parser, program).parse_args(_with_command(typed))
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A name of a file may hold what the terminal has no letter for; standard error escapes it by itself.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        code: int | None = options.run(options)
    except SiteError as error:
        _show(_as_strict(error.problems, options), options)
        return PROBLEMS
    return code or DONE


def _with_command(typed: Sequence[str]) -> Sequence[str]:
    """`build` is meant where no command is named; `help` and `version` are options, which many type as commands."""
    match typed:
        case ["help", *of_what]:
            return [*of_what, "--help"]
        case ["version", *more]:
            return ["--version", *more]
        case [first, *_] if not first.startswith("-") or first in {"-h", "--help", "-V", "--version"}:
            return typed
    return ["build", *typed]


# ---------------------------------------------------------------- what they print


def _print(text: str, where: IO[str] | None, end: str = "\n") -> None:
    """Print lines at once, unless that place was closed from the start.

    Raises `_NobodyReadsError` where nobody reads them, `UsageError` where they cannot be written, to a full disk say.
    """
    if where is None:
        return
    try:
        print(text, file=where, end=end, flush=True)
    except OSError as error:
        # What is left is written when the program ends: somewhere it must go.
        with contextlib.suppress(OSError), open(os.devnull, "w", encoding="utf-8") as nowhere:
            os.dup2(nowhere.fileno(), where.fileno())
        if isinstance(error, BrokenPipeError):
            raise _NobodyReadsError from None
        name = "standard error" if where is sys.stderr else "standard output"
        raise UsageError(f"{name} cannot be written: {error.strerror}") from None


class _Parser(argparse.ArgumentParser):
    """A parser that prints as the commands do, and shows what was typed with every character visible."""

    def error(self, message: str) -> NoReturn:
        super().error(visible(shorten_message(message)))

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Refuse what is none of the choices, such as a command that there is not, and name the nearest of them."""
        try:
            super()._check_value(action, value)
        except argparse.ArgumentError as error:
            hint = suggest(str(value), action.choices or ()).hint
            raise argparse.ArgumentError(action, f"{error.message}; {hint}" if hint else error.message) from None

    def _print_message(self, message: str, file: object = None) -> None:
        is_asked_for = file is sys.stdout
        _print(message.removesuffix("\n"), sys.stdout if is_asked_for else sys.stderr)


def _print_outcome(line: str) -> None:
    """Print what a command has done; if that cannot be printed, the error still says what was done."""
    try:
        _print(line, sys.stdout)
    except UsageError as error:
        raise UsageError(f"{error}; {line}") from None


def _is_terminal(where: IO[str] | None) -> bool:
    return where is not None and where.isatty()


def _visible_path(path: Path) -> str:
    return visible(display_path(path))


# ---------------------------------------------------------------- the commands
# What only one of them needs is imported there: to import all of it takes longer than a build of what has not changed.


def _build(options: argparse.Namespace) -> None:
    start = time.monotonic()
    asked, profile = replace(_options_of(options), on_progress=_progress(start)), Profile()
    cache = _cache_of(options)
    if options.profile:
        if options.cluster:
            raise UsageError("--profile measures this process alone; ask for it without --cluster")
        asked, cache = replace(asked, on_stage=profile.begin_stage, on_page=profile.begin_page), None
    built = build(asked, options.output, cache)
    tables = f"\n\n{profile.tables()}" if options.profile else ""
    seconds = time.monotonic() - start
    more = count_of_warnings(built.warnings, "`check` lists")
    _print_outcome(f"Built {built.pages} pages in {seconds:.2f} s: {_visible_path(options.output)}{more}{tables}")
    _print_next_due(built.schedule)


def _check(options: argparse.Namespace) -> int:
    if options.report and options.format is not ReportFormat.TEXT:
        raise UsageError("--report is a table; ask for it without --format")
    if options.fix and options.report:
        raise UsageError("--fix changes what --report shows; ask for one of them at a time")
    if options.yes and not options.fix:
        raise UsageError("--yes answers what --fix asks; give both")
    asked = replace(_options_of(options), on_progress=_progress(time.monotonic()))
    if options.fix:
        return _fix(asked, options)
    schemas = SchemaKeeper(asked.content)
    asked = replace(asked, on_content=schemas.note)
    try:
        checked = _with_report(asked) if options.report else finish_site(asked, _cache_of(options))
    finally:
        schemas.renew()
    return _say_checked(checked.warnings, checked.pages, options, schedule=checked.schedule)


def _say_checked(
    problems: Sequence[Problem],
    pages: int,
    options: argparse.Namespace,
    done: str = "",
    schedule: Schedule = UNCHANGING,
) -> int:
    """Show what a check found, what was `done` if anything was, and what is due next; return the exit code."""
    found = _as_strict(problems, options)
    if errors_in(found):
        _show(found, options, done or "nothing was written.")
        return PROBLEMS
    outcome = "; ".join(filter(None, (f"no problems in {pages} pages", done))).removesuffix(".") + "."
    is_text = options.format is ReportFormat.TEXT
    if found or options.format.is_document or (schedule.next_due and not is_text):
        _show(found, options, outcome, schedule.next_due)
    elif is_text:
        _print(outcome.capitalize(), sys.stdout)
    if is_text:
        _print_next_due(schedule)
    return DONE


def _print_next_due(schedule: Schedule) -> None:
    """Print when the site is to be built again, if ever: the last line, where programs find it."""
    if schedule.next_due:
        _print(str(schedule.next_due), sys.stdout)


def _fix(asked: Options, options: argparse.Namespace) -> int:
    """Make the changes that messages name exactly, or only show them where nobody agrees to them."""
    from standfirst.fixing.diff import diff_of  # noqa: PLC0415
    from standfirst.fixing.fix import fix, write_fixed  # noqa: PLC0415

    fixed = fix(asked)
    if not fixed.files:
        return _say_checked(fixed.after.problems, fixed.after.pages, options)
    # What is printed for programs stands alone.
    where = sys.stdout if options.format is ReportFormat.TEXT else sys.stderr
    _print(diff_of(fixed.files, colour=_is_terminal(where)), where)
    if options.yes or _agrees("Make these changes?"):
        write_fixed(fixed.files)
        return _say_checked(fixed.after.problems, fixed.after.pages, options, f"made {fixed.counts}.")
    _show(_as_strict(fixed.before.problems, options), options, f"nothing was written; --yes makes {fixed.counts}.")
    return PROBLEMS


def _agrees(question: str) -> bool:
    """Ask on a terminal; elsewhere nobody agrees."""
    if not (_is_terminal(sys.stdin) and _is_terminal(sys.stdout)):
        return False
    _print(f"{question} [y/N] ", sys.stdout, end="")
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def _with_report(asked: Options) -> BuiltSite:
    """Make the site and print what its facts rest on, which the cache does not keep."""
    from standfirst.commands.check_report import support_of_facts, support_table  # noqa: PLC0415
    from standfirst.pipeline import make_site  # noqa: PLC0415

    built = make_site(asked)
    _print(support_table(support_of_facts(built.site, built.lock)), sys.stdout)
    return built


def _as_strict(problems: Sequence[Problem], options: argparse.Namespace) -> tuple[Problem, ...]:
    """The problems as the command takes them: with --strict, warnings are errors."""
    if not options.strict:
        return tuple(problems)
    taken = (replace(each, severity=Severity.ERROR) if each.severity is Severity.WARNING else each for each in problems)
    return in_order(taken)


def _show(
    problems: Sequence[Problem],
    options: argparse.Namespace,
    outcome: str = "nothing was written.",
    due: Due | None = None,
) -> None:
    where = sys.stdout if options.format.is_document else sys.stderr
    fixes = _fixes_of(problems)
    if fixes and not options.fix:
        outcome += f" `check --fix` mends {len(fixes)} of them." if len(problems) > 1 else " `check --fix` mends it."
    said = report(
        problems, options.format, colour=_is_terminal(where), outcome=outcome, told=ToldToPrograms(fixes, due)
    )
    _print(said, where)


def _fixes_of(problems: Sequence[Problem]) -> Mapping[Problem, Sequence[Replacement]]:
    if not any(problem.fix for problem in problems):
        return {}
    from standfirst.fixing.exact import exact_fixes  # noqa: PLC0415

    return exact_fixes(problems)


def _lock(options: argparse.Namespace) -> int | None:
    from standfirst.commands.lock import lock  # noqa: PLC0415

    locked = lock(_options_of(options), check=options.check)
    path = _visible_path(locked.path)
    noted = f"{locked.counts} in {path}."
    if locked.problems:
        _show(locked.problems, options, "nothing was written." if options.check else f"noted {noted}")
        return PROBLEMS if errors_in(locked.problems) else DONE
    _print_outcome(f"The copies agree with {path}." if options.check else f"Noted {noted}")
    return DONE


def _basemap(options: argparse.Namespace) -> None:
    from standfirst.commands.basemap import cut_basemap  # noqa: PLC0415

    written = cut_basemap(_options_of(options), options.files, options.source)
    size = written.path.stat().st_size / 1000
    _print_outcome(
        f"Cut {len(written.basemap.areas)} outlines around the places: {_visible_path(written.path)}, {size:.0f} kB"
    )


def _serve(options: argparse.Namespace) -> None:
    from standfirst.preview.server import serve  # noqa: PLC0415

    asked = _options_of(options)
    # As long as the folder in which the command was given is there: it may be removed and restored.
    asked = replace(asked, content=asked.content.absolute(), templates=asked.templates and asked.templates.absolute())
    netlify_toml = (options.program.home / "netlify.toml").absolute()
    serve(asked, port=options.port, opens=options.open, netlify_toml=netlify_toml, tell=_print_if_possible)


def _print_if_possible(line: str) -> None:
    """Print a line at once. A preview goes on where none can be: the disk is full, or nobody is there to read."""
    with contextlib.suppress(UsageError, _NobodyReadsError):
        _print(line, sys.stdout)


def _new(options: argparse.Namespace) -> None:
    from standfirst.commands.new import CONTENT, start_explainer, start_project  # noqa: PLC0415

    kept: Sequence[str] = ()
    if options.content_only:
        folder = start_explainer(options.folder)
        what, next_, steps = "an explainer", "Build", [_typed(options, "--content", folder)]
    else:
        started = start_project(options.folder)
        folder, kept = started.folder, tuple(_lines_of_kept(started))
        what, next_, steps = "a project", "Preview", [_typed(options, "serve", "--content", folder / CONTENT)]
        # The program may be at home in the working folder.
        if options.program.home == Path():
            there = [] if _is_here(folder) else [shlex.join(["cd", display_path(folder)])]
            steps = [*there, _typed(options, "serve")]
    where = "this folder" if _is_here(folder) else _visible_path(folder)
    said = "\n  ".join([f"Started {what} in {where}. {next_} it with:", *map(visible, steps)])
    _print_outcome("\n".join([said, *kept]))


def _lines_of_kept(started: StartedProject) -> Iterator[str]:
    """What was in a folder before its project, and what to do about it."""
    if started.adds_ignored:
        yield "Added to .gitignore what is not to be committed: copies of sources, and what commands make."
    if started.kept:
        yield "These were there, and are as they were (`new` in another folder writes ours, to compare with):"
        yield from (f"  {path}: {see_to}" if see_to else f"  {path}" for path, see_to in started.kept.items())


def _is_here(folder: Path) -> bool:
    return display_path(folder) == "."


def _typed(options: argparse.Namespace, *arguments: str | Path) -> str:
    """A command as its user would type it in a shell."""
    script = (Path(word) if os.sep in word else word for word in options.program.command)
    return shlex.join(display_path(each) if isinstance(each, Path) else each for each in (*script, *arguments))


def _draft(options: argparse.Namespace) -> None:
    if options.form == "json":
        _print_proposals(options)
        return
    from standfirst.commands.draft import draft  # noqa: PLC0415

    added = draft(_options_of(options), options.article, options.source, options.published)
    keep_schemas(options.content)
    _print_outcome(
        "\n".join((f"Drafted {added.counts} in {_visible_path(added.folder)}:", *map(_visible_path, added.files)))
    )


def _import(options: argparse.Namespace) -> None:
    from standfirst.commands.import_facts import import_facts  # noqa: PLC0415

    taken = import_facts(_options_of(options), options.file, options.kind, dry_run=options.dry_run)
    if taken.path is None:
        _print(taken.text.removesuffix("\n"), sys.stdout)
    if taken.problems:
        _show(taken.problems, options, "the rest was taken." if taken.path else "nothing was written.")
    if taken.path:
        keep_schemas(options.content)
        _print_outcome(f"Wrote {taken.counts} as drafts: {_visible_path(taken.path)}")


def _cite(options: argparse.Namespace) -> int:
    from standfirst.commands.cite import cite  # noqa: PLC0415
    from standfirst.desk.citation_text import as_json, as_text  # noqa: PLC0415

    words = sys.stdin.read() if options.words == ["-"] else " ".join(options.words)
    answer = cite(_options_of(options), words, options.source)
    if answer.problems:
        _show(answer.problems, options, "the words were sought in the other copies.")
    if options.form == "json":
        _print(as_json(answer.found, answer.nearest), sys.stdout)
    elif answer.found:
        _print(as_text(answer.found, answer.recorded), sys.stdout)
    if said := answer.more if answer.found else answer.why_not:
        _print(f"{options.program.name}: {visible(said)}", sys.stderr)
    return DONE if answer.found else PROBLEMS


def _print_proposals(options: argparse.Namespace) -> None:
    from standfirst.commands.proposals import read_and_propose  # noqa: PLC0415
    from standfirst.draft.as_json import as_json  # noqa: PLC0415

    _print(as_json(*read_and_propose(options.article, options.source, options.published)), sys.stdout)


def _source_add(options: argparse.Namespace) -> None:
    from standfirst.commands.source import AskedSource, add_source  # noqa: PLC0415

    asked = AskedSource(
        where=options.where,
        today=_today(),
        id=options.id,
        accessed=options.accessed,
        archive=options.archive,
    )
    added = add_source(_options_of(options), asked)
    keep_schemas(options.content)
    _print_outcome("\n".join(map(visible, added.lines)))


def _today() -> datetime.date:
    """Today, by the clock: it is a fact when somebody read a page."""
    return datetime.date.today()


def _recheck(options: argparse.Namespace) -> int:
    from standfirst.commands.recheck import AskedRecheck, as_json, recheck  # noqa: PLC0415

    asked = AskedRecheck(
        today=options.today or _today(),
        only=tuple(options.only),
        pause=options.pause,
        most_seconds=options.timeout,
        on_visit=_progress(time.monotonic(), "Visited {} of {} addresses"),
    )
    done = recheck(_options_of(options), asked)
    outcome = f"noted {done.counts}, in {_visible_path(done.path)}."
    if options.format is ReportFormat.JSON:
        _print(as_json(done), sys.stdout)
    elif options.format is ReportFormat.TEXT:
        _print("\n".join(map(visible, done.lines)), sys.stdout)
    if options.format is ReportFormat.GITLAB or (done.problems and options.format is not ReportFormat.JSON):
        _show(done.problems, options, outcome)
    else:
        _print(f"{outcome[0].upper()}{outcome[1:]}", sys.stderr)
    return PROBLEMS if errors_in(done.problems) else DONE


def _schema(options: argparse.Namespace) -> None:
    from standfirst.commands.schema import renew_schemas  # noqa: PLC0415

    for path in renew_schemas(options.content):
        _print_outcome(f"Wrote {_visible_path(path)}")


def _docs(options: argparse.Namespace) -> None:
    from standfirst.commands.docs import list_of_pages, text_of_page  # noqa: PLC0415

    said = list_of_pages(options.program) if options.page is None else text_of_page(options.page)
    _print(said.removesuffix("\n"), sys.stdout)


def _templates(options: argparse.Namespace) -> None:
    from standfirst.commands.templates import copy_templates, templates_overview  # noqa: PLC0415

    if options.action == "list":
        if options.names:
            raise UsageError("templates are listed all together; leave out their names, or write `templates copy NAME`")
        _print(templates_overview(_options_of(options)), sys.stdout)
        return
    if not options.names:
        raise UsageError("name what to copy, as in `templates copy pages/actor.html`")
    for path in copy_templates(_options_of(options), options.names):
        _print_outcome(f"Copied {_visible_path(path)}")


def _options_of(options: argparse.Namespace) -> Options:
    return Options(
        content=options.content,
        templates=options.templates,
        base_url=options.base_url,
        drafts=Drafts.SHOW if options.drafts else Drafts.HIDE,
        # The one clock that decides what is published, read once: whoever says `--now` gets the same site at any time.
        now=Instant(int(time.time())) if options.now is None else options.now,
        jobs=options.jobs,
        cluster=options.cluster,
        copies=tuple(options.text),
    )


def _cache_of(options: argparse.Namespace) -> CacheFolder | None:
    return CacheFolder.within(options.cache) if options.cache else None


def _progress(start: float, said: str = "Rendered {} of {} pages") -> Callable[[int, int], None]:
    """Return what shows on a terminal how far a long command is; elsewhere it shows nothing."""

    def show(done: int, total: int) -> None:
        if _is_terminal(sys.stderr) and time.monotonic() - start > _LONG:
            end = "\n" if done == total else ""
            # A terminal may be closed: the build is not for its sake.
            with contextlib.suppress(OSError):
                print(f"\r{said.format(done, total)}", end=end, file=sys.stderr, flush=True)

    return show


_COMMANDS: Mapping[str, CommandFunction] = MappingProxyType(
    {
        "build": _build,
        "check": _check,
        "lock": _lock,
        "basemap": _basemap,
        "draft": _draft,
        "cite": _cite,
        "serve": _serve,
        "new": _new,
        "schema": _schema,
        "templates": _templates,
        "docs": _docs,
        "source add": _source_add,
        "recheck": _recheck,
        "import": _import,
    }
)
