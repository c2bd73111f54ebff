"""What a text refers to: facts, citations, pictures, images and pages, and what of it can be no reference."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from standfirst.model import (
    Citation,
    CitationMark,
    FactId,
    Hyperlink,
    Id,
    ImageReference,
    Kind,
    Leaf,
    MarkdownForm,
    Mention,
    Origin,
    Passage,
    Picture,
    Prose,
    Reference,
    TextNode,
)
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, Severity, SiteError, miswritten
from standfirst.problems.remedies import NO_REMEDY, Remedy, suggest, write
from standfirst.prose.addresses import address_of_link, file_named
from standfirst.prose.document import KINDS, PICTURES, document_of, nodes_in, scheme_of
from standfirst.prose.leaves import leaves_of
from standfirst.prose.mistakes import problem_of_fault, slips_in
from standfirst.prose.near_references import Slip
from standfirst.prose.origins import origin_in_prose
from standfirst.prose.paragraphs import read_paragraphs
from standfirst.reading.yaml.nodes import ScalarNode

# An id names files, and file systems end names at 255 bytes.
ID = re.compile(r"[a-z0-9][a-z0-9-]{0,99}")
OUTSIDE_SCHEMES = frozenset({"http", "https", "mailto"})
# What is no part of an id, and the id in what was written as `[@source:id: words]`.
_NO_ID = re.compile(r"[^a-z0-9-]+")
_OF_A_KIND = re.compile(r"(?P<id>[a-z0-9][a-z0-9-]*):")
# How many characters before a link may hold the qualifier of the figure that it shows.
_BEFORE = 60
# And how many behind it: "or more".
_AFTER = 40


@dataclass(slots=True)
class _Findings:
    prose: Prose
    mentions: list[tuple[int, Mention]] = field(default_factory=list)
    citations: list[tuple[int, Citation]] = field(default_factory=list)
    links: list[tuple[str, Origin]] = field(default_factory=list)
    images: list[tuple[str, Origin]] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def read_prose(scalar: ScalarNode, form: MarkdownForm) -> Prose:
    """Return a text with what it refers to, or raise a `SiteError` with every reference in it that cannot be one."""
    written = scalar.file.text[scalar.start : scalar.end]
    document = document_of(scalar.text, form)
    prose = Prose(scalar.text, form, scalar.origin, document, leaves_of(document), raw=written)
    findings = _Findings(prose)
    for leaf in prose.leaves:
        # Most leaves are words and nothing else.
        if len(leaf.nodes) > 1 or not isinstance(leaf.nodes[0], TextNode):
            _take_leaf(leaf, findings)
    slips = tuple(_sure_slips(prose))
    meant = frozenset(slip.footnote for slip in slips)
    findings.problems += (*_unused_footnotes(prose, meant), *(slip.problem for slip in slips), *_losses(prose))
    if findings.problems:
        raise SiteError(findings.problems)
    citations = tuple(each for _, each in sorted(findings.citations, key=_place))
    return replace(
        prose,
        mentions=tuple(each for _, each in sorted(findings.mentions, key=_place)),
        citations=citations,
        links=tuple(findings.links),
        images=tuple(findings.images),
        pictures=tuple(findings.pictures),
        paragraphs=read_paragraphs(prose, citations),
    )


def _place(found: tuple[int, object]) -> int:
    """Return where something was found: footnotes are read last, wherever they are written."""
    return found[0]


def _take_leaf(leaf: Leaf, findings: _Findings) -> None:
    line = leaf.line
    ended = 0
    begins = (*(start for _, start, _ in line.links[1:]), len(line.text))
    for (link, start, end), following in zip(line.links, begins, strict=False):
        if line.text[:start].strip() == "!" and scheme_of(link.target) in {*KINDS, *PICTURES}:
            hint = f"write ![]({link.target})"
            origin = origin_in_prose(findings.prose, link.offset)
            findings.problems.append(Problem(origin, f"a blank parts ! from the link to '{link.target}'", hint))
            if scheme_of(link.target) in PICTURES:
                continue
        before, after = line.text[max(ended, start - _BEFORE) : start], line.text[end : min(following, end + _AFTER)]
        _take_link(link, _MentionContext(line.text[start:end], before, after), findings)
        ended = end
    for node in nodes_in(leaf.nodes):
        if isinstance(node, ImageReference):
            _take_image(node, findings)
        elif isinstance(node, CitationMark):
            _take_citation(node, findings)


def _take_link(link: Hyperlink, around: _MentionContext, findings: _Findings) -> None:
    target, scheme = link.target, scheme_of(link.target)
    origin = origin_in_prose(findings.prose, link.offset)
    if scheme in KINDS:
        _take_mention(target, link.offset, origin, around, findings)
    elif scheme in PICTURES:
        findings.problems.append(_no_picture(target, origin, embeds=False))
    elif (scheme and not _leads_out(scheme, target)) or _leaves_the_site(target):
        findings.problems.append(unknown_scheme(target, origin))
    elif not target:
        hint = "write [text](kind:id), or the address of a page"
        findings.problems.append(Problem(origin, "this link has no address", hint))
    elif not scheme:
        findings.links.append((address_of_link(target), origin))


def _leads_out(scheme: str, target: str) -> bool:
    try:
        address = urlsplit(target)
    except ValueError:  # a host that cannot be one
        return False
    return scheme in OUTSIDE_SCHEMES and bool(address.path if scheme == "mailto" else address.netloc)


def _leaves_the_site(target: str) -> bool:
    return target.startswith(("/", "\\"))


@frozen
class _MentionContext:
    """How a fact is mentioned."""

    text: str
    before: str = ""
    after: str = ""
    embeds: bool = False


def _take_mention(target: str, place: int, origin: Origin, around: _MentionContext, findings: _Findings) -> None:
    kind, _, name = target.partition(":")
    if kind not in KINDS or not ID.fullmatch(name):
        mended = "".join(target.split()).lower()
        is_mended = ID.fullmatch(mended.partition(":")[2])
        picture = suggest(kind.lower(), PICTURES).before(":") if around.embeds and not name else NO_REMEDY
        in_general = Remedy(f"write {kind.lower()}: and an id of small letters, digits and hyphens")
        remedy = write(mended) if is_mended else picture or in_general
        old = target if is_mended else f"{kind}:"
        findings.problems.append(miswritten(origin, f"'{target}' names no fact", remedy, old))
        return
    reference = Reference(FactId(KINDS[kind], Id(name)), origin)
    findings.mentions.append((place, Mention(reference, around.text, around.before, around.embeds, around.after)))


def _take_image(image: ImageReference, findings: _Findings) -> None:
    target, scheme = image.target, scheme_of(image.target)
    origin = origin_in_prose(findings.prose, image.offset)
    sets = scheme in KINDS or scheme in PICTURES
    if sets and not image.standalone:
        findings.problems.append(_misplaced_embed(target, findings.prose.form, origin))
    if scheme in KINDS:
        _take_mention(target, image.offset, origin, _MentionContext(image.alternative, embeds=True), findings)
    elif scheme in PICTURES and target == f"{scheme}:":
        findings.pictures.append(PICTURES[scheme])
    elif sets:
        findings.problems.append(_no_picture(target, origin, embeds=True))
    elif problem := _image_problem(image, scheme, origin):
        findings.problems.append(problem)
    else:
        findings.images.append((file_named(target), origin))


def _misplaced_embed(target: str, form: MarkdownForm, origin: Origin) -> Problem:
    hint = "give it a paragraph of its own" if form is MarkdownForm.BLOCK else "link to it instead, without the !"
    return Problem(origin, f"'{target}' is set as a block, but stands within a line", hint)


def _no_picture(target: str, origin: Origin, *, embeds: bool) -> Problem:
    remedy = _setting(target.partition(":")[0].strip().lower())
    # What lacks the ! before its brackets is not mended behind them.
    return miswritten(origin, f"'{target}' sets no picture", remedy if embeds else Remedy(remedy.hint), target)


def _setting(picture: str) -> Remedy:
    return Remedy(f"write ![]({picture}:)", f"{picture}:")


def _image_problem(image: ImageReference, scheme: str | None, origin: Origin) -> Problem | None:
    target = image.target
    if target in PICTURES or target in KINDS:
        remedy = _setting(target) if target in PICTURES else Remedy(f"write ![]({target}:id)")
        return miswritten(origin, f"'{target}' is nothing that can be set here", remedy, target)
    if scheme and scheme not in OUTSIDE_SCHEMES:
        pictures = ", ".join(f"![]({picture}:)" for picture in PICTURES)
        in_general = Remedy(f"the pictures are {pictures}; a fact is set as ![](kind:id)")
        remedy = suggest(scheme, [*KINDS, *PICTURES]).before(":") or in_general
        return miswritten(origin, f"'{target}' is nothing that can be set here", remedy, f"{target[: len(scheme)]}:")
    if scheme or _leaves_the_site(target):
        message = f"the image '{target}' is not the explainer's own"
        return Problem(origin, message, "copy it to images/ and write ![what it shows](images/NAME)")
    if ID.fullmatch(target):
        hint = "a fact is set as ![](kind:id), an image by the name of its file, with its ending"
        return Problem(origin, f"'{target}' is nothing that can be set here", hint)
    if not image.alternative.strip():
        hint = f"write ![what it shows]({target})"
        return Problem(origin, f"the image '{target}' has no alternative text", hint)
    return None


def _take_citation(cited: CitationMark, findings: _Findings) -> None:
    words = " ".join(cited.words.split())
    origin = origin_in_prose(findings.prose, cited.offset)
    kind = _OF_A_KIND.match(cited.words if cited.source else cited.words.lstrip())
    kind = kind if cited.source in {"", Kind.SOURCE} else None
    if not ID.fullmatch(cited.source) or not cited.has_colon or not words or kind:
        mended = kind["id"] if kind else _NO_ID.sub("", cited.source.lower())
        hint = f"write [@{mended if ID.fullmatch(mended) else 'source'}: first words … last words]"
        message = "a citation names a source and the words of a passage"
        is_exact = ID.fullmatch(mended) and cited.has_colon and words and not kind
        remedy = Remedy(hint, f"@{mended}:" if is_exact else None)
        findings.problems.append(miswritten(origin, message, remedy, f"@{cited.source}:"))
        return
    reference = Reference(FactId(Kind.SOURCE, Id(cited.source)), origin)
    findings.citations.append((cited.offset, Citation(reference, (Passage(words, origin),))))


def _unused_footnotes(prose: Prose, meant: frozenset[str]) -> Iterator[Problem]:
    """Footnotes that nothing refers to, but for those that a reference to another was meant for."""
    for label in prose.document.unused_footnotes:
        if label not in meant:
            origin = origin_in_prose(prose, max(prose.markdown.find(f"[^{label}]:"), 0))
            hint = f"write [^{label}] where it belongs"
            yield Problem(origin, f"nothing refers to the footnote '{label}'", hint)


def _sure_slips(prose: Prose) -> Iterator[Slip]:
    """What is no reference whatever facts there are."""
    return (slip for slip in slips_in(prose) if slip.fact is None and slip.problem.severity is Severity.ERROR)


def _losses(prose: Prose) -> Iterator[Problem]:
    for fault in prose.document.faults:
        if fault.is_error:
            yield problem_of_fault(fault, prose, Severity.ERROR)


def unknown_scheme(target: str, origin: Origin) -> Problem:
    """Return the problem of a link that leads nowhere a reader can be sent."""
    scheme, _, rest = target.partition(":")
    message = f"a link cannot lead to '{target}'"
    if scheme in OUTSIDE_SCHEMES - {"mailto"} and not rest.startswith("//") and rest.strip("/"):
        return miswritten(origin, message, write(f"{scheme}://{rest.lstrip('/')}"), target)
    in_general = Remedy("link to a fact as kind:id, to a page as glossary.html, or to http:, https: or mailto:")
    return miswritten(origin, message, suggest(scheme, [*KINDS, *PICTURES]).before(":") or in_general, f"{scheme}:")
