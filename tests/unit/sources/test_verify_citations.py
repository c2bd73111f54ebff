"""Citations against their sources, with the writer's copies and with the lock alone."""

from __future__ import annotations

import random
import re
from dataclasses import replace

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from standfirst.model import Drafts, Origin
from standfirst.problems.errors import Problem, Severity, SiteError
from standfirst.reading.files import LOCK, ContentFiles, InputFile
from standfirst.sources.citations import cited_in
from standfirst.sources.lock import write_lock
from standfirst.sources.prove import prove, prove_for_lock
from tests.explainers import content, content_of, read_site

REPORT = """\
The Low Bridge is shut. The mayor said it was not safe to walk on, and “[that] was that”.

It will stay shut for weeks, the council says. Nobody was hurt.
"""
LETTER = "We told the council of the crack. We had no answer.\n"
FACTS = """\
actors:
  mayor: {name: Mayor, kind: person, summary: So, cite: {report: The Low Bridge is shut}}
quotes:
  safe:
    speaker: mayor
    words: not safe to walk on
    cite:
      report: The mayor said … walk on
sources:
  report: {title: Report}
  letter: {title: Letter}
"""
BOTH = {"report": REPORT, "letter": LETTER}


def explainer(facts: str = FACTS, *sections: str, copies: dict[str, str] | None = None) -> ContentFiles:
    return content(facts, *sections, copies=BOTH if copies is None else copies)


def with_lock(files: ContentFiles) -> ContentFiles:
    """An explainer with the lock that its copies give."""
    return replace(files, lock=InputFile(LOCK, write_lock(prove_for_lock(content_of(files), files).lock)))


def with_lock_alone(files: ContentFiles) -> ContentFiles:
    return replace(with_lock(files), copies=())


def problems(files: ContentFiles, *, drafts: Drafts = Drafts.HIDE) -> list[Problem]:
    """What is wrong with what is cited; what is said of lock and copies themselves is left out."""
    found = prove(content_of(files), files, drafts=drafts).problems
    return [
        problem
        for problem in found
        if not problem.origin.path.endswith((LOCK, ".txt", ".html")) and problem.severity > Severity.NOTE
    ]


def said(files: ContentFiles, *, drafts: Drafts = Drafts.HIDE) -> list[str]:
    return [str(problem) for problem in problems(files, drafts=drafts)]


def placed(found: list[Problem]) -> set[tuple[Origin, Severity]]:
    return {(problem.origin, problem.severity) for problem in found}


# ---------------------------------------------------------------- passages


def test_what_stands_in_the_copies_is_proved_by_them_and_by_their_lock() -> None:
    files = explainer(FACTS, "He said “it was not safe”[@report: The mayor … safe to walk on].")
    assert said(files) == said(with_lock(files)) == said(with_lock_alone(files)) == []


def test_a_passage_that_is_in_no_copy_is_reported_with_the_nearest_words() -> None:
    files = explainer(FACTS.replace("Bridge is shut", "Bridge is open"))
    (problem,) = said(files)
    assert problem == (
        "facts.yaml:2:66: “The Low Bridge is open” does not stand in 'report'; "
        "the nearest words are “The Low Bridge is shut” (paragraph 1)"
    )
    (problem,) = said(replace(with_lock_alone(explainer()), facts=files.facts))
    assert problem == (
        "facts.yaml:2:66: “The Low Bridge is open” is not among the passages of 'report' in sources.lock; "
        "mend the passage, or run `lock` where the source is at hand"
    )


def test_the_lock_says_in_which_paragraph_a_passage_stands() -> None:
    files = explainer(FACTS.replace("The Low Bridge is shut", "[The Low Bridge is, It will stay … was hurt]"))
    for each in (files, with_lock_alone(files)):
        lock = prove(content_of(each), each, drafts=Drafts.HIDE).lock
        cited = cited_in(content_of(each)).passages
        assert [lock.place_of(passage.source, passage.passage).paragraph for passage in cited] == [1, 2, 1]


# ---------------------------------------------------------------- quotations


@pytest.mark.parametrize(
    ("words", "passage"),
    [
        ("not safe to walk on", "The mayor said … walk on"),
        ("NOT SAFE, to walk", "it was not safe to walk on"),
        ("“not [very] safe to walk”", "The mayor said … walk on"),
        ("it was not […] and […] that", "The mayor said … was that"),
        ("[that] was that", "The mayor said … was that"),
        ("that was that", "The mayor said … was that"),
    ],
)
def test_the_words_of_a_quote_may_be_any_of_its_passage(words: str, passage: str) -> None:
    facts = FACTS.replace("not safe to walk on", f"'{words}'").replace("The mayor said … walk on", passage)
    assert said(explainer(facts)) == said(with_lock_alone(explainer(facts))) == []


