"""What is honest, however it is written and saved, is not reported."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from standfirst.model import Drafts
from standfirst.options import Options
from standfirst.pipeline import make_site_from
from standfirst.problems.errors import Severity, errors_in
from tests.evidence.tampering import (
    Fault,
    each,
    faults,
    honest,
    place,
    places,
    problems,
    reported,
    tampered,
    with_copy,
    without_copies,
)
from tests.explainers import own_templates

ARABIC = "لن نقبل أن يشرب أطفالنا ماءً مالحًا، ولن نقبل أن ندفع ثمنه مرّتين"
HARMLESS = faults(f"""
other letters' case | actors | "The water minister, Salim Oraby" | "the water minister, salim ORABY"
a curly apostrophe | record | the town's only | the town’s only
a straight apostrophe | actors | the authority’s spokesman | the authority's spokesman
other punctuation | events | at twenty to seven on Monday, 15 | “at twenty to seven”; on Monday (15)
three dots for an ellipsis | events | the tannery … since | the tannery ... since
an ellipsis for three dots | actors | The ministry puts ... in | The ministry puts … in
an ellipsis in brackets | events | the tannery … since | the tannery […] since
spaces that do not break | actors | The water minister, Salim | The water{chr(0xA0)}minister, Salim
marks of direction | events | اشتكى إلى الوزارة | {chr(0x200F)}اشتكى{chr(0x200E)} إلى الوزارة
accents apart from their letters | record | {ARABIC} | {unicodedata.normalize("NFD", ARABIC)}
an end to a quotation | record | and so we stopped it | and so we stopped it.
a quotation's other case | record | words: We shut | words: we shut
a double-quoted word's other case | 10-shutdown | “a matter of weeks” | “A matter of weeks”
other quotation marks | 10-shutdown | “a matter of weeks” | «a matter of weeks»
emphasis in a quotation | 10-shutdown | “a matter of weeks” | “a matter of *weeks*”
""")


@each(HARMLESS)
def test_what_changes_no_word_is_not_reported(fault: Fault) -> None:
    assert problems(tampered(fault)) == problems(without_copies(tampered(fault))) == ()


def test_where_a_passage_breaks_over_lines_does_not_matter() -> None:
    broken = {
        "actors": ('"The water minister, Salim Oraby"}', '"The water\n      minister, Salim\n      Oraby"}'),
        "10-shutdown": ("let brine through", "let\nbrine through"),
        "record": ("The water was never dangerous. It", "The water\n      was never dangerous. It"),
    }
    files = honest()
    for name, (old, new) in broken.items():
        files = tampered(Fault("", name, old, new), files)
    assert problems(files) == problems(without_copies(files)) == ()


def resaved(body: bytes) -> bytes:
    return b"\xef\xbb\xbf" + unicodedata.normalize("NFD", body.decode()).replace("\n", "\r\n").encode()


def rewritten(body: bytes) -> bytes:
    """The web page as another program would save it: indented, its entities written out, with other furniture."""
    page = BeautifulSoup(body, "html.parser")
    (navigation,) = page("nav")
    navigation.decompose()
    return page.prettify().encode()


@pytest.mark.parametrize(
    ("name", "saved"),
    [("wire", resaved), ("sahifa", resaved), ("letter", resaved), ("portal", rewritten)],
)
def test_how_a_copy_is_saved_does_not_matter(name: str, saved: Callable[[bytes], bytes]) -> None:
    assert problems(with_copy(name, saved)) == ()


@pytest.mark.parametrize("drafts", Drafts)
def test_the_explainer_itself_has_no_problem_and_without_the_copies_one_note(drafts: Drafts) -> None:
    assert list(reported(honest(), drafts)) == []
    (note,) = reported(without_copies(honest()), drafts)
    assert note.severity is Severity.NOTE
    assert "to find copied prose" in note.message


def test_what_is_wrong_with_a_draft_is_a_problem_where_drafts_are_shown() -> None:
    fault = Fault("", "record", '"It has promised an inquiry', '‸"It has promised a full inquiry')
    assert places(errors_in(reported(tampered(fault), Drafts.SHOW))) == [place(fault)]
    assert errors_in(reported(tampered(fault), Drafts.HIDE)) == ()


def test_the_site_is_the_same_without_the_copies() -> None:
    with_them, without = (
        make_site_from(files, own_templates(), Options(content=Path(), templates=Path()))
        for files in (honest(), without_copies(honest()))
    )
    assert with_them.artifacts == without.artifacts
    assert with_them.warnings == ()
    assert [each.severity for each in without.warnings] == [Severity.NOTE]
