"""Single values: each type is written in one way, and a value that is not says what would be."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Any

import pytest

from standfirst.decoding.formats import (
    Format,
    choice_format,
    prose_format,
    read_value,
    reference_format,
    tuple_format,
    whole_number_format,
)
from standfirst.decoding.single_values import VALUE_FORMATS
from standfirst.model import (
    ActorKind,
    AllowedKinds,
    Bounds,
    Date,
    FactId,
    Id,
    Kind,
    LanguageTag,
    Latitude,
    Longitude,
    MarkdownForm,
    Origin,
    Quantity,
    Reference,
    Url,
    VerbId,
    VerbRef,
)
from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile
from standfirst.reading.yaml.composer import read_yaml
from standfirst.reading.yaml.nodes import MappingNode, YamlNode

QUOTE = 'quote it, "like this"'


def node(written: str) -> YamlNode:
    """Return the value that is written so after a key."""

    def value(root: YamlNode | None) -> YamlNode:
        assert isinstance(root, MappingNode)
        return next(iter(root)).value

    return read_yaml(InputFile("a.yaml", f"key: {written}\n"), value)


def read(kind: object, written: str) -> Any:
    return VALUE_FORMATS[kind].read(node(written))


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


@pytest.mark.parametrize("written", ["2", "08", "1000"])
def test_a_whole_number_lies_within_its_bounds(written: str) -> None:
    assert whole_number_format(Bounds(2, 1000)).read(node(written)) == int(written)


@pytest.mark.parametrize("written", ["1", "1001", "-1", "٣", "1000000", "9" * 5000, "8.0", "eight"])
def test_any_other_is_refused_with_them(written: str) -> None:
    with pytest.raises(SiteError, match="is not a whole number from 2 to 1000; write one in digits"):
        whole_number_format(Bounds(2, 1000)).read(node(written))


def test_a_date_keeps_its_text() -> None:
    assert read(Date, "1984~").text == "1984~"


@pytest.mark.parametrize(
    ("kind", "written", "said"),
    [
        (bool, "1", "'1' is neither true nor false; write true or false"),
        (Url, "example.org", "'example.org' is not a web address; write it whole, from https:// on"),
        (Url, "javascript:alert(1)", "'javascript:alert(1)' is not a web address; write it whole, from https:// on"),
        (Url, "https://", "'https://' is not a web address; write it whole, from https:// on"),
        (Url, "https://[half", "'https://[half' is not a web address; write it whole, from https:// on"),
        (Url, "https://a b", "'https://a b' is not a web address; write it whole, from https:// on"),
        (LanguageTag, "english", "'english' is not a language tag; write a BCP 47 tag, such as en, ar or pt-BR"),
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
    "format_", [VALUE_FORMATS[str], VALUE_FORMATS[Date], tuple_format(VALUE_FORMATS[str])], ids=["text", "date", "list"]
)
def test_a_key_without_a_value_is_no_value(format_: Format[object]) -> None:
    with pytest.raises(
        SiteError, match=r"^a\.yaml:1:5: nothing is written here; give it a value, or leave the key out$"
    ):
        format_.read(node(""))


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
    ],
)
def test_what_is_nearly_an_id_is_told_what_to_write_which_is_one(written: str, meant: str) -> None:
    assert fault(Id, written).endswith(f"write {meant}: an id is of small letters, digits and hyphens")
    assert read(Id, meant) == meant


@pytest.mark.parametrize("written", ["../../etc/passwd", "a/b", "совет", "?!", "a" * 101])
def test_what_is_no_id_at_all_is_told_what_one_is(written: str) -> None:
    hint = "use up to 100 small letters, digits and hyphens, and begin with a letter or digit"
    assert fault(Id, written).endswith(hint)


# ---------------------------------------------------------------- words and references


def test_a_word_is_one_of_a_closed_set() -> None:
    assert choice_format(ActorKind).read(node("armed-group")) is ActorKind.ARMED_GROUP


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("goverment", "did you mean 'government'?"),
        ("xyz", "write one of person, organisation, government, state, armed-group, group"),
    ],
)
def test_another_word_is_led_back_to_the_set(written: str, hint: str) -> None:
    with pytest.raises(SiteError, match=rf"'{written}' is not one of the words for this; ") as caught:
        choice_format(ActorKind).read(node(written))
    assert caught.value.problems[0].hint == hint


VOICE = AllowedKinds((Kind.ACTOR, Kind.SOURCE), Kind.ACTOR)
ANY = AllowedKinds(tuple(Kind), None)


@pytest.mark.parametrize(
    ("names", "written", "to"),
    [
        (VOICE, "council", FactId(Kind.ACTOR, Id("council"))),
        (VOICE, "actor:council", FactId(Kind.ACTOR, Id("council"))),
        (VOICE, "source:report", FactId(Kind.SOURCE, Id("report"))),
        (ANY, "event:closure", FactId(Kind.EVENT, Id("closure"))),
    ],
)
def test_a_fact_is_named_by_its_id_and_where_needed_by_its_kind(names: AllowedKinds, written: str, to: FactId) -> None:
    assert reference_format(names).read(node(written)) == Reference(to, Origin("a.yaml", 1, 6))


@pytest.mark.parametrize(
    ("names", "written", "said"),
    [
        (VOICE, "event:closure", "'event' is not a kind of fact that can be named here; write actor:id or source:id"),
        (VOICE, "acter:council", "'acter' is not a kind of fact that can be named here; did you mean 'actor'?"),
        (VOICE, "javascript:alert(1)", "'javascript' is not a kind of fact that can be named here; write actor:id or"),
        (VOICE, "Arle Council", "'Arle Council' is not an id; name the fact by its id"),
        (VOICE, "actor:", "'' is not an id; name the fact by its id"),
        (VOICE, "actor:../x", "'../x' is not an id; name the fact by its id"),
        (ANY, "council", "'council' does not say of which kind it is; write its kind before it, such as actor:council"),
    ],
)
def test_a_name_that_can_name_no_fact_is_refused(names: AllowedKinds, written: str, said: str) -> None:
    with pytest.raises(SiteError) as caught:
        reference_format(names).read(node(f'"{written}"'))
    assert str(caught.value).startswith(f"a.yaml:1:6: {said}")


@pytest.mark.parametrize(
    ("form", "markdown"), [(MarkdownForm.INLINE, "One *word*."), (MarkdownForm.BLOCK, "One.\n\nTwo.\n")]
)
def test_prose_is_read_for_its_form(form: MarkdownForm, markdown: str) -> None:
    read_ = prose_format(form).read(node('"One *word*."' if form is MarkdownForm.INLINE else "|\n  One.\n\n  Two."))
    assert (read_.markdown, read_.form) == (markdown, form)


# ---------------------------------------------------------------- lists


def test_a_list_is_read_item_by_item() -> None:
    assert tuple_format(VALUE_FORMATS[str]).read(node("[a, 'b, c', no]")) == ("a", "b, c", "no")


def test_an_empty_list_has_no_items() -> None:
    assert tuple_format(VALUE_FORMATS[str]).read(node("[]")) == ()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("council", "a list is expected here; write it in brackets: [council]"),
        ("council, the town", "a list is expected here; write it in brackets: [council, the town]"),
        ("council; town", "a list is expected here; write it in brackets: [council, town]"),
        ("(council, town)", "a list is expected here; write it in brackets: [council, town]"),
        ("council, town]", "a list is expected here; write it in brackets: [council, town]"),
        ("\n  -council\n  -town", "a list is expected here; write it in brackets: [council, town]"),
        ("\n  • council\n  • town", "a list is expected here; write it in brackets: [council, town]"),
        ("\n  council:\n  town:", "a list is expected here; write it in brackets: [council, town]"),
        ("'council, town'", 'a list is expected here; write it in brackets: ["council, town"]'),
        ("'[](actor:a) went.'", 'a list is expected here; write it in brackets: ["[](actor:a) went."]'),
        ("{a: b}", "a list is expected here; write it in brackets: [one, two]"),
    ],
)
def test_what_is_not_a_list_is_told_how_to_be_one(written: str, said: str) -> None:
    with pytest.raises(SiteError) as caught:
        tuple_format(VALUE_FORMATS[str]).read(node(written))
    assert str(caught.value).endswith(said)
    # Who writes it so is done.
    assert tuple_format(VALUE_FORMATS[str]).read(node(said[said.index("[") :]))


def test_a_value_in_marks_that_yaml_does_not_know_is_told_of_those() -> None:
    with pytest.raises(SiteError, match="“ and ” are no quotation marks to YAML, and part of the value; leave them"):
        read_value(VALUE_FORMATS[Date], node("“2025-03-03”"))
    with pytest.raises(SiteError, match="‘ and ’ are no quotation marks"):
        tuple_format(reference_format(VOICE)).read(node("[‘council’]"))


@pytest.mark.parametrize(("written", "hint"), [("[council]", "write council"), ("[council, town]", "name one")])
def test_where_one_is_to_be_named_a_list_of_them_is_told(written: str, hint: str) -> None:
    with pytest.raises(SiteError, match=f"only one can stand here, and not a list; {hint}$"):
        reference_format(VOICE).read(node(written))
    with pytest.raises(SiteError, match=f"only one can stand here, and not a list; {hint}$"):
        choice_format(ActorKind).read(node(written))


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Council", "write council: an id has no capitals"),
        ("council,", "write council"),
        (
            "council town",
            "these are several ids: a comma parts them, in brackets, and one id has hyphens: council-town",
        ),
        ("low_bridge", "write low-bridge"),
        ("council;town", "these are several ids: a comma parts them, in brackets"),
        ("Arle Council", "name the fact by its id: small letters, digits and hyphens"),
    ],
)
def test_what_is_nearly_the_id_of_a_fact_is_told_what_to_write(written: str, hint: str) -> None:
    with pytest.raises(SiteError) as caught:
        reference_format(VOICE).read(node(f"'{written}'"))
    assert caught.value.problems[0].hint == hint


def test_every_item_at_fault_is_reported() -> None:
    with pytest.raises(SiteError) as caught:
        tuple_format(VALUE_FORMATS[Id]).read(node("[A, b, C]"))
    assert [problem.origin.column for problem in caught.value.problems] == [7, 13]