def test_a_quote_whose_words_stand_nowhere_is_an_error() -> None:
    files = explainer(FACTS.replace("not safe to walk on", "quite safe to walk on"))
    (problem,) = said(files)
    assert problem == (
        "facts.yaml:6:12: the quoted words “quite safe to walk on” do not stand in the sources cited with them; "
        "the nearest words are “not safe to walk on” (paragraph 1)"
    )
    (problem,) = said(with_lock_alone(files))
    assert problem.endswith("; mend the words, or run `lock` where the source is at hand")


def test_a_quote_whose_words_stand_outside_its_passage_is_a_warning_with_copies_and_lock() -> None:
    files = explainer(FACTS.replace("not safe to walk on", "Nobody was hurt"))
    (problem,) = said(files)
    assert problem == (
        "facts.yaml:6:12: warning: the words of this quotation stand in paragraph 2 of 'report', outside the passages "
        "that it cites; cite the passage that holds them"
    )
    assert said(with_lock_alone(files)) == [problem]
    assert said(with_lock(files)) == [problem]


def test_a_quote_that_is_moved_to_another_passage_fails_both_ways() -> None:
    moved = FACTS.replace("The mayor said … walk on", "It will stay … weeks")
    (with_copies,) = problems(explainer(moved))
    assert with_copies.severity is Severity.WARNING
    # What the lock noted was these words in the other passage.
    (passage,) = problems(replace(with_lock_alone(explainer()), facts=explainer(moved).facts))
    assert "“It will stay … weeks” is not among the passages of 'report'" in passage.message
    both = FACTS + "terms: {weeks: {name: Weeks, summary: So, cite: {report: It will stay … weeks}}}\n"
    known = with_lock_alone(explainer(both))
    assert said(known) == []
    (quotation,) = problems(
        replace(known, facts=explainer(both.replace("The mayor said … walk on", "It will stay … weeks")).facts)
    )
    assert "“not safe to walk on” do not stand in the sources cited with them" in quotation.message


@pytest.mark.parametrize(
    ("section", "found"),
    [
        ("He said “not safe”[@report: The mayor … walk on].", []),
        ("He said “not safe”[@letter: We told the council][@report: The mayor … walk on].", []),
        ("He[@report: The mayor … walk on] said “not safe”, they «no answer»[@letter: We had no answer].", []),
        (
            "He said “unsafe”[@report: The mayor … walk on].",
            ["sections/1-part.md:5:10: the quoted words “unsafe” do not stand in the passages cited with them; "],
        ),
        (
            "He said “Nobody was hurt”[@report: The mayor … walk on].",
            [
                "sections/1-part.md:5:10: the quoted words “Nobody was hurt” do not stand in the passages cited with "
                "them; they stand in paragraph 2 of 'report': cite them there"
            ],
        ),
        (
            "He said “not … walk on”[@report: The mayor … walk on].",
            [
                "the quoted words “not … walk on” do not stand in the passages cited with them; write what is left out "
                "as [...]"
            ],
        ),
        ("He said: “It was not safe\n\n“to walk on”[@report: The mayor … walk on].", []),
        (
            "He said: ‘It was unsafe.\n\n‘to walk on’[@report: The mayor … walk on].",
            ["sections/1-part.md:5:11: the quoted words “It was unsafe.” do not stand in the passages"],
        ),
        ("He said ‘not safe to walk on’[@report: The mayor … walk on], the mayors’ ‘word’.", []),
        (
            "He said “not safe”.\n\nHe said “not safe to walk on”.",
            [
                "sections/1-part.md:7:10: warning: the quoted words “not safe to walk on” stand without a citation; "
                "cite their passage in this paragraph"
            ],
        ),
        # What is wrong is the passage.
        ("He said “unsafe”[@report: The mayor … stay on].", ["“stay on” does not stand in 'report'"]),
    ],
)  # fmt: skip
def test_quoted_words_of_a_paragraph_stand_in_its_passages(section: str, found: list[str]) -> None:
    said_of = said(explainer(FACTS, section))
    assert len(said_of) == len(found)
    assert all(part in problem for part, problem in zip(found, said_of, strict=True))
    locked = problems(with_lock_alone(explainer(FACTS, section)))
    assert placed(locked) == placed(problems(explainer(FACTS, section)))


