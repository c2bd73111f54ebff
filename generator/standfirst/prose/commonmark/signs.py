"""What each sign means within a line: escapes, breaks, code, emphasis, entities, addresses and comments."""

from __future__ import annotations

import re
from collections.abc import Callable
from types import MappingProxyType
from xml.etree.ElementTree import Element

from markdown.util import AtomicString

from standfirst.prose.commonmark.brackets import read_bang, read_bracket, read_closing_bracket
from standfirst.prose.commonmark.characters import ENTITY, ESCAPABLE, character_of, tree_text
from standfirst.prose.commonmark.emphasis import pair, run_at
from standfirst.prose.commonmark.inlines import InlinePart, Inlines

_SIGN = re.compile(r"[\\`*_\[\]!<&~\n]")
_TICKS = re.compile(r"`+")
# One backtick before a word, and behind none.
_OPENS_CODE = re.compile(r"(?:(?<!.)|[\s(\[])`(?=[^\s`])", re.DOTALL)
_AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>\x00-\x1f]*+)>")
_ADDRESS = re.compile(r"<([a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]++@[a-zA-Z0-9-]{1,63}(?:\.[a-zA-Z0-9-]{1,63})*+)>")
_RUN = {"*": re.compile(r"\*+"), "_": re.compile("_+")}
_STRUCK = re.compile(r"~~(?=[^\s~])[^~\n]*+~~")


def read_line(reader: Inlines) -> list[InlinePart]:
    """Return the text by its parts, in order."""
    while found := _SIGN.search(reader.text, reader.at):
        reader.add(reader.text[reader.at : found.start()])
        reader.at = found.start()
        _READERS[found[0]](reader)
    reader.add(reader.text[reader.at :])
    reader.end_line()
    pair(reader.runs)
    for run in reader.runs:
        if run.is_alone:
            message = "'**' is shown as it is written, as no other belongs to it"
            reader.state.report_oddity(
                run.offset, message, "write ** on both sides of the words, or \\*\\* for the signs"
            )
    return reader.parts


def _escape(reader: Inlines) -> None:
    """A backslash takes the meaning from a sign; at the end of a line it breaks the line."""
    following = reader.text[reader.at + 1 : reader.at + 2]
    if following == "\n":
        reader.at += 1
        _break(reader)
    else:
        reader.skip(following if following in ESCAPABLE else f"\\{following}", 2)


def _line_end(reader: Inlines) -> None:
    """The end of a line is a blank; behind two blanks, it breaks the line."""
    if reader.end_line().endswith("  "):
        _break(reader)
    else:
        reader.skip("\n", 1)
        reader.skip_blanks()


def _break(reader: Inlines) -> None:
    reader.put(Element("br"), reader.at + 1)
    reader.skip_blanks()


def _code(reader: Inlines) -> None:
    """Between two runs of as many backticks stands code."""
    found = _TICKS.match(reader.text, reader.at)
    assert found
    end = reader.ticks_like(len(found[0]), found.end())
    if end is None:
        if _OPENS_CODE.match(reader.text, reader.at - 1 if reader.at else 0):
            message = "'`' is shown as it is written, as no other belongs to it"
            hint = "write ` on both sides of the words, or \\` for the sign"
            reader.state.report_oddity(reader.written.offset(reader.at), message, hint)
        reader.skip(found[0], len(found[0]))
        return
    code = reader.text[found.end() : end].replace("\n", " ")
    if code.strip(" ") and code.startswith(" ") and code.endswith(" "):
        code = code[1:-1]
    element = Element("code")
    element.text = AtomicString(tree_text(code))
    reader.put(element, end + len(found[0]))


def _emphasis(reader: Inlines) -> None:
    """A run of signs, of which it is found out later what it begins or ends."""
    found = _RUN[reader.text[reader.at]].match(reader.text, reader.at)
    assert found
    run = run_at(reader.text, *found.span())
    run.offset = reader.written.offset(reader.at)
    reader.runs.append(run)
    reader.parts.append(run)
    reader.at = found.end()


def _tilde(reader: Inlines) -> None:
    """A mere sign, although two of them strike words through elsewhere."""
    found = _STRUCK.match(reader.text, reader.at)
    if found and reader.at >= reader.struck:
        reader.struck = found.end()
        hint = "take the signs out, and tell of what was wrong in an update"
        reader.state.report_oddity(reader.written.offset(reader.at), f"'{found[0]}' is shown as it is written", hint)
    reader.skip("~", 1)


def _entity(reader: Inlines) -> None:
    """A character by its name or number."""
    found = ENTITY.match(reader.text, reader.at)
    reader.skip(character_of(found[0]) if found else "&", len(found[0]) if found else 1)


def _angle(reader: Inlines) -> None:
    """An address in angle brackets is a link; a comment is left out; all else is text."""
    if reader.text.startswith("<!--", reader.at):
        _comment(reader)
    elif found := _AUTOLINK.match(reader.text, reader.at) or _ADDRESS.match(reader.text, reader.at):
        element = Element("a", {"href": tree_text(found[1] if found.re is _AUTOLINK else f"mailto:{found[1]}")})
        element.text = AtomicString(tree_text(found[1]))
        reader.put(element, found.end())
    else:
        reader.skip("<", 1)


def _comment(reader: Inlines) -> None:
    end = reader.text.find("-->", reader.at + 2)
    if end < 0:
        reader.state.report_loss(reader.written.offset(reader.at), "this comment does not end", "write --> behind it")
        reader.at = len(reader.text)
        return
    reader.at = end + 3
    before = reader.parts[-1] if reader.parts else "\n"
    if isinstance(before, str) and before[-1].isspace():
        reader.skip_blanks()


_READERS: MappingProxyType[str, Callable[[Inlines], None]] = MappingProxyType(
    {
        "\\": _escape,
        "\n": _line_end,
        "`": _code,
        "*": _emphasis,
        "_": _emphasis,
        "~": _tilde,
        "&": _entity,
        "<": _angle,
        "!": read_bang,
        "[": read_bracket,
        "]": read_closing_bracket,
    }
)
