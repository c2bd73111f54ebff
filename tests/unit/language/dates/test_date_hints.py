"""What to write in EDTF for a date in words, in other numerals, or in the habits of other catalogues."""

# ruff: noqa: RUF001 - letters and digits of other scripts are meant.

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standfirst.language import dates

NONE = "write a date such as 2019-04-15, 2019-04 or 2019"


def hint(text: str) -> str:
    """Return what a writer of this is told to write."""
    with pytest.raises(dates.DateError) as caught:
        dates.parse(text)
    return caught.value.hint


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("1967–1976", "1967/1976"),
        ("circa 1927–1928", "1927~/1928~"),
        ("1920s–1950s", "192X/195X"),
        ("1950s-60s", "195X/196X"),
        ("2019-04-15 to 2019-04-20", "2019-04-15/2019-04-20"),
        ("1984 or 1985", '"[1984..1985]"'),
        ("1990's", "199X"),
        ("2010–12", "2010/2012"),
        ("1914 to 18", "1914/1918"),
        ("15 to 16 February 2012", "2012-02-15/2012-02-16"),
        ("30 April to 2 May 2019", "2019-04-30/2019-05-02"),
        ("April–June 2019", "2019-04/2019-06"),
        ("April 2019/May 2019", "2019-04/2019-05"),
        ("28/06/2012", "2012-06-28"),
        ("4/15/2019", "2019-04-15"),
        ("2019-4-5", "2019-04-05"),
        ("2019.04.15", "2019-04-15"),
        ("20190415", "2019-04-15"),
        ("15.IV.2019", "2019-04-15"),
        ("c. 2016", "2016~"),
        ("2016 (?)", "2016?"),
        ("since 2014", "2014/.."),
        ("2014–present", "2014/.."),
        ("before 2016", '"[..2016]"'),
        ("after 2016", '"[2016..]"'),
        ("until 2016", "../2016"),
        ("spring 2019", "2019-21"),
        ("fall 2019", "2019-23"),
        ("19th century", "18XX"),
        ("44 BC", "-0043 (0000 is 1 BC)"),
        ("AD 79", "0079"),
        ("Wednesday, July 16, 1969", "1969-07-16"),
        ("٢٠١٩", "2019"),
        ("١٥ أبريل ٢٠١٩", "2019-04-15"),
        ("۱۵ آوریل ۲۰۱۹", "2019-04-15"),
        ("2019年4月15日", "2019-04-15"),
        ("1 février 2012", "2012-02-01"),
        ("1er mai 2019", "2019-05-01"),
        ("vers 1984", "1984~"),
        ("XIXe siècle", "18XX"),
        ("15. April 2019", "2019-04-15"),
        ("um 1984", "1984~"),
        ("abril de 2019", "2019-04"),
    ],
)
def test_what_was_written_is_said_in_edtf(text: str, edtf: str) -> None:
    assert hint(text) == f"write {edtf}"
    dates.parse(edtf.partition(" (")[0].strip('"'))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("4/5/2019", "it may mean 2019-05-04 or 2019-04-05: write the one that is meant"),
        ("1800s", "it may mean 180X or 18XX: write the one that is meant"),
        ("winter 2018/19", "it may mean 2018-24 or 2019-24: write the one that is meant"),
        ("24 August 79", "it may mean 0079-08-24 or 1979-08-24 or 2079-08-24: write the one that is meant"),
        ("1914-18", "months are 01 to 12, seasons 21 (spring) to 24 (winter); write 1914/1918 for the years"),
        ("1914/18", "write 1914/1918"),
        ("2019-13", "months are 01 to 12, seasons 21 (spring) to 24 (winter)"),
        ("between 1987 and 1990", 'write 1987/1990 for throughout, "[1987..1990]" for once within'),
        ("1987..1990", 'write 1987/1990 for throughout, "[1987..1990]" for once within'),
        ("from 2014", "write 2014/.. if it still goes on, 2014/ if its end is not known"),
        ("early 1990s", "write 199X for all of it, or the time that is meant"),
        ("15 April", "its year is missing: write it too, as in 2019-04-15 or 2019-04"),
        ("31 April 2019", "April 2019 has 30 days"),
        ("2004-06~-11", "put ?, ~ or % at the end of the date, as in 2004-06-11~"),
    ],
)
def test_what_may_mean_several_things_or_none_is_explained(text: str, told: str) -> None:
    assert hint(text) == told


@pytest.mark.parametrize(
    "text",
    [
        *("today", "Monday", "213", "1,009", "12:30", "2019-105", "2019-W15", "1984 or 1990", "2. Hälfte 1990", "'90s"),
        # That day was a Wednesday.
        "Monday 16 July 1969",
        "1/2/2019 to 3/2/2019",
        "15 April 2019 " * 700,
    ],
)
def test_nothing_is_proposed_that_was_not_written(text: str) -> None:
    assert hint(text) == NONE


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
        told = error.hint.partition("write " if error.hint.startswith("write ") else "it may mean ")[2]
        for word in told.replace(",", " ").replace(":", " ").split():
            written = word.strip('"')
            if written[:1] in "-[/." or written[:4].isdigit():
                assert dates.parse(written).text == written
