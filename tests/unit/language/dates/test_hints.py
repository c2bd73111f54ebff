"""What to write in EDTF for a date in words, in other numerals, or in the habits of other catalogues."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.language import dates
from tests.cases import answered, cases_in

NONE = "write a date such as 2019-04-15, 2019-04 or 2019"


def hint(text: str) -> str:
    """Return what a writer of this is told to write."""
    with pytest.raises(dates.DateError) as caught:
        dates.parse(text)
    return caught.value.hint


@pytest.mark.parametrize("texts", cases_in(Path(__file__).with_name("hints.txt")))
def test_what_was_written_is_said_in_edtf_that_is_read(texts: str) -> None:
    assert answered(texts, hint) == texts
    for line in texts.split("\n"):
        dates.parse(line.partition(" ⇒ write ")[2].partition(" (")[0].strip('"'))


@pytest.mark.parametrize("texts", cases_in(Path(__file__).with_name("explanations.txt")))
def test_what_may_mean_several_things_or_none_is_explained(texts: str) -> None:
    assert answered(texts, hint) == texts


def test_nothing_is_proposed_for_a_long_text() -> None:
    assert hint("15 April 2019 " * 700) == NONE


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["1984", "15", "4", "April", "février", "BC", "AD", "century", "19th", "80s", "1980s"]),
            st.sampled_from(
                ["or", "to", "and", "–", "-", "/", ".", ",", "~", "?", "circa", "since", "before", "early"]
            ),
            st.sampled_from(["spring", "between", "from", "until", "the", "of", "le", "vers", "um", "Jahrhundert"]),
            st.integers(0, 10**6).map(str),
        ),
        max_size=8,
    ).map(" ".join)
)
@example("9999-12-31 or 9999-12-31")
@example("31 April 9999 to 30 April 0001")
@example("99 BC – 9999 BC")
def test_no_hint_is_refused_in_turn(text: str) -> None:
    try:
        dates.parse(text)
    except dates.DateError as error:
        hint = error.hint.replace(" (0000 is 1 BC)", "")
        told = hint.partition("write " if hint.startswith("write ") else "it may mean ")[2]
        for word in told.replace(",", " ").replace(":", " ").split():
            written = word.strip('"')
            if written[:1] in "-[/." or written[:4].isdigit():
                assert dates.parse(written).text == written


@pytest.mark.parametrize(
    ("text", "language", "expressions"),
    [
        ("15 April 2019", "fr", ("2019-04-15",)),
        ("c. 1984", "en", ("1984~",)),
        ("1999 to the 2000s", "en", ()),
        ("since 2014", "en", ("2014/..",)),
        ("4/5/2019", "en", ("2019-05-04", "2019-04-05")),
        ("4/5/2019", "en-GB", ("2019-05-04",)),
        ("31/2/2019", "fr", ()),
        ("15 April", "en", ()),
        ("nothing", "en", ()),
    ],
)
def test_the_expressions_for_a_date_are_all_that_it_may_mean(
    text: str, language: str, expressions: tuple[str, ...]
) -> None:
    assert dates.expressions_for(text, language) == expressions
