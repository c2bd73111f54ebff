"""Vouchings go stale exactly when they should: random edits of an explainer, against a plain comparison of words."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.files import ContentFiles
from tests.reviewed_explainers import SHUT, explainer, locked, vouched, warnings

_WORDS = st.sampled_from(["pier", "storm", "port", "keys", "old", "new", "213", "boats", "not", "Marsa"])
_TEXTS = st.lists(_WORDS, min_size=1, max_size=6).map(tuple)


@dataclass(frozen=True)
class Written:
    """What may be written in an explainer with one claim that is vouched for."""

    claim: tuple[str, ...]
    inner: tuple[str, ...]  # between the first and the last words of the passage
    before: tuple[str, ...]  # in its paragraph
    elsewhere: tuple[str, ...]  # in another paragraph
    other: tuple[str, ...]  # what another fact says
    named_more: bool  # whether the passage is named by more of its words
    is_wide: bool  # how lines are broken
    is_backwards: bool  # the order of keys
    review_by: int
    id: str
    by: str  # the id of who says it, who is one and the same

    @property
    def files(self) -> ContentFiles:
        width = 200 if self.is_wide else 20
        says = textwrap.fill(" ".join(self.claim), width).replace("\n", "\n      ")
        passage = f"It began here{' ' + self.inner[0] if self.named_more else ''} … so it ended there"
        keys = [
            f"claim: >-\n      {says}",
            f"cite: {{report: {passage}}}",
            f"by: [{self.by}]",
            f"review_by: {2030 + self.review_by}-01-01",
        ]
        keys += ["former_ids: [shut]"] if self.id != "shut" else []
        record = "\n    ".join(reversed(keys) if self.is_backwards else keys)
        facts = f"claims:\n  {self.id}:\n    {record}\n  other: {{claim: {' '.join(self.other)}, uncited: so}}\n"
        former = "former_ids: [port], " if self.by != "port" else ""
        facts += f"actors: {{{self.by}: {{{former}name: A, kind: group, summary: A., uncited: so}}}}\n"
        cited = f"{' '.join(self.before)}. It began here {' '.join(self.inner)} so it ended there."
        text = textwrap.fill(cited, width) + "\n\n" + textwrap.fill(" ".join(self.elsewhere), width)
        return explainer(f"{facts}sources: {{report: {{title: R, publisher: P}}}}\n", text, "review: {claims: 1}\n")


WRITTEN = st.builds(
    Written,
    **dict.fromkeys(("claim", "inner", "before", "elsewhere", "other"), _TEXTS),
    **{name: st.booleans() for name in ("named_more", "is_wide", "is_backwards")},
    review_by=st.integers(0, 9),
    id=st.sampled_from(["shut", "closed"]),
    by=st.sampled_from(["port", "harbour"]),
)
EDITS = st.lists(st.sampled_from([*Written.__dataclass_fields__]), min_size=1, max_size=4, unique=True)


@given(WRITTEN.map(lambda each: replace(each, id="shut", by="port")), WRITTEN, EDITS)
def test_a_vouching_is_stale_exactly_when_statement_or_passages_have_other_words(
    before: Written, other: Written, edits: list[str]
) -> None:
    after = replace(before, **{name: getattr(other, name) for name in edits})
    reviewed = vouched(before.files, (SHUT, "Ada"))
    files = locked(replace(after.files, reviews=reviewed.reviews))
    told = warnings(files)

    sides = ["the statement"] if after.claim != before.claim else []
    sides += ["the passages"] if after.inner != before.inner else []
    name = f"claim:{after.id}"
    stale = f"reviews.yaml:3:3: warning: {' and '.join(sides)} of {name} changed since Ada vouched for it"
    missing = f"facts.yaml:2:3: warning: {name} is vouched for by 0 of 1 person"
    assert [each.split(",")[0].split(";")[0] for each in told] == ([missing, stale] if sides else [])
    # In CI there is only the lock.
    assert warnings(replace(files, copies=())) == told
