"""Warnings about a text that can be read: whether it is all there, and which characters and markup are in it."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from standfirst.model import MarkdownForm
from standfirst.problems.errors import Problem, Severity, miswritten
from standfirst.problems.excerpts import shorten_value
from standfirst.problems.remedies import Remedy
from standfirst.reading.yaml.nodes import ScalarNode
from standfirst.reading.yaml.unread_text import unread_parts
from standfirst.reading.yaml.unwanted_characters import unwanted_characters


class _Markup(NamedTuple):
    """Markup of Markdown or HTML, what to do about it in plain text, and what it says, where that can be told."""

    pattern: re.Pattern[str]
    hint: str
    words: Callable[[re.Match[str]], str | None] = lambda _: None


_MARKUP = (
    _Markup(re.compile(r"<!--.*?(?:-->|$)", re.DOTALL), "take it out: put a comment on a line of its own, behind #"),
    _Markup(re.compile(r"!?\[[^\[\]]*\]\([\w/.:%#?&=-]+\)|\[@[\w-]+:[^\[\]]*\]"), "write the words alone"),
    _Markup(
        re.compile(r"</?(?:[abipqsu]|b[ri]|em|strong|su[bp]|span|div|script|img)(?:\s[^<>]*)?/?>"),
        "write the words alone",
    ),
    _Markup(
        re.compile(r"(\*\*|__)(?=\S)(?P<words>[^*_\n]*)(?<=\S)\1"),
        "write the words alone",
        lambda found: found["words"],
    ),
    _Markup(
        re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,6});", re.IGNORECASE),
        "write the character itself",
        lambda found: character if (character := html.unescape(found[0])) != found[0] else None,
    ),
)
# A quick test: where none of these stands, there is no markup.
_SIGN = re.compile(r"[<\[*_&]")


def text_warnings(written: ScalarNode, form: MarkdownForm | None) -> Iterator[Problem]:
    """Yield every warning about one text that readers see; `form` is None for plain text."""
    if written.text.strip():
        yield from unread_parts(written, form)
        yield from unwanted_characters(written)
        if form is None:
            yield from _markup(written)


def _markup(written: ScalarNode) -> Iterator[Problem]:
    """Yield a warning for the first of each sort of markup in plain text, where readers would see it as it is."""
    for markup in _MARKUP if _SIGN.search(written.text) else ():
        if found := markup.pattern.search(written.text):
            message = f"'{shorten_value(found[0])}' is shown as it is written: this text has no Markdown"
            remedy = Remedy(markup.hint, markup.words(found))
            yield miswritten(written.origin_of(found[0], 0), message, remedy, found[0], Severity.WARNING)
