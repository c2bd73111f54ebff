"""The events that an article's dates tell of."""

import re

import pytest

from standfirst.draft.events import events_in
from standfirst.draft.proposals import ActorProposal, DateProposal, EventProposal, Mention, QuoteProposal
from standfirst.draft.read_article import article_in
from standfirst.draft.surroundings import Surroundings
from standfirst.language.dates import parse
from standfirst.model import Id
from standfirst.model.facts import ActorKind
from standfirst.reading.files import CopyFile


def events(
    text: str, dates: dict[str, str], actors: tuple[str, ...] = (), *, quoted: str = "", published: str = ""
) -> tuple[EventProposal, ...]:
    file = CopyFile("article.txt", Id("article"), text.encode())
    article, _ = article_in(file, parse(published) if published else None)

    def mentions(words: str) -> tuple[Mention, ...]:
        return tuple(Mention(found.start(), found.end(), words) for found in re.finditer(re.escape(words), text))

    named = [
        ActorProposal(id=Id(name.lower()), name=name, kind=ActorKind.GROUP, mentions=mentions(name)) for name in actors
    ]
    found = [
        DateProposal(mention.start, mention.end, words, value=value)
        for words, value in dates.items()
        for mention in mentions(words)
    ]
    quotes = [QuoteProposal(start=part.start, end=part.end, parts=(part,)) for part in mentions(quoted) if quoted]
    return events_in(article, found, quotes, Surroundings(text, named, ()))


@pytest.mark.parametrize(
    ("text", "words", "title"),
    [
        ("The council shut the bridge in 2025 after a crack was found.", "2025", "The council shut the bridge"),
        ("In 2025, the council shut the bridge.", "2025", "The council shut the bridge"),
        ("The town has worried since the bridge was shut in 2025.", "2025", "The bridge was shut"),
        ("The council, which shut “the bridge” in 2025, is blamed.", "2025", "The council, which shut the bridge"),
    ],
)
def test_a_title_is_the_clause_of_the_date(text: str, words: str, title: str) -> None:
    assert [event.title for event in events(text, {words: words})] == [title]


def test_no_title_has_more_words_than_may_be_copied() -> None:
    text = "In 2025 the council of the old town shut the bridge and the road for good."
    (event,) = events(text, {"2025": "2025"})
    assert event.title == "The council of the old town shut"


@pytest.mark.parametrize(
    ("text", "value", "of_event"),
    [
        ("The council has led since 2025 alone.", "2025", "2025/.."),
        ("The council led the town until 2025.", "2025", "/2025"),
        ("The council did not meet until 2025.", "2025", "2025"),
        ("The council met this week in town.", "2025-03-03/2025-03-09", "[2025-03-03..2025-03-09]"),
        ("The council met throughout this week in town.", "2025-03-03/2025-03-09", "2025-03-03/2025-03-09"),
        ("The council met in 2025 in town.", "2025", "2025"),
        ("The council met in 2025 in town.", "2025-34", "[2025-04..2025-06]"),
        ("The council met in 2025 in town.", "2025-41", "[2025-07..2025-12]"),
    ],
)
def test_the_words_before_a_date_tell_whether_it_began_or_ended_or_was_once_within(
    text: str, value: str, of_event: str
) -> None:
    words = "this week" if "week" in text else "2025"
    assert [event.value for event in events(text, {words: value})] == [of_event]


def test_words_of_names_are_not_counted() -> None:
    text = "The National Bridge and Road Council of Arle closed the old bridge to all of its riders in 2025."
    (event,) = events(text, {"2025": "2025"}, actors=("National Bridge and Road Council of Arle",))
    assert event.title == "The National Bridge and Road Council of Arle closed the old bridge to all"


def test_a_date_of_which_nothing_is_told_is_no_event() -> None:
    assert events("It was 2025.", {"2025": "2025"}) == ()


