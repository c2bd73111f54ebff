"""BibTeX and BibLaTeX to sources."""

from __future__ import annotations

import functools
import logging
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from standfirst.importing.imported import Imported, not_taken
from standfirst.importing.known_facts import KnownFacts
from standfirst.importing.works import Work, sources_of
from standfirst.model import Origin
from standfirst.problems.errors import Problem, problem
from standfirst.problems.extras import Extra, needs
from standfirst.reading.yaml.nodes import one_line

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Block, Entry
    from pylatexenc.latex2text import LatexNodes2Text

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
# Where an entry says in what, or by whom, it was published: the first that is there counts.
_OUTLETS = ("journal", "journaltitle", "booktitle", "publisher", "organization", "institution", "school")
_OTHERS = (*_OUTLETS, "address", "location", "series", "volume", "number", "pages", "edition", "editor", "translator",
           "doi", "isbn", "issn", "eprint", "howpublished", "note")  # fmt: skip
# The signs by a name of TeX of which its library knows none, or another.
_UNKNOWN_SIGNS = {
    "textbraceleft": "{", "textbraceright": "}", "textasciicircum": "^", "textasciigrave": "`", "textless": "<",
    "textgreater": ">", "textbar": "|",
}  # fmt: skip
_URL = re.compile(r"\\url\s*\{([^{}]*)\}|(https?://\S+)")
_LATEX = re.compile(r"[\\{}~$`'-]")
_PERCENT = re.compile(r"(?<!\\)%")
_ESCAPED = re.compile(r"\\([#$%&_{}~])")


def sources_in_bibtex(path: str, body: bytes, known: KnownFacts) -> Imported:
    """Return a source for each entry, and what could not be read or taken. Raises a `SiteError` where there is none."""
    try:
        text = body.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        origin = Origin(path, body.count(b"\n", 0, error.start) + 1, 1)
        raise problem(origin, "this file is not in UTF-8", "export it again as UTF-8") from None
    library = _library(text)
    strings = {string.key.lower(): string.value for string in library.strings}
    works = [_work(path, entry, strings) for entry in library.entries]
    problems = [*_broken(path, library)]
    if not works and not problems:
        raise problem(Origin(path, 1, 1), "there is no entry in this file", "an entry begins like @article{key,")
    return sources_of(works, problems, known)


def _library(text: str) -> Library:
    # Only here: few who build a site import a bibliography.
    with needs(Extra.IMPORT, "BibTeX"):
        import pylatexenc  # noqa: F401, PLC0415
        from bibtexparser.entrypoint import parse_string  # noqa: PLC0415

    # What it logs is told with its place.
    logging.getLogger("bibtexparser").addHandler(logging.NullHandler())
    logging.getLogger("bibtexparser").propagate = False
    # Values are put together here: the parser joins no parts of one, and knows no names of months.
    return parse_string(text, parse_stack=[])


def _broken(path: str, library: Library) -> Iterator[Problem]:
    for block in library.failed_blocks:
        repeated = getattr(block, "key", "")
        said = f"the key '{repeated}' was there before" if repeated else "an entry that begins here does not end"
        hint = "give it a key of its own" if repeated else "close its braces and quotation marks"
        yield not_taken(_origin(path, block), f"{said}, and is left out", hint)


def _origin(path: str, block: Block) -> Origin:
    return Origin(path, (block.start_line or 0) + 1, 1)


def _work(path: str, entry: Entry, strings: Mapping[str, str]) -> Work:
    raw = {field.key.lower(): _joined(str(field.value), strings) for field in entry.fields}
    said = {key: _plain(value) for key, value in raw.items()}
    outlet = next((key for key in _OUTLETS if said.get(key)), "")
    url = _address(raw.get("url", "")) or _address(raw.get("howpublished", ""))
    doi = said.get("doi", "").removeprefix("https://doi.org/")
    used = (
        {outlet} | ({"howpublished"} if url and not raw.get("url") else set()) | ({"doi"} if doi and not url else set())
    )
    return Work(
        origin=_origin(path, entry),
        name=entry.key,
        sort=said.get("entrysubtype", "") or entry.entry_type,
        kind=said.get("type", ""),
        title=": ".join(filter(None, (said.get("title"), said.get("subtitle")))),
        authors=tuple(_names(raw.get("author", ""))),
        publisher=said.get(outlet, ""),
        url=url or (f"https://doi.org/{doi}" if doi else ""),
        archive_url=_address(raw.get("archiveurl", "")),
        published=_edtf(raw, "date") or _date(said),
        accessed=_edtf(raw, "urldate"),
        language=said.get("langid", "") or said.get("language", ""),
        others=tuple((key, said[key]) for key in _OTHERS if said.get(key) and key not in used),
    )


