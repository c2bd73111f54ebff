"""Markdown that readers would see as it is written: near references, missing footnotes, HTML, other dialects."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from itertools import chain
from types import MappingProxyType

from standfirst.model import Element, Hyperlink, MarkdownFault, MarkdownForm, Node, Prose, Role, TextNode
from standfirst.problems.errors import Problem, Severity, miswritten
from standfirst.problems.remedies import Remedy, meant, nearest_words
from standfirst.prose.document import PICTURES
from standfirst.prose.near_references import Slip, is_near_reference, near_references_in
from standfirst.prose.origins import exact_offset, origin_in_prose

_NOTE = re.compile(r"\[\^(?P<label>[^\[\]\n]*+)\]")
_NOTE_BEGUN = re.compile(rf"^{_NOTE.pattern}(?=[ \t]+\S)", re.MULTILINE)
# A quick test: where none of these stands, there are no slips.
_SIGN = re.compile(r"[\[\]<{@=:!]")
# Syntax of other dialects: tasks, admonitions, tables of contents, highlights.
_OF_OTHERS = re.compile(
    r"^[ \t]*(?:\[[ xX]\](?=\s)|\[!\w+\]|(?::::+|!!!) ?\w+|\[_?TOC_?\]\s*$)"
    r"|(?<!=)==(?=[^\s=])[^=\n]*[^\s=]==(?!=)",
    re.IGNORECASE | re.MULTILINE,
)
_NOTE_WITHIN = re.compile(r"\^\[(?=\w)[^\[\]\n]*(?:\]|\Z)")
# HTML besides elements: processing instructions, the document type, CDATA.
_NO_ELEMENT = re.compile(r"<(?:\?[a-zA-Z][^<>]*\?|!(?:\[CDATA\[[^<>]*\]\]|[a-zA-Z][^<>]*))>")
_TEMPLATE = re.compile(
    r"\{\{[^{}\n]{1,100}\}\}|\{%[^%{}\n]{1,100}%\}|<%[^%<>\n]{1,100}%>|\[\[[^\[\]\n]{1,100}\]\]|\$\{[^{}\n]{1,100}\}"
)
_WORD = re.compile(r"\w+")
_TAG = re.compile(r"<(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?:\s[^<>]*|/)?>")
# What to write in place of an HTML element; anything else in angle brackets is no element.
_MENDS = MappingProxyType(
    {
        tag: mend
        for tags, mend in (
            ("b strong", "write **words**"),
            ("i em cite dfn var", "write *words*"),
            ("code kbd samp tt pre", "write `words`"),
            ("h1 h2 h3 h4 h5 h6", "write ## before the words, on a line of their own"),
            ("ul ol li dl dt dd", "write each item on its own line, with - or 1. before it"),
            ("table thead tbody tr td th caption", "write rows as | cell | cell |, and | - | - | below the first"),
            ("iframe embed object video audio source script style form input button svg", "link to it instead"),
            ("div span center font section article figure figcaption u small big s del", "leave it out"),
            ("ins mark sub sup abbr details summary label nav header footer strike", "leave it out"),
            ("a", "write [text](https://…)"),
            ("img", "write ![what it shows](images/NAME)"),
            ("br", "end the line above with two blanks, or begin a paragraph with an empty line"),
            ("hr", "write --- between two empty lines"),
            ("p", "begin a paragraph with an empty line"),
            ("blockquote", "write > before each line"),
            ("q", "write “words”"),
        )
        for tag in tags.split()
    }
)


def problem_of_fault(fault: MarkdownFault, prose: Prose, severity: Severity) -> Problem:
    """Return the problem of Markdown that does not come out as it is meant."""
    remedy = Remedy(fault.hint, fault.new or None)
    return miswritten(origin_in_prose(prose, fault.offset), fault.message, remedy, fault.old, severity)


def slips_in(prose: Prose) -> Iterator[Slip]:
    """Yield the slips of a text; code has none."""
    for leaf in prose.leaves:
        for words in _words(leaf.nodes) if leaf.role is not Role.CODE else ():
            if _SIGN.search(words.text):
                yield from near_references_in(words, prose)
                yield from _notes_in(words, prose)
                others = (_tags_in(words, prose), _template_syntax_in(words, prose), _dialects_in(words, prose))
                yield from map(Slip, chain.from_iterable(others))


def _words(nodes: tuple[Node, ...]) -> Iterator[TextNode]:
    for node in nodes:
        if isinstance(node, TextNode):
            yield node
        elif isinstance(node, Hyperlink) or (isinstance(node, Element) and node.tag not in {"code", "a"}):
            yield from _words(node.children)


# ---------------------------------------------------------------- footnotes, and other dialects


def _notes_in(words: TextNode, prose: Prose) -> Iterator[Slip]:
    """Footnotes in their line, as other dialects have them, and references to footnotes that are not there."""
    for found in _NOTE_WITHIN.finditer(words.text):
        offset = exact_offset(words, found.start(), prose)
        if offset is not None:
            message = f"'{found[0]}' is shown as it is written"
            hint = "write [^1] there, and [^1]: and the note in a paragraph of its own"
            yield Slip(Problem(origin_in_prose(prose, offset), message, hint, Severity.WARNING))
    for found in _NOTE.finditer(words.text):
        offset = exact_offset(words, found.start(), prose)
        if offset is None:
            continue
        label = found["label"]
        if prose.form is MarkdownForm.BLOCK:
            yield from _note_missing(label, offset, prose)
        else:
            message = f"'{found[0]}' is shown as it is: a text of one line has no footnotes"
            hint = "say it in the line, or leave it out"
            yield Slip(Problem(origin_in_prose(prose, offset), message, hint, Severity.WARNING))


def _note_missing(label: str, offset: int, prose: Prose) -> Iterator[Slip]:
    """A footnote that is not there; one whose line only lacks the colon is reported at that line alone."""
    begun = _notes_begun(prose.markdown).get(label)
    if begun is None:
        near = nearest_words(label, prose.document.unused_footnotes)
        remedy = meant(label, near[0], is_sure=len(near) == 1) if near else Remedy(f"add a line [^{label}]: …")
        problem = miswritten(origin_in_prose(prose, offset), f"there is no footnote '{label}'", remedy, label)
        yield Slip(problem, footnote=near[0] if near else "")
    elif begun == offset:
        message = f"the footnote '{label}' lacks its colon"
        remedy = Remedy(f"write [^{label}]: …", f"[^{label}]:")
        yield Slip(miswritten(origin_in_prose(prose, offset), message, remedy, f"[^{label}]"))


@functools.lru_cache(maxsize=1)
def _notes_begun(markdown: str) -> dict[str, int]:
    """Where the first line begins that has each label before words, as a footnote has, but no colon."""
    return {found["label"]: found.start() for found in reversed([*_NOTE_BEGUN.finditer(markdown)])}


def _dialects_in(words: TextNode, prose: Prose) -> Iterator[Problem]:
    """Syntax of other dialects of Markdown, which is shown as it is written."""
    for found in _OF_OTHERS.finditer(words.text):
        first = found.end() - len(found[0].lstrip())
        offset = exact_offset(words, first, prose)
        if offset is not None:
            message = f"'{found[0].strip()}' is shown as it is written"
            hint = "leave its signs out: what is read is CommonMark, with tables and footnotes"
            yield Problem(origin_in_prose(prose, offset), message, hint, Severity.WARNING)


# ---------------------------------------------------------------- HTML


def _tags_in(words: TextNode, prose: Prose) -> Iterator[Problem]:
    """HTML, which readers see as it is written."""
    for found in chain(_TAG.finditer(words.text), _NO_ELEMENT.finditer(words.text)):
        offset = exact_offset(words, found.start(), prose)
        hint = _MENDS.get(found["tag"].lower()) if found.re is _TAG else "take it out"
        if offset is not None and hint:
            message = f"readers will see '{found[0]}' as it stands"
            yield Problem(origin_in_prose(prose, offset), message, hint, Severity.WARNING)


def _template_syntax_in(words: TextNode, prose: Prose) -> Iterator[Problem]:
    """Template syntax of other tools, unless it names a fact and so is a near reference."""
    for found in _TEMPLATE.finditer(words.text):
        offset = exact_offset(words, found.start(), prose)
        if offset is not None and not is_near_reference(found[0]):
            named = [word.lower() for word in _WORD.findall(found[0]) if word.lower() in PICTURES]
            general = "leave it out: a picture is set as ![](map:), a fact as ![](kind:id) or [](kind:id)"
            hint = f"write ![]({named[0]}:)" if named else general
            message = f"readers will see '{found[0]}' as it stands"
            yield Problem(origin_in_prose(prose, offset), message, hint, Severity.WARNING)
