"""The messages of YAML's parser about a text that is not YAML, in words that help its writer."""

from __future__ import annotations

import re
from typing import Any

import yaml

from standfirst.model import Origin
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem
from standfirst.problems.remedies import Replacement
from standfirst.reading.files import InputFile, origin_in_file
from standfirst.reading.yaml.curly_quotes import CURLY_QUOTES, curly_quotes_message

_QUOTE = 'quote the whole value, "like this"'
_QUOTE_IN_BRACKETS = 'quote each text in them, "like this", or check the commas'
_CLOSING = {"[": "]", "{": "}"}
# The message about brackets in brackets that nobody means, and its hint.
TOO_DEEP = ("values are nested too deeply here", "close the brackets before it")
_DOCUMENT_END = re.compile(r"(?:\A|\n)(?P<end>\.\.\.)[ \t]*(?:#[^\n]*)?(?:\n[ \t]*(?:#[^\n]*)?)*\Z")
_PAIR = re.compile(r"\s*(?:- +)?(?P<key>[\w-]+): +(?P<inner>.+)")
_OURS, _BETWEEN, _THEIRS = (re.compile(sign, re.MULTILINE) for sign in ("^<{7} ", "^={7}$", "^>{7} "))
_ITEM_ABOVE = re.compile(r"\n(?P<indent> *)- [^\n]*\n(?P=indent)\Z")
_KEY = re.compile(r"\s*(- +)?[^\s:]+")


@frozen
class _Explanation:
    """What is wrong, and what to do; `opens` if the fault is where the value begins, not where the parser gave up."""

    message: str
    hint: str
    opens: bool = False


_TAB = _Explanation("a tab stands here", "indent with spaces")
_STAR = _Explanation("an item of a list begins with - and a space, not with *", "write - in its place")
_SECOND_COLON = _Explanation("the value breaks off at this colon", _QUOTE)
_DASH = _Explanation(
    "a dash begins an item of a list here, and its neighbours have none", "leave it out, or write all as a list"
)
_NO_DASH = _Explanation(
    "this line stands in a list, and does not begin with a dash", "write - before it, or indent it further"
)
_LINE_ABOVE = _Explanation(
    "this line does not fit under the one above",
    "indent it like its neighbours, and give each key a colon and a space",
)
_INDENTATION = _Explanation(
    "this line does not stand under the key that it belongs to", "indent it exactly like its neighbours"
)
_AFTER_QUOTATION = _Explanation(
    "the value ended at a quotation mark before this",
    "close the quotation mark above, or put the other sort, ' or \", around the whole value",
)
_AFTER_BRACKET = _Explanation("the value ended at the bracket before this", _QUOTE)
_ESCAPE = _Explanation(
    "a backslash between these quotation marks means something of its own", "double it, or use ' in place of \""
)
_DIRECTIVE = _Explanation("a line that begins with % is read as an order to YAML’s parser", _QUOTE, opens=True)
_TAG = _Explanation("a value that begins with ! is read as a tag, and this is none", _QUOTE, opens=True)
_NOT_A_KEY = _Explanation(
    "this line is not `key: value`",
    "indent it further if it belongs to the text above, else add a colon and a space",
    opens=True,
)
# The cause of these is often some lines above.
_PERHAPS_ABOVE = (_LINE_ABOVE, _INDENTATION, _AFTER_QUOTATION, _NOT_A_KEY)
_IN_BRACKETS = _Explanation("what stands in brackets breaks off here", _QUOTE_IN_BRACKETS)

# Words in the parser's messages, and what they mean. {mark} is the character at the place.
_MEANINGS = (
    ("tab character", _TAB),
    (
        "unexpected end of stream",
        _Explanation("the quotation mark that opens here is not closed", "close it", opens=True),
    ),
    ("could not find expected ':'", _NOT_A_KEY),
    *((words, _ESCAPE) for words in ("escape c", "expected hexdecimal")),
    ("<document start>", _INDENTATION),
    ("unexpected ':'", _SECOND_COLON),
    ("non-alphabetical", _DIRECTIVE),
    *(
        (words, _DIRECTIVE)
        for words in ("directive", "digit or '.'", "expected version", "extremely long version", "%YAML")
    ),
    *((words, _TAG) for words in ("tag", "expected '!'", "URI")),
    # PyYAML from 6.0.4 on counts brackets itself.
    ("nesting depth", _Explanation(*TOO_DEEP)),
    ("node content", _Explanation("a value is expected here", "write one, or close the bracket before it")),
    *(
        (words, _Explanation("a value cannot begin with {mark} unless it is quoted", _QUOTE, opens=True))
        for words in (
            "cannot start any token",
            "not allowed in this context",
            "alphabetic or numeric character",
            "whitespace or line break",
            "comment or line break",
            "undefined tag handle",
        )
    ),
)


