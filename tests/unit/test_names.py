"""First mentions: the first time a text calls an actor or term by name, and only then, the name becomes a link."""

from __future__ import annotations

import re

import pytest

from generator.model import FactId, Form, Id, Kind
from generator.prose.html import Setting, Writer
from generator.prose.names import Names, spellings_of
from generator.prose.references import read_prose
from generator.views import Address, Name, ProseView, Target
from tests.explainers import content, made, text_node


def name(text: str, fact: str, *, any_case: bool = False) -> Name:
    return Name(text, FactId(Kind.ACTOR, Id(fact)), Address(f"{fact}.html"), any_case)


def view(text: str, *names: Name, form: Form = Form.BLOCK) -> ProseView:
    prose = read_prose(text_node(text), form)
    targets = tuple(Target(each.reference.to, Address(f"{each.reference.to.id}.html"), "x") for each in prose.mentions)
    longest_first = tuple(sorted(names, key=lambda each: -len(each.text)))
    return ProseView(markdown=text, form=form, origin=prose.origin, scope="any", targets=targets, names=longest_first)


SETTING = Setting(lambda address: address.route, lambda _embed, _anchored: "")


def linked(text: str, *names: Name, form: Form = Form.BLOCK) -> list[tuple[str, str]]:
    """Return the words that became mentions, each with the fact that it leads to."""
    rendered = Writer(str).to_html(view(text, *names, form=form), SETTING)
    return re.findall(r'<a class="mention" data-fact="actor:([^"]*)"[^>]*>([^<]*)</a>', rendered)


HAFTAR = (name("Khalifa Haftar", "haftar"), name("Haftar", "haftar"))


def test_only_the_first_mention_becomes_a_link_by_whichever_name() -> None:
    assert linked("Haftar came. Khalifa Haftar saw. Haftar won.", *HAFTAR) == [("haftar", "Haftar")]


def test_the_longest_name_wins() -> None:
    names = (*HAFTAR, name("Army", "army"), name("Libyan National Army", "lna"))
    assert linked("The Libyan National Army of Khalifa Haftar, an Army.", *names) == [
        ("lna", "Libyan National Army"),
        ("haftar", "Khalifa Haftar"),
        ("army", "Army"),
    ]


@pytest.mark.parametrize(
    "text", ["Haftarism", "anti_Haftar2", "XHaftar", "Haftar\u0301", "O’Haftar", "Haftar’ll", "Haftar2"]
)
def test_a_part_of_a_word_is_no_mention(text: str) -> None:
    assert linked(text, *HAFTAR) == []


@pytest.mark.parametrize(
    "text", ["(Haftar)", "Haftar-led", "“Haftar”", "‘Haftar’", "Haftar.", "pro-Haftar", "Haftar/Saleh", "'Haftar'"]
)
def test_a_name_between_other_signs_is_one(text: str) -> None:
    assert linked(text, *HAFTAR) == [("haftar", "Haftar")]


@pytest.mark.parametrize("text", ["Haftar’s army", "Haftar's army", "Haftar’s."])
def test_a_possessive_ending_stays_outside(text: str) -> None:
    assert linked(text, *HAFTAR) == [("haftar", "Haftar")]
    assert re.search(r"</a>[’']s", Writer(str).to_html(view(text, *HAFTAR), SETTING))


def test_either_apostrophe_writes_a_name_that_has_one() -> None:
    names = (name("O’Brien", "obrien"), name("Côte d'Ivoire", "ivoire"))
    assert linked("O'Brien in Côte d’Ivoire", *names) == [("obrien", "O'Brien"), ("ivoire", "Côte d’Ivoire")]
    assert linked("O’Brien’s Côte d'Ivoire", *names) == [("obrien", "O’Brien"), ("ivoire", "Côte d'Ivoire")]


def test_a_name_may_be_broken_over_lines() -> None:
    assert linked("Khalifa\nHaftar", *HAFTAR) == [("haftar", "Khalifa\nHaftar")]


def test_case_counts_but_for_the_first_letter_of_a_term() -> None:
    term = name("ceasefire", "ceasefire", any_case=True)
    assert linked("haftar, HAFTAR", *HAFTAR) == []
    assert linked("Ceasefire now", term) == [("ceasefire", "Ceasefire")]
    assert linked("CEASEFIRE now", term) == []
    assert linked("a ceasefire now", name("Ceasefire", "c", any_case=True)) == [("c", "ceasefire")]


