"""Parts of a text that YAML silently leaves out: comments, anchors, ends of lines.

The text that is left still reads as one, and may even stand verbatim in its source.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import pairwise

from standfirst.model import MarkdownForm
from standfirst.problems.errors import Problem, Severity
from standfirst.problems.excerpts import shorten_value
from standfirst.reading.yaml.curly_quotes import CURLY_QUOTES, curly_quotes_message, enclosing_curly_quotes
from standfirst.reading.yaml.nodes import ScalarNode

_COMMENT = re.compile(r"[ \t]+(?P<lost>#[^\n]*)")
_COMMENT_BELOW = re.compile(r"[ \t]*\n(?P<indent> +)(?P<lost>#[^\n]*)")
_ONLY_A_COMMENT = re.compile(r"[ \t]*#")
_NAME = re.compile(r"&(?P<name>[^\s,\[\]{}]+)")
_IN_BRACKETS = re.compile(r"\s*(?P<mark>[,\]}])")
# What other YAML parsers read as null.
_NOTHING = frozenset({"~", "null", "Null", "NULL"})
_REPEATED = re.compile(r"\*([^\s,\[\]{}]+)")
_LINE = re.compile(r"[^\n]+")
# What begins a block of Markdown at the beginning of a line.
_BLOCK = re.compile(r"[ \t]*(?:[-*+] |\d{1,2}[.)] |#{1,6} |> |\||```)")


def unread_parts(scalar: ScalarNode, form: MarkdownForm | None) -> Iterator[Problem]:
    """Yield a warning for each part of a text that is left out or read as something else."""
    if scalar.plain:
        yield from _cut_off(scalar)
        if scalar.text in _NOTHING:
            message = f"'{scalar.text}' is a text here, and readers see it"
            yield _warning(scalar, scalar.start, message, "leave the key out, or quote it if it is meant")
    if scalar.plain and form is None:
        yield from _in_curly_marks(scalar)
    if scalar.file.text.startswith("&", scalar.start):
        yield from _unused_anchor(scalar)
    if form is MarkdownForm.BLOCK and not scalar.file.text.startswith("|", scalar.start):
        yield from _run_together(scalar)
    if form is MarkdownForm.INLINE:
        yield from _no_blocks(scalar)


def unread_sign(scalar: ScalarNode) -> str:
    """Return the character that makes YAML read a text as nothing, if one does; else an empty string."""
    text = scalar.file.text
    if _ONLY_A_COMMENT.match(text, scalar.end):
        return "#"
    begins = text[scalar.start : min(scalar.start + 1, scalar.end)]
    return begins if begins in {"&", "!", "|", ">"} else ""


def _cut_off(scalar: ScalarNode) -> Iterator[Problem]:
    text = scalar.file.text
    if found := _COMMENT.match(text, scalar.end):
        message = f"what stands behind # is not read: “{shorten_value(found['lost'])}”"
        hint = "quote the text, or put the comment on a line of its own"
        yield _warning(scalar, found.start("lost"), message, hint)
    elif (found := _COMMENT_BELOW.match(text, scalar.end)) and len(found["indent"]) > _depth(scalar):
        message = f"this line begins with #, and is not read: “{shorten_value(found['lost'])}”"
        hint = "quote the text, or indent a comment like the key above it"
        yield _warning(scalar, found.start("lost"), message, hint)


def _depth(scalar: ScalarNode) -> int:
    """Return the indentation of the key or item that a text belongs to; deeper lines continue the text."""
    text = scalar.file.text
    before = text[text.rfind("\n", 0, scalar.start) + 1 : scalar.start]
    indent = len(before) - len(before.lstrip(" "))
    return indent - 1 if indent == len(before) else indent


def _unused_anchor(scalar: ScalarNode) -> Iterator[Problem]:
    """Yield a warning if a text begins with an anchor that no alias repeats."""
    name = _NAME.match(scalar.file.text, scalar.start, scalar.end)
    if name and name["name"] not in _repeated(scalar.file.text):
        message = f"'{name[0]}' is not read: to YAML it names a value, and nothing repeats it"
        yield _warning(scalar, scalar.start, message, 'quote the text, "like this"')


def _in_curly_marks(scalar: ScalarNode) -> Iterator[Problem]:
    """Yield a warning if a value in brackets has curly quotes, around it or where a comma ends it."""
    text, end = scalar.text, _IN_BRACKETS.match(scalar.file.text, scalar.end)
    if end and (marks := enclosing_curly_quotes(text)):
        hint = f'write " in their place, or around them: "{marks[0]}…{marks[1]}"'
        yield _warning(scalar, scalar.start, curly_quotes_message(marks), hint)
    elif (
        end
        and end["mark"] == ","
        and _is_item(scalar)
        and not any(mark in text for mark in CURLY_QUOTES.get(text[0], text))
    ):
        message = f"{text[0]} is no quotation mark to YAML, and the text ends at the comma"
        yield _warning(scalar, scalar.end, message, 'put " around the whole text')


def _is_item(scalar: ScalarNode) -> bool:
    """Whether a text in brackets is an item of a list. In braces, the key that the comma makes is a problem already."""
    return not scalar.file.text[: scalar.start].rstrip().endswith(":")


@functools.lru_cache(maxsize=1)
def _repeated(text: str) -> frozenset[str]:
    return frozenset(_REPEATED.findall(text))


def _run_together(scalar: ScalarNode) -> Iterator[Problem]:
    """Yield a warning for the first line that was to begin a block of Markdown and is joined to the line above."""
    written = scalar.file.text[scalar.start : scalar.end].rstrip()
    if "\n" not in written:
        return
    lines = [*_LINE.finditer(written)]
    is_block = written.startswith(">")
    depth = min((len(each[0]) - len(each[0].lstrip()) for each in lines[1:] if each[0].strip()), default=0)
    said = [each for each in lines[is_block:] if each[0].strip()]
    for above, line in pairwise(said):
        between = written.count("\n", above.end(), line.start())
        if is_block and any(each[0][depth] in " \t" for each in (above, line)):
            continue  # Deeper lines of a folded text are kept as they are.
        if between == 2 or (between == 1 and _BLOCK.match(line[0])):
            what = "paragraph" if between == 2 else "list, heading or table"
            message = f"no {what} begins here, as YAML joins this line to the one above"
            hint = "put a | behind the key, and all of the text on the lines below it"
            at = line.end() - len(line[0].lstrip())
            yield _warning(scalar, scalar.start + at, message, hint)
            return


def _no_blocks(scalar: ScalarNode) -> Iterator[Problem]:
    """Yield a warning for the first line that was to begin a block in a text of inlines, where readers see the sign."""
    blocks = [line[0].strip() for line in _LINE.finditer(scalar.text) if _BLOCK.match(line[0])]
    # A single number may be part of a name: 1. FC Köln.
    if len(blocks) > 1 or (blocks and not blocks[0][0].isdigit()):
        message = (
            f"“{shorten_value(blocks[0])}” begins nothing here: the text is one run of words, and readers see the sign"
        )
        hint = "leave the sign out, or say it where there is room for more: in a `text`, or in a section"
        yield Problem(scalar.origin_of(blocks[0], 0), message, hint, Severity.WARNING)


def _warning(scalar: ScalarNode, offset: int, message: str, hint: str) -> Problem:
    return Problem(scalar.origin_at(offset), message, hint, Severity.WARNING)
