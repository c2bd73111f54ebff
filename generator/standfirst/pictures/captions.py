"""What is written beside the sign of an event: its date and its title, in lines that keep within their room."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from standfirst.model.frozen_class import frozen
from standfirst.pictures.lettering import break_lines


@frozen
class CaptionLine:
    """The part of the date and the part of the title that stand on a line; either may be empty."""

    date: str
    title: str


def caption(date: str, title: str, room: float, most: int, width_of: Callable[[str], float]) -> tuple[CaptionLine, ...]:
    """Return a date and the title that follows it in at most so many lines; what is left over is cut."""
    of_date, of_title = (list(_pieces(text, room, width_of)) for text in (date, title))
    lines = break_lines(" ".join((*of_date, *of_title)), room, width_of)
    if len(lines) > most:
        lines = (*lines[: most - 1], _cut(lines[most - 1], room, width_of))
    return tuple(_parted(lines, len(of_date)))


def _parted(lines: tuple[str, ...], of_date: int) -> Iterator[CaptionLine]:
    for line in lines:
        words = line.split(" ")
        yield CaptionLine(" ".join(words[:of_date]), " ".join(words[of_date:]))
        of_date = max(0, of_date - len(words))


def _pieces(text: str, room: float, width_of: Callable[[str], float]) -> Iterator[str]:
    """The words of a text; one that is wider than the room, as those of Japanese are, in pieces that are not."""
    for word in text.split():
        rest = word
        while width_of(rest) > room and len(rest) > 1:
            fits = max((end for end in range(1, len(rest)) if width_of(rest[:end]) <= room), default=1)
            yield rest[:fits]
            rest = rest[fits:]
        yield rest


def _cut(line: str, room: float, width_of: Callable[[str], float]) -> str:
    while " " in line and width_of(f"{line} …") > room:
        line = line.rpartition(" ")[0]
    while len(line) > 1 and width_of(f"{line} …") > room:
        line = line[:-1]
    return f"{line.rstrip(',;:.')} …"
