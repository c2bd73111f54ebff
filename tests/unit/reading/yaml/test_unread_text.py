"""What YAML passes over in a text without a word is told where it stands, and of what loses nothing nothing is said."""

from __future__ import annotations

from textwrap import dedent

import pytest

from standfirst.decoding.decode import decode
from tests.explainers import content

ACTOR = """\
actors:
  union:
    kind: organisation
    name: Union
    summary: A union.
    uncited: made up
"""


def warnings(facts: str = "", *sections: str, settings: str = "") -> list[str]:
    """Return what is said of an explainer that can be read, without the names of its files."""
    return [str(each).partition(":")[2] for each in decode(content(facts, *sections, settings=settings)).problems]


def instead(key: str, written: str) -> str:
    """Return the actor with another value, written in any way below its other keys."""
    return "".join(line for line in ACTOR.splitlines(keepends=True) if f" {key}:" not in line) + written


QUOTE = "quote the text, or put the comment on a line of its own"


@pytest.mark.parametrize(
    ("written", "place", "lost"),
    [
        ("    name: The #12 union\n", "6:15", "#12 union"),
        ("    name: The\t#12 union\n", "6:15", "#12 union"),
        ("    role: the first  # who says so?\n", "7:22", "# who says so?"),
        ("    aliases: [the union,\n     local #12\n    ]\n", "8:12", "#12"),
        ("    aliases:\n      - local #12\n", "8:15", "#12"),
        ("    native_name: {text: Sindicato #12\n      , lang: es}\n", "7:35", "#12"),
        ("    text: One\n      two #three\n", "8:11", "#three"),
        ("    role:\n      the first #one\n", "8:17", "#one"),
    ],
)
def test_a_sign_that_cuts_a_text_off_is_told_with_what_is_lost(written: str, place: str, lost: str) -> None:
    key = written.split(":", maxsplit=1)[0].strip()
    assert warnings(instead(key, written)) == [f"{place}: warning: what stands behind # is not read: “{lost}”; {QUOTE}"]


def test_every_text_counts_and_no_id_date_number_or_word_of_a_list() -> None:
    facts = """
        events:
          strike:  # a comment
            date: 2025-03  # a comment
            title: The # lost
            text: A # lost
            actors: [union]  # a comment
            weight: key  # a comment
            reckoned: from # lost
            cite: # a comment
              report: the local # lost
              other: # a comment
                - the # lost
        figures:
          hurt: {value: 3 # a comment
            , label: hurt # lost
            , uncited: so # lost
            }
        unknowns:
          why: {question: Why # lost
            }
        claims:
          a: {claim: It was # lost
            , uncited: so}
        updates:
          b:
            date: 2025-03-01  # a comment
            kind: update # a comment
            text: We # lost
            authors: [A # lost
              ]
            affects: ["event:strike"] # a comment
        sources:
          report: {title: "The report" # a comment
            , kind: a letter # lost
            , language: en # a comment
            , url: https://example.org/#a # a comment
            }
    """
    settings = """
        key_points:
          - One # lost
        how_we_know: |  # a comment
          We asked # and read.
        copied_words: 9 # a comment
        verbs: {leads: {label: leads # lost
          , inverse: "is led by" # a comment
          , stance: for # a comment
          }}
    """
    said = warnings(facts, settings=settings)
    assert {each.partition(": ")[2] for each in said} == {
        f"warning: what stands behind # is not read: “# lost”; {QUOTE}"
    }
    assert len(said) == (dedent(facts) + dedent(settings)).count("# lost")


def test_front_matter_loses_its_texts_as_facts_do() -> None:
    files = content("", "Text # here.")
    section = files.sections[0]
    cut = type(section)(section.path, section.text.replace("title: Part 1", "title: Part #1").replace("-1", "-1 # id"))
    said = decode(type(files)(files.settings, files.facts, (cut,), ())).problems
    assert [str(each) for each in said] == [
        f"sections/1-part.md:2:13: warning: what stands behind # is not read: “#1”; {QUOTE}"
    ]


@pytest.mark.parametrize(
    "written",
    [
        '    name: "The #12 union"\n',
        "    name: 'The #12 union' # a comment\n",
        "    name: The union#12\n",
        "    role: |-  # a comment\n      the first #one\n    # a comment\n",
        "    role: the first\n    # a comment\n",
        "    role:\n      the first\n    # a comment\n",
        "    aliases:\n      - local\n      # a comment\n      - other\n",
        "    aliases: [\n      local,  # a comment\n      other\n    ]\n",
        "    role: the first\n\n      # a comment\n",
    ],
)
def test_what_loses_nothing_may_stand_beside_comments(written: str) -> None:
    assert warnings(instead(written.split(":", maxsplit=1)[0].strip(), written)) == []


@pytest.mark.parametrize("written", ["    role: the first\n      #one\n", "    role:\n      the first\n      #one\n"])
def test_a_line_that_goes_on_with_a_text_and_is_a_comment_is_told(written: str) -> None:
    (said,) = warnings(ACTOR + written)
    assert "this line begins with #, and is not read: “#one”; quote the text" in said


