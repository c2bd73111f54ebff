"""Tampering with an explainer of several sources: each fault is reported where it stands, and nothing else is.

The honest explainer is `sites/several-sources`, drawn from a wire report, an article in Arabic, a web page and a
letter, all of them made up. A fault is one text of it replaced by another. It is sought as a writer would, with the
copies of the sources, and as a machine would that has `sources.lock` alone.
"""

from __future__ import annotations

import functools
import json
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import pytest
from bs4 import BeautifulSoup

from standfirst.checks.check import check
from standfirst.cli import main
from standfirst.model import Content, Drafts, Origin
from standfirst.pipeline import Options, make_site_from
from standfirst.problems.errors import Problem, Severity, errors_in
from standfirst.reading.files import ContentFiles, CopyFile, InputFile, origin_in_file
from standfirst.reading.folders import display_path
from standfirst.reading.read import read_content
from standfirst.site.resolve import resolve
from standfirst.site.site import Site
from standfirst.sources.prove import prove
from tests.explainers import SITES, content_of, own_templates

CONTENT = SITES / "several-sources" / "content"
LOCK = Origin(f"{display_path(CONTENT)}/sources.lock", 1, 1)
NOT_STATED = "is not in the words of a passage that it cites"
# In the new text of a fault it stands before what the problem points to.
CARET = "‸"


class Fault(NamedTuple):
    """A text of a file, and another in its place; and a part of what is said of it, where that is its own."""

    name: str
    file: str
    old: str
    new: str
    says: str = ""

    def __str__(self) -> str:
        return self.name


def faults(table: str) -> list[Fault]:
    """Return the faults of a table, one a line: what it is | file | text | other text | what is said of it.

    A ⏎ is a line break in the file.
    """
    rows = (line.replace("⏎", "\n").split("|") for line in table.strip().splitlines())
    return [Fault(*(cell.strip() for cell in row)) for row in rows]


