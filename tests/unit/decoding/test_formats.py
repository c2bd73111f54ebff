"""Choices, references, Markdown and lists: each is written in one way, and what is not says what would be."""

from __future__ import annotations

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
    MarkdownForm,
    Origin,
    Reference,
)
from standfirst.problems.errors import SiteError
from tests.explainers import value_node


@pytest.mark.parametrize("written", ["2", "08", "1000"])
def test_a_whole_number_lies_within_its_bounds(written: str) -> None:
    assert whole_number_format(Bounds(2, 1000)).read(value_node(written)) == int(written)


@pytest.mark.parametrize("written", ["1", "1001", "-1", "٣", "1000000", "9" * 5000, "8.0", "eight"])
def test_any_other_is_refused_with_them(written: str) -> None:
    with pytest.raises(SiteError, match="is not a whole number from 2 to 1000; write one in digits"):
        whole_number_format(Bounds(2, 1000)).read(value_node(written))


@pytest.mark.parametrize(
    "format_", [VALUE_FORMATS[str], VALUE_FORMATS[Date], tuple_format(VALUE_FORMATS[str])], ids=["text", "date", "list"]
)
def test_a_key_without_a_value_is_no_value(format_: Format[object]) -> None:
    with pytest.raises(
        SiteError, match=r"^a\.yaml:1:5: nothing is written here; give it a value, or leave the key out$"
    ):
        format_.read(value_node(""))


def test_a_word_is_one_of_a_closed_set() -> None:
    assert choice_format(ActorKind).read(value_node("armed-group")) is ActorKind.ARMED_GROUP


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("goverment", "did you mean 'government'?"),
        ("xyz", "write one of person, organisation, government, state, armed-group, group, thing"),
    ],
)
def test_another_word_is_led_back_to_the_set(written: str, hint: str) -> None:
    with pytest.raises(SiteError, match=rf"'{written}' is not one of the words for this; ") as caught:
        choice_format(ActorKind).read(value_node(written))
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
    assert reference_format(names).read(value_node(written)) == Reference(to, Origin("a.yaml", 1, 6))


@pytest.mark.parametrize(
    ("names", "written", "said"),
    [
        (VOICE, "event:closure", "'event' is not a kind of fact that can be named here; write actor:id or source:id"),
        (VOICE, "acter:council", "'acter' is not a kind of fact that can be named here; did you mean 'actor'?"),
        (VOICE, "javascript:alert(1)", "'javascript' is not a kind of fact that can be named here; write actor:id or"),
        (VOICE, "Arle Council", "'Arle Council' is not an id; name the fact by its id"),
        (VOICE, "actor:", "'' is not an id; name the fact by its id"),
        (VOICE, "actor:../x", "'../x' is not an id; name the fact by its id"),
        (VOICE, "actor:a:b", "'a:b' is not an id; name the fact by its id"),
        (ANY, "council", "'council' does not say of which kind it is; write its kind before it, such as actor:council"),
    ],
)
def test_a_name_that_can_name_no_fact_is_refused(names: AllowedKinds, written: str, said: str) -> None:
    with pytest.raises(SiteError) as caught:
        reference_format(names).read(value_node(f'"{written}"'))
    assert str(caught.value).startswith(f"a.yaml:1:6: {said}")


def test_a_reference_with_a_blank_behind_its_colon_is_told_without_it() -> None:
    with pytest.raises(SiteError) as caught:
        reference_format(VOICE).read(value_node("{actor: council}"))
    assert str(caught.value) == "a.yaml:1:6: a blank stands behind the colon of this reference; write actor:council"


@pytest.mark.parametrize(
    "written",
    ["{actor: council, source: report}", "{event: closure}", "{actor: Arle Council}", "{actor: [council]}", "{}"],
)
def test_other_keys_with_values_are_no_reference(written: str) -> None:
    with pytest.raises(SiteError, match="a text is expected here, not keys with values"):
        reference_format(VOICE).read(value_node(written))


def test_what_begins_with_a_sign_of_yaml_is_told_of_it() -> None:
    with pytest.raises(SiteError) as caught:
        VALUE_FORMATS[str].read(value_node("#12"))
    said = 'nothing is read here: what begins with a bare # is no text; quote it, "like this", or leave the key out'
    assert str(caught.value) == f"a.yaml:1:5: {said}"


def test_the_texts_of_a_value_are_those_that_readers_see_each_with_its_form() -> None:
    texts = tuple_format(prose_format(MarkdownForm.INLINE)).texts
    assert [(each.scalar.text, each.form) for each in texts(value_node("[a, [b], c]"))] == [
        ("a", MarkdownForm.INLINE),
        ("c", MarkdownForm.INLINE),
    ]
    assert [*texts(value_node("a"))] == []


