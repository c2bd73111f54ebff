"""`reviews.yaml` is read as it is written, one line a vouching, and what is wrong in it is told where it stands."""

from __future__ import annotations

import dataclasses
import datetime
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.decoding.decode import decode
from standfirst.decoding.reviews import read_reviews, with_vouching, write_reviews
from standfirst.model import (
    VOUCHED_KINDS,
    FactId,
    Id,
    Kind,
    NotedDigest,
    Origin,
    PersonName,
    Reference,
    Review,
    Vouching,
    person_name,
)
from standfirst.problems.errors import SiteError
from standfirst.reading.files import InputFile
from tests.explainers import content, content_of

ONE, OTHER = NotedDigest("0123456789abcdef" * 2), NotedDigest("fedcba9876543210" * 2)
START = Origin("reviews.yaml", 1, 1)
KILLED = FactId(Kind.FIGURE, Id("killed"))


def vouching(by: str, day: int = 1, statement: NotedDigest = ONE, fact: FactId = KILLED) -> Vouching:
    on, name = datetime.date(2026, 5, day), Reference(fact, START)
    return Vouching(fact=name, by=PersonName(by), on=on, statement=statement, passages=OTHER, origin=START)


def file(text: str) -> InputFile:
    return InputFile("reviews.yaml", text)


def noted(vouched: tuple[Vouching, ...]) -> list[tuple[str, str, int, str]]:
    return [(str(each.fact.to), each.by, each.on.day, each.statement) for each in vouched]


@given(st.text(min_size=1).map(person_name).filter(bool))
def test_what_is_written_is_read_whatever_people_are_called(by: str) -> None:
    vouched = (vouching(by), vouching(f"{by} 2"))
    text = write_reviews(vouched)
    read = read_reviews(file(text))
    assert [each.by for each in read] == sorted([by, f"{by} 2"], key=str.casefold)
    assert write_reviews(read) == text


def test_facts_and_persons_are_in_order_with_a_line_for_each_vouching() -> None:
    ada, ben = vouching("Ada"), vouching("ben", 2)
    claim = vouching("Ada", fact=FactId(Kind.CLAIM, Id("x")))
    lines = write_reviews([ben, ada, claim]).splitlines()[2:]
    digests = f"statement: {ONE}, passages: {OTHER}"
    assert lines == [
        f'- {{fact: claim:x, by: "Ada", on: 2026-05-01, {digests}}}',
        f'- {{fact: figure:killed, by: "Ada", on: 2026-05-01, {digests}}}',
        f'- {{fact: figure:killed, by: "ben", on: 2026-05-02, {digests}}}',
    ]


def test_a_person_vouches_once_however_the_name_is_written_and_for_the_fact_as_it_is_called_now() -> None:
    (fact,) = content_of(content("figures: {killed: {value: 1, label: k, uncited: u, former_ids: [dead]}}")).facts
    dead = FactId(Kind.FIGURE, Id("dead"))
    before = (vouching("Ada  Byron", fact=dead), vouching("Ben", fact=dead))
    again = with_vouching(before, fact, vouching("ada byron", 3, OTHER))
    assert noted(again) == [("figure:killed", "ada byron", 3, OTHER), ("figure:killed", "Ben", 1, ONE)]


GOOD = write_reviews([vouching("Ada")])


@pytest.mark.parametrize(
    ("written", "instead", "told"),
    [
        ("figure:killed", "figur:killed", "3:10: 'figur' is not a kind of fact that can be named here; did you mean"),
        ("figure:killed", "source:killed", "3:10: 'source' is not a kind of fact that can be named here; write"),
        ("figure:killed", "killed", "3:10: 'killed' does not say of which kind it is"),
        ("2026-05-01", "2026-05-32", "3:40: "),
        ('by: "Ada", ', "", "3:3: this vouching has no 'by'; add `by:`"),
        ('by: "Ada"', 'by: "A\u202e"', "3:29: 'A\\u202e' is not the name of a person"),
        ('by: "Ada"', 'by: " "', "3:29: nothing is written here"),
        ("statement:", "statment:", "3:52: this vouching has no key 'statment'; did you mean"),
        (ONE, "012", "3:63: '012' is not a digest as `review` writes it; take it back from an earlier version"),
        ("- {", "- Ada\n- {", "3:3: this is no vouching; `review` writes it, as {fact:"),
        (f", statement: {ONE}, passages: {OTHER}", "", "3:3: this is no vouching; `review` writes it, as {fact:"),
        ("- {", "<<<<<<< HEAD\n=======\n>>>>>>> ben\n- {", "3:1: two versions of what stands here"),
        ("- ", "", "3:1: a list is expected here"),
    ],
)
def test_what_is_written_otherwise_is_a_problem_at_its_place(written: str, instead: str, told: str) -> None:
    assert written in GOOD
    with pytest.raises(SiteError) as caught:
        read_reviews(file(GOOD.replace(written, instead, 1)))
    assert str(caught.value).startswith(f"reviews.yaml:{told}")


def test_all_that_is_wrong_is_told_at_once_and_nothing_in_a_file_of_comments() -> None:
    with pytest.raises(SiteError) as caught:
        read_reviews(file(GOOD.replace(ONE, "1").replace(OTHER, "2") + GOOD.replace("figure:killed", "event:no one")))
    assert len(caught.value.problems) == 3
    assert read_reviews(file("# nobody yet\n")) == ()


def test_what_leads_to_no_fact_is_told_unless_some_facts_cannot_be_read() -> None:
    facts = (
        "figures: {kiled: {value: 1, label: k, uncited: u}, now: {value: 1, label: k, uncited: u, former_ids: [then]}}"
    )
    then = FactId(Kind.FIGURE, Id("then"))
    reviews = file(write_reviews([vouching("Ada"), vouching("Ada", fact=then), vouching("ADA", 2, fact=then)]))
    decoded = decode(replace(content(facts), reviews=reviews))
    assert list(map(str, decoded.problems)) == [
        "reviews.yaml:3:10: warning: there is no figure:killed; did you mean 'figure:kiled'?",
        "reviews.yaml:5:3: warning: ADA vouches for figure:now more than once; keep the newer of these lines",
    ]
    broken = replace(content(facts.replace("value: 1", "valeu: 1", 1)), reviews=reviews)
    assert not any("reviews.yaml" in str(each) for each in decode(broken).problems)


def test_every_kind_that_can_cite_may_be_asked_for_and_no_other() -> None:
    kinds = [field.name for field in dataclasses.fields(Review) if field.name != "names"]
    assert kinds == [kind.plural for kind in VOUCHED_KINDS]


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("{claim: 2}", "a review has no key 'claim'; did you mean 'claims'?"),
        ("{claims: 0}", "'0' is not a whole number from 1 to 9"),
        ("{claims: [2]}", "only one can stand here, and not a list; write 2"),
        ("{sources: 1}", "a review has no key 'sources'; its keys are actors, terms,"),
        ("2", "a review is written with its keys, and this is one text"),
    ],
)
def test_what_site_yaml_asks_for_in_another_way_is_told(written: str, told: str) -> None:
    assert told in str(decode(content(settings=f"review: {written}\n")).problems[0])
