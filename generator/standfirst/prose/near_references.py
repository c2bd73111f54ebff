"""References that are nearly right: links, embeds and citations that Markdown does not read as such."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import replace
from enum import Enum

from standfirst.model import FactId, Id, Kind, Prose, TextNode
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, Severity
from standfirst.problems.remedies import Remedy, write
from standfirst.prose.document import KINDS, PICTURES
from standfirst.prose.origins import exact_offset, origin_in_prose

_KIND = rf"(?P<kind>(?i:{'|'.join(KINDS)}))"
_TARGET = rf"(?P<target>{_KIND}[ \t]*:[ \t]*(?P<id>[\w-]+))"
_SET = rf"(?P<target>(?P<kind>{'|'.join([*KINDS, *PICTURES])}):(?P<id>[\w-]*))"
_LABEL = r"\[(?P<text>[^\[\]]*)\]"
_LINK = "[{text}]({fact})"


class _Sure(Enum):
    """When text that looks like a reference is a slip, since words in brackets may be no more than that."""

    ALWAYS = "whatever it names"
    ADDRESS = "if it is an address with a blank in it"
    FACT = "if its fact is there; as a warning if it is not, but the slip is written as a reference is"
    SOURCE = "as a warning, if its source is there"


@frozen
class _NearReference:
    """A way of writing that is nearly a reference: what is wrong, what to write, and what the hint says behind that.

    `new` is nothing where it cannot be told exactly; then the hint says it all.
    """

    pattern: str
    message: str
    new: str
    hint: str = ""
    sure: _Sure = _Sure.FACT


# Compiled where a text needs them, which few do.
_compiled = functools.cache(re.compile)


_BRACKETS = "'{fact}' stands in the wrong brackets"
_CITE = "write [@{id}: first words … last words]"
# Where several match the same text, the first counts.
_FORMS = (
    _NearReference(
        rf"(?:\[(?P<text>[^\[\]]*+))?\]\s+\({_TARGET}\s*\)", "a blank parts '({fact})' from its text", _LINK
    ),
    _NearReference(rf"\((?P<text>[^()\[\]]*)\)\[{_TARGET}\]", "the brackets of this link are swapped", _LINK),
    _NearReference(rf"{_LABEL}[ \t]?\[{_TARGET}\]", _BRACKETS, _LINK),
    _NearReference(rf"{_LABEL}\{{{_TARGET}\}}", _BRACKETS, _LINK),
    _NearReference(rf"\[\[{_TARGET}\|(?P<text>[^\[\]]*)\]\]", _BRACKETS, _LINK),
    _NearReference(rf"\[\[?{_TARGET}\]\]?", _BRACKETS, _LINK),
    _NearReference(rf"\{{\{{?\s*{_TARGET}\s*\}}\}}?", _BRACKETS, _LINK),
    _NearReference(rf"<{_TARGET}>", _BRACKETS, _LINK),
    _NearReference(
        rf"{_LABEL}\([ \t]*(?P<target>(?P<kind>{'|'.join(KINDS)})(?:[ \t]*:[ \t]+|[ \t]+:)(?P<id>[\w-]+))[ \t]*\)",
        "a blank in '{target}' keeps this from being read as a link",
        _LINK,
        sure=_Sure.ALWAYS,
    ),
    _NearReference(
        rf"(?:\[[^\[\]\n]*+)?\]\(\s*<?{_SET}",
        "'{target}' begins a reference that does not end",
        "",
        "write [text](kind:id)",
        _Sure.ALWAYS,
    ),
    _NearReference(
        r"(?:\[[^\[\]]*+)?\]\((?P<target>(?P<id>)(?:[^\n()<>]|\([^\n()<>]*\))*+)\)",
        "a blank in '{target}' keeps this from being read as a link",
        "",
        "write %20 for the blank, or put the address in angle brackets: (<{target}>)",
        _Sure.ADDRESS,
    ),
    _NearReference(
        r"\[(?P<target>@(?P<id>[\w-]*):?)",
        "'{target}' begins a reference that does not end",
        "",
        "write [@{cited}: first words … last words]",
        _Sure.ALWAYS,
    ),
    _NearReference(
        r"\[(?P<id>[a-z0-9][a-z0-9-]*):\s*[^\[\]]+\]",
        "'{id}' is a source, but this is not read as a citation of it",
        "",
        _CITE,
        _Sure.SOURCE,
    ),
    _NearReference(
        r"(?<![\w@./-])@(?P<id>[a-z0-9][a-z0-9-]*):",
        "'{id}' is a source, but this is not read as a citation of it",
        "",
        _CITE,
        _Sure.SOURCE,
    ),
    _NearReference(
        rf"(?<![\w/:.@#&=?%-])(?P<target>(?P<kind>{'|'.join(KINDS)}):(?P<id>[a-z0-9][a-z0-9-]*))(?![\w:/])",
        "'{fact}' is not read as a reference",
        "[]({fact})",
        ", or [text]({fact})",
    ),
)
# A quick test: where none of these stands, no form can.
_SIGN = re.compile(r"[\[\]<{@:](?:(?<!:)|(?=[a-z0-9]))")
_OF_AN_ADDRESS = re.compile(r"[./:#]\S")


@frozen
class Slip:
    """Text that was probably meant as Markdown, and the fact that it seems to name, if any.

    A slip without a fact is certain; one with a fact depends on whether there is such a fact. `exact` says whether
    the fact is spelled as a reference spells it. `footnote` is the label that its hint suggests, if it suggests one.
    """

    problem: Problem
    fact: FactId | None = None
    exact: bool = True
    footnote: str = ""


def near_references_in(words: TextNode, prose: Prose) -> Iterator[Slip]:
    """Yield the near references in some words of a text."""
    text = words.text
    for form in _FORMS if _SIGN.search(text) else ():
        rest, at = [], 0
        for found in _compiled(form.pattern).finditer(text):
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
    kind, name = groups.get("kind", "").lower(), groups["id"].lower()
    # A text with emphasis within is in several words of the document, so that it is not known here whole.
    text = "text" if found.groupdict().get("text", "") is None else " ".join(groups.get("text", "").split())
    values = {**groups, "text": text, "fact": f"{kind}:{name}", "cited": name or "source"}
    named = "target" if "target" in groups else "id"
    origin = origin_in_prose(prose, exact_offset(words, found.start(named), prose))
    remedy, start = _remedy(form, found, values), exact_offset(words, found.start(), prose)
    is_whole = start is not None and prose.markdown.startswith(found[0], start)
    fix = remedy.replacing(found[0], origin_in_prose(prose, start)) if is_whole else ()
    problem = Problem(origin, form.message.format(**values), remedy.hint, fix=fix)
    match form.sure:
        case _Sure.ALWAYS | _Sure.ADDRESS:
            return Slip(problem)
        case _Sure.SOURCE:
            return Slip(replace(problem, severity=Severity.WARNING), FactId(Kind.SOURCE, Id(name)), exact=False)
        case _Sure.FACT:
            return Slip(problem, FactId(KINDS[kind], Id(name)), exact=groups["target"] == values["fact"])


def _remedy(form: _NearReference, found: re.Match[str], values: dict[str, str]) -> Remedy:
    """Return what to write, with the ! of what is to be set."""
    before = found.string[: found.start()]
    if found["id"] and "kind" in values and before.endswith(("!", "!(")):
        # The words of its brackets may be dear to the writer.
        is_exact = form.new and before.endswith("!") and not values["text"]
        new = f"[]({values['fact']})"
        return Remedy(f"write !{new}", new if is_exact else None)
    hint = form.hint.format(**values)
    if not form.new:
        return Remedy(hint)
    new = form.new.format(**values)
    is_known = "text" not in found.re.groupindex or found["text"] is not None
    return write(new, hint) if is_known else Remedy(f"write {new}{hint}")


def is_near_reference(text: str) -> bool:
    """Whether there is something in a text that is written like a reference."""
    return any(_compiled(form.pattern).search(text) for form in _FORMS)