@pytest.mark.parametrize(
    ("form", "markdown"), [(MarkdownForm.INLINE, "One *word*."), (MarkdownForm.BLOCK, "One.\n\nTwo.\n")]
)
def test_prose_is_read_for_its_form(form: MarkdownForm, markdown: str) -> None:
    read_ = prose_format(form).read(
        value_node('"One *word*."' if form is MarkdownForm.INLINE else "|\n  One.\n\n  Two.")
    )
    assert (read_.markdown, read_.form) == (markdown, form)


def test_a_list_is_read_item_by_item() -> None:
    assert tuple_format(VALUE_FORMATS[str]).read(value_node("[a, 'b, c', no]")) == ("a", "b, c", "no")


def test_an_empty_list_has_no_items() -> None:
    assert tuple_format(VALUE_FORMATS[str]).read(value_node("[]")) == ()


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("council", "a list is expected here; write it in brackets: [council]"),
        ("council, the town", "a list is expected here; write it in brackets: [council, the town]"),
        ("council; town", "a list is expected here; write it in brackets: [council, town]"),
        ("(council, town)", "a list is expected here; write it in brackets: [council, town]"),
        ("council, town]", "a list is expected here; write it in brackets: [council, town]"),
        ("the town (council)", "a list is expected here; write it in brackets: [the town (council)]"),
        ("x-ray, 'town'", "a list is expected here; write it in brackets: [x-ray, town]"),
        ("\n  council,\n  town", "a list is expected here; write it in brackets: [council, town]"),
        ("\n  -council\n  -town", "a list is expected here; write it in brackets: [council, town]"),
        ("\n  • council\n  • town", "a list is expected here; write it in brackets: [council, town]"),
        ("\n  council:\n  town:", "a list is expected here; write it in brackets: [council, town]"),
        ("'council, town'", 'a list is expected here; write it in brackets: ["council, town"]'),
        ("'[](actor:a) went.'", 'a list is expected here; write it in brackets: ["[](actor:a) went."]'),
        (r"""'a "b", \c'""", r"""a list is expected here; write it in brackets: ['a "b", \c']"""),
        ("{a: b}", "a list is expected here; write it in brackets: [one, two]"),
    ],
)
def test_what_is_not_a_list_is_told_how_to_be_one(written: str, said: str) -> None:
    with pytest.raises(SiteError) as caught:
        tuple_format(VALUE_FORMATS[str]).read(value_node(written))
    assert str(caught.value).endswith(said)
    # Who writes it so is done.
    assert tuple_format(VALUE_FORMATS[str]).read(value_node(said[said.index("[") :]))


def test_a_list_of_many_items_is_told_how_to_be_one_without_them() -> None:
    with pytest.raises(SiteError) as caught:
        tuple_format(VALUE_FORMATS[str]).read(value_node(", ".join(["council"] * 9)))
    assert str(caught.value).endswith("; write each item on a line of its own, with - and a space before it")


def test_a_value_in_marks_that_yaml_does_not_know_is_told_of_those() -> None:
    with pytest.raises(SiteError, match="“ and ” are no quotation marks to YAML, and part of the value; leave them"):
        read_value(VALUE_FORMATS[Date], value_node("“2025-03-03”"))
    with pytest.raises(SiteError, match="‘ and ’ are no quotation marks"):
        tuple_format(reference_format(VOICE)).read(value_node("[‘council’]"))


@pytest.mark.parametrize(("written", "hint"), [("[council]", "write council"), ("[council, town]", "name one")])
def test_where_one_is_to_be_named_a_list_of_them_is_told(written: str, hint: str) -> None:
    with pytest.raises(SiteError, match=f"only one can stand here, and not a list; {hint}$"):
        reference_format(VOICE).read(value_node(written))
    with pytest.raises(SiteError, match=f"only one can stand here, and not a list; {hint}$"):
        choice_format(ActorKind).read(value_node(written))


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("Council", "write council: an id has no capitals"),
        ("COUNCIL", "write council: an id has no capitals"),
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
        reference_format(VOICE).read(value_node(f"'{written}'"))
    assert caught.value.problems[0].hint == hint


def test_every_item_at_fault_is_reported() -> None:
    with pytest.raises(SiteError) as caught:
        tuple_format(VALUE_FORMATS[Id]).read(value_node("[A, b, C]"))
    assert [problem.origin.column for problem in caught.value.problems] == [7, 13]