def _edtf(raw: Mapping[str, str], key: str) -> str:
    """A date of BibLaTeX, which is EDTF: what is approximate has a tilde, which is no blank of TeX there."""
    value = one_line(raw.get(key, ""))
    return _plain(value) if re.search(r"[\\{}]", value) else value


def _date(said: Mapping[str, str]) -> str:
    """The date that year, month and day give; a month that is a name is put before the year."""
    year, month, day = (said.get(key, "") for key in ("year", "month", "day"))
    number = _MONTHS.index(month[:3].lower()) + 1 if month[:3].lower() in _MONTHS else month
    if re.fullmatch(r"\d{4}", year) and re.fullmatch(r"\d{1,2}", str(number)):
        date = f"{year}-{int(number):02}"
        return f"{date}-{int(day):02}" if re.fullmatch(r"\d{1,2}", day) else date
    return f"{month} {year}".strip() if month else year


# ---------------------------------------------------------------- values


def _joined(raw: str, strings: Mapping[str, str]) -> str:
    """A value of which `#` joins the parts: what stands in braces or quotation marks, and words that stand for more."""
    return "".join(_part(part, strings) for part in _parts(raw))


def _parts(raw: str) -> Iterator[str]:
    depth, quoted, start = 0, False, 0
    for at, sign in enumerate(raw):
        escaped = at > 0 and raw[at - 1] == "\\"
        depth += 0 if escaped else (sign == "{") - (sign == "}")
        quoted ^= sign == '"' and depth == 0 and not escaped
        if sign == "#" and depth == 0 and not quoted:
            yield raw[start:at].strip()
            start = at + 1
    yield raw[start:].strip()


def _part(part: str, strings: Mapping[str, str]) -> str:
    if len(part) > 1 and part[0] + part[-1] in {"{}", '""'}:
        return part[1:-1]
    standing_for = strings.get(part.lower())
    # A string that stands for itself is none.
    others = {name: value for name, value in strings.items() if name != part.lower()}
    return _joined(standing_for, others) if standing_for else part


def _plain(value: str) -> str:
    """The text that LaTeX sets for a value; a bare % begins no comment here, since programs write it as it is."""
    if not _LATEX.search(value):
        return one_line(value)
    try:
        return one_line(_latex().latex_to_text(_PERCENT.sub(r"\%", value)))
    except RecursionError:
        return one_line(value)


@functools.cache
def _latex() -> LatexNodes2Text:
    from pylatexenc.latex2text import (  # noqa: PLC0415
        LatexNodes2Text,
        MacroTextSpec,
        get_default_latex_context_db,
    )

    known = get_default_latex_context_db()
    unknown = [MacroTextSpec(name, sign) for name, sign in _UNKNOWN_SIGNS.items()]
    known.add_context_category("signs", macros=unknown, prepend=True)
    return LatexNodes2Text(known, math_mode="verbatim")


def _address(value: str) -> str:
    found = _URL.search(value)
    address = (found[1] or found[2]) if found else ""
    return _ESCAPED.sub(r"\1", address).strip("{}<>")


def _names(value: str) -> Iterator[str]:
    """The people in a list of names, as they are called: "Smith, John" is John Smith, what is in braces one name."""
    from bibtexparser.middlewares.names import (  # noqa: PLC0415
        parse_single_name_into_parts,
        split_multiple_persons_names,
    )

    for name in split_multiple_persons_names(value) if value.strip() else ():
        parts = parse_single_name_into_parts(name, strict=False)
        whole = " ".join((*parts.first, *parts.von, *parts.last, *parts.jr))
        if whole != "others" and (said := _plain(whole)):
            yield said
