"""The scores mean what they say: of a small passage, with what is found in it made up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from standfirst.draft.proposals import (
    ActorProposal,
    DateProposal,
    FigureProposal,
    Mention,
    PlaceProposal,
    Proposals,
    QuoteProposal,
)
from standfirst.model import Id, Qualifier
from standfirst.model.facts import ActorKind
from tests.draft.labels import Passage, read
from tests.draft.same_time import is_same_time
from tests.draft.scores import Score, outcomes_of, scores_of

XML = """\
<passage published="2019-04-19" style="wire">
<person>Ana Reyes</person> came to <place>Lima</place> on <date value="2019-04-15">Monday</date>, with <figure value="3"
qualifier="at-least" unit="others">three</figure> others, <date value="2019-04-15" optional="yes">at noon</date>.

<quote by="s1">“No,”</quote> <speaker id="s1" actor="Ana Reyes">she</speaker> said, <quote by="s1">“never.”</quote> Her
<scare>“house”</scare> burned.
</passage>
"""


@pytest.fixture
def passage(tmp_path: Path) -> Passage:
    file = tmp_path / "one.xml"
    file.write_text(XML, encoding="utf-8")
    return read(file)


@pytest.fixture
def right(passage: Passage) -> Proposals:
    """Everything that is labelled, found."""
    person, place, day, number, speaker = (
        _at(passage, each) for each in ("Ana Reyes", "Lima", "Monday", "three", "she")
    )
    parts = (_at(passage, "No,"), _at(passage, "never."))
    return Proposals(
        actors=(ActorProposal(id=Id("reyes"), name="Ana Reyes", kind=ActorKind.PERSON, mentions=(person,)),),
        places=(PlaceProposal(id=Id("lima"), name="Lima", mentions=(place,)),),
        dates=(DateProposal(start=day.start, end=day.end, text=day.text, value="2019-04-15"),),
        quotes=(
            QuoteProposal(
                start=parts[0].start, end=parts[1].end, parts=parts, speaker=speaker, actor=Id("reyes"), cue="said"
            ),
        ),
        figures=(
            FigureProposal(
                start=number.start, end=number.end, text=number.text, value="3", qualifier=Qualifier.AT_LEAST
            ),
        ),
    )


def _at(passage: Passage, words: str) -> Mention:
    start = passage.text.index(words)
    return Mention(start, start + len(words), words)


def _scores(passage: Passage, proposals: Proposals) -> dict[str, Score]:
    return scores_of(outcomes_of([passage], lambda _: proposals))


def test_all_that_is_labelled_scores_one(passage: Passage, right: Proposals) -> None:
    scores = _scores(passage, right)
    assert len(scores) >= 12
    assert {each.f1 for measure, each in scores.items() if measure != "names, organisation"} == {1.0}


def test_nothing_scores_nought(passage: Passage) -> None:
    assert {each.f1 for each in _scores(passage, Proposals()).values()} == {0.0}


def test_a_date_with_another_value_is_found_but_not_right(passage: Passage, right: Proposals) -> None:
    scores = _scores(passage, replace(right, dates=(replace(right.dates[0], value="2019-04-22"),)))
    assert (scores["dates, some of the words"].f1, scores["dates, value"].f1) == (1.0, 0.0)


def test_what_is_optional_may_be_found_and_what_is_not_labelled_may_not(passage: Passage, right: Proposals) -> None:
    noon, others = _at(passage, "noon"), _at(passage, "others")
    dates = [
        DateProposal(start=each.start, end=each.end, text=each.text, value="2019-04-15") for each in (noon, others)
    ]
    assert _scores(passage, replace(right, dates=(*right.dates, dates[0])))["dates, value"].precision == 1.0
    assert _scores(passage, replace(right, dates=(*right.dates, dates[1])))["dates, value"].precision == 0.5


def test_a_state_is_a_place_and_a_person_is_none(passage: Passage, right: Proposals) -> None:
    mentions = right.places[0].mentions
    for kind, score in ((ActorKind.STATE, 1.0), (ActorKind.PERSON, 0.5)):
        actor = ActorProposal(id=Id("lima"), name="Lima", kind=kind, mentions=mentions)
        scores = _scores(passage, replace(right, places=(), actors=(*right.actors, actor)))
        assert (scores["names"].f1, scores["names, whatever kind"].f1) == (score, 1.0)


def test_each_part_of_a_split_quotation_counts(passage: Passage, right: Proposals) -> None:
    quote = right.quotes[0]
    scores = _scores(passage, replace(right, quotes=(replace(quote, parts=quote.parts[:1]),)))
    assert (scores["speakers"].precision, scores["speakers"].recall) == (1.0, 0.5)


def test_nobodys_words_with_a_speaker_are_two_mistakes(passage: Passage, right: Proposals) -> None:
    house = _at(passage, "house")
    quote = replace(right.quotes[0], start=house.start, end=house.end, parts=(house,))
    scores = _scores(passage, replace(right, quotes=(*right.quotes, quote)))
    assert scores["quotations"].right == scores["speakers"].right == 2
    assert scores["quotations"].found == scores["speakers"].found == 3


def test_a_speaker_is_right_by_its_place_or_by_who_it_is(passage: Passage, right: Proposals) -> None:
    place, person = _at(passage, "Lima"), right.quotes[0].speaker
    for speaker, actor, scores in (
        (place, Id("reyes"), (1.0, 1.0)),
        (person, None, (1.0, 0.0)),
        (place, None, (0.0, 0.0)),
        (None, None, (0.0, 0.0)),
    ):
        found = _scores(passage, replace(right, quotes=(replace(right.quotes[0], speaker=speaker, actor=actor),)))
        assert (found["speakers"].recall, found["speakers, by who they are"].recall) == scores


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2019-33", "2019-01/2019-03"),
        ("2019-04-15T14:30", "2019-04-15"),
        ("1957~", "1957"),
        ("199X", "1990/1999"),
        ("P2W", "P14D"),
        ("P1Y6M", "P18M"),
        ("PT90M", "PT1H30M"),
        ("2014/..", "2014-01-01/.."),
    ],
)
def test_values_of_one_meaning_are_the_same_time(one: str, other: str) -> None:
    assert is_same_time(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("2019", "2019-04"), ("P1M", "P30D"), ("P1M", "PT1M"), ("2014", "2014/.."), ("", "2014")]
)
def test_values_of_two_meanings_are_not(one: str, other: str) -> None:
    assert not is_same_time(one, other)
