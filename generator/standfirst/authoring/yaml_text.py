"""Values as YAML that a writer might have typed: plain where that is safe, in quotes or as a block where it is not.

Whatever is written, our own reader reads the same texts again, and so do editors: what other readers of YAML would
take for a number, a day or nothing is quoted, but for keys whose values are such.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

import yaml

from standfirst.authoring.record import NewValue
from standfirst.reading.yaml.curly_quotes import CURLY_QUOTES
from standfirst.reading.yaml.nodes import UNREADABLE

WIDTH = 120
# What a text may begin with and stay a plain one: a letter of any script, or a digit.
_BEGINNING = re.compile(r"[^\W_]")
_CUT = re.compile(r": |:$| #")
_IN_FLOW = re.compile(r"[,\[\]{}:]")
# Numbers of YAML 1.2 that its older readers take for texts.
_NEWER_NUMBER = re.compile(r"[-+]?(0o[0-7]+|\d+([eE][-+]?\d+)?|\d*\.\d+([eE][-+]?\d+)?|\d+\.)")
# A value of a key that is a number, a day or a flag: nothing in it could be misread.
_BARE = re.compile(r"(?:-?\w|\.\.?/|/)(?:[\w./~?%+:-]*[\w./~?%])?", re.ASCII)
_WORD = re.compile(r"[^\W\d_“‘«„]")
_PERHAPS_ESCAPED = re.compile(r'[^ -~]|["\\]')
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}


def value_lines(value: NewValue, indent: int, before: str, *, bare: bool = False, quoted: bool = False) -> list[str]:
    """Return the lines of a key or an item, `before` included, that stand so far from the margin.

    `bare` values are written plain if anything allows it; `quoted` ones always in quotes.
    """
    start = " " * indent + before
    if isinstance(value, str):
        return _text_lines(value, indent, start, bare=bare, quoted=quoted)
    on_one_line = _flow(value, quoted=quoted)
    if on_one_line and len(start) + 1 + len(on_one_line) <= WIDTH:
        return [f"{start} {on_one_line}"]
    below = indent + 2
    lines = [start]
    if isinstance(value, Mapping):
        for key, item in value.items():
            lines += value_lines(item, below, f"{_scalar(key)}:", quoted=quoted)
        return lines
    for item in value:
        lines += _item_lines(item, below, quoted=quoted)
    return lines


def on_one_line(value: NewValue, before: str, *, quoted: bool = False) -> str:
    """Return a key or an item, `before` included, on one line, however long that is."""
    return f"{before} {_flow(value, quoted=quoted, nested=True)}"


def _item_lines(item: NewValue, indent: int, *, quoted: bool) -> list[str]:
    """The lines of an item of a list; a list or keys within it, as they are hardly ever met, stay on one line."""
    if isinstance(item, str):
        return value_lines(item, indent, "-", quoted=quoted)
    return [f"{' ' * indent}- {_flow(item, quoted=quoted, nested=True)}"]


# ---------------------------------------------------------------- texts


def _text_lines(text: str, indent: int, start: str, *, bare: bool, quoted: bool) -> list[str]:
    if bare and _BARE.fullmatch(text):
        return [f"{start} {text}"]
    if "\n" in text.strip("\n") and _fits_a_block(text):
        return [f"{start} {_block_head(text)}", *_indented(text.removesuffix("\n").split("\n"), indent + 2)]
    line = f"{start} {_scalar(text, quoted=quoted)}"
    if len(line) > WIDTH and not quoted and _can_be_folded(text):
        return [f"{start} >-", *_indented(_folded(text, WIDTH - indent - 2), indent + 2)]
    return [line]


def _fits_a_block(text: str) -> bool:
    """Whether a text can stand as it is below its key: no line begins or ends with blanks, no sign needs an escape."""
    lines = text.removesuffix("\n").split("\n")
    return all(line == line.strip() and line.isprintable() for line in lines) and bool(lines[0] and lines[-1])


def _block_head(text: str) -> str:
    return "|" if text.endswith("\n") else "|-"


def _indented(lines: Sequence[str], indent: int) -> Iterator[str]:
    return (" " * indent + line if line else "" for line in lines)


def _can_be_folded(text: str) -> bool:
    return text.isprintable() and text == " ".join(text.split(" ")) and "  " not in text and text == text.strip()


def _folded(text: str, width: int) -> list[str]:
    """The lines of a text; each begins with a letter, so that none seems to begin a list or a heading."""
    lines: list[str] = []
    for word in text.split(" "):
        if lines and (len(lines[-1]) + 1 + len(word) <= width or not _WORD.match(word)):
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def _scalar(text: str, *, quoted: bool = False, flow: bool = False) -> str:
    """A text on one line: plain, in single quotes where it has double ones, or in double quotes."""
    if not quoted and _is_plain(text) and not (flow and _IN_FLOW.search(text)):
        return text
    if text.isprintable() and re.search(r'["\\]', text) and "'" not in text:
        return f"'{text}'"
    return f'"{_PERHAPS_ESCAPED.sub(lambda found: _escaped(found[0]), text)}"'


def _is_plain(text: str) -> bool:
    return bool(
        _BEGINNING.match(text)
        and text.isprintable()
        and text == text.strip()
        and text[0] not in CURLY_QUOTES
        and not _CUT.search(text)
        and not _is_another_type(text)
    )


def _is_another_type(text: str) -> bool:
    """Whether other readers of YAML, of either version, would not take a plain text for one."""
    resolvers = yaml.SafeLoader.yaml_implicit_resolvers.get(text[0], [])
    return any(pattern.match(text) for _, pattern in resolvers) or bool(_NEWER_NUMBER.fullmatch(text))


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return _ESCAPES[character]
    if character.isprintable() and not UNREADABLE.match(character):
        return character
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


# ---------------------------------------------------------------- on one line


def _flow(value: NewValue, *, quoted: bool, nested: bool = False) -> str:
    """A list or keys in brackets or braces; nothing where that would be hard to read, unless it is nested."""
    if isinstance(value, str):
        return _scalar(value, quoted=quoted, flow=True)
    items = [*value.values()] if isinstance(value, Mapping) else [*value]
    is_simple = all(isinstance(item, str) and "\n" not in item for item in items)
    if not (is_simple or nested):
        return ""
    parts = [_flow(item, quoted=quoted, nested=True) for item in items]
    if isinstance(value, Mapping):
        keys = (_scalar(key, flow=True) for key in value)
        return f"{{{', '.join(f'{key}: {part}' for key, part in zip(keys, parts, strict=True))}}}"
    return f"[{', '.join(parts)}]"
