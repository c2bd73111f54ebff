"""The tokens of a theme: the custom properties that its style sheets set, and where each is set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from standfirst.reading.files import InputFile

_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.DOTALL)
# A string whole, so that no brace in it counts; a sign that ends something; or what lies between.
_PIECE = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|([{};])|([^"'{};]+|["'])""", re.DOTALL)
_TOKEN = re.compile(r"(--[\w-]+)\s*:\s*(.+)", re.DOTALL)
_SCHEME = "(prefers-color-scheme: dark)"


class Token(NamedTuple):
    """A custom property; `blocks` are the heads of the blocks around it, the outermost first."""

    name: str
    value: str
    blocks: tuple[str, ...]
    file: str

    @property
    def medium(self) -> str | None:
        """The media query under which all of a page has it, empty for any; None where only parts of it have it."""
        queries = [block.removeprefix("@media").strip() for block in self.blocks if block.startswith("@media")]
        others = [block for block in self.blocks if not block.startswith(("@media", "@layer"))]
        return " and ".join(queries) if others == [":root"] else None


def tokens_of(files: Iterable[InputFile]) -> tuple[Token, ...]:
    """Return the tokens that style sheets set, in their order."""
    return tuple(token for file in files for token in _tokens_in(file))


def token_value(tokens: Sequence[Token], name: str, *, dark: bool) -> str:
    """Return what a token of pages is in the light or in the dark, where readers ask for nothing else; else nothing."""
    for medium in (_SCHEME, "") if dark else ("",):
        if values := [token.value for token in tokens if (token.name, token.medium) == (name, medium)]:
            return values[-1]
    return ""


def _tokens_in(file: InputFile) -> Iterator[Token]:
    blocks: list[str] = []
    written = ""
    for string, end, other in _PIECE.findall(_COMMENT.sub(" ", file.text)):
        written += string or other
        if not end:
            continue
        if found := end != "{" and _TOKEN.fullmatch(written.strip()):
            yield Token(found[1], " ".join(found[2].split()), tuple(blocks), file.path)
        if end == "{":
            blocks.append(" ".join(written.split()))
        elif end == "}" and blocks:
            blocks.pop()
        written = ""
