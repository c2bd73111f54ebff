"""Quoted words that are not in what is cited with them."""

from __future__ import annotations

from standfirst.problems.errors import Severity
from tests.evidence.tampering import (
    LOCK,
    Fault,
    assert_reported,
    each,
    faults,
    place,
    places,
    problems,
    tampered,
    without_copies,
)

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
