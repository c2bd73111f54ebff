"""What a text refers to, found while decoding and without rendering: facts, citations, pictures and images.

A scan and not a parse, because it runs on every text of every build; `html.py` refuses to render a reference that this
scan did not find, so the two cannot part in silence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from generator.errors import Problem, SiteError, suggest
from generator.model import Citation, FactId, Form, Id, Kind, Mention, Origin, Passage, Picture, Prose, Reference
from generator.nodes import Scalar

# An id names files, and file systems end names at 255 bytes.
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
OUTSIDE_SCHEMES = frozenset({"http", "https", "mailto"})
KINDS = {kind.value: kind for kind in Kind}
PICTURES = {picture.value: picture for picture in Picture}

_INNER = r"(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*"
LINK = re.compile(
    rf"(?<!\\)(?P<bang>!?)\[(?!\^)(?P<text>{_INNER})\]"
    r"\(\s*(?P<target><[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)",
    re.DOTALL,
)
_DEFINITION = re.compile(
    r"^[ \t>*+-]*\[(?!\^)(?P<label>[^\]\n]+)\]:[ ]*\n?[ ]*(?P<target><[^<>\n]*>|\S+)", re.MULTILINE
)
# `[text][label]`, `[label][]` and `[label]`, whose target a definition gives.
_BY_LABEL = re.compile(
    rf"(?<!\\)(?P<bang>!?)\[(?!\^)(?P<text>{_INNER})\](?:[ \n]?\[(?P<label>[^\[\]\n]*)\])?(?![(:])", re.DOTALL
)
_AUTOLINK = re.compile(r"<(?P<target>[a-zA-Z][a-zA-Z0-9+.-]*://[^<>]*)>")
# What begins each line of a quotation is none of the words in it.
_LINE_OF_QUOTATION = re.compile(r"\n[ \t]*(?:>[ \t]?)+")
CITATION = re.compile(rf"(?<!\\)\[@(?P<source>[^\s:\[\]]*)(?P<colon>\s*:)?\s*(?P<words>{_INNER})\]", re.DOTALL)
_NOTE = re.compile(r"(?:^ {0,3})?(?<!\\)\[\^(?P<label>[^\]]*)\](?P<colon>:)?", re.MULTILINE)
_CODE = re.compile(r"(?<![`\\])(`+)(?!`).+?(?<!`)\1(?!`)", re.DOTALL)
_SCHEME = re.compile(r"(?P<scheme>[a-zA-Z][a-zA-Z0-9+.-]*):(?P<rest>.*)", re.DOTALL)
# How many characters before a link may hold the qualifier of the figure that it shows.
_BEFORE = 60


_BEGUN = re.compile(
    rf"(?<!\\)\[[^\[\]\n]*\]\(\s*<?(?P<target>(?:{'|'.join([*KINDS, *PICTURES])}):[\w-]*)|(?<!\\)\[(?P<source>@[\w-]+:)"
)
# A text without any of these refers to nothing.
_MARKS = ("](", "]:", "<", "[@", "[^")


@dataclass(slots=True)
class _Findings:
    scalar: Scalar
    form: Form
    mentions: list[Mention] = field(default_factory=list)
    citations: list[Citation] = field(default_factory=list)
    links: list[tuple[str, Origin]] = field(default_factory=list)
    images: list[tuple[str, Origin]] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_prose(scalar: Scalar, form: Form) -> Prose:
    """Return a text with what it refers to, or raise a `SiteError` with every reference in it that cannot be one."""
    text = scalar.text
    findings = _Findings(scalar, form)
    if any(mark in text for mark in _MARKS):
        readable = without_code(text)
        for link in _links(readable):
            _take_link(link, readable, findings)
        for citation in CITATION.finditer(readable):
            _take_citation(citation, findings)
        findings.problems += _loose_notes(readable, findings)
        findings.problems += _unfinished(readable, findings)
    if findings.problems:
        raise SiteError(findings.problems)
    return Prose(
        markdown=text,
        form=form,
        origin=scalar.origin,
        mentions=tuple(findings.mentions),
        citations=tuple(findings.citations),
        links=tuple(findings.links),
        images=tuple(findings.images),
        pictures=tuple(findings.pictures),
        written=scalar.file.text[scalar.start : scalar.end],
    )


def without_code(text: str) -> str:
    """Return a text of the same length with blanks for the code in it, where nothing is a reference."""
    return _CODE.sub(lambda code: " " * len(code[0]), text)


def scheme_of(target: str) -> str | None:
    """Return the scheme of a link's target in lower case, None for a relative address."""
    found = _SCHEME.fullmatch(target)
    return found["scheme"].lower() if found else None


