"""What an explainer takes from its sources, and what is required of the words in its quotation marks."""

from __future__ import annotations

from dataclasses import replace
from textwrap import dedent

import pytest

from standfirst.sources.citations import CitedContent, QuotedWords, Rule, cited_in
from tests.explainers import content, content_of

ACTOR = """\
actors:
  mayor:
    name: The mayor
    kind: person
    aliases: [Mayor Green]
    summary: SUMMARY
    cite: {report: [one two three, four five six]}
sources:
  report: {title: A “made up” report}
"""


def cited(facts: str = "", *sections: str, settings: str = "") -> CitedContent:
    return cited_in(content_of(content(facts, *sections, settings=settings)))


def quotations(facts: str = "", *sections: str, settings: str = "") -> list[tuple[str, Rule, int]]:
    """The words quoted, the rule that they are held to, and how many passages are cited with them."""
    found = cited(facts, *sections, settings=settings).quotations
    return [(quotation.words, quotation.rule, len(quotation.passages)) for quotation in found]


def only(quotations: tuple[QuotedWords, ...]) -> QuotedWords:
    (quotation,) = quotations
    return quotation


# ---------------------------------------------------------------- passages


def test_passages_are_cited_by_facts_and_in_every_text() -> None:
    facts = """\
        events:
          call:
            date: 2019
            title: A call
            text: "Text[@a: in the text]."
            cite: {a: of the event, b: [of the event too, and once more]}
        claims:
          first:
            claim: "A claim[@a: in the claim]."
            record: "It is so[@b: in the record]."
            uncited: so it is
        unknowns:
          why: {question: "Why[@a: in the question]?", why: "Because[@b: in the why]."}
        updates:
          new: {date: 2025-01-03, kind: update, text: "New[@a: in the update]."}
        sources: {a: {title: A}, b: {title: B}}
        """
    settings = """\
        key_points: ["A point[@a: in the point]", "Another[@b: in another]"]
        how_we_know: "We read[@a: how we know]."
        """
    found = cited(facts, "Section[@b: in the section].", settings=settings).passages
    assert [f"{each.source} {each.passage.words}" for each in found] == [
        "a in the point",
        "b in another",
        "a how we know",
        "b in the section",
        "a of the event",
        "b of the event too",
        "b and once more",
        "a in the text",
        "a in the claim",
        "b in the record",
        "a in the question",
        "b in the why",
        "a in the update",
    ]


def test_what_a_draft_cites_and_quotes_is_marked_as_such() -> None:
    facts = f"{ACTOR.replace('SUMMARY', 'He said “seven eight nine”.')}".replace(
        "kind: person", "kind: person\n    draft: true"
    )
    found = cited(facts)
    assert [each.draft for each in found.passages] == [True, True]
    assert [each.draft for each in found.quotations] == [True]


# ---------------------------------------------------------------- quotations


def test_the_words_of_a_quote_are_held_to_its_passages() -> None:
    facts = dedent(
        """\
        quotes:
          never:
            speaker: mayor
            words: I would never
            where: at “the Low Bridge Inn”, outside
            cite: {report: [one two three, four five six]}
          uncited:
            speaker: mayor
            words: Not at all
            uncited: nobody knows
        """
    )
    found = cited(facts).quotations
    assert [(each.words, each.rule, each.sources) for each in found] == [
        ("I would never", Rule.QUOTE, ("report",)),
        ("the Low Bridge Inn", Rule.LABEL, ("report",)),
    ]
    assert found[0].origin == ("facts.yaml", 4, 12)


@pytest.mark.parametrize(
    ("section", "found"),
    [
        ("He said “one two three”.", [("one two three", Rule.PROSE, 0)]),
        ("He said “one two”.", []),
        ("He said “one”[@report: one two three].", [("one", Rule.PROSE, 1)]),
        ("He[@report: one two three] said “one”[@report: four five six].", [("one", Rule.PROSE, 2)]),
        ("He[@report: one two three] said «one» and \"two\".", [("one", Rule.PROSE, 1), ("two", Rule.PROSE, 1)]),
        ("He said “one two”.\n\nThen more[@report: one two three].", []),
        ("He said “…”[@report: one two three].", []),
        ("```\nHe said “one two three”\n```", []),
        ("He said **“one _two_ three”**.", [("one two three", Rule.PROSE, 0)]),
        ("He said “one[@report: one two three] two”.", [("one two", Rule.PROSE, 1)]),
        ("He said “[one](actor:mayor) two three”.", [("one two three", Rule.PROSE, 0)]),
        ("“[](actor:mayor) is out”", [("The mayor is out", Rule.PROSE, 0)]),
    ],
)  # fmt: skip
def test_quoted_words_of_a_paragraph_are_held_to_the_passages_cited_there(
    section: str, found: list[tuple[str, Rule, int]]
) -> None:
    assert [each for each in quotations(ACTOR.replace("SUMMARY", "So"), section) if each[1] is Rule.PROSE] == found


