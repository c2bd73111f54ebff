"""Passages that do not stand where they are cited from, or name none."""

from __future__ import annotations

from standfirst.problems.errors import errors_in
from tests.evidence.tampering import Fault, assert_reported, each, faults, place, problems, tampered

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
