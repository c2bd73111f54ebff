"""Prose that was copied from a source: found in every text, outside quotation marks, whatever marks stand in it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.language.words import WEIGHT, fold
from standfirst.model import Origin
from standfirst.model.walking import Holder
from standfirst.problems.errors import Problem, Severity
from standfirst.reading.files import ContentFiles, InputFile
from standfirst.sources.copied_prose import copied_prose
from standfirst.sources.copies import read_copy
from standfirst.sources.shared_runs import windows
from tests.explainers import SETTINGS, content, content_of

SENTENCE = "the council closed the bridge on a Monday, without a word of warning"
REPORT = f"In the night of the storm {SENTENCE}.\n\nThe Women’s Party told the Green Bridge Society’s own men of it.\n"
NAMES = """\
actors:
  mayor: {name: Mary Green, kind: person, aliases: [Mayor Green], summary: So, uncited: so}
  party:
    name: Women’s Party
    kind: organisation
    native_name: {text: Partei der Frauen, lang: de}
    summary: So
    uncited: so
terms:
  society: {name: Green Bridge Society, aliases: [Society], summary: So, uncited: so}
"""


def copied(files: ContentFiles) -> list[Problem]:
    all_of_it = content_of(files)
    holders: tuple[Holder, ...] = (all_of_it.explainer, *all_of_it.sections, *all_of_it.facts)
    return list(copied_prose(holders, all_of_it, [read_copy(file) for file in files.copies]))


def runs(section: str, *, report: str = REPORT, settings: str = "", facts: str = NAMES) -> list[str]:
    """The copied words of a section, as they are shown."""
    found = copied(content(facts, section, settings=settings, copies={"report": report}))
    return [problem.message.partition("“")[2].removesuffix("”") for problem in found]


# ---------------------------------------------------------------- in which texts


@pytest.mark.parametrize(
    ("facts", "severity"),
    [
        ("events: {e: {date: 2019, title: T, uncited: x, text: 'HERE'}}", Severity.ERROR),
        ("events: {e: {date: 2019, title: 'HERE', uncited: x}}", Severity.WARNING),
        ("events: {e: {date: 2019, title: T, uncited: 'HERE'}}", Severity.WARNING),
        ("events: {e: {date: 2019, title: T, uncited: x, reckoned: 'HERE'}}", Severity.WARNING),
        ("figures: {f: {value: 1, label: 'HERE', uncited: x}}", Severity.WARNING),
        ("quotes: {q: {speaker: mayor, words: Words, uncited: x, where: 'HERE'}}", Severity.WARNING),
        ("quotes: {q: {speaker: mayor, words: Words, uncited: x, text: 'HERE'}}", Severity.ERROR),
        ("claims: {c: {claim: 'HERE', uncited: x}}", Severity.WARNING),
        ("claims: {c: {claim: So, record: 'HERE', uncited: x}}", Severity.ERROR),
        ("relations: {r: {subject: a, verb: v, object: b, uncited: x, text: 'HERE'}}", Severity.ERROR),
        ("actors: {a: {name: A, kind: person, summary: 'HERE', uncited: x}}", Severity.WARNING),
        ("actors: {a: {name: A, kind: person, summary: So, role: 'HERE', uncited: x}}", Severity.WARNING),
        ("terms: {t: {name: T, summary: So, uncited: x, text: 'HERE'}}", Severity.ERROR),
        ("places: {p: {name: P, summary: 'HERE'}}", Severity.WARNING),
        ("unknowns: {u: {question: 'HERE'}}", Severity.WARNING),
        ("unknowns: {u: {question: Why?, why: 'HERE'}}", Severity.ERROR),
        ("updates: {u: {date: 2025-01-03, kind: update, text: 'HERE'}}", Severity.ERROR),
    ],
)
def test_a_copied_sentence_is_found_in_every_text_of_a_fact(facts: str, severity: Severity) -> None:
    (problem,) = copied(content(facts.replace("HERE", SENTENCE), copies={"report": REPORT}))
    assert problem.message == f"13 words in a row stand in 'report' as well: “{SENTENCE}”"
    assert (problem.hint, problem.severity) == ("say it in your own words, or quote it", severity)
    assert problem.origin in (("facts.yaml", 1, facts.index("HERE")), ("facts.yaml", 1, facts.index("HERE") + 1))


@pytest.mark.parametrize("key", ["standfirst: ", "key_points:\n- ", "how_we_know: ", "title: "])
def test_a_copied_sentence_is_found_in_what_the_explainer_says_of_itself(key: str) -> None:
    files = content(copies={"report": REPORT})
    own = "".join(line for line in SETTINGS.splitlines(keepends=True) if not line.startswith(key))
    settings = InputFile("site.yaml", f"{own}{key}{SENTENCE}\n")
    (problem,) = copied(ContentFiles(settings, files.facts, (), (), files.copies))
    assert problem.message.startswith("13 words in a row")
    if key != "title: ":
        assert problem.origin.line == settings.text.count("\n")


def test_a_copied_sentence_is_found_in_a_section_and_in_its_title() -> None:
    files = content("", f"One.\n\nTwo, {SENTENCE}.", copies={"report": REPORT})
    (text,) = copied(files)
    assert text.origin == ("sections/1-part.md", 7, 6)
    path = files.sections[0].path
    titled = InputFile(path, f"---\ntitle: {SENTENCE}\n---\nOne.")
    (title,) = copied(ContentFiles(files.settings, files.facts, (titled,), (), files.copies))
    assert (title.origin.path, title.severity) == (path, Severity.WARNING)


def test_what_the_writer_did_not_put_in_words_is_not_compared() -> None:
    facts = (
        f"quotes: {{q: {{speaker: m, words: '{SENTENCE}', uncited: x}}}}\nsources: {{report: {{title: '{SENTENCE}'}}}}"
    )
    assert not copied(content(facts, f"One[@report: {SENTENCE}].", copies={"report": REPORT}))


# ---------------------------------------------------------------- through which marks


@pytest.mark.parametrize(
    "section",
    [
        SENTENCE.upper(),
        SENTENCE.replace(",", " — "),
        SENTENCE.replace("council closed", "**council** _closed_"),
        SENTENCE.replace("bridge", "bridge[@report: in the night … storm]"),
        SENTENCE.replace("council", "[council](actor:mayor)"),
        SENTENCE.replace("council closed the", "[council closed the](glossary.html)"),
        SENTENCE.replace("bridge", "bridge[^1]") + "\n\n[^1]: A note.",
        SENTENCE.replace(" on a", "\non a"),
        SENTENCE.replace("council", "`council`"),
        SENTENCE.replace("council", "coun\u00adcil"),
        SENTENCE.replace(" a word", "&nbsp;a word"),
        f"- {SENTENCE.replace(',', chr(10) + '  ')}",
        f"## {SENTENCE}",
        f"| a | b |\n|---|---|\n| {SENTENCE} | c |",
        f"![{SENTENCE}](images/x.png)",
        f"A.[^1]\n\n[^1]: {SENTENCE}",
    ],
)
def test_marks_in_a_copied_sentence_hide_nothing(section: str) -> None:
    (run,) = runs(section)
    assert fold(run) == fold(SENTENCE)


@pytest.mark.parametrize(
    ("section", "place"),
    [
        (SENTENCE.replace("council closed", "**council** _closed_"), (6, 3)),
        (SENTENCE.replace("bridge", "bridge[@report: in the night … storm]"), (6, 3)),
        (SENTENCE.replace("council", "[council](actor:mayor)"), (6, 3)),
        (SENTENCE.replace(" on a", "\non a"), (6, 3)),
    ],
)
def test_a_copied_sentence_is_shown_where_it_begins(section: str, place: tuple[int, int]) -> None:
    (problem,) = copied(content(NAMES, f"A\n{'b '}{section}", copies={"report": REPORT}))
    assert problem.origin == Origin("sections/1-part.md", *place)


def test_a_copied_sentence_is_shown_where_it_is_not_quoted() -> None:
    (problem,) = copied(content(NAMES, f"He wrote “{SENTENCE}”.\n\nNow {SENTENCE}.", copies={"report": REPORT}))
    assert problem.origin == Origin("sections/1-part.md", 7, 5)


def test_a_copied_sentence_is_shown_in_the_line_of_a_block_that_it_begins_in() -> None:
    head = "terms:\n  t:\n    name: T\n    summary: So\n    uncited: so\n"
    facts = f"{head}    text: >\n      One two\n      and {SENTENCE}\n"
    (problem,) = copied(content(facts, copies={"report": REPORT}))
    assert problem.origin == ("facts.yaml", 8, 11)


@pytest.mark.parametrize(
    "section",
    [
        f"He wrote “{SENTENCE}”.",
        f"He wrote: ‘{SENTENCE}.’",
        f"The mayor’s men wrote '{SENTENCE}', the mayors' men too.",
        f"He wrote “{SENTENCE}.\n\n“{SENTENCE}.”",
        f'He wrote "{SENTENCE}".',
        f"He wrote «{SENTENCE}».",
        f"He wrote:\n\n> {SENTENCE}\n> — the mayor",
        f"He wrote “{SENTENCE.replace('bridge', '**bridge**')}”.",
        "the council closed the bridge “on a Monday, without” a word of warning",
        "the council closed the bridge on\n\na Monday, without a word of warning",
        "the council closed the bridge on Monday, without a word of warning",
        "of warning. The Women’s Party told the others of it",
    ],
)
def test_quotations_and_other_words_are_the_writers_own(section: str) -> None:
    assert runs(section) == []


@pytest.mark.parametrize(
    ("section", "counted"),
    [
        (SENTENCE.replace("bridge", "“bridge”"), True),
        (SENTENCE.replace("the bridge", "“the bridge”"), True),
        (SENTENCE.replace("on a Monday", "“on a Monday”"), False),
        ("council closed the “bridge” on a Monday, without.", False),
    ],
)
def test_a_word_or_two_in_quotation_marks_end_no_run_and_do_not_count(section: str, counted: bool) -> None:
    assert len(runs(section)) == counted


# ---------------------------------------------------------------- how many words


@pytest.mark.parametrize(
    ("section", "found"),
    [
        ("council closed the bridge on a Monday.", []),
        ("council closed the bridge on a Monday, without.", ["council closed the bridge on a Monday, without"]),
        ("But the council closed the bridge on a Monday then.", ["the council closed the bridge on a Monday"]),
    ],
)
def test_seven_words_may_stand_in_a_source_and_eight_may_not(section: str, found: list[str]) -> None:
    assert runs(section) == found


def test_how_many_words_are_too_many_is_a_setting() -> None:
    thirteen = "copied_words: 14\n"
    assert runs(SENTENCE, settings=thirteen) == []
    assert runs(f"storm {SENTENCE}", settings=thirteen) == [f"storm {SENTENCE}"]
    assert runs("on a monday.", settings="copied_words: 3\n") == ["on a monday"]


@pytest.mark.parametrize(
    ("section", "found"),
    [
        # Eight words besides the names are copied; the names are shown.
        ("storm she told Mary Green that it was late", []),
        ("told the Green Bridge Society’s own men of it", []),
        ("The Women’s Party told the Green Bridge Society’s own men", []),
        (
            "The Women’s Party told the Green Bridge Society’s own men of it",
            ["The Women’s Party told the Green Bridge Society’s own men of it"],
        ),
        ("[](actor:party) told [](term:society)’s own men of it", []),
        (
            "The [](actor:party) told the [](term:society)’s own men of it",
            ["The Women’s Party told the Green Bridge Society’s own men of it"],
        ),
    ],
)
def test_words_of_names_do_not_count(section: str, found: list[str]) -> None:
    report = REPORT.replace("of it", "of it, and so")
    assert runs(section.replace(" of it", " of it and"), report=report) == [f"{run} and" for run in found]


def test_names_count_in_their_own_language_and_in_the_possessive() -> None:
    report = "so then Mary Green’s men and Society’s men of Partei der Frauen went"
    assert runs("So then Mary Green’s men and Society’s men of Partei der Frauen went", report=report) == []


@pytest.mark.parametrize("name", ["x", "the council closed the bridge", "a Monday"])
def test_a_name_stands_for_all_of_its_words(name: str) -> None:
    facts = f"terms: {{t: {{name: {name}, summary: So, uncited: x}}}}"
    expected = {"x": [SENTENCE], "a Monday": [SENTENCE], "the council closed the bridge": [SENTENCE]}
    assert runs(SENTENCE, facts=facts) == expected[name]
    short = "the council closed the bridge on a Monday"
    assert runs(short, facts=facts) == ([short] if name == "x" else [])


# ---------------------------------------------------------------- which runs


def test_a_text_may_end_with_a_name_that_begins_a_longer_one() -> None:
    facts = f"{NAMES}  bridge: {{name: Green Bridge, summary: So, uncited: so}}\n"
    assert runs(f"He said {SENTENCE}, at Green Bridge", facts=facts) == [SENTENCE]


def test_runs_of_one_text_are_found_one_after_the_other() -> None:
    section = f"{SENTENCE} and {SENTENCE} then the council closed the bridge on a Monday"
    assert runs(section) == [SENTENCE, SENTENCE, "the council closed the bridge on a Monday"]


BOUND = """\
events: {sat: {date: 2012-03-12/2012-06-28, title: T, uncited: x}}
figures: {dead: {value: 213, qualifier: at-least, unit: people, label: a, uncited: x}}
"""


@pytest.mark.parametrize(
    ("section", "found"),
    [
        ("It sat from [12 March to 28 June 2012](event:sat) and counted [at least 213 people](figure:dead).", []),
        ("It sat from [](event:sat) and counted [](figure:dead).", []),
        (
            "It [sat from 12 March to 28 June 2012 and counted](event:sat)",
            ["sat from 12 March to 28 June 2012 and counted"],
        ),
        ("So June 2012 and counted [at least 213 people](event:sat)", ["June 2012 and counted at least 213 people"]),
        ("So [June 2012 and counted at least 213 people](figure:dead)", ["June 2012 and counted at least 213 people"]),
    ],
)
def test_dates_and_numbers_that_links_bind_do_not_count(section: str, found: list[str]) -> None:
    report = "It sat from 12 March to 28 June 2012 and counted at least 213 people."
    said = runs(section, report=report, facts=BOUND)
    assert [each.removeprefix("It ") for each in said] == found


def test_the_longest_of_the_runs_that_begin_alike_is_shown() -> None:
    report = "a b c d e f g h x\n\nz a b c d e f g h i k\n\na b c d e f g h i j y"
    assert runs("a b c d e f g h i j k", report=report) == ["a b c d e f g h i j"]


def test_a_run_that_stands_in_two_sources_is_reported_of_both() -> None:
    found = copied(content("", SENTENCE, copies={"one": REPORT, "two": f"So {SENTENCE}"}))
    assert [problem.message[:37] for problem in found] == [
        "13 words in a row stand in 'one' as w",
        "13 words in a row stand in 'two' as w",
    ]


def test_words_of_two_paragraphs_of_a_source_are_no_run() -> None:
    assert runs(SENTENCE, report=SENTENCE.replace(" a Monday", "\n\na Monday")) == []


def test_of_a_long_run_the_first_and_the_last_words_are_shown() -> None:
    report = " ".join(f"w{number}" for number in range(400))
    thirty = " ".join(report.split()[:30])
    assert runs(thirty, report=report) == [thirty]
    (problem,) = copied(content("", report, copies={"report": report}))
    first, last = " ".join(report.split()[:20]), " ".join(report.split()[-8:])
    assert problem.message == f"400 words in a row stand in 'report' as well: “{first} … {last}”"


WORDS = st.lists(st.sampled_from("ab"), min_size=1, max_size=30)


@given(WORDS, st.lists(WORDS, min_size=1, max_size=3), st.integers(2, 5))
def test_the_longest_runs_are_reported_one_after_the_other(
    own: list[str], source: list[list[str]], fewest: int
) -> None:
    paragraphs = [" ".join(words) for words in source]
    longest, start = [], 0
    while start + fewest <= len(own):
        ends = range(len(own), start + fewest - 1, -1)
        runs_here = (" ".join(own[start:end]) for end in ends)
        run = next((each for each in runs_here if any(each in paragraph for paragraph in paragraphs)), None)
        longest += [run] if run else []
        start += len(run.split()) if run else 1
    report = "\n\n".join(("0", *paragraphs))
    assert runs(" ".join(own), report=report, settings=f"copied_words: {fewest}\n", facts="") == longest


def test_a_text_that_was_pasted_whole_is_found_at_once() -> None:
    words = random.Random(1).choices([f"w{number}" for number in range(3000)], range(3000, 0, -1), k=200_000)
    assert len(runs(" ".join(words[50_000:60_000]), report=" ".join(words))) == 1


def test_what_an_empty_link_writes_is_read_as_it_is_shown() -> None:
    facts = "figures: {stay: {value: 20, unit: years, label: L, uncited: so}}\n"
    report = "She remained in the harbour for 20 years, even keeping a boat.\n"
    assert runs(
        "She remained in the harbour for [](figure:stay), even keeping a boat.", report=report, facts=facts
    ) == ["She remained in the harbour for 20 years, even keeping a boat"]


# ---------------------------------------------------------------- scripts without spaces, and signs


JAPANESE = "岸本首相は停戦を求めたと政府は月曜日に発表した"


@pytest.mark.parametrize(
    ("section", "found"),
    [
        (JAPANESE, [JAPANESE]),
        (f"昨日、{JAPANESE}という。", [JAPANESE]),
        (JAPANESE[:15], []),
        (JAPANESE[:16], [JAPANESE[:16]]),
        (JAPANESE[:18].replace("停戦", "「停戦」"), [JAPANESE[:18].replace("停戦", "「停戦」")]),
        (JAPANESE[:17].replace("停戦", "「停戦」"), []),
        (JAPANESE.replace("を", "、を"), [JAPANESE.replace("を", "、を")]),
        (f"首相は「{JAPANESE}」と述べた。", []),
    ],
)
def test_two_characters_of_chinese_or_japanese_count_as_a_word(section: str, found: list[str]) -> None:
    assert runs(section, report=f"{JAPANESE}。") == found


def test_four_letters_of_thai_count_as_a_word() -> None:
    thai = "นายกรัฐมนตรีเรียกร้องให้มีการหยุดยิงในวันจันทร์"
    assert len(runs(thai, report=thai)) == 1
    assert runs(thai[:24], report=thai) == []


def test_a_run_of_characters_is_counted_in_characters() -> None:
    (problem,) = copied(content(NAMES, JAPANESE, copies={"report": JAPANESE}))
    assert problem.message.startswith("23 characters in a row stand in 'report'")


def test_a_run_of_words_and_of_more_characters_is_counted_in_characters() -> None:
    mixed = f"the mayor of Tokyo {JAPANESE[:8]}"
    (problem,) = copied(content(NAMES, mixed, copies={"report": mixed}))
    assert problem.message.startswith("12 characters in a row stand in 'report'")


def test_signs_end_no_run_and_do_not_count() -> None:
    report = "it cost £50, or 5% + £3, & so we paid it all"
    assert runs("It cost £50 or 5% + £3 & so.", report=report) == []
    assert runs("It cost £50 or 5% + £3 & so we.", report=report) == ["It cost £50 or 5% + £3 & so we"]


# ---------------------------------------------------------------- at its worst


@pytest.mark.parametrize("fewest", [8, 5_000, 10_000_000])
def test_however_long_a_run_is_to_be_it_takes_as_long_as_the_texts(fewest: int) -> None:
    words = [f"w{number % 977}" for number in range(60_000)]
    assert len(list(windows(words, fewest * WEIGHT))) == max(0, len(words) - fewest + 1)


@pytest.mark.parametrize("text", ["so " * 30_000, "Mary Green " * 20_000, "Mary Green so " * 15_000])
def test_words_that_come_again_and_again_cost_no_more(text: str) -> None:
    runs(text, report=text + "so")
