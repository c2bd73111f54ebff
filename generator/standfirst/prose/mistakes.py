"""Markdown that readers would see as it is written: near references, missing footnotes, HTML, other dialects."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain
from types import MappingProxyType

from standfirst.model import Element, FactId, Hyperlink, Id, Kind, MarkdownForm, Node, Prose, TextNode
from standfirst.problems.errors import Problem, Severity, suggest
from standfirst.prose.document import KINDS, PICTURES
from standfirst.prose.leaves import Role, leaves_of
from standfirst.prose.origins import exact_offset, origin_in_prose

_KIND = rf"(?P<kind>(?i:{'|'.join(KINDS)}))"
_TARGET = rf"(?P<target>{_KIND}[ \t]*:[ \t]*(?P<id>[\w-]+))"
_SET = rf"(?P<target>(?P<kind>{'|'.join([*KINDS, *PICTURES])}):(?P<id>[\w-]*))"
_LABEL = r"\[(?P<text>[^\[\]]*)\]"
_LINK = "write [{text}]({fact})"


class _Sure(Enum):
    """When text that looks like a reference is a slip, since words in brackets may be no more than that."""

    ALWAYS = "whatever it names"
    ADDRESS = "if it is an address with a blank in it"
    FACT = "if its fact is there; as a warning if it is not, but the slip is written as a reference is"
    SOURCE = "as a warning, if its source is there"


@dataclass(frozen=True, slots=True)
class _NearReference:
    """A way of writing that is nearly a reference."""

    pattern: re.Pattern[str]
    message: str
    hint: str
    sure: _Sure


def _form(pattern: str, message: str, hint: str, sure: _Sure = _Sure.FACT) -> _NearReference:
    return _NearReference(re.compile(pattern), message, hint, sure)


_BRACKETS = "'{fact}' stands in the wrong brackets"
_CITE = "write [@{id}: first words … last words]"
# Where several match the same text, the first counts.
_FORMS = (
    _form(rf"(?:\[(?P<text>[^\[\]]*+))?\]\s+\({_TARGET}\s*\)", "a blank parts '({fact})' from its text", _LINK),
    _form(rf"\((?P<text>[^()\[\]]*)\)\[{_TARGET}\]", "the brackets of this link are swapped", _LINK),
    _form(rf"{_LABEL}[ \t]?\[{_TARGET}\]", _BRACKETS, _LINK),
    _form(rf"{_LABEL}\{{{_TARGET}\}}", _BRACKETS, _LINK),
    _form(rf"\[\[{_TARGET}\|(?P<text>[^\[\]]*)\]\]", _BRACKETS, _LINK),
    _form(rf"\[\[?{_TARGET}\]\]?", _BRACKETS, _LINK),
    _form(rf"\{{\{{?\s*{_TARGET}\s*\}}\}}?", _BRACKETS, _LINK),
    _form(rf"<{_TARGET}>", _BRACKETS, _LINK),
    _form(
        rf"{_LABEL}\([ \t]*(?P<target>(?P<kind>{'|'.join(KINDS)})(?:[ \t]*:[ \t]+|[ \t]+:)(?P<id>[\w-]+))[ \t]*\)",
        "a blank in '{target}' keeps this from being read as a link",
        _LINK,
        _Sure.ALWAYS,
    ),
    _form(
        rf"(?:\[[^\[\]\n]*+)?\]\(\s*<?{_SET}",
        "'{target}' begins a reference that does not end",
        "write [text](kind:id)",
        _Sure.ALWAYS,
    ),
    _form(
        r"(?:\[[^\[\]]*+)?\]\((?P<target>(?P<id>)(?:[^\n()<>]|\([^\n()<>]*\))*+)\)",
        "a blank in '{target}' keeps this from being read as a link",
        "write %20 for the blank, or put the address in angle brackets: (<{target}>)",
        _Sure.ADDRESS,
    ),
    _form(
        r"\[(?P<target>@(?P<id>[\w-]*):?)",
        "'{target}' begins a reference that does not end",
        "write [@{cited}: first words … last words]",
        _Sure.ALWAYS,
    ),
    _form(
        r"\[(?P<id>[a-z0-9][a-z0-9-]*):\s*[^\[\]]+\]",
        "'{id}' is a source, but this is not read as a citation of it",
        _CITE,
        _Sure.SOURCE,
    ),
    _form(
        r"(?<![\w@./-])@(?P<id>[a-z0-9][a-z0-9-]*):",
        "'{id}' is a source, but this is not read as a citation of it",
        _CITE,
        _Sure.SOURCE,
    ),
    _form(
        rf"(?<![\w/:.@#&=?%-])(?P<target>(?P<kind>{'|'.join(KINDS)}):(?P<id>[a-z0-9][a-z0-9-]*))(?![\w:/])",
        "'{fact}' is not read as a reference",
        "write []({fact}), or [text]({fact})",
    ),
)
_OF_AN_ADDRESS = re.compile(r"[./:#]\S")
_NOTE = re.compile(r"\[\^(?P<label>[^\[\]\n]*+)\]")
_NOTE_BEGUN = re.compile(rf"^{_NOTE.pattern}(?=[ \t]+\S)", re.MULTILINE)
# A quick test: text without any of these has no slips.
_SUSPECT = re.compile(rf"[\[\]<{{@]|==|::|!!!|(?:{'|'.join(KINDS)}):", re.IGNORECASE)
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


@dataclass(frozen=True, slots=True)
class Slip:
    """Text that was probably meant as Markdown, and the fact that it seems to name, if any.

    A slip without a fact is certain; one with a fact depends on whether there is such a fact. `exact` says whether
    the fact is spelled as a reference spells it.
    """

    problem: Problem
    fact: FactId | None = None
    exact: bool = True


def slips_in(prose: Prose) -> Iterator[Slip]:
    """Yield the slips of a text; code has none."""
    for leaf in leaves_of(prose.document):
        for words in _words(leaf.nodes) if leaf.role is not Role.CODE else ():
            if _SUSPECT.search(words.text):
                yield from _references_in(words, prose)
                yield from map(Slip, (*_notes_in(words, prose), *_tags_in(words, prose)))
                yield from map(Slip, (*_template_syntax_in(words, prose), *_dialects_in(words, prose)))


def _words(nodes: tuple[Node, ...]) -> Iterator[TextNode]:
    for node in nodes:
        if isinstance(node, TextNode):
            yield node
        elif isinstance(node, Hyperlink) or (isinstance(node, Element) and node.tag not in {"code", "a"}):
            yield from _words(node.children)


# ---------------------------------------------------------------- references


def _references_in(words: TextNode, prose: Prose) -> Iterator[Slip]:
    text = words.text
    for form in _FORMS:
        rest, at = [], 0
        for found in form.pattern.finditer(text):
            if form.sure is _Sure.ADDRESS and not _is_address(found["target"]):
                continue
            if _is_meant(found, words, prose):
                yield _slip(form, found, words, prose)
            # Other patterns must not find the same text again.
            rest += [text[at : found.start()], " " * len(found[0])]
            at = found.end()
        text = "".join((*rest, text[at:]))


def _is_meant(found: re.Match[str], words: TextNode, prose: Prose) -> bool:
    """Whether nothing of what was found is escaped: its brackets, or else its words, stand in the Markdown as such."""
    start, end = found.span()
    brackets = [at for at in range(start, end) if words.text[at] in "[]<{"]
    if brackets:
        return all(exact_offset(words, at, prose) is not None for at in brackets)
    first, last = exact_offset(words, start, prose), exact_offset(words, end - 1, prose)
    return first is not None and last is not None and last - first == end - 1 - start


def _is_address(target: str) -> bool:
    """Whether something with a blank in it is the address of a page or a file."""
    return " " in target.strip() and bool(_OF_AN_ADDRESS.search(target))


def _slip(form: _NearReference, found: re.Match[str], words: TextNode, prose: Prose) -> Slip:
    groups = {name: value or "" for name, value in found.groupdict().items()}
    kind, name = groups.get("kind", "").lower(), groups["id"]
    # What is marked within is in other words of the document.
    text = "text" if found.groupdict().get("text", "") is None else " ".join(groups.get("text", "").split())
    values = {**groups, "text": text, "fact": f"{kind}:{name}", "cited": name or "source"}
    named = "target" if "target" in groups else "id"
    origin = origin_in_prose(prose, exact_offset(words, found.start(named), prose))
    problem = Problem(origin, form.message.format(**values), _hint(form, found, values))
    match form.sure:
        case _Sure.ALWAYS | _Sure.ADDRESS:
            return Slip(problem)
        case _Sure.SOURCE:
            return Slip(replace(problem, severity=Severity.WARNING), FactId(Kind.SOURCE, Id(name)), exact=False)
        case _Sure.FACT:
            exact = groups["target"] == values["fact"] == values["fact"].lower()
            return Slip(problem, FactId(KINDS[kind], Id(name.lower())), exact)


def _hint(form: _NearReference, found: re.Match[str], values: dict[str, str]) -> str:
    """Return what to write, with the ! of what is to be set."""
    if found["id"] and "kind" in values and found.string[: found.start()].endswith(("!", "!(")):
        return f"write ![]({values['fact']})"
    return form.hint.format(**values)


def _notes_in(words: TextNode, prose: Prose) -> Iterator[Problem]:
    """Footnotes in their line, as other dialects have them, and references to footnotes that are not there."""
    for found in _NOTE_WITHIN.finditer(words.text):
        offset = exact_offset(words, found.start(), prose)
        if offset is not None:
            hint = "write [^1] there, and [^1]: and the note in a paragraph of its own"
            yield Problem(
                origin_in_prose(prose, offset), f"'{found[0]}' is shown as it is written", hint, Severity.WARNING
            )
    for found in _NOTE.finditer(words.text):
        offset = exact_offset(words, found.start(), prose)
        if offset is None:
            continue
        label = found["label"]
        if prose.form is MarkdownForm.BLOCK:
            yield from _note_missing(label, offset, prose)
        else:
            message = f"'{found[0]}' is shown as it is: a text of one line has no footnotes"
            yield Problem(
                origin_in_prose(prose, offset), message, "say it in the line, or leave it out", Severity.WARNING
            )


def _note_missing(label: str, offset: int, prose: Prose) -> Iterator[Problem]:
    """A footnote that is not there; one whose line only lacks the colon is reported at that line alone."""
    begun = _notes_begun(prose.markdown).get(label)
    if begun is None:
        hint = suggest(label, prose.document.unused_footnotes) or f"add a line [^{label}]: …"
        yield Problem(origin_in_prose(prose, offset), f"there is no footnote '{label}'", hint)
    elif begun == offset:
        yield Problem(origin_in_prose(prose, offset), f"the footnote '{label}' lacks its colon", f"write [^{label}]: …")


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
        if offset is not None and not any(form.pattern.search(found[0]) for form in _FORMS):
            named = [word.lower() for word in _WORD.findall(found[0]) if word.lower() in PICTURES]
            general = "leave it out: a picture is set as ![](map:), a fact as ![](kind:id) or [](kind:id)"
            hint = f"write ![]({named[0]}:)" if named else general
            message = f"readers will see '{found[0]}' as it stands"
            yield Problem(origin_in_prose(prose, offset), message, hint, Severity.WARNING)