def test_two_dates_in_a_sentence_part_it_and_each_has_who_is_named_with_it() -> None:
    text = "Arle shut the bridge in 2024, and Brenn said it would open in 2026."
    first, second = events(text, {"2024": "2024", "2026": "2026"}, actors=("Arle", "Brenn"))
    assert (first.actors, first.according_to) == (("arle",), None)
    assert (second.actors, second.according_to) == (("brenn",), "brenn")


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("between 20 January and 14 March", "[2025-01-20..2025-03-14]"),
        ("from 20 January to 14 March", "2025-01-20/2025-03-14"),
        ("from 20 January until 14 March", "2025-01-20/2025-03-14"),
    ],
)
def test_the_two_ends_of_a_time_are_one_date(said: str, value: str) -> None:
    (event,) = events(f"Arle tested the old bridge {said}.", {"20 January": "2025-01-20", "14 March": "2025-03-14"})
    assert (event.title, event.value) == ("Arle tested the old bridge", value)
    assert event.date.text == said.partition(" ")[2]


@pytest.mark.parametrize(("month", "number", "value"), [("January", "01", "2025-01"), ("May", "05", "2024-05")])
def test_the_year_behind_a_time_is_that_of_both_ends(month: str, number: str, value: str) -> None:
    said = {month: f"2023-{number}", "March 2025": "2025-03"}
    (event,) = events(f"Arle tested the old bridge from {month} to March 2025.", said)
    assert event.value == f"{value}/2025-03"


@pytest.mark.parametrize(
    ("said", "first", "last", "value"),
    [
        ("in March, as in the 1980s", ("March", "2025-03"), ("the 1980s", "198X"), "2025-03"),
        ("from May to 1999", ("May", "2024-05"), ("1999", "1999"), "2024-05"),
        ("from last year to March 2025", ("last year", "2024"), ("March 2025", "2025-03"), "2024/2025-03"),
        ("from today to 5 May 2026", ("today", "2025-04-01"), ("5 May 2026", "2026-05-05"), "2025-04-01/2026-05-05"),
    ],
)
def test_a_date_takes_no_year_from_what_is_not_the_month_at_the_other_end(
    said: str, first: tuple[str, str], last: tuple[str, str], value: str
) -> None:
    event, *_ = events(f"Arle tested the old bridge {said}.", dict([first, last]))
    assert event.value == value


def test_a_title_is_a_sentence_or_says_that_it_has_to_be_put_in_words() -> None:
    _, told = events("Arle said in 2025 that it would close by 2028.", {"2025": "2025", "2028": "2028"})
    (hers,) = events("Her own bridge was closed in 2024.", {"2024": "2024"})
    (cut,) = events("Arle wrote to them but us, and that the city paid, in 2024.", {"2024": "2024"})
    assert (told.title, hers.title) == ("It would close", "Her own bridge was closed")
    assert (cut.title, cut.doubts) == ("What happened: 2024", ("The title has to be put in words.",))


def test_two_dates_that_are_no_ends_of_a_time_stay_two() -> None:
    said = {"14 March": "2025-03-14", "20 January": "2025-01-20"}
    (first, *_) = events("Arle tested the old bridge on 14 March and 20 January.", said)
    (wrong, *_) = events("Arle tested the old bridge between 14 March and 20 January.", said)
    assert (first.value, wrong.value) == ("2025-03-14", "2025-03-14")


def test_what_lies_ahead_of_the_day_of_publication_says_so() -> None:
    past, ahead = events(
        "Arle met in 2024. It meets again in 2026.", {"2024": "2024", "2026": "2026"}, published="2025"
    )
    assert (past.planned, ahead.planned) == (False, True)
    assert (past.doubts, ahead.doubts) == ((), ("It lay ahead when the article was published.",))


def test_the_last_clause_before_a_date_belongs_to_it() -> None:
    text = "A ferry sank in May, killing two, after it left Arle, an inquiry heard on Friday."
    first, second = events(text, {"May": "2025-05", "Friday": "2025-06-06"})
    assert (first.title, second.title) == ("A ferry sank", "An inquiry heard")


def test_durations_unknown_dates_and_dates_in_quotations_are_no_events() -> None:
    text = "For two years Arle waited. It said “we will open in 2026 or never”. On Friday it met."
    assert (
        events(text, {"two years": "P2Y", "Friday": "", "2026": "2026"}, quoted="we will open in 2026 or never") == ()
    )
