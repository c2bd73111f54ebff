"""Records in BibTeX, their values written so that BibTeX and TeX give back what they were."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

# BibTeX knows these names of months, and each style writes them in its own way.
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# BibTeX counts braces whatever stands before them, so a brace of a title cannot stand there itself. Of the rest, TeX
# would take these for commands; all other characters stay as they are, in UTF-8.
_IN_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        "`": r"\textasciigrave{}",
        # Within braces, since packages for some languages read a letter behind it as an accented one.
        '"': '{"}',
        **{sign: f"\\{sign}" for sign in "$&%#_"},
    }
)
# Two of these in a row would be one sign, a dash or a quotation mark.
_JOINED = (("--", "-{}-"), ("''", "'{}'"))
_MISREAD = re.compile(r"[,\\{]| and ", re.IGNORECASE)
_IN_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})


def record(sort: str, key: str, fields: Mapping[str, str]) -> str:
    """Return a record of its fields that have a value; a value is written as it stands."""
    rows = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@{sort}{{{key},\n{rows}}}"


def in_tex(text: str) -> str:
    """Return a text as TeX sets it, in one line."""
    written = " ".join(text.split()).translate(_IN_TEX)
    for pair, apart in _JOINED:
        while pair in written:
            written = written.replace(pair, apart)
    return written


def in_braces(value: str) -> str:
    """Return a value between its braces; nothing where there is none."""
    return f"{{{value}}}" if value else ""


def kept(text: str) -> str:
    """Return a text whose capitals no style changes."""
    return in_braces(in_braces(in_tex(text)))


def address_value(address: str) -> str:
    """Return a web address, of which nothing is TeX."""
    return in_braces(address.translate(_IN_ADDRESS))


def authors_value(authors: Sequence[str]) -> str:
    """Return a list of authors."""
    return in_braces(" and ".join(map(_author, authors)))


def _author(name: str) -> str:
    """A name, kept whole where BibTeX would read several in it, the family's before a comma, or a command in a part."""
    written = in_tex(name)
    is_misread = _MISREAD.search(f" {written} ") or written.lower() == "others"
    return in_braces(written) if is_misread else written


def date_fields(year: int, month: int = 0, day: int = 0) -> dict[str, str]:
    """Return the fields that give a date, as far as it is known."""
    return {
        "year": f"{{{year:04d}}}",
        "month": _MONTHS[month - 1] if month else "",
        "day": f"{{{day}}}" if day else "",
    }
