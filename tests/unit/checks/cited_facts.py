"""Facts that cite made-up sources, and what is told of values that the passages do not state."""

from __future__ import annotations

from standfirst.checks.cited_values import unsupported_values
from standfirst.model import Drafts
from standfirst.problems.errors import Problem
from standfirst.sources.prove import prove
from tests.explainers import as_if_found, content, content_of, joined

_SOURCES = """
    sources:
      paper: {title: Paper, language: en, published: 2025-03-07}
      gazette: {title: Gazette, language: fr, reckon_from: 2025-03}
      undated: {title: Letter}
      brief: {title: Brief, language: de}
      nashra: {title: Nashra, language: ar, published: 2025-03-07}
      ribao: {title: Ribao, language: zh-Hans}
      suomi: {title: Suomi, language: fi}
"""
_VERBS = "verbs: {owns: {label: owns, inverse: is owned by}}\n"


def unsupported_in(facts: str, *, language: str = "en") -> tuple[Problem, ...]:
    """Return what is told of one facts file, all of whose passages are where they are said to be."""
    files = content(facts + _SOURCES, settings=_VERBS, language=language)
    return tuple(unsupported_values(joined(files), as_if_found(files), {}))


def warning_with_copy(text: str, facts: str) -> str:
    """Return the warning about one fact that cites the paper, whose text is at hand."""
    files = content(facts + _SOURCES, settings=_VERBS, copies={"paper": text})
    proof = prove(content_of(files), files, drafts=Drafts.HIDE)
    (warning,) = unsupported_values(joined(files), proof.lock, proof.copies)
    return str(warning)


def event(cite: str, date: str, more: str = "") -> tuple[Problem, ...]:
    """Return what is told of an event; `cite` is a mapping of YAML without its braces."""
    return unsupported_in(f"""
    events:
      closure: {{date: '{date}', title: A, {more}cite: {{{cite}}}}}""")


def figure(cite: str, value: str, more: str = "", *, label: str = "a") -> tuple[Problem, ...]:
    """Return what is told of a figure; `value` is its value, or that with a qualifier before it and a unit behind."""
    words = value.split()
    qualifier = f"qualifier: {words.pop(0)}, " if words[0][0].isalpha() else ""
    number, unit = words[0], " ".join(words[1:])
    return unsupported_in(f"""
    figures:
      dead: {{value: {number}, unit: {unit or '""'}, {qualifier}label: {label}, {more}cite: {{{cite}}}}}""")


def messages(found: tuple[Problem, ...]) -> str:
    """Return what problems say is wrong, as a case has it."""
    return " + ".join(each.message for each in found)
