"""Dates and numbers that disagree with their fact, that no passage states, or that no link binds."""

from __future__ import annotations

from standfirst.problems.errors import Severity
from tests.evidence.tampering import (
    CARET,
    LOCK,
    Fault,
    assert_reported,
    each,
    faults,
    place,
    places,
    problems,
    tampered,
)

NOT_STATED = "is not in the words of a passage that it cites"
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