def test_quoted_words_of_a_fact_are_held_to_the_passages_of_the_fact_too() -> None:
    summary = "He said “one”[@report: seven eight nine]."
    assert quotations(ACTOR.replace("SUMMARY", f"'{summary}'")) == [("one", Rule.PROSE, 3)]


def test_a_block_is_held_to_the_passages_that_it_cites_itself_and_else_to_the_sources_of_its_fact() -> None:
    facts = "terms:\n  a:\n    name: A\n    summary: B\n    cite: {paper: one two three}\n    text: |\n"
    alone, cited_too = "      > one four three\n", "      > one four three\n\n      [@paper: one two three]\n"
    assert quotations(facts + alone) == [("one four three", Rule.LABEL, 1)]
    ((words, rule, _),) = quotations(facts + cited_too)
    assert (words, rule) == ("one four three", Rule.PROSE)


def test_words_of_a_quote_that_the_paragraph_links_to_need_no_other_citation() -> None:
    facts = f"""\
{ACTOR.replace("SUMMARY", "So")}
quotes:
  never: {{speaker: mayor, words: "I would never, ever walk", uncited: so}}
"""
    linked = "[“never, EVER walk”](quote:never) and “never. Ever walk” and “ever walks far”"
    elsewhere = "“never ever walk”"
    assert quotations(facts, f"{linked}\n\n{elsewhere}") == [
        ("ever walks far", Rule.PROSE, 0),
        ("never ever walk", Rule.PROSE, 0),
    ]


def test_titles_and_remarks_of_facts_are_held_to_their_sources() -> None:
    facts = """\
        events:
          call:
            date: 2019
            title: The “one two three” call, “so called”
            reckoned: from “the day before that”
            cite: {report: one two three}
          other: {date: 2019, title: The “one two three” call, uncited: “so it is said”}
        sources:
          report: {title: The “one two three” report}
        """
    assert quotations(facts) == [("one two three", Rule.LABEL, 1), ("the day before that", Rule.LABEL, 1)]


def test_the_title_of_the_explainer_is_held_where_it_stands_to_what_its_texts_cite() -> None:
    files = content("", settings="key_points: ['A point[@report: one two three].']\n")
    settings = replace(files.settings, text=files.settings.text.replace("What happened?", "Was it “so it was”?"))
    (found,) = cited_in(content_of(replace(files, settings=settings))).quotations
    assert (found.words, found.rule, len(found.passages)) == ("so it was", Rule.LABEL, 1)
    assert (found.origin.line, found.origin.column) == (1, 8)


def test_what_an_update_quotes_is_what_stood_here_before() -> None:
    facts = "updates: {new: {date: 2025-01-03, kind: correction, text: 'We wrote “one two three four”.'}}"
    assert quotations(facts) == []


def test_the_explainer_itself_quotes_too() -> None:
    settings = (
        "key_points: ['He said “one two three”']\nhow_we_know: 'We say “four five six”[@report: four five six].'\n"
    )
    assert quotations(ACTOR.replace("SUMMARY", "So"), settings=settings) == [
        ("one two three", Rule.PROSE, 0),
        ("four five six", Rule.PROSE, 1),
    ]


def test_a_quotation_knows_where_it_stands() -> None:
    facts = ACTOR.replace("SUMMARY", "|\n      He did not say “seven\n      eight nine” there.")
    assert only(cited(facts).quotations).origin == ("facts.yaml", 7, 23)
    section = "So seven eight nine are “seven eight nine”[@report: one two three]."
    assert only(cited("sources: {report: {title: R}}", section).quotations).origin == ("sections/1-part.md", 5, 26)
    section = "The rebels\n\nare “the rebels, so called”[@report: one two three]\n\nand **“the rebels, so called”**."
    found = cited(ACTOR.replace("SUMMARY", "So"), section).quotations
    assert [each.origin for each in found] == [("sections/1-part.md", 7, 6), ("sections/1-part.md", 9, 8)]