def _links(text: str) -> Iterator[re.Match[str]]:
    for link in LINK.finditer(text):
        yield link
        yield from LINK.finditer(text, *link.span("text"))
    yield from _DEFINITION.finditer(text)
    yield from _AUTOLINK.finditer(text)


def _take_link(link: re.Match[str], text: str, findings: _Findings) -> None:
    target = link["target"].strip("<>")
    embeds = link.groupdict().get("bang") == "!"
    origin = _origin(findings.scalar, target, link.start("target"))
    scheme = scheme_of(target)
    if embeds and (scheme in KINDS or scheme in PICTURES):
        findings.problems += _misplaced_embed(link, text, findings.form, origin)
    if scheme in KINDS:
        _take_mention(link, text, origin, findings)
    elif scheme in PICTURES:
        _take_picture(target, origin, findings, embeds=embeds)
    elif embeds:
        _take_image(target, scheme, link["text"], origin, findings)
    elif (scheme and not _leads_out(scheme, target)) or target.startswith(("/", "\\")):
        findings.problems.append(unknown_scheme(target, origin))
    elif not scheme:
        findings.links.append((target, origin))


def _leads_out(scheme: str, target: str) -> bool:
    try:
        return scheme in OUTSIDE_SCHEMES and bool(urlsplit(target).geturl())
    except ValueError:  # a host that cannot be one
        return False


def _take_mention(link: re.Match[str], text: str, origin: Origin, findings: _Findings) -> None:
    kind, _, name = link["target"].strip("<>").partition(":")
    if kind not in KINDS or not ID.fullmatch(name):
        hint = f"write {kind.lower()}: and an id of small letters, digits and hyphens"
        findings.problems.append(Problem(origin, f"'{kind}:{name}' names no fact", hint))
        return
    reference = Reference(FactId(KINDS[kind], Id(name)), origin)
    places = _places_of(link["label"], text) if "label" in link.groupdict() else (link,)
    findings.mentions += (_mention(reference, place, findings.scalar.text) for place in places)


def _places_of(label: str, text: str) -> tuple[re.Match[str], ...]:
    """Return where a text refers to something by the label of its definition; or nothing does."""
    sought = " ".join(label.casefold().split())
    places = _BY_LABEL.finditer(text)
    return tuple(each for each in places if " ".join((each["label"] or each["text"]).casefold().split()) == sought)


def _mention(reference: Reference, place: re.Match[str], text: str) -> Mention:
    start, end = place.span("text")
    return Mention(
        reference=reference,
        text=text[start:end],
        before=text[max(0, place.start() - _BEFORE) : place.start()],
        embeds=place["bang"] == "!",
    )


def _take_picture(target: str, origin: Origin, findings: _Findings, *, embeds: bool) -> None:
    name, _, rest = target.partition(":")
    if embeds and not rest:
        findings.pictures.append(PICTURES[name])
    else:
        findings.problems.append(Problem(origin, f"'{target}' sets no picture", f"write ![]({name}:)"))


