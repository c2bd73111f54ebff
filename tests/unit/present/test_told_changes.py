"""What an update changed is shown by the names that facts and keys have for readers, and leads to what is there."""

from __future__ import annotations

import pytest

from standfirst.model import Update
from standfirst.model.addresses import Address
from standfirst.present.views import ChangedWords, ChangeView, UpdateView
from tests.explainers import content, planner

FACTS = """\
events:
  vote: {date: 2025-01-02, title: The vote, former_ids: [ballot], uncited: x}
figures:
  killed: {value: 264, label: killed, uncited: x}
updates:
  later: {date: 2025-01-05, kind: correction, text: B., changes: [{fact: "event:gone", before: A storm}]}
"""


def view_of(told: str, language: str = "en") -> UpdateView:
    update = f"  u: {{date: 2025-01-04, kind: correction, text: A., changes: [{told}]}}\n"
    made = planner(content(FACTS + update, language=language))
    (view,) = made.presenter.views(UpdateView, [each for each in made.site.all(Update) if each.id == "u"])
    return view


def changes(told: str, language: str = "en") -> tuple[ChangeView, ...]:
    return view_of(told, language).changes


def label(words: ChangedWords | None) -> tuple[str, str] | None:
    return (words.label, words.text) if words else None


@pytest.mark.parametrize(
    ("told", "called", "key", "before", "after"),
    [
        ("fact: 'figure:killed', key: value, before: 213, after: 264",
         "… killed", "Number", ("Before", "213"), ("Now", "264")),
        ("fact: 'event:ballot', key: place, after: Arle", "The vote", "Place", None, ("Added", "Arle")),
        ("fact: 'event:vote', key: place, before: Arle", "The vote", "Place", ("No longer", "Arle"), None),
        ("fact: 'event:vote', after: The vote", "The vote", "", None, ("New", "")),
        ("fact: 'event:vote', after: A vote of all", "The vote", "", None, ("New", "A vote of all")),
        ("fact: 'event:gone', before: A storm", "A storm", "", ("Withdrawn", ""), None),
        ("fact: 'event:gone', key: date, before: May, after: June",
         "A storm", "Date", ("Before", "May"), ("Now", "June")),
    ],
)  # fmt: skip
def test_a_change_is_shown_in_words(
    told: str, called: str, key: str, before: tuple[str, str] | None, after: tuple[str, str] | None
) -> None:
    (change,) = changes(f"{{{told}}}")
    assert (change.name, change.key, label(change.before), label(change.after)) == (called, key, before, after)
    assert (change.address is None) == (called == "A storm")


def test_what_was_renamed_since_leads_to_what_it_is_today() -> None:
    (change,) = changes("{fact: 'event:ballot', key: title, before: Ballot, after: The vote}")
    assert change.address == Address("chronology.html", "vote")


def test_labels_are_in_the_language_of_the_site() -> None:
    (change,) = changes("{fact: 'figure:killed', key: value, before: 213, after: 264}", "fr")
    assert (change.key, label(change.before), label(change.after)) == (
        "Nombre",
        ("Avant", "213"),
        ("Maintenant", "264"),
    )


def test_of_very_many_changes_the_first_stand_there_and_the_data_has_the_others() -> None:
    many = ", ".join(f"{{fact: 'figure:killed', key: value, before: {each}, after: 264}}" for each in range(60))
    view = view_of(many)
    assert len(view.changes) == 20
    assert view.more_changes
    assert (view.more_changes.text, view.more_changes.address) == ("40 more", Address("data/updates.json"))


def test_what_an_update_concerns_is_not_named_once_more_below_its_changes() -> None:
    told = "{fact: 'event:ballot', key: title, before: Ballot, after: The vote}]"
    view = view_of(f"{told}, affects: ['event:vote', 'figure:killed'")
    assert [link.text for link in view.affects] == ["The vote", "264 killed"]
    assert [link.text for link in view.also_affects] == ["264 killed"]
