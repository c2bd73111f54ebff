"""New records as the text of a facts file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator, Sequence

from standfirst.authoring.record import NewField, NewRecord
from standfirst.authoring.yaml_text import WIDTH, value_lines
from standfirst.reading.yaml.nodes import one_line

_HEAD = "# yaml-language-server: $schema=../schema/facts.json"
# Keys whose values are numbers, dates or flags, and which writers do not quote.
BARE_KEYS = frozenset(
    {
        *("accessed", "as_of", "date", "period", "published", "reckon_from", "since", "until"),
        *("draft", "lat", "lon", "planned", "value"),
    }
)
# Passages are the words of others: in quotes they are seen to be.
_QUOTED_KEY = "cite"


def facts_text(records: Sequence[NewRecord], comments: Iterable[str] = ()) -> str:
    """Return a facts file with these records by their kinds, each as a draft; the comments stand at its head."""
    lines = [_HEAD, *_comment_lines(comments, 0)]
    for kind in dict.fromkeys(record.kind for record in records):
        lines += ["", f"{kind.plural}:"] if len(lines) > 1 else [f"{kind.plural}:"]
        for record in records:
            if record.kind is kind:
                lines += _record_lines(record)
    return "\n".join([*lines, ""])


def _record_lines(record: NewRecord) -> Iterator[str]:
    yield from _comment_lines(record.comments, 2)
    yield f"  {_quoted_id(record.id)}:"
    # What nobody has looked at yet is not published.
    yield "    draft: true"
    for field in record.fields:
        yield from field_lines(field)


def field_lines(field: NewField, indent: int = 4) -> Iterator[str]:
    """Yield the lines of a key and its comments, so far from the margin."""
    yield from _comment_lines(field.comments, indent)
    is_bare, is_quoted = field.key in BARE_KEYS, field.key == _QUOTED_KEY
    yield from value_lines(field.value, indent, f"{field.key}:", bare=is_bare, quoted=is_quoted)


def _quoted_id(name: str) -> str:
    """An id that is a number or a day stands in quotes: other readers of YAML would not take it for a text."""
    return value_lines(name, 0, "")[0].lstrip()


def _comment_lines(comments: Iterable[str], indent: int) -> Iterator[str]:
    for comment in comments:
        words = one_line(comment)
        prefix = " " * indent + "# "
        lines = textwrap.wrap(words, WIDTH - len(prefix), break_long_words=False, break_on_hyphens=False)
        yield from (prefix + line for line in lines)
