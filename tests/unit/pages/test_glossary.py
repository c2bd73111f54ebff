"""The glossary, from A to Z and by kind."""

from __future__ import annotations

from standfirst.pages.glossary import GlossaryView
from tests.unit.pages.page_views import ACTORS, view


def test_the_glossary_goes_from_a_to_z_as_the_sites_language_does() -> None:
    names = ["zoo", "Éva", "eel", "Alpha", "été", "9th", "Жд"]
    rows = "".join(f"  t{number}: {{name: '{name}', summary: s, uncited: x}}\n" for number, name in enumerate(names))
    found = view(GlossaryView, "glossary.html", "terms:\n" + rows)
    assert [(each.letter, [entry.name for entry in each.entries]) for each in found.letters] == [
        ("#", ["9th"]),
        ("A", ["Alpha"]),
        ("E", ["eel", "été", "Éva"]),
        ("Z", ["zoo"]),
        ("…", ["Жд"]),
    ]


def test_the_glossary_lists_kinds_and_only_those_that_there_are() -> None:
    found = view(GlossaryView, "glossary.html", ACTORS + "terms:\n  t: {name: T, summary: s, uncited: x}\n")
    assert [(kind.label, [link.text for link in kind.entries]) for kind in found.kinds] == [
        ("Person", ["Ann", "Bob"]),
        ("Term", ["T"]),
    ]


PEOPLE = """
actors:
  haftar: {name: Khalifa Haftar, kind: person, aliases: [Haftar, General Haftar], summary: s, uncited: x}
  amir: {name: Khalid Amir, kind: person, aliases: [Amir], summary: s, uncited: x}
  states: {name: United States, kind: state, aliases: [US, America], summary: s, uncited: x}
"""


def test_people_are_filed_by_family_name_and_found_by_other_names_under_other_letters() -> None:
    found = view(GlossaryView, "glossary.html", PEOPLE)
    assert [(each.letter, [entry.name for entry in each.entries]) for each in found.letters] == [
        ("A", ["Khalid Amir"]),
        ("G", []),
        ("H", ["Khalifa Haftar"]),
        ("K", []),
        ("U", ["United States"]),
    ]
    others = {each.letter: [(other.name, other.entry.text) for other in each.other_names] for each in found.letters}
    assert others == {
        "A": [("America", "United States")],
        "G": [("General Haftar", "Haftar")],
        "H": [],
        "K": [("Khalid Amir", "Amir"), ("Khalifa Haftar", "Haftar")],
        "U": [],
    }
    assert [other.entry.address.anchor for each in found.letters for other in each.other_names] == [
        *("actor-states", "actor-haftar"),
        *("actor-amir", "actor-haftar"),
    ]
    assert [link.text for link in found.kinds[0].entries] == ["Khalid Amir", "Khalifa Haftar"]