@pytest.mark.parametrize("written", ["#12", "# 12", "&twelve", ">3\n", "|3\n"])
def test_a_text_of_which_nothing_is_read_says_for_which_sign(written: str) -> None:
    (problem,) = decode(content(f"{ACTOR}    role: {written}\n")).problems
    assert problem.message == f"nothing is read here: what begins with a bare {written[0]} is no text"


def test_a_name_of_a_value_that_nothing_repeats_was_part_of_the_text() -> None:
    assert warnings(instead("name", "    name: &Other Stories\n")) == [
        "6:11: warning: '&Other' is not read: to YAML it names a value, and nothing repeats it; "
        'quote the text, "like this"'
    ]
    assert warnings(instead("name", "    name: &Other Stories\n    role: *Other\n")) == []


def test_a_mark_of_exclamation_before_a_text_is_no_tag() -> None:
    problems = decode(content(instead("name", "    name: ! Stop\n"))).problems
    assert [each.hint for each in problems] == ["delete it, or quote a text that begins with !"]


@pytest.mark.parametrize(
    ("written", "place", "what"),
    [
        (">-\n      One.\n\n      Two.\n", "10:7", "paragraph"),
        ("One.\n\n      Two.\n", "9:7", "paragraph"),
        ('"One.\n\n      Two."\n', "9:7", "paragraph"),
        (">-\n      One:\n      - two\n      - three\n", "9:7", "list, heading or table"),
        ("One\n      1. two\n", "8:7", "list, heading or table"),
        (">-\n      One\n      ## Two\n", "9:7", "list, heading or table"),
        (">-\n      One:\n\n        - two\n\n      Three.\n\n      Four.\n", "14:7", "paragraph"),
    ],
)
def test_markdown_whose_lines_are_joined_is_told_where_the_first_is_lost(written: str, place: str, what: str) -> None:
    assert warnings(f"{ACTOR}    text: {written}") == [
        f"{place}: warning: no {what} begins here, as YAML joins this line to the one above; "
        "put a | behind the key, and all of the text on the lines below it"
    ]


@pytest.mark.parametrize(
    "written",
    [
        "|\n      One.\n\n      Two.\n",
        ">-\n      One.\n\n\n      Two.\n",
        ">-\n      One\n      two.\n",
        ">-\n      One:\n\n        - two\n        - three\n",
        '"One.\\n\\nTwo."\n',
        "One.\n\n\n      Two.\n",
    ],
)
def test_markdown_whose_lines_stay_apart_is_not_told(written: str) -> None:
    assert warnings(f"{ACTOR}    text: {written}") == []


def test_lines_of_a_text_of_one_line_may_be_joined() -> None:
    assert warnings(instead("summary", "    summary: >-\n      One.\n\n      Two.\n")) == []


@pytest.mark.parametrize("written", ["null", "~", "NULL"])
def test_what_other_readers_take_for_nothing_is_told_where_readers_would_see_it(written: str) -> None:
    (said,) = warnings(f"{ACTOR}    role: {written}\n")
    assert f"'{written}' is a text here, and readers see it; leave the key out" in said


def test_marks_that_yaml_does_not_know_are_told_in_brackets() -> None:
    assert warnings(f"{ACTOR}    aliases: [“the union”, 'a', «b, c»]\n") == [
        "7:15: warning: “ and ” are no quotation marks to YAML, and part of the value; "
        'write " in their place, or around them: "“…”"',
        '7:35: warning: « is no quotation mark to YAML, and the text ends at the comma; put " around the whole text',
    ]
    assert warnings(instead("name", "    name: “We” and “you”\n")) == []
    assert warnings(f"{ACTOR}    aliases: ['“the union”', '«b', c]\n") == []


def test_what_a_comma_cuts_off_in_braces_is_a_key_and_told_as_such_alone() -> None:
    (said,) = warnings(f"{ACTOR}    native_name: {{text: «b, c», lang: es}}\n")
    assert said.startswith("7:29: a native name has no key 'c»'; ")


@pytest.mark.parametrize(
    ("summary", "place", "sign"),
    [
        ("|\n      So:\n      - one\n      - two\n", "8:7", "- one"),
        ('"# One"\n', "6:15", "# One"),
        ('"> One"\n', "6:15", "> One"),
        ("|\n      1. one\n      2. two\n", "7:7", "1. one"),
    ],
)
def test_a_block_in_a_text_of_one_run_is_told(summary: str, place: str, sign: str) -> None:
    assert warnings(instead("summary", f"    summary: {summary}")) == [
        f"{place}: warning: “{sign}” begins nothing here: the text is one run of words, and readers see the sign; "
        "leave the sign out, or say it where there is room for more: in a `text`, or in a section"
    ]


@pytest.mark.parametrize("summary", ["1. FC Arle", "|\n      One\n      two\n", '"#MeToo, 5 > 3"'])
def test_a_text_of_one_run_may_begin_with_a_number_or_a_tag(summary: str) -> None:
    assert warnings(instead("summary", f"    summary: {summary}\n")) == []
