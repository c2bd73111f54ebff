"""The command about the past of an explainer: `changes`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from standfirst.cli.common_arguments import add_command, options_of, today_of
from standfirst.cli.exit_codes import DONE
from standfirst.cli.printing import print_line, print_outcome, visible_path
from standfirst.cli.shown_problems import show_problems
from standfirst.problems.errors import UsageError
from standfirst.problems.excerpts import visible

if TYPE_CHECKING:
    from standfirst.cli.common_arguments import Subparsers
    from standfirst.commands.changes import Found

# So many facts a line names.
_MOST_NAMED = 10


def add_changes(commands: Subparsers) -> None:
    """Add `changes`."""
    changes = add_command(commands, "changes", _changes, "say what the facts say that they did not say before")
    changes.add_argument(
        "--since",
        metavar="WHAT",
        help="what they are compared with: a commit, a day (the last commit on it or before), the folder or the "
        "address of a published site (default: HEAD)",
    )
    changes.add_argument(
        "--format",
        dest="form",
        choices=("text", "markdown", "json"),
        default="text",
        metavar="FORM",
        help="text: a line a fact; markdown: for a comment on a pull request; json: for programs",
    )
    changes.add_argument(
        "--draft", action="store_true", help="print an update that tells what no update tells yet, as a draft"
    )
    changes.add_argument("--write", action="store_true", help="add that update to the content")


def _changes(options: argparse.Namespace) -> int:
    from standfirst.commands.changes import changes  # noqa: PLC0415

    drafts = options.draft or options.write
    if drafts and options.form != "text":
        raise UsageError("a draft is YAML; ask for it without --format")
    asked = options_of(options)
    found = changes(asked, options.since, options.output)
    if drafts:
        _draft(found, options)
    else:
        _show(found, options)
    return DONE


def _show(found: Found, options: argparse.Namespace) -> None:
    from standfirst.changes.report import as_json, as_lines, as_markdown  # noqa: PLC0415

    if options.form == "json":
        print_line(as_json(found.facts, found.since, found.doubts), sys.stdout)
        return
    if options.form == "markdown":
        print_line(as_markdown(found.facts, found.since, found.doubts), sys.stdout)
        return
    for line in as_lines(found.facts):
        print_line(visible(line), sys.stdout)
    _tell_doubts(found, options)
    print_line(visible(_outcome(found, options)), sys.stderr)


def _tell_doubts(found: Found, options: argparse.Namespace) -> None:
    if found.problems:
        show_problems(found.problems, options, "what could not be read was not compared.")


def _outcome(found: Found, options: argparse.Namespace) -> str:
    """The last line: how many facts say something else, and of which of these no update tells."""
    from standfirst.changes.report import counts_of, untold  # noqa: PLC0415

    if not found.facts:
        older = "" if options.since else "; `--since` compares with an older commit, a day or a published site"
        which = "No fact that can be compared" if found.problems else "No fact"
        return f"{which} says anything else since {found.since}{older}."
    said = f"{counts_of(found.facts)} since {found.since}"
    if names := untold(found.facts):
        listed = [str(each.fact) for each in names[:_MOST_NAMED]]
        more = [f"{len(names) - len(listed)} more"] if len(names) > len(listed) else []
        return f"{said}. No update tells of {', '.join((*listed, *more))}; `--draft` proposes one."
    return f"{said}; updates tell of all that readers see."


def _draft(found: Found, options: argparse.Namespace) -> None:
    from standfirst.authoring.editor_schemas import keep_schemas  # noqa: PLC0415
    from standfirst.authoring.record_text import facts_text  # noqa: PLC0415
    from standfirst.changes.as_update import COMMENTS  # noqa: PLC0415
    from standfirst.commands.changes import write_draft  # noqa: PLC0415

    record = found.draft(today_of(options))
    _tell_doubts(found, options)
    if not record:
        print_line(visible(f"There is nothing to tell: {_outcome(found, options)}"), sys.stderr)
        return
    if not options.write:
        print_line(facts_text([record], COMMENTS).removesuffix("\n"), sys.stdout)
        return
    path = write_draft(options.content, record)
    keep_schemas(options.content)
    print_outcome(f"Drafted {record.fact_id} in {visible_path(path)}; write its text, and take out `draft: true`.")
