"""Units, names and licences that are nearly what they are meant for are told with what to write."""

from __future__ import annotations

import pytest

from standfirst.checks.miswritten_values import miswritten_values
from standfirst.model.licences import identifier_to_write, licence_url
from tests.explainers import content, joined


def said(facts: str, settings: str = "") -> list[str]:
    site = joined(content(facts, "Words.", settings=settings))
    return [f"{each.origin.column}: {each.said}" for each in miswritten_values(site)]


@pytest.mark.parametrize(
    ("unit", "meant"),
    [
        ("'%'", "percent"),
        ("per cent", "percent"),
        ("US$", "USD"),
        ("usd", "USD"),
        ("€", "EUR"),
        ("$", "the code of the currency, such as USD"),
    ],
)
def test_the_sign_of_a_share_or_a_currency_is_told_with_its_unit(unit: str, meant: str) -> None:
    (warning,) = said(f"figures: {{f: {{value: 6, label: a, uncited: x, unit: {unit}}}}}")
    shown = unit.strip("'")
    assert warning.endswith(f": warning: the unit '{shown}' is held to no source, as it is written; write {meant}")


@pytest.mark.parametrize("unit", ["percent", "USD", "km", "people", "dollars", "weeks", "percentage points"])
def test_units_that_are_words_or_codes_are_let_be(unit: str) -> None:
    assert said(f"figures: {{f: {{value: 6, label: a, uncited: x, unit: {unit}}}}}") == []


def test_a_licence_that_leads_nowhere_is_told_with_its_identifier() -> None:
    says = "warning: 'CC BY 4.0' leads to no licence, as it is written; write CC-BY-4.0"
    assert said("", "licence: CC BY 4.0\n") == [f"10: {says}"]
    assert said("", "licence: CC-BY-4.0\n") == []


def test_of_many_names_with_a_semicolon_not_all_are_written_out() -> None:
    authors = "; ".join(["Somebody Longname"] * 5)
    says = f"warning: '{authors}' is one name here: a comma parts names"
    assert said("", f"authors: ['{authors}']\n") == [f"10: {says}; write a comma in the place of the semicolon"]


def test_names_with_a_semicolon_are_told_as_several() -> None:
    facts = "actors: {a: {name: A, kind: person, summary: x, uncited: x, aliases: [B; C, D]}}"
    says = "'B; C' is one name here: a comma parts names; write [B, C, D]"
    assert said(facts) == [f"{facts.index('[') + 1}: warning: {says}"]


@pytest.mark.parametrize(
    ("licence", "meant"),
    [
        ("CC BY 4.0", "CC-BY-4.0"),
        ("CCBY4", "CC-BY-4.0"),
        ("cc-by-sa-3.0", "CC-BY-SA-3.0"),
        ("Creative Commons Attribution-NonCommercial 4.0", "CC-BY-NC-4.0"),
        ("CC BY ND NC 2.5", "CC-BY-NC-ND-2.5"),
        ("cc0", "CC0-1.0"),
        ("CC0-1", "CC0-1.0"),
        ("Creative Commons Zero", "CC0-1.0"),
        ("Creative Commons", "its identifier, such as CC-BY-4.0"),
        ("CC-BY-4.0", ""),
        ("CC0-1.0", ""),
        ("All rights reserved", ""),
        ("ODbL-1.0", ""),
    ],
)
def test_what_is_meant_for_a_licence_is_its_identifier(licence: str, meant: str) -> None:
    assert identifier_to_write(licence) == meant


def test_what_is_told_to_be_written_leads_somewhere() -> None:
    assert licence_url(identifier_to_write("CC BY ND")) == "https://creativecommons.org/licenses/by-nd/4.0/"