def each(table: list[Fault]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("fault", table, ids=str)


# ---------------------------------------------------------------- passages

MISSPELT = faults("""
a word, in a fact | actors | "The water minister, | ‸"The water minster,
a number, of the letter | record | out of 300 that | ‸out of 200 that
a year, of the web page | events | "Drought lowered the wells from 2019 | ‸"Drought lowered the wells from 2018
a month, of the Arabic article | events | اشتكى إلى الوزارة في ٣ فبراير | ‸اشتكى إلى الوزارة في ٣ مارس
a digit, of the Arabic article | record | وكانت الآبار تغطّي ٤٠٪ | ‸وكانت الآبار تغطّي ٤١٪
a mark on an Arabic letter | record | ما لا يقلّ عن | ‸ما لا يقل عن
one passage of a list | events | We advise you to shut that hall] | ‸We advised you to shut that hall]
one source of three | events | have run dry since | ‸has run dry since
a word, in a section | 10-shutdown | @wire: Torn membranes had | ‸@wire: Worn membranes had
the second of three in a row | 10-shutdown | @sahifa: يوم الاثنين | ‸@sahifa: يوم الأحد
a word, in a footnote | 10-shutdown | @portal: a household may draw forty | ‸@portal: a household may draw fifty
a word, in a block quotation | 20-warning | @wire: The authority denies | ‸@wire: The authority doubts
a word, in a key point | site | @wire: because salt | ‸@wire: because brine
a word, in how we know | site | @wire: inspected | ‸@wire: visited
a word, in a fact's text | actors | @wire: “known about | ‸@wire: “known of
a word, in a record | record | @wire: it had treated | ‸@wire: it has treated
a word, in why | record | @wire: The authority denies | ‸@wire: The authority denied
before the ellipsis | 30-blame | @letter: Wear of | ‸@letter: Tear of | “Tear of this kind”
behind the ellipsis | 20-warning | @letter: We wrote to you … had | ‸@letter: We wrote to you … got | “got no answer”
another source, in a fact | events | {letter: We wrote | {portal: ‸We wrote | in 'portal'
another source, in a section | 30-blame | @letter: Wear | ‸@wire: Wear | in 'wire'
""")
MISPLACED = faults("""
words of two paragraphs | events | We wrote to you about | ‸within weeks. We wrote to you about | within one paragraph
its end before its beginning | events | We wrote to you about | ‸had no answer … We wrote to you about | within one
its end in another paragraph | events | We wrote to you about | ‸shut that hall … to you about | within one
its end in its beginning | events | We wrote to you about | ‸We wrote to you … to you about | within one
words found twice | events | "In 2011 it went over to reverse osmosis | ‸"plant at Bir Lazward | in paragraphs 1 and 3
a beginning found twice | record | "The authority denies that it was warned | ‸"the authority | twice in paragraph 4
""")
NAMELESS = faults("""
two words | 30-blame | @letter: Wear of this kind … made for | ‸@letter: this kind | too short
two words, in a fact | events | "Idris Talbek, told reporters on Tuesday" | ‸"Idris Talbek" | too short
two ellipses | 30-blame | @letter: Wear of this kind … | ‸@letter: Wear of … twice ... | more than one
no beginning | 30-blame | @letter: Wear of this kind … | ‸@letter: … | leaves out how
no end | record | We advise you … are in place | ‸We advise you … | leaves out how
""")


@each(MISSPELT)
def test_a_passage_that_does_not_stand_in_its_source_is_reported_where_it_is_cited(fault: Fault) -> None:
    assert_reported(fault, fault.says or "does not stand in")
    assert_reported(fault, "is not among the passages of", copies=False)


@each(MISPLACED)
def test_words_that_name_no_one_passage_are_reported_where_they_are_cited(fault: Fault) -> None:
    assert_reported(fault, fault.says)
    assert_reported(fault, "is not among the passages of", copies=False)


@each(NAMELESS)
def test_what_can_name_no_passage_is_reported_alike_with_the_lock_alone(fault: Fault) -> None:
    assert_reported(fault, fault.says)
    assert_reported(fault, fault.says, copies=False)


@each(
    faults("""
in a section | 30-blame | @letter: Wear | ‸@leter: Wear | did you mean 'letter'?
in a fact | events | {letter: We wrote | {‸lettre: We wrote | did you mean 'letter'?
""")
)
def test_a_source_that_is_none_is_reported_where_it_is_named(fault: Fault) -> None:
    (found,) = errors_in(problems(tampered(fault)))
    assert (found.origin, found.hint) == (place(fault), fault.says)


# ---------------------------------------------------------------- quotations

MISQUOTED = faults("""
a word of a quotation | record | words: We shut the plant the moment | words: ‸We shut the plant the minute
relayed words | record | words: a matter of weeks, | words: ‸a matter of days,
a word of an Arabic quotation | record | words: لن نقبل أن يشرب أطفالنا | words: ‸لن نقبل أن يشرب أولادنا
a word of a quotation from a web page | record | words: The water was never | words: ‸The water was not
a word beside the source's brackets | record | words: known about this | words: ‸known of this
a word beside the writer's brackets | record | words: We advise you to shut [the | words: ‸We advised you to shut [the
a double-quoted word | 10-shutdown | “a matter of weeks” | “‸a matter of days”
a straight-quoted word | 10-shutdown | “a matter of weeks” | "‸a matter of days"
an Arabic word | 30-blame | «فمن المسؤول؟» | «‸فمن المذنب؟»
in a key point | site | “before this week” | “‸before last week”
in how we know | site | “last month” | “‸last year”
in a fact's text | actors | “looked away” | “‸turned away”
of a web page, in a fact's text | events | “twenty to seven” | “‸twenty past seven”
beside the source's brackets | events | “the second [northern] hall” | “‸the first [northern] hall”
of a passage that is not cited there | 10-shutdown | “a matter of weeks” | “‸the moment the meters”
of a source that is not cited there | 10-shutdown | “a matter of weeks” | “‸within weeks”
words left out without brackets | 10-shutdown | “a matter of weeks” | “‸a matter … of months”
""")
# Warnings: these may be honest.
UNSUPPORTED = faults("""
words without a citation | 30-blame | that nobody was in danger | that “‸nobody was in danger” | without a citation
words in a title or a remark | record | where: to reporters | where: ‸to “a few tired reporters” | do not stand in
""")


@each(MISQUOTED)
def test_quoted_words_that_are_not_in_what_is_cited_are_reported_where_they_stand(fault: Fault) -> None:
    assert_reported(fault, "do not stand in the")
    assert_reported(fault, "do not stand in the", copies=False)


@each(UNSUPPORTED)
def test_quoted_words_that_nothing_bears_out_are_a_warning(fault: Fault) -> None:
    assert_reported(fault, fault.says, severity=Severity.WARNING)
    assert_reported(fault, fault.says, severity=Severity.WARNING, copies=False)


def test_a_quotation_from_outside_what_it_cites_is_a_warning_and_with_the_lock_alone_a_problem() -> None:
    moved = Fault("", "record", "“We shut the plant … an hour later”", "The plant serves 12,400 households")
    quotation = Fault("", "record", "words: We shut", "words: ‸We shut")
    assert places(problems(tampered(moved))) == [place(quotation), LOCK]
    assert "outside the passages that it cites" in str(problems(tampered(moved))[0])
    assert places(problems(without_copies(tampered(moved)))) == [place(quotation)]


# ---------------------------------------------------------------- copied prose

SENTENCES = {
    "wire": "Engineers said on Friday that they could not yet say when it would run again",
    "sahifa": "ويقول إنّه اشتكى إلى الوزارة في ٣ فبراير ٢٠٢٤ ولم يتلقَّ ردًّا",
    "portal": "the plant has run without a pause ever since",
    "letter": "If it runs on, brine will get into the mains within weeks",
}
# Their ids stand for the sentences.
PASTED = faults("""
in a section | 30-blame | Growers blame a tannery: | ‸<wire>. Growers blame a tannery:
in a section, of the web page | 30-blame | Growers blame a tannery: | ‸<portal>. Growers blame a tannery:
in a section, in Arabic | 30-blame | Growers blame a tannery: | ‸<sahifa>. Growers blame a tannery:
in a section, over two lines | 30-blame | Growers blame a tannery: they say | ‸<letter>. Growers say
in a footnote | 10-shutdown | [^ration]: That | [^ration]: ‸<letter>. That
in a heading | 10-shutdown | ![](chronology:) | ## ‸<portal>
in a list | 10-shutdown | ![](chronology:) | - ‸<wire>.
in a fact's text | events | text: Before, the water was distilled. | text: ‸<letter>.
in a record | record | record: The tannery denies it. | record: ‸<sahifa>.
in how we know | site | Four documents, | ‸<portal>. Four documents,
in an update | sources | text: The article in Arabic | text: ‸<wire>. The article in Arabic
""")
PASTED_SHORT = faults("""
in a key point | site | "The hospital has treated | "‸<wire>. The hospital has treated
in the standfirst | site | The only desalination plant | ‸<letter>. The only desalination plant
in a title | events | title: The plant is shut | title: ‸<portal>
in a summary | actors | summary: He speaks for the water authority. | summary: ‸<sahifa>
in a claim | record | claim: The tannery has spoilt the ground water. | claim: ‸<wire>
in a question | record | question: When will there be water | question: ‸<letter>, when will there be water
in a label | record | label: served by the plant | label: ‸<portal>
in what was reckoned | record | reckoned: as for the letter itself | reckoned: ‸<letter>
""")


@each(PASTED)
def test_a_sentence_pasted_from_a_source_is_reported_where_it_stands(fault: Fault) -> None:
    assert_pasted(fault, Severity.ERROR)


@each(PASTED_SHORT)
def test_a_sentence_pasted_into_a_short_text_is_a_warning(fault: Fault) -> None:
    assert_pasted(fault, Severity.WARNING)


def assert_pasted(fault: Fault, severity: Severity) -> None:
    (source,) = (source for source in SENTENCES if f"<{source}>" in fault.new)
    pasted = fault._replace(new=fault.new.replace(f"<{source}>", SENTENCES[source]))
    assert_reported(pasted, f"words in a row stand in '{source}' as well", severity=severity)
    # Where there is no copy nobody can know; that nothing was compared is said.
    assert problems(without_copies(tampered(pasted))) == ()


# ---------------------------------------------------------------- values

MISSTATED = faults("""
a day | 10-shutdown | [15 April 2024](event:shutdown) | [16 April 2024](‸event:shutdown)
a month | 20-warning | [12 February](event:first-warning) | [12 March](‸event:first-warning)
a year | site | [15 April 2024](event:shutdown) | [15 April 2023](‸event:shutdown)
an approximate year | 30-blame | [around 1998](event:tannery) | [around 1989](‸event:tannery)
a number | 10-shutdown | [12,400 households](figure:households) | [12,040 households](‸figure:households)
a number in words | 10-shutdown | [four times](figure:salinity) | [five times](‸figure:salinity)
an end of a range | 20-warning | [60 to 80](figure:torn) | [60 to 90](‸figure:torn)
a percentage | 30-blame | [40%](figure:wells-share) | [14%](‸figure:wells-share)
a sign in place of per cent | 30-blame | [40%](figure:wells-share) | [$40](‸figure:wells-share)
another currency | 30-blame | [$2.5 million](figure:cost) | [€2.5 million](‸figure:cost)
another scale, in short | 30-blame | [$2.5 million](figure:cost) | [$2.5bn](‸figure:cost)
two days, the second another | 20-warning | [5 and 6 March](event:inspection) | [5 and 7 March](‸event:inspection)
two days of another month | 20-warning | [5 and 6 March](event:inspection) | [5–6 April](‸event:inspection)
a sum | 30-blame | [$2.5 million](figure:cost) | [$2.5 billion](‸figure:cost)
a qualifier left out | site | [at least 34 people](figure:patients) | [34 people](‸figure:patients)
""")
# These are warnings, as the words for a date or a number may be such as nobody foresaw.
UNSTATED = faults("""
a day, told by its weekday | events | date: 2024-04-16 | date: ‸2024-04-17
a day, in Arabic digits | record | since: 2024-02-03 | since: ‸2024-02-04
a day, where the letter has no year | record | as_of: 2024-03-06 | as_of: ‸2024-03-07
a month, in Arabic | record | since: 2024-02-03 | since: ‸2024-03-03
a month, where the year alone is known | events | date: 2011 | date: ‸2011-05
a year, at the end of a period | events | date: 2019/2021 | date: ‸2019/2022
a year, at the end of a relation | record | until: 2026 | until: ‸2025
years in which something happened once | events | "[1962..1965]" | ‸"[1952..1955]"
the start of what goes on | events | 2024-04-15/.. | ‸2024-04-14/..
a number in words | record | budget-share:⏎    value: 1.5 | budget-share:⏎    value: ‸2.5
the one of one and a half | record | budget-share:⏎    value: 1.5 | budget-share:⏎    value: ‸1
the half of one and a half | record | budget-share:⏎    value: 1.5 | budget-share:⏎    value: ‸0.5
""")
UNBOUND = faults("""
a day | 10-shutdown | Monday, [15 April 2024](event:shutdown) | ‸Monday, 15 April 2024
a day, otherwise written | 10-shutdown | Monday, [15 April 2024](event:shutdown) | ‸April 15
a day without a year | 20-warning | [12 February](event:first-warning) | ‸12 February
days of one month | 20-warning | [5 and 6 March](event:inspection) | ‸5 and 6 March
a day, in how we know | site | of [5 and 6 March](event:inspection) | of ‸5 and 6 March
a number with its unit | 10-shutdown | [12,400 households](figure:households) | ‸12,400 households
a percentage | 30-blame | [40%](figure:wells-share) | ‸40 per cent
a sum | 30-blame | [$2.5 million](figure:cost) | ‸2,500,000 USD
a number, in a record | record | [at least 34 people](figure:patients) for | at least ‸34 people for
""")


@each(MISSTATED)
def test_a_value_that_disagrees_with_its_fact_is_reported_at_its_link(fault: Fault) -> None:
    fact = fault.new.split(CARET)[1].strip(")")
    assert_reported(fault, fact)
    assert_reported(fault, fact, copies=False)


@each(UNSTATED)
def test_a_value_that_its_passages_do_not_state_is_a_warning_at_the_fact(fault: Fault) -> None:
    assert_reported(fault, NOT_STATED, severity=Severity.WARNING)
    assert_reported(fault, NOT_STATED, severity=Severity.WARNING, copies=False)


@each(UNBOUND)
def test_a_value_that_no_link_binds_is_a_warning_where_it_is_shown(fault: Fault) -> None:
    assert_reported(fault, "is not bound to it", severity=Severity.WARNING)
    assert_reported(fault, "is not bound to it", severity=Severity.WARNING, copies=False)


def test_a_value_changed_in_its_fact_is_reported_there_and_at_every_link_that_shows_it() -> None:
    changed = problems(tampered(Fault("", "events", "date: 2024-04-15\n", "date: 2024-04-16\n")))
    assert places(changed) == [
        place(Fault("", "events", "date: 2024-04-15\n", "date: ‸2024-04-15\n")),
        place(Fault("", "10-shutdown", "[15 April 2024](event:", "[15 April 2024](‸event:")),
        place(Fault("", "site", "[15 April 2024](event:", "[15 April 2024](‸event:")),
    ]


def test_a_second_day_changed_in_its_fact_is_reported_there_and_at_every_link_that_shows_both() -> None:
    changed = problems(tampered(Fault("", "events", "2024-03-05/2024-03-06", "2024-03-05/2024-03-07")))
    assert places(changed) == [
        place(Fault("", "events", "2024-03-05/2024-03-06", "‸2024-03-05/2024-03-06")),
        place(Fault("", "20-warning", "[5 and 6 March](event:", "[5 and 6 March](‸event:")),
        place(Fault("", "site", "[5 and 6 March](event:", "[5 and 6 March](‸event:")),
    ]


def test_a_number_that_only_the_ellipsis_of_its_passage_holds_is_a_warning_at_the_figure() -> None:
    left_out = tampered(Fault("", "record", "The plant serves 12,400 households", "The plant … at least 34 people"))
    figure = Fault("", "record", "value: 12400", "value: ‸12400")
    assert places(problems(left_out)) == [place(figure), LOCK]


# ---------------------------------------------------------------- the copies and the lock


def test_a_word_changed_in_a_copy_is_reported_wherever_its_passage_is_cited() -> None:
    found = problems(tampered(Fault("", "wire", "Seventeen tankers", "Eighteen tankers")))
    assert places(found) == [
        place(Fault("", "record", "wire: Seventeen tankers", "wire: ‸Seventeen tankers")),
        place(Fault("", "10-shutdown", "@wire: Seventeen tankers", "‸@wire: Seventeen tankers")),
    ]


def test_a_break_within_a_passage_is_reported_where_it_is_cited() -> None:
    found = problems(tampered(Fault("", "wire", 'of months", Talbek', 'of months",\n\nTalbek')))
    assert places(found) == [place(Fault("", "record", '"thought the repair', '‸"thought the repair'))]


def test_a_passage_that_a_copy_has_twice_is_reported_where_it_is_cited() -> None:
    serves = "The plant serves 12,400 households."
    found = problems(tampered(Fault("", "wire", serves, f"{serves} {serves}")))
    assert places(found) == [place(Fault("", "record", f'"{serves[:-1]}', f'‸"{serves[:-1]}'))]


def test_a_paragraph_moved_in_a_copy_leaves_the_lock_behind() -> None:
    def moved(body: bytes) -> bytes:
        *others, last = body.split(b"\n\n")
        return b"\n\n".join([last, *others])

    assert places(problems(with_copy("wire", moved))) == [LOCK]


def test_a_word_changed_in_a_copy_that_nothing_cites_leaves_the_lock_behind() -> None:
    found = problems(tampered(Fault("", "wire", "Nobody has died", "No one has died")))
    assert places(found) == [LOCK]
    assert found[0].severity is Severity.WARNING


def test_a_passage_struck_from_the_lock_is_reported_by_those_who_have_no_copies() -> None:
    locked = honest().lock
    assert locked is not None
    passage = next(line for line in locked.text.splitlines(keepends=True) if line.startswith("    "))
    struck = replace(honest(), lock=replace(locked, text=locked.text.replace(passage, "")))
    assert places(problems(struck)) == [LOCK]
    (found,) = problems(without_copies(struck))
    assert "is not among the passages of 'letter' in sources.lock" in found.message


# ---------------------------------------------------------------- what is honest

ARABIC = "لن نقبل أن يشرب أطفالنا ماءً مالحًا، ولن نقبل أن ندفع ثمنه مرّتين"
HARMLESS = faults(f"""
other letters' case | actors | "The water minister, Salim Oraby" | "the water minister, salim ORABY"
a curly apostrophe | record | the town's only | the town’s only
a straight apostrophe | actors | the authority’s spokesman | the authority's spokesman
other punctuation | events | at twenty to seven on Monday, 15 | “at twenty to seven”; on Monday (15)
three dots for an ellipsis | events | the tannery … since | the tannery ... since
an ellipsis for three dots | actors | The ministry puts ... in | The ministry puts … in
an ellipsis in brackets | events | the tannery … since | the tannery […] since
spaces that do not break | actors | The water minister, Salim | The water{chr(0xA0)}minister, Salim
marks of direction | events | اشتكى إلى الوزارة | {chr(0x200F)}اشتكى{chr(0x200E)} إلى الوزارة
accents apart from their letters | record | {ARABIC} | {unicodedata.normalize("NFD", ARABIC)}
an end to a quotation | record | and so we stopped it | and so we stopped it.
a quotation's other case | record | words: We shut | words: we shut
a double-quoted word's other case | 10-shutdown | “a matter of weeks” | “A matter of weeks”
other quotation marks | 10-shutdown | “a matter of weeks” | «a matter of weeks»
emphasis in a quotation | 10-shutdown | “a matter of weeks” | “a matter of *weeks*”
""")


@each(HARMLESS)
def test_what_changes_no_word_is_not_reported(fault: Fault) -> None:
    assert problems(tampered(fault)) == problems(without_copies(tampered(fault))) == ()


def test_where_a_passage_breaks_over_lines_does_not_matter() -> None:
    broken = {
        "actors": ('"The water minister, Salim Oraby"}', '"The water\n      minister, Salim\n      Oraby"}'),
        "10-shutdown": ("let brine through", "let\nbrine through"),
        "record": ("The water was never dangerous. It", "The water\n      was never dangerous. It"),
    }
    files = honest()
    for name, (old, new) in broken.items():
        files = tampered(Fault("", name, old, new), files)
    assert problems(files) == problems(without_copies(files)) == ()


def resaved(body: bytes) -> bytes:
    return b"\xef\xbb\xbf" + unicodedata.normalize("NFD", body.decode()).replace("\n", "\r\n").encode()


def rewritten(body: bytes) -> bytes:
    """The web page as another program would save it: indented, its entities written out, with other furniture."""
    page = BeautifulSoup(body, "html.parser")
    (navigation,) = page("nav")
    navigation.decompose()
    return page.prettify().encode()


@pytest.mark.parametrize(
    ("name", "saved"),
    [("wire", resaved), ("sahifa", resaved), ("letter", resaved), ("portal", rewritten)],
)
def test_how_a_copy_is_saved_does_not_matter(name: str, saved: Callable[[bytes], bytes]) -> None:
    assert problems(with_copy(name, saved)) == ()


@pytest.mark.parametrize("drafts", Drafts)
def test_the_explainer_itself_has_no_problem_and_without_the_copies_one_note(drafts: Drafts) -> None:
    assert list(reported(honest(), drafts)) == []
    (note,) = reported(without_copies(honest()), drafts)
    assert note.severity is Severity.NOTE
    assert "to find copied prose" in note.message


def test_what_is_wrong_with_a_draft_is_a_problem_where_drafts_are_shown() -> None:
    fault = Fault("", "record", '"It has promised an inquiry', '‸"It has promised a full inquiry')
    assert places(errors_in(reported(tampered(fault), Drafts.SHOW))) == [place(fault)]
    assert errors_in(reported(tampered(fault), Drafts.HIDE)) == ()


def test_the_site_is_the_same_without_the_copies() -> None:
    with_them, without = (
        make_site_from(files, own_templates(), Options(content=Path(), templates=Path()))
        for files in (honest(), without_copies(honest()))
    )
    assert with_them.artifacts == without.artifacts
    assert with_them.warnings == ()
    assert [each.severity for each in without.warnings] == [Severity.NOTE]


# ---------------------------------------------------------------- the commands


def test_the_commands_say_the_same(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    strictly = ["check", "--content", str(folder), "--strict", "--format", "json"]
    assert (main(strictly), json.loads(capsys.readouterr().out)) == (0, [])
    assert main(["lock", "--content", str(folder), "--check"]) == 0

    events = folder / "facts" / "events.yaml"
    events.write_text(events.read_text("utf-8").replace("1962 and 1965", "1962 and 1956"), "utf-8")
    capsys.readouterr()
    assert main(strictly) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert (found["path"], found["line"], found["column"]) == (str(events), 6, 20)

    (folder / "sources" / "wire.txt").unlink()
    assert main(["lock", "--content", str(folder), "--check"]) == 1


# ---------------------------------------------------------------- how faults are made and found


@functools.cache
def honest() -> ContentFiles:
    return read_content(CONTENT)


def without_copies(files: ContentFiles) -> ContentFiles:
    return replace(files, copies=())


def tampered(fault: Fault, files: ContentFiles | None = None) -> ContentFiles:
    """Return the explainer with a fault in it."""

    def mended(text: str) -> str:
        assert text.count(fault.old) == 1, f"'{fault.old}' is not there once"
        return text.replace(fault.old, fault.new.replace(CARET, ""))

    return with_file(files or honest(), fault.file, mended)


def with_copy(name: str, changed: Callable[[bytes], bytes]) -> ContentFiles:
    assert any(Path(copy.path).stem == name for copy in honest().copies)
    return replace(honest(), copies=tuple(_changed_copy(copy, name, changed) for copy in honest().copies))


def with_file(files: ContentFiles, name: str, changed: Callable[[str], str]) -> ContentFiles:
    """Return an explainer of which one file is changed."""

    def file(each: InputFile) -> InputFile:
        return replace(each, text=changed(each.text)) if Path(each.path).stem == name else each

    return replace(
        files,
        settings=file(files.settings),
        facts=tuple(map(file, files.facts)),
        sections=tuple(map(file, files.sections)),
        copies=tuple(_changed_copy(copy, name, lambda body: changed(body.decode()).encode()) for copy in files.copies),
    )


def _changed_copy(copy: CopyFile, name: str, changed: Callable[[bytes], bytes]) -> CopyFile:
    return replace(copy, body=changed(copy.body)) if Path(copy.path).stem == name else copy


def reported(files: ContentFiles, drafts: Drafts = Drafts.HIDE) -> Iterator[Problem]:
    """Yield all that is said of an explainer before its pages are made."""
    content, site, found = joined(without_copies(files), drafts)
    proof = prove(content, files, drafts=drafts)
    yield from (*found, *proof.problems, *check(site, proof.lock, is_whole=not found))


@functools.lru_cache(maxsize=1)
def joined(files: ContentFiles, drafts: Drafts) -> tuple[Content, Site, tuple[Problem, ...]]:
    """Return what an explainer says, as it is written and joined up, and what is said of that without its sources."""
    content = content_of(files)
    resolved = resolve(content, files.image_names, drafts=drafts)
    return content, resolved.site, resolved.problems


def problems(files: ContentFiles) -> tuple[Problem, ...]:
    """Return what is said of an explainer in the order of its files, notes left out."""
    return tuple(sorted({each for each in reported(files) if each.severity is not Severity.NOTE}))


def places(found: tuple[Problem, ...]) -> list[Origin]:
    return [each.origin for each in found]


def place(fault: Fault) -> Origin:
    """Return where the caret stands in a fault."""
    files = honest()
    texts = (files.settings, *files.facts, *files.sections)
    (file,) = (each for each in texts if Path(each.path).stem == fault.file)
    changed = file.text.replace(fault.old, fault.new)
    return origin_in_file(replace(file, text=changed), changed.index(CARET))


def assert_reported(fault: Fault, says: str, *, severity: Severity = Severity.ERROR, copies: bool = True) -> None:
    """Require that a fault is said once, at its place, and that nothing else is."""
    found = problems(tampered(fault) if copies else without_copies(tampered(fault)))
    assert places(found) == [place(fault)], "\n".join(map(str, found))
    assert found[0].severity is severity
    assert says in f"{found[0].message}; {found[0].hint}"
