"""Warnings about a text that can be read: whether it is all there, and which characters and markup are in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from standfirst.model import MarkdownForm
from standfirst.problems.errors import Problem, Severity
from standfirst.problems.excerpts import shorten_value
from standfirst.reading.yaml.nodes import ScalarNode
from standfirst.reading.yaml.unread_text import unread_parts
from standfirst.reading.yaml.unwanted_characters import unwanted_characters


class _Markup(NamedTuple):
    """Markup of Markdown or HTML, and what to do about it in plain text."""

    pattern: re.Pattern[str]
    hint: str


_MARKUP = (
    _Markup(re.compile(r"<!--.*?(?:-->|$)", re.DOTALL), "take it out: put a comment on a line of its own, behind #"),
    _Markup(re.compile(r"!?\[[^\[\]]*\]\([\w/.:%#?&=-]+\)|\[@[\w-]+:[^\[\]]*\]"), "write the words alone"),
    _Markup(
        re.compile(r"</?(?:[abipqsu]|b[ri]|em|strong|su[bp]|span|div|script|img)(?:\s[^<>]*)?/?>"),
        "write the words alone",
    ),
    _Markup(re.compile(r"(\*\*|__)(?=\S)[^*_\n]*(?<=\S)\1"), "write the words alone"),
    _Markup(re.compile(r"&(?:[a-z]{2,8}|#\d{2,6}|#x[0-9a-f]{2,6});", re.IGNORECASE), "write the character itself"),
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
            yield Problem(written.origin_of(found[0], 0), message, markup.hint, Severity.WARNING)
