"""Single values: each type is written in one way, and a value that is not says what would be."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from standfirst.decoding.single_values import VALUE_FORMATS
from standfirst.model import (
    Date,
    Id,
    ImageName,
    LanguageTag,
    Latitude,
    Longitude,
    Origin,
    Quantity,
    SiteUrl,
    Url,
    VerbId,
    VerbRef,
)
from standfirst.problems.errors import SiteError
from tests.explainers import value_node

QUOTE = 'quote it, "like this"'


def read(kind: object, written: str) -> Any:
    return VALUE_FORMATS[kind].read(value_node(written))


def fault(kind: object, written: str) -> str:
    """Return what is wrong with a value, once it is clear that the fault is said to stand where the value does."""
    with pytest.raises(SiteError) as caught:
        read(kind, written)
    (problem,) = caught.value.problems
    assert problem.origin == Origin("a.yaml", 1, 6)
    return f"{problem.message}; {problem.hint}"


@pytest.mark.parametrize(
    ("kind", "written", "value"),
    [
        (str, "  no  ", "no"),
        (str, "'  spaced  '", "spaced"),
        (str, "{{ 7 * 7 }}".join("''"), "{{ 7 * 7 }}"),
        (bool, "true", True),
        (bool, "False", False),
        (bool, "yes", True),
        (bool, "NO", False),
        (Id, "a-1", "a-1"),
        (Id, "2016", "2016"),
        (Url, "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"),
        (SiteUrl, "https://example.org/a/", "https://example.org/a/"),
        (LanguageTag, "pt-BR", "pt-BR"),
        (LanguageTag, "no", "no"),
        (LanguageTag, "zh-Hant-TW", "zh-Hant-TW"),
        (Latitude, "-90", -90.0),
        (Longitude, "179.5", 179.5),
        (datetime.date, "2024-02-29", datetime.date(2024, 2, 29)),
        (Quantity, "0.5", Quantity(Decimal("0.5"), Decimal("0.5"))),
        (Quantity, "210..220", Quantity(Decimal(210), Decimal(220))),
        (VerbRef, "leads", VerbRef(VerbId("leads"), Origin("a.yaml", 1, 6))),
    ],
)
def test_a_value_is_read_by_its_type(kind: object, written: str, value: object) -> None:
    assert read(kind, written) == value


def test_a_date_keeps_its_text() -> None:
    assert read(Date, "1984~").text == "1984~"


@pytest.mark.parametrize(
    ("kind", "written", "said"),
    [
        (ImageName, "images/a.png", "'images/a.png' is not how a file in images/ is named; write a.png"),
        (ImageName, "../images/m/a.png", "'../images/m/a.png' is not how a file in images/ is named; write m/a.png"),
        (ImageName, "images/", "'images/' is not how a file in images/ is named; name one"),
        (ImageName, "'m\\a.png'", "'m\\a.png' is not how a file in images/ is named; write m/a.png"),
        (ImageName, "https://a.org/a.png",
         "'https://a.org/a.png' is not the explainer's own; copy it to images/ and name the file"),
        (bool, "1", "'1' is neither true nor false; write true or false"),
        (Url, "example.org", "'example.org' is not a web address; write it whole, from https:// on"),
        (Url, "javascript:alert(1)", "'javascript:alert(1)' is not a web address; write it whole, from https:// on"),
        (Url, "https://", "'https://' is not a web address; write it whole, from https:// on"),
        (Url, "https://[half", "'https://[half' is not a web address; write it whole, from https:// on"),
        (Url, "https://a b", "'https://a b' is not a web address; write it whole, from https:// on"),
        (SiteUrl, "example.org", "'example.org' is not a web address; write it whole, from https:// on"),
        (SiteUrl, "https://a.org/?b",
         "'https://a.org/?b' is not the address of a site; leave out what follows the ? or #"),
        (SiteUrl, "https://a.org/#b",
         "'https://a.org/#b' is not the address of a site; leave out what follows the ? or #"),
        (Quantity, "many", "'many' is not a number; write digits alone, such as 213, 0.5 or 210..220"),
        (LanguageTag, "english", "'english' is not a language tag; write en"),
        (LanguageTag, "en_GB", "'en_GB' is not a language tag; write en-GB"),
        (LanguageTag, "cn", "'cn' is the tag of no language; write zh"),
        (LanguageTag, "jp-JP", "'jp-JP' is the tag of no language; write ja"),
        (LanguageTag, "xx", "'xx' is the tag of no language; write a BCP 47 tag, such as en, ar or pt-BR"),
        (datetime.date, "2025-02-29", "'2025-02-29' is not a day of the calendar; February 2025 has 28 days"),
        (datetime.date, "2025-02", "'2025-02' is not a day; write year-month-day, such as 2019-04-15"),
        (datetime.date, "0000-01-01", "'0000-01-01' is not a day; write year-month-day, such as 2019-04-15"),
        (datetime.date, "7 March 2025", "'7 March 2025' is not an EDTF date; write 2025-03-07"),
        (Date, "[1987..1990]", f"a text is expected here, not a list; {QUOTE}, if it begins with a bracket"),
        (str, "{a: b}", f"a text is expected here, not keys with values; {QUOTE}, if it has a colon or a brace in it"),
        (str, "' '", "nothing is written here; give it a value, or leave the key out"),
    ],
)  # fmt: skip
def test_a_value_that_is_not_of_its_type_says_what_would_be(kind: object, written: str, said: str) -> None:
    assert fault(kind, written) == said


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("32° N", "32"),
        ("32,89", "32.89"),
        ("32.89°", "32.89"),
        ("10°30'S", "-10.5"),
        ("10° 30’ 36” N", "10.51"),
        ("−3.5", "-3.5"),
        ("3.5 S", "-3.5"),
        ("3.5 W", "-3.5"),
        ("10° 0’ 59”", "10.01639"),
        ("90° N", "90"),
    ],
)
def test_a_coordinate_in_another_form_is_told_as_it_is_to_be_written(written: str, remedy: str) -> None:
    assert fault(Latitude, written) == f"'{written}' is not a coordinate; write {remedy}"
    assert read(Latitude, remedy) == float(remedy)


@pytest.mark.parametrize("written", ["90.1", "-91", "1e1", "nan", "0x10", "1_0", "٣٢", ".", "3° O"])
def test_a_coordinate_is_written_in_decimal_degrees(written: str) -> None:
    hint = "write decimal degrees between -90 and 90, such as 32.89"
    assert fault(Latitude, written) == f"'{written}' is not a coordinate; {hint}"


@pytest.mark.parametrize(
    "written",
    ["Council", "town council", "../../etc/passwd", "-council", "council_1", "cöuncil", "a/b", "a.b", "'a\n\n  b'"],
)
def test_an_id_cannot_hold_what_might_lead_elsewhere(written: str) -> None:
    assert "' is not an id; " in fault(Id, written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Council", "council"),
        ("town council", "town-council"),
        ("council_1", "council-1"),
        ("-council", "council"),
        ("Cöuncil", "council"),
        ("The Mayor's", "the-mayors"),
        ("The Mayor’s", "the-mayors"),
    ],
)
def test_what_is_nearly_an_id_is_told_what_to_write_which_is_one(written: str, meant: str) -> None:
    assert fault(Id, written).endswith(f"write {meant}: an id is of small letters, digits and hyphens")
    assert read(Id, meant) == meant


@pytest.mark.parametrize("written", ["../../etc/passwd", "a/b", "совет", "ав bcd", "?!", "a" * 101])
def test_what_is_no_id_at_all_is_told_what_one_is(written: str) -> None:
    hint = "use up to 100 small letters, digits and hyphens, and begin with a letter or digit"
    assert fault(Id, written).endswith(hint)
