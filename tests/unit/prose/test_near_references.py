"""References that are nearly right: which fact they seem to name, where, and what to write."""

from __future__ import annotations

from pathlib import Path

import pytest

from standfirst.model import MarkdownForm, Origin, Prose, TextNode
from standfirst.prose.document import document_of, nodes_in
from standfirst.prose.leaves import leaves_of
from standfirst.prose.near_references import Slip, is_near_reference, near_references_in
from tests.cases import answered, cases_in


def slips_in(text: str) -> list[Slip]:
    document = document_of(text, MarkdownForm.BLOCK)
    prose = Prose(text, MarkdownForm.BLOCK, Origin("any.md", 1, 1), document, leaves_of(document), raw=text)
    words = [node for leaf in prose.leaves for node in nodes_in(leaf.nodes) if isinstance(node, TextNode)]
    return [slip for each in words for slip in near_references_in(each, prose)]


def told(text: str) -> str:
    """Return what is told of a text: the facts that must be there, the columns, and the problems."""
    return " + ".join(map(_told, slips_in(text)))


def _told(slip: Slip) -> str:
    named = f"{'' if slip.exact else 'probably '}{slip.fact}, " if slip.fact else ""
    return f"{named}{slip.problem.origin.column}: {slip.problem.said}"


@pytest.mark.parametrize("texts", cases_in(Path(__file__).with_name("near_references.txt")))
def test_what_is_nearly_a_reference_is_told_with_what_to_write(texts: str) -> None:
    assert answered(texts, told) == texts


@pytest.mark.parametrize(
    ("text", "is_near"), [("{{ actor:y }}", True), ("[[actor:y]]", True), ("{{ relations }}", False)]
)
def test_template_syntax_may_be_nearly_a_reference(text: str, is_near: bool) -> None:
    assert is_near_reference(text) == is_near


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("![](quote: y)", "![](quote:y)"),
        ("![[quote:y]]", "![](quote:y)"),
        ("![Words of mine](quote: y)", "![Words of mine](quote: y)"),
        ("![](quote:y and", "![](quote:y and"),
    ],
)
def test_what_is_to_be_set_keeps_its_sign_and_loses_no_words(text: str, mended: str) -> None:
    for slip in slips_in(text):
        for fix in slip.problem.fix:
            at = fix.origin.column - 1
            assert text.startswith(fix.old, at)
            text = text[:at] + fix.new + text[at + len(fix.old) :]
    assert text == mended
