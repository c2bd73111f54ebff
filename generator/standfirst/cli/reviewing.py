"""The command about who vouches for what: `review`."""

from __future__ import annotations

import argparse
import shutil
import sys
from typing import TYPE_CHECKING

from standfirst.cli.common_arguments import add_command, add_texts, options_of, today_of
from standfirst.cli.printing import is_terminal, print_line, print_outcome, visible_path
from standfirst.problems.errors import UsageError
from standfirst.problems.excerpts import visible

if TYPE_CHECKING:
    from standfirst.cli.common_arguments import Subparsers
    from standfirst.commands.review import ReviewSession
    from standfirst.model import PersonName
    from standfirst.options import Options

_FEWEST_COLUMNS = 40


def add_review(commands: Subparsers) -> None:
    """Add `review`."""
    does = "read facts beside the passages that they cite, and note in reviews.yaml who vouches that these support them"
    review = add_command(commands, "review", _review, does)
    review.add_argument(
        "named", nargs="*", metavar="KIND:ID", help="a fact, or a kind such as claims (default: all that waits for you)"
    )
    review.add_argument("--as", dest="by", metavar="NAME", help="who vouches (default: the name that Git has of you)")
    instead = review.add_mutually_exclusive_group()
    instead.add_argument("--list", action="store_true", help="only list what waits, as is done without a terminal")
    instead.add_argument("--yes", action="store_true", help="vouch for the facts that are named, without asking")
    add_texts(review)


def _review(options: argparse.Namespace) -> None:
    from standfirst.commands.review import AskedReview, ReviewSession  # noqa: PLC0415

    asked = options_of(options)
    walks = not (options.list or options.yes) and is_terminal(sys.stdin) and is_terminal(sys.stdout)
    by = _name(options, asked, asks=walks)
    review = ReviewSession(asked, AskedReview(by=by, today=today_of(options), named=tuple(options.named)))
    if options.yes:
        count = review.vouch_for_named()
        print_outcome(f"{visible(by)} vouches for {_facts(count)}, in {visible_path(review.path)}.")
    elif walks:
        _walk(review, by)
    else:
        _list(review, by)


def _name(options: argparse.Namespace, asked: Options, *, asks: bool) -> PersonName:
    """Who reviews: as is said, or as Git knows them, or as they answer; empty where nobody needs to know."""
    from standfirst.desk.reviewing import read_name  # noqa: PLC0415
    from standfirst.history.git import user_name  # noqa: PLC0415
    from standfirst.model import PersonName  # noqa: PLC0415

    if options.by is not None:
        return read_name(options.by)
    typed = user_name(asked.content) or (asks and _Terminal().ask("Who vouches? Your name: ")) or ""
    if typed.strip():
        return read_name(typed)
    if asks or options.yes:
        raise UsageError("nobody knows who vouches; say it with --as NAME")
    return PersonName("")


def _list(review: ReviewSession, by: str) -> None:
    lines = [visible(line) for line in review.lines_of_queue()]
    for_whom = f" for {visible(by)}" if by else ""
    said = f"{_facts(len(lines))} {'waits' if len(lines) == 1 else 'wait'}{for_whom}." if lines else ""
    print_line("\n".join([*lines, said or f"Nothing waits{for_whom}."]), sys.stdout)


def _walk(review: ReviewSession, by: str) -> None:
    from standfirst.commands.review import walk  # noqa: PLC0415

    waits = len(review.queue)
    print_line(
        f"{_facts(waits)} to read, as {visible(by)}." if waits else f"Nothing waits for {visible(by)}.", sys.stdout
    )
    walked = walk(review, _Terminal())
    if walked.refused:
        print_line("\nNot supported, to be mended:\n" + "\n".join(map(visible, walked.refused)), sys.stdout)
    if walked.vouched:
        print_outcome(f"\nVouched for {_facts(walked.vouched)}, in {visible_path(review.path)}: commit it.")


def _facts(count: int) -> str:
    return f"{count} fact{'' if count == 1 else 's'}"


class _Terminal:
    """The terminal at which somebody reviews."""

    @property
    def width(self) -> int:
        return max(_FEWEST_COLUMNS, shutil.get_terminal_size().columns)

    def show(self, text: str) -> None:
        print_line(text, sys.stdout)

    def ask(self, question: str) -> str | None:
        print_line(question, sys.stdout, end="")
        try:
            typed = sys.stdin.readline()
        except KeyboardInterrupt:
            # Who interrupts is told all the same what is to be mended.
            typed = ""
        if not typed:
            print_line("", sys.stdout)
        return typed or None
