"""The glossary, from A to Z and by kind."""

from __future__ import annotations

from standfirst.model.addresses import Address
from standfirst.pages.glossary import GlossaryView, LetterView
from standfirst.pages.search import SearchView
from tests.unit.pages.page_views import ACTORS, planned, view


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
    others = {
        each.letter: [(other.name, other.entry.text, other.letter) for other in each.other_names]
        for each in found.letters
    }
    assert others == {
        "A": [("America", "United States", "U")],
        "G": [("General Haftar", "Khalifa Haftar", "H")],
        "H": [],
        "K": [("Khalid Amir", "Khalid Amir", "A"), ("Khalifa Haftar", "Khalifa Haftar", "H")],
        "U": [],
    }
    assert [other.entry.address.anchor for each in found.letters for other in each.other_names] == [
        *("actor-states", "actor-haftar"),
        *("actor-amir", "actor-haftar"),
    ]
    assert [link.text for link in found.kinds[0].entries] == ["Khalid Amir", "Khalifa Haftar"]


def test_the_page_for_searching_files_people_as_the_glossary_does_and_calls_them_alike() -> None:
    found = view(SearchView, "search.html", PEOPLE + "places:\n  harbour: {name: Harbour}\n")
    assert [(each.letter, [(entry.name, entry.to.text) for entry in each.entries]) for each in found.letters] == [
        ("A", [("America", "United States"), ("Khalid Amir", "Khalid Amir")]),
        ("G", [("General Haftar", "Khalifa Haftar")]),
        ("H", [("Khalifa Haftar", "Khalifa Haftar"), ("Harbour", "Harbour")]),
        ("K", [("Khalid Amir", "Khalid Amir"), ("Khalifa Haftar", "Khalifa Haftar")]),
        # Without a script it is here that any spelling is looked for.
        ("U", [("United States", "United States"), ("US", "United States")]),
    ]


def names(number: int, beginning: str = "A") -> str:
    return "".join(
        f"  {beginning.lower()}{at:04}: {{name: {beginning}{at:04}, kind: person, summary: s, uncited: x}}\n"
        for at in range(number)
    )


def test_past_500_entries_the_glossary_has_a_line_each_and_a_page_for_each_letter() -> None:
    facts = "actors:\n" + names(1300) + names(60, "E") + "  zhe: {name: Жд, kind: state, summary: s, uncited: x}\n"
    pages = planned(facts)
    overview = pages["glossary.html"]
    assert isinstance(overview, GlossaryView)
    outlines = [letter.outline for letter in overview.letters if letter.outline]
    assert [(each.label, each.count) for each in outlines] == [("A", "1,300"), ("E", "60"), ("…", "1")]
    assert overview.kinds == ()
    letters = {route: page for route, page in pages.items() if isinstance(page, LetterView)}
    assert list(letters) == [
        *("glossary/a.html", "glossary/a-2.html", "glossary/a-3.html"),
        *("glossary/e.html", "glossary/u2026.html"),
    ]
    assert letters["glossary/a-2.html"].title == "Glossary: A0434 to A0867"
    lines = {line.anchor: line.to for each in outlines for line in each.lines}
    assert len(lines) == 1361
    assert lines["actor-a0550"] == Address("glossary/a-2.html", "actor-a0550")
    for route, page in letters.items():
        for entry in page.letter.entries:
            assert lines[f"actor-{entry.fact.id}"].route == route


def test_past_2000_names_the_glossary_counts_them_and_names_the_main_actors_alone() -> None:
    facts = (
        "actors:\n"
        + names(2000)
        + "  main: {name: Bo, kind: person, summary: s, uncited: x, weight: key, former_ids: [old]}\n"
    )
    overview = view(GlossaryView, "glossary.html", facts)
    assert [[line.text for line in letter.outline.lines] for letter in overview.letters if letter.outline] == [
        [],
        ["Bo"],
    ]
    assert overview.list_filter is None
