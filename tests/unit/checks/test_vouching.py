"""Vouchings hold as long as statement and passages are what they were, and as many are asked for as site.yaml says."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from standfirst.model import AFTER_ALL, BEFORE_ALL, Drafts
from standfirst.problems.errors import SiteError
from standfirst.reading.files import ContentFiles, InputFile
from tests.explainers import content
from tests.reviewed_explainers import ASKED, FACTS, HURT, SHUT, TEXT, explainer, locked, vouched, warnings

BOTH = "the statement and the passages"


def two_editors() -> ContentFiles:
    return vouched(explainer(), (SHUT, "Ada Byron"), (SHUT, "Ben"), (HURT, "Ada Byron"))


def edited(facts: str = FACTS, text: str = TEXT) -> ContentFiles:
    """What two editors vouched for, with other facts or another copy, and the lock of that."""
    return locked(replace(explainer(facts, text), reviews=two_editors().reviews))


def test_as_many_persons_are_asked_for_as_site_yaml_says_of_facts_that_cite() -> None:
    assert warnings(explainer()) == [
        "facts.yaml:2:3: warning: claim:shut is vouched for by 0 of 2 persons; "
        "`review claim:shut` shows it beside its passages",
        "facts.yaml:8:3: warning: figure:hurt is vouched for by 0 of 1 person; "
        "`review figure:hurt` shows it beside its passages",
    ]
    assert warnings(explainer(settings="")) == []
    assert warnings(two_editors()) == []


def test_one_person_counts_once() -> None:
    (told,) = warnings(vouched(explainer(), (SHUT, "Ada Byron"), (SHUT, " ada  byron"), (HURT, "Ben")))
    assert "claim:shut is vouched for by 1 of 2 persons" in told


def test_one_person_counts_once_where_two_versions_were_merged() -> None:
    files = vouched(explainer(), (SHUT, "Ada Byron"), (HURT, "Ben"))
    assert files.reviews
    line = files.reviews.text.splitlines()[2]
    twice = files.reviews.text.replace(line, f"{line}\n{line.replace('Ada Byron', 'ADA BYRON')}")
    told = warnings(replace(files, reviews=InputFile("reviews.yaml", twice)))
    assert [each.partition(": warning: ")[2].partition(";")[0] for each in told] == [
        "claim:shut is vouched for by 1 of 2 persons",
        "ADA BYRON vouches for claim:shut more than once",
    ]


@pytest.mark.parametrize(
    ("facts", "text", "changed"),
    [
        (FACTS.replace("was shut by", "was closed by"), TEXT, "the statement"),
        (FACTS, TEXT.replace("day after", "day before"), "the passages"),
        (FACTS.replace("… the storm}\n  lost", "… was old}\n  lost"), TEXT, "the passages"),
        (FACTS.replace("was shut", "was closed"), TEXT.replace("after", "before"), BOTH),
        (FACTS.replace("cite: {report: The port shut … the storm}", "uncited: so", 1), TEXT, BOTH),
    ],
)
def test_a_change_makes_a_vouching_stale_and_its_line_says_on_which_side(facts: str, text: str, changed: str) -> None:
    assert (facts, text) != (FACTS, TEXT)
    told = [each for each in warnings(edited(facts, text)) if "claim:shut" in each and "reviews.yaml" in each]
    assert told == [
        f"reviews.yaml:{line}:3: warning: {changed} of claim:shut changed since {who} vouched for it, on 2026-11-29; "
        "`review claim:shut` shows both; or remove this line"
        for line, who in ((3, "Ada Byron"), (4, "Ben"))
    ]


@pytest.mark.parametrize(
    ("facts", "text"),
    [
        (FACTS.replace("The port shut … the storm}", "The port shut the … after the storm}", 1), TEXT),
        (FACTS.replace("The port shut … the storm}", "The port shut the pier on the day after the storm}", 1), TEXT),
        (FACTS, TEXT.replace("It was old.", "It was new.").replace("said the", "wrote the")),
        (FACTS, TEXT.replace("the pier on the day", "the pier\non the DAY")),
        (FACTS.replace("were lost", "were found"), TEXT),
        (FACTS.replace("  shut:\n", "  closed:\n    former_ids: [shut]\n    review_by: 2030-01-01\n"), TEXT),
        (FACTS.replace("    value: 213\n    unit: people\n", "    unit: people\n    value: 213\n"), TEXT),
    ],
)
def test_what_changes_neither_side_leaves_every_vouching_as_it_is(facts: str, text: str) -> None:
    assert (facts, text) != (FACTS, TEXT)
    assert warnings(edited(facts, text)) == []


def test_a_source_with_another_id_is_the_same_source() -> None:
    renamed = FACTS.replace("report", "daily").replace("{title", "{former_ids: [report], title")
    files = content(renamed, settings=ASKED, copies={"daily": TEXT})
    assert warnings(locked(replace(files, reviews=two_editors().reviews))) == []


def test_without_copies_the_lock_tells_the_same() -> None:
    changed = edited(text=TEXT.replace("day after", "day before"))
    assert len(warnings(changed)) == 5
    assert warnings(replace(changed, copies=())) == warnings(changed)
    assert warnings(replace(two_editors(), copies=())) == []


def test_a_lock_of_an_older_version_does_not_tell_and_that_is_said_once() -> None:
    files = two_editors()
    assert files.lock
    old = re.sub(r"\{paragraph: (\d+), wording: \w+\}", r"\1", files.lock.text)
    (told,) = warnings(replace(files, copies=(), lock=InputFile("sources.lock", old)))
    assert told == (
        "reviews.yaml:1:1: warning: nobody can tell whether the passages of claim:shut and 1 more are those that were "
        "vouched for; run `lock` where the copies are: this sources.lock does not have their whole wording"
    )


def test_of_a_passage_that_is_not_found_nothing_more_is_told() -> None:
    with pytest.raises(SiteError) as caught:
        warnings(edited(text=TEXT.replace("The port shut", "The city shut")))
    assert not any("vouched" in str(each) for each in caught.value.problems)


def test_drafts_are_asked_for_when_they_show_and_what_waits_for_its_moment_before_that_has_come() -> None:
    def with_key(key: str) -> ContentFiles:
        return explainer(FACTS.replace("  hurt:\n", f"  hurt:\n    {key}\n"), settings="review: {figures: 1}\n")

    as_draft, later = with_key("draft: true"), with_key("publish_at: 2030-01-01")
    assert warnings(as_draft) == []
    assert len(warnings(as_draft, drafts=Drafts.SHOW)) == 1
    assert warnings(later, now=BEFORE_ALL) == warnings(later, now=AFTER_ALL) != []
