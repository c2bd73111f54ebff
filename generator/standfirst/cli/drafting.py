"""The commands that propose facts: `draft` and `import`."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from standfirst.authoring.editor_schemas import keep_schemas
from standfirst.cli.common_arguments import add_command, options_of
from standfirst.cli.printing import print_line, print_outcome, visible_path
from standfirst.cli.shown_problems import show_problems
from standfirst.cli.values import KINDS, date, kind, path, source_id

if TYPE_CHECKING:
    from standfirst.cli.common_arguments import Subparsers


def add_draft(commands: Subparsers) -> None:
    """Add `draft`."""
    draft = add_command(commands, "draft", _draft, "propose facts from an article, as drafts for you to confirm")
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


def _draft(options: argparse.Namespace) -> None:
    if options.form == "json":
        _print_proposals(options)
        return
    from standfirst.commands.draft import draft  # noqa: PLC0415

    added = draft(options_of(options), options.article, options.source, options.published)
    keep_schemas(options.content)
    print_outcome(
        "\n".join((f"Drafted {added.counts} in {visible_path(added.folder)}:", *map(visible_path, added.files)))
    )


def _print_proposals(options: argparse.Namespace) -> None:
    from standfirst.commands.proposals import read_and_propose  # noqa: PLC0415
    from standfirst.draft.as_json import as_json  # noqa: PLC0415

    print_line(as_json(*read_and_propose(options.article, options.source, options.published)), sys.stdout)


def add_import(commands: Subparsers) -> None:
    """Add `import`."""
    does = "take facts from a table, TimelineJS, BibTeX, CSL or Wikidata, as drafts"
    import_ = add_command(commands, "import", _import, does)
    import_.add_argument("file", type=path, metavar="FILE", help="a file with one of these formats")
    import_.add_argument("--kind", type=kind, help=f"what the rows of a table, or items of Wikidata, are: {KINDS}")
    import_.add_argument("--dry-run", action="store_true", help="print what would be written, and write nothing")


def _import(options: argparse.Namespace) -> None:
    from standfirst.commands.import_facts import import_facts  # noqa: PLC0415

    taken = import_facts(options_of(options), options.file, options.kind, dry_run=options.dry_run)
    if taken.path is None:
        print_line(taken.text.removesuffix("\n"), sys.stdout)
    if taken.problems:
        show_problems(taken.problems, options, "the rest was taken." if taken.path else "nothing was written.")
    if taken.path:
        keep_schemas(options.content)
        print_outcome(f"Wrote {taken.counts} as drafts: {visible_path(taken.path)}")