def merge_conflict_in(file: InputFile) -> Problem | None:
    """Return the problem of the first merge conflict that Git left in a file, if there is one."""
    found = _OURS.search(file.text) if "<<<<<<< " in file.text else None
    between = _BETWEEN.search(file.text, found.end()) if found else None
    if not found or not between or not _THEIRS.search(file.text, between.end()):
        return None
    message = "two versions of what stands here could not be joined, and both are left"
    hint = f"keep one, and delete the lines that begin with {'<' * 7}, {'=' * 7} and {'>' * 7}"
    return Problem(origin_in_file(file, found.start()), message, hint)


def mark_of(error: Any) -> yaml.Mark:
    """Return where the parser gave up."""
    # It marks every error; its types also allow for errors made by hand.
    mark: yaml.Mark = error.problem_mark
    return mark


def syntax_problem(file: InputFile, error: yaml.MarkedYAMLError) -> Problem:
    """Return the problem of an error of the parser: at its cause if that can be told, else where the parser gave up."""
    # Few explainers have a fault whose cause is to be sought.
    from standfirst.reading.yaml.fault_lines import accidental_comment, cause_of  # noqa: PLC0415

    mark = mark_of(error)
    there = mark.index
    opened = error.context_mark.index if error.context_mark else there
    words = error.problem or ""
    if cause := accidental_comment(file.text, mark):
        return cause.as_problem(file.path)
    if "<document start>" in words and (ended := _DOCUMENT_END.search(file.text[:there])):
        message = "the YAML of this file ends at this line, and more stands below it"
        return Problem(origin_in_file(file, ended.start("end")), message, "delete the line")
    if "expected ','" in words and "\n" in file.text[opened:there]:
        return _unclosed(file, opened, there)
    meaning = _meaning(words, file.text[:there], file.text[there : there + 2])
    if meaning in _PERHAPS_ABOVE and (cause := cause_of(file.text, mark)):
        return cause.as_problem(file.path)
    at = opened if meaning.opens else there
    if meaning is _NOT_A_KEY and _ITEM_ABOVE.search(file.text, 0, at):
        meaning = _NO_DASH
    if file.text[at : at + 1] == "*" and not file.text[:at].rpartition("\n")[2].strip():
        meaning = _STAR
    origin = origin_in_file(file, at)
    message = meaning.message.replace("{mark}", file.text[at : at + 1])
    return Problem(origin, message, meaning.hint, fix=_fix(meaning, file, mark, origin))


def _fix(meaning: _Explanation, file: InputFile, fault: yaml.Mark, origin: Origin) -> tuple[Replacement, ...]:
    if meaning is _STAR:
        return (Replacement(origin, "* ", "- ", literal=True),)
    if meaning.hint != _QUOTE:
        return ()
    # As above.
    from standfirst.reading.yaml.missing_quotes import quoting_of  # noqa: PLC0415

    return quoting_of(file, fault, origin.line - 1)


def _second_colon(line: str) -> _Explanation:
    """Return what is wrong with a colon in a value that begins in a line."""
    # As above.
    from standfirst.reading.yaml.fault_trials import NESTED_KEYS  # noqa: PLC0415

    found = _PAIR.match(line)
    if not found:
        return _SECOND_COLON
    key, inner = found["key"], found["inner"]
    if inner[0] in CURLY_QUOTES:
        closing = CURLY_QUOTES[inner[0]][0]
        return _Explanation(
            f"{curly_quotes_message(inner[0] + closing)}, which breaks off at this colon", 'write " in their place'
        )
    if key in NESTED_KEYS:
        return _Explanation(
            "the value of a key stands in the line of another", f"put braces around it: `{key}: {{{inner}: …}}`"
        )
    return _SECOND_COLON


def _unclosed(file: InputFile, opened: int, there: int) -> Problem:
    mark, line = file.text[opened], origin_in_file(file, there).line
    message = f"the {mark} that opens here is not closed before line {line}"
    return Problem(origin_in_file(file, opened), message, f"close it with {_CLOSING[mark]}, or {_QUOTE_IN_BRACKETS}")


def _beside_others(words: str, above: str, mark: str) -> _Explanation:
    """Return what is wrong with a line that does not go with its neighbours, given the text above it."""
    is_item, is_below_item = mark == "- ", above.rstrip().rpartition("\n")[2].lstrip().startswith("- ")
    if "expected key" in words:
        return _DASH if is_item and not is_below_item else _INDENTATION
    return _INDENTATION if is_item else _NO_DASH


def _meaning(words: str, before: str, mark: str) -> _Explanation:
    """Return what the parser's words mean, given the text before the place where it gave up and the character there."""
    line = before.rpartition("\n")[2]
    if mark[:1] == "\t":
        return _TAB
    if "mapping values" in words:
        return _LINE_ABOVE if _KEY.fullmatch(line) else _second_colon(line)
    if "expected key" in words or "expected '-'" in words:
        if not line.strip():
            return _beside_others(words, before, mark)
        return _AFTER_QUOTATION if line.rstrip().endswith(("'", '"')) else _AFTER_BRACKET
    if "expected ','" in words:
        return _IN_BRACKETS
    found = (meaning for phrase, meaning in _MEANINGS if phrase in words)
    return next(found, _Explanation(f"this is not YAML: {words}", _QUOTE))