def test_the_nearest_words_to_a_quotation_are_sought_first_in_the_paragraph_that_is_cited() -> None:
    report = "Nobody may walk over it. So it was said.\n\nNobody is to walk over it. So it was meant.\n"
    for passage, paragraph in (("So it was said", 1), ("So it was meant", 2)):
        section = f"“Nobody will walk over it”[@report: {passage}]."
        (problem,) = said(explainer("sources: {report: {title: R}}\n", section, copies={"report": report}))
        assert problem.endswith(f"walk over it” (paragraph {paragraph})")


def test_quoted_words_of_a_title_are_a_warning_where_they_stand_in_no_source_of_their_fact() -> None:
    facts = (
        FACTS
        + "events: {shut: {date: 2025, title: TITLE, cite: {report: The Low Bridge is, letter: We had no answer}}}\n"
    )
    for title in ("“of the crack” is known", "“Nobody was hurt”", "“no safety” is known"):
        files = explainer(facts.replace("TITLE", title))
        assert said(files) == said(with_lock_alone(files)) == []
    # Where two sources hold the words, they are noted of the first.
    files = explainer(facts.replace("TITLE", "“Nobody was hurt”"), copies={**BOTH, "letter": LETTER + REPORT})
    locked = prove_for_lock(content_of(files), files).lock.sources
    assert {source: len(each.quotations) for source, each in locked.items()} == {"report": 2, "letter": 0}
    files = explainer(facts.replace("TITLE", "“no crack in it”"))
    (problem,) = problems(files)
    assert (problem.origin, problem.severity) == (("facts.yaml", 12, 36), Severity.WARNING)
    assert placed(problems(with_lock_alone(files))) == placed([problem])


# ---------------------------------------------------------------- drafts


@pytest.mark.parametrize("cite", ["{report: The Low Bridge is open}", "{lost: so they say it}"])
def test_a_draft_that_is_hidden_may_be_wrong(cite: str) -> None:
    facts = FACTS.replace(
        "kind: person, summary: So, cite: {report: The Low Bridge is shut}",
        f"kind: person, draft: true, summary: So, cite: {cite}",
    )
    files = explainer(f"{facts}  lost: {{title: Lost}}\n")
    assert said(files) == []
    assert len(said(files, drafts=Drafts.SHOW)) == 1


def test_the_lock_is_the_same_with_drafts_shown_and_hidden() -> None:
    files = with_lock(explainer(FACTS.replace("kind: person", "kind: person, draft: true")))
    for drafts in Drafts:
        proof = prove(content_of(files), files, drafts=drafts)
        assert proof.problems == ()
        assert len(proof.lock.sources["report"].passages) == 2  # type: ignore[index]


def test_copied_prose_is_told_of_what_is_shown_once_all_facts_are_known() -> None:
    copied = "The mayor said it was not safe to walk on"
    facts = f"{FACTS}terms: {{t: {{name: T, draft: true, summary: So, text: {copied}, uncited: so}}}}\n"
    files = content(facts, settings=f"how_we_know: {copied}\n", copies=BOTH)

    def count(drafts: Drafts, *, has_all_facts: bool = True) -> int:
        found = prove(content_of(files), files, drafts=drafts, has_all_facts=has_all_facts).problems
        return sum("words in a row" in each.message for each in found)

    assert [count(Drafts.HIDE), count(Drafts.SHOW), count(Drafts.SHOW, has_all_facts=False)] == [1, 2, 0]


# ---------------------------------------------------------------- lock and copies


def everything_said(files: ContentFiles) -> list[str]:
    return [str(problem) for problem in prove(content_of(files), files, drafts=Drafts.HIDE).problems]


def test_a_missing_lock_and_a_lock_that_is_behind_are_warnings() -> None:
    assert everything_said(explainer()) == [
        "sources.lock:1:1: warning: there is no sources.lock, and without it nobody can check this who has no copies "
        "of the sources; run `lock`, and commit it"
    ]
    elsewhere = replace(explainer(), settings=replace(explainer().settings, path="content/site.yaml"))
    assert everything_said(elsewhere)[0].startswith("content/sources.lock:1:1: ")
    files = with_lock(explainer())
    assert everything_said(files) == []
    more = explainer(FACTS.replace("The Low Bridge is shut", "[The Low Bridge is shut, It will stay shut]"))
    assert everything_said(replace(more, lock=files.lock)) == [
        "sources.lock:1:1: warning: sources.lock is behind what is cited and the copies; run `lock`"
    ]
    fewer = replace(with_lock_alone(more), facts=explainer().facts)
    assert "sources.lock:1:1: warning: sources.lock is behind what is cited; run `lock`" in everything_said(fewer)


