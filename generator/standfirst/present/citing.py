"""How others cite a page: as a line of text, and as a record in BibTeX. No clock says when it was read."""

from __future__ import annotations

import datetime
import re

from standfirst.model.frozen_class import frozen

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
        # Within braces, since packages for some languages read a letter behind it as an accented one.
        '"': '{"}',
        **{sign: f"\\{sign}" for sign in "$&%#_"},
    }
)
_IN_ADDRESS = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D"})
_NO_KEY = re.compile(r"[^a-z0-9:]")
_ENDS_A_SENTENCE = (".", "?", "!", "…", "؟", "。", "？", "！", "।", "\u06d4")


@frozen(kw_only=True)
class Cited:
    """A page that is cited: `within` is the explainer's title on all but its first page, `address` the permalink.

    `published` says a day in the site's language, `dates` when it was updated, and as of when its facts are.
    """

    title: str
    within: str
    authors: tuple[str, ...]
    publisher: str
    day: datetime.date
    published: str
    dates: tuple[str, ...]
    address: str


def citation_text(cited: Cited, names: str) -> str:
    """Return how a text cites a page, up to the address; `names` are the authors as a sentence lists them."""
    parts = (names, cited.title, cited.within, cited.publisher, cited.published, *cited.dates)
    return " ".join(part if part.endswith(_ENDS_A_SENTENCE) else f"{part}." for part in parts if part)


def bibtex(cited: Cited) -> str:
    """Return a page as a record in BibTeX: a chapter of the explainer, or the explainer itself."""
    fields = {
        "author": _authors(cited),
        "title": _kept(cited.title),
        "booktitle": _kept(cited.within) if cited.within else "",
        "publisher": _kept(cited.publisher) if cited.publisher else "",
        "year": f"{{{cited.day.year:04d}}}",
        "month": _MONTHS[cited.day.month - 1],
        "day": f"{{{cited.day.day}}}",
        "note": f"{{{_in_tex('; '.join(cited.dates))}}}",
        "url": f"{{{cited.address.translate(_IN_ADDRESS)}}}",
    }
    rows = "".join(f"  {name} = {value},\n" for name, value in fields.items() if value)
    return f"@{'incollection' if cited.within else 'misc'}{{{_key(cited.address)},\n{rows}}}"


def _authors(cited: Cited) -> str:
    """The authors; without any, the publisher stands for them."""
    if cited.authors:
        return f"{{{' and '.join(map(_author, cited.authors))}}}"
    return _kept(cited.publisher) if cited.publisher else ""


def _author(name: str) -> str:
    """A name, kept whole where BibTeX would read several in it, or the family's before a comma."""
    written = _in_tex(name)
    return f"{{{written}}}" if "," in written or " and " in f" {written.lower()} " else written


def _kept(text: str) -> str:
    """A text whose capitals no style changes."""
    return f"{{{{{_in_tex(text)}}}}}"


def _in_tex(text: str) -> str:
    return " ".join(text.split()).translate(_IN_TEX)


def _key(address: str) -> str:
    """The key of a record: the permalink in letters, digits, hyphens and colons, so that no two pages share one.

    A file of a site is in small letters and has no colon in its name.
    """
    place = address.partition("://")[2].removesuffix(".html").strip("/")
    return _NO_KEY.sub("-", place.lower().replace("/", ":"))