def _take_image(target: str, scheme: str | None, alternative: str, origin: Origin, findings: _Findings) -> None:
    if scheme and scheme not in OUTSIDE_SCHEMES:
        pictures = ", ".join(f"![]({picture}:)" for picture in PICTURES)
        hint = suggest(scheme, [*KINDS, *PICTURES]) or f"the pictures are {pictures}; a fact is set as ![](kind:id)"
        findings.problems.append(Problem(origin, f"'{target}' is nothing that can be set here", hint))
    elif scheme or target.startswith(("/", "\\")):
        message = f"the image '{target}' is not the explainer's own"
        findings.problems.append(Problem(origin, message, "copy it to images/ and write ![what it shows](images/NAME)"))
    elif not alternative.strip():
        hint = f"write ![what it shows]({target})"
        findings.problems.append(Problem(origin, f"the image '{target}' has no alternative text", hint))
    else:
        findings.images.append((target, origin))


def _take_citation(found: re.Match[str], findings: _Findings) -> None:
    source, words = found["source"], " ".join(_LINE_OF_QUOTATION.sub("\n", found["words"]).split())
    origin = _origin(findings.scalar, f"@{source}", found.start() + 1)
    if not ID.fullmatch(source) or not found["colon"] or not words:
        hint = "write [@source: first words … last words]"
        findings.problems.append(Problem(origin, "a citation names a source and the words of a passage", hint))
        return
    reference = Reference(FactId(Kind.SOURCE, Id(source)), origin)
    findings.citations.append(Citation(reference, (Passage(words, origin),)))


def _loose_notes(text: str, findings: _Findings) -> Iterator[Problem]:
    """Footnotes that nothing refers to, and references to footnotes that are not there."""
    notes = list(_NOTE.finditer(text)) if findings.form is Form.BLOCK else []
    defined = {note["label"] for note in notes if _is_definition(note)}
    referred = {note["label"] for note in notes if not _is_definition(note)}
    for note in notes:
        origin = _origin(findings.scalar, f"[^{note['label']}]", note.start() + note[0].index("["))
        if note["label"] not in defined:
            yield Problem(origin, f"there is no footnote '{note['label']}'", f"add a line [^{note['label']}]: …")
        elif note["label"] not in referred:
            hint = f"write [^{note['label']}] where it belongs"
            yield Problem(origin, f"nothing refers to the footnote '{note['label']}'", hint)


def _is_definition(note: re.Match[str]) -> bool:
    return note["colon"] is not None and (note.start() == 0 or note.string[note.start() - 1] == "\n")


def _misplaced_embed(link: re.Match[str], text: str, form: Form, origin: Origin) -> Iterator[Problem]:
    before = text[: link.start()].rpartition("\n\n")[2]
    after = text[link.end() :].partition("\n\n")[0]
    if form is Form.INLINE or before.strip() or after.strip():
        hint = "give it a paragraph of its own" if form is Form.BLOCK else "link to it instead, without the !"
        yield Problem(origin, f"'{link['target']}' is set as a block, but stands within a line", hint)


def _unfinished(text: str, findings: _Findings) -> Iterator[Problem]:
    """Links to facts and citations that were begun and never closed: readers would see them as they are written."""
    rest = text
    for whole in (CITATION, LINK):
        rest = whole.sub(lambda found: " " * len(found[0]), rest)
    for found in _BEGUN.finditer(rest):
        hint = "write [text](kind:id)" if found["target"] else "write [@source: first words … last words]"
        needle = found["target"] or found["source"]
        origin = findings.scalar.origin_of(needle, text.count(needle, 0, found.start(found.lastgroup or 0)))
        yield Problem(origin, f"'{needle}' begins a reference that does not end", hint)


def unknown_scheme(target: str, origin: Origin) -> Problem:
    """Return the problem of a link that leads nowhere a reader can be sent."""
    near = suggest(target.partition(":")[0], [*KINDS, *PICTURES])
    hint = near or "link to a fact as kind:id, to a page as glossary.html, or to http:, https: or mailto:"
    return Problem(origin, f"a link cannot lead to '{target}'", hint)


def _origin(scalar: Scalar, needle: str, offset: int) -> Origin:
    return scalar.origin_of(needle, scalar.text.count(needle, 0, offset)) if needle else scalar.origin