def test_nothing_is_needed_where_nothing_is_cited() -> None:
    files = content("terms: {a: {name: A, summary: So, uncited: so}}")
    assert everything_said(files) == []


def test_what_was_not_compared_for_copied_prose_is_a_note_said_once() -> None:
    assert everything_said(with_lock_alone(explainer())) == [
        "site.yaml:1:1: note: nothing was compared with 'report', 'letter' to find copied prose: there is no copy "
        "at hand; put one in sources/, or name it with --text"
    ]
    assert everything_said(replace(with_lock(explainer()), copies=explainer().copies[:1])) == [
        "site.yaml:1:1: note: nothing was compared with 'letter' to find copied prose: there is no copy "
        "at hand; put one in sources/, or name it with --text"
    ]


def test_a_source_that_is_cited_and_known_by_nothing_is_an_error_at_the_source() -> None:
    assert everything_said(explainer(copies={"letter": LETTER})) == [
        "facts.yaml:10:3: 'report' is cited, but there is no copy of it here, and nothing of it in sources.lock; "
        "save it in sources/ as report.txt, .html, .md, .pdf, .docx or .epub, and run `lock`"
    ]


def test_a_copy_of_no_source_is_a_warning_at_the_copy_whatever_is_in_it() -> None:
    files = with_lock(explainer(copies={**BOTH, "leter": LETTER, "other": ""}))
    assert everything_said(files) == [
        "sources/leter.txt:1:1: warning: there is no source 'leter'; did you mean 'letter'?",
        "sources/other.txt:1:1: warning: there is no source 'other'; name the file for the id of its source",
    ]


def test_a_lock_that_cannot_be_read_is_one_error() -> None:
    files = with_lock(explainer())
    broken = replace(files, lock=InputFile(LOCK, "<<<<<<< HEAD\n"))
    wrong = "sources.lock:1:1: sources.lock is not as `lock` writes it; run `lock` to write it anew"
    assert everything_said(broken) == [wrong]
    assert everything_said(replace(broken, copies=())) == [wrong]


def test_a_copy_that_cannot_be_read_is_one_error_and_the_lock_stands_in_for_it() -> None:
    files = with_lock(explainer())
    broken = replace(files, copies=(replace(files.copies[0], body=b"\xff"), files.copies[1]))
    (error,) = everything_said(broken)
    assert error == "sources/report.txt:1:1: byte 0xff is not UTF-8; save the file as UTF-8"
    assert everything_said(replace(broken, lock=None)) == [error]


# ---------------------------------------------------------------- copies and lock say the same


WORD = re.compile(r"[^\W\d_]{2,}|\d+|\[@|[“”\"\[\]…,]")


def tampered(files: ContentFiles, seed: int) -> ContentFiles:
    """An explainer with one to three words of its facts and sections changed, dropped, moved or doubled."""
    choose = random.Random(seed)
    texts = [*files.facts, *files.sections]
    for _ in range(choose.randint(1, 3)):
        number = choose.randrange(len(texts))
        text = texts[number].text
        words = list(WORD.finditer(text))
        one, other = choose.choice(words), choose.choice(words)
        new = choose.choice([other[0], f"{other[0]} {one[0]}", "", f"{one[0]} …", f"[{one[0]}]", f"“{one[0]}”"])
        texts[number] = replace(texts[number], text=f"{text[: one.start()]}{new}{text[one.end() :]}")
    facts, sections = tuple(texts[: len(files.facts)]), tuple(texts[len(files.facts) :])
    return replace(files, facts=facts, sections=sections)


@settings(max_examples=15)
@given(st.sampled_from(["full", "several-sources"]), st.integers())
def test_the_lock_proves_what_the_copies_prove_and_nothing_else(name: str, seed: int) -> None:
    honest = read_site(name)
    files = replace(tampered(honest, seed), lock=None)
    try:
        content_of(files)
    except SiteError:
        assume(False)
    with_copies = placed(without_copied_prose(problems(files, drafts=Drafts.SHOW)))
    # With the lock of the same content: the same.
    assert placed(problems(with_lock_alone(files), drafts=Drafts.SHOW)) == with_copies
    # With the lock of what it was before: what is wrong is not passed over; so may be what nobody has locked.
    behind = problems(replace(files, lock=with_lock(honest).lock, copies=()), drafts=Drafts.SHOW)
    assert behind or not with_copies


def without_copied_prose(found: list[Problem]) -> list[Problem]:
    return [problem for problem in found if "words in a row" not in problem.message]