def test_names_are_found_in_scripts_without_capitals_and_with_marks() -> None:
    arabic, marked = name("حفتر", "haftar"), name("Saïf", "saif")
    assert linked("قال حفتر إن", arabic) == [("haftar", "حفتر")]
    assert linked("وحفتر قال", arabic) == []
    assert linked("حفترَ", arabic) == []
    assert linked("Saïf spoke", marked) == [("saif", "Saïf")]


def test_signs_that_mean_something_in_a_pattern_mean_themselves() -> None:
    assert linked("The U.S. (and C++)", name("U.S.", "us"), name("C++", "cpp")) == [("us", "U.S."), ("cpp", "C++")]
    assert linked("The UxSx", name("U.S.", "us")) == []


@pytest.mark.parametrize(
    "text",
    [
        "[Haftar](https://example.org/)",
        "# Haftar",
        "> Haftar",
        "`Haftar`",
        "    Haftar",
        "| Haftar |\n|---|\n| Haftar |",
        "a[^1]\n\n[^1]: Haftar",
        "![Haftar](images/x.png)",
    ],
)
def test_a_name_is_left_alone_where_it_is_not_running_text(text: str) -> None:
    assert linked(text, *HAFTAR) == []


@pytest.mark.parametrize("text", ["*Haftar*", "**Haftar**", "- Haftar", "1. Haftar", "a\n:   Haftar", "> x\n\nHaftar"])
def test_a_name_in_running_text_is_linked_however_it_is_set(text: str) -> None:
    assert linked(text, *HAFTAR) == [("haftar", "Haftar")]


def test_an_explicit_link_counts_as_the_mention_only_from_where_it_stands() -> None:
    assert linked("[The marshal](actor:haftar) is Haftar.", *HAFTAR) == []
    assert linked("Haftar is [the marshal](actor:haftar).", *HAFTAR) == [("haftar", "Haftar")]


def test_text_around_and_between_links_stays_as_it_was() -> None:
    text = "Of Haftar, *of Saleh* and of NATO: **so** said Serraj."
    names = (*HAFTAR, name("Saleh", "saleh"), name("NATO", "nato"), name("Serraj", "serraj"))
    rendered = Writer(str).to_html(view(text, *names), SETTING)
    assert re.sub("<[^>]*>", "", rendered) == text.replace("*", "")
    assert rendered.count("mention") == 4


def test_texts_read_in_one_go_share_their_first_mentions() -> None:
    texts = [view(text, *HAFTAR, form=Form.INLINE) for text in ("One.", "Haftar came.", "Haftar won.")]
    rendered = Writer(str).to_html_each(texts, SETTING)
    assert ["mention" in text for text in rendered] == [False, True, False]


def test_names_are_found_where_they_stand_and_none_within_another() -> None:
    names = name("Khalifa", "b"), name("Haftar", "c"), name("Khalifa Haftar", "a")
    sought = Names(spelling for each in names for spelling in spellings_of(each))
    found = list(sought.find("by Khalifa Haftar’s Khalifa"))
    assert [(each.name.fact.id, each.start, each.end) for each in found] == [("a", 3, 17), ("b", 20, 27)]


ACTORS = """
actors:
  haftar:
    name: Khalifa Haftar
    kind: person
    aliases: [Haftar]
    summary: A commander, and Haftar to all.
    text: Haftar is a person.
    uncited: made up
"""


def test_each_section_has_its_own_first_mention_and_the_key_points_share_one() -> None:
    points = 'key_points: ["Haftar came.", "Haftar won."]\n'
    page = made(content(ACTORS, "Haftar and Haftar.", "Haftar.", settings=points))["index.html"]
    assert page.count('class="mention"') == 3
    assert 'href="glossary.html#actor-haftar">Haftar</a>' in page


def test_names_are_linked_in_sections_and_key_points_alone() -> None:
    pages = made(content(ACTORS, settings="how_we_know: Haftar knows.\n"))
    assert not any('class="mention"' in text for text in pages.values())


def test_autolink_false_leaves_a_section_alone() -> None:
    files = content(ACTORS, "Haftar.")
    section = files.sections[0]
    quiet = type(section)(section.path, section.text.replace("---\ntitle", "---\nautolink: false\ntitle", 1))
    assert 'class="mention"' in made(files)["index.html"]
    assert 'class="mention"' not in made(type(files)(files.settings, files.facts, (quiet,), ()))["index.html"]
