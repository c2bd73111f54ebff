"""First mentions: the first time a text calls an actor or term by name, and only then, the name becomes a link."""

from __future__ import annotations

import contextlib
import html
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import FactId, Id, Kind, MarkdownForm
from standfirst.model.addresses import Address
from standfirst.present.views import FactTarget, ProseView
from standfirst.problems.errors import SiteError
from standfirst.prose.names import FactName, NameFinder
from standfirst.prose.references import read_prose
from standfirst.rendering.prose.html import HtmlWriter, PageCallbacks
from tests.cases import cases_in
from tests.explainers import content, image_tag, images_in, joined, made, text_node


def name(text: str, fact: str, *, any_case: bool = False) -> FactName:
    return FactName(text, FactId(Kind.ACTOR, Id(fact)), Address(f"{fact}.html"), any_case)


def view(text: str, *names: FactName, form: MarkdownForm = MarkdownForm.BLOCK, language: str = "en") -> ProseView:
    prose = read_prose(text_node(text), form)
    targets = tuple(
        FactTarget(each.reference.to, Address(f"{each.reference.to.id}.html"), "x") for each in prose.mentions
    )
    longest_first = tuple(sorted(names, key=lambda each: -len(each.text)))
    return ProseView(
        markdown=text,
        form=form,
        document=prose.document,
        origin=prose.origin,
        scope="any",
        targets=targets,
        names=longest_first,
        images=images_in(prose),
        language=language,
    )


CALLBACKS = PageCallbacks(lambda address: address.route, lambda _embed, _anchored: "", image_tag)


def linked(
    text: str, *names: FactName, form: MarkdownForm = MarkdownForm.BLOCK, language: str = "en"
) -> list[tuple[str, str]]:
    """Return the words that became mentions, each with the fact that it leads to."""
    rendered = html.unescape(HtmlWriter(str).to_html(view(text, *names, form=form, language=language), CALLBACKS))
    return re.findall(r'<a class="mention" data-fact="actor:([^"]*)"[^>]*>([^<]*)</a>', rendered)


CASES = cases_in(Path(__file__).parent / "names.txt")
LANGUAGE = re.compile(r"(?:([a-z]{2}(?:-[A-Z]{2})?): )?(.*)")


def sought(names: str) -> tuple[FactName, ...]:
    """Return the names of a case, of which each fact has a number."""
    return tuple(
        name(each.removeprefix("~"), f"n{number}", any_case=each.startswith("~"))
        for number, fact in enumerate(names.split(", "))
        for each in fact.split(" = ")
    )


@pytest.mark.parametrize(("names", "texts"), CASES)
def test_first_mentions_are_linked_and_what_only_looks_like_a_name_is_not(names: str, texts: str) -> None:
    for line in texts.split("\n"):
        found = LANGUAGE.fullmatch(line)
        assert found
        read = view(re.sub("[⟦⟧]", "", found[2]), *sought(names), form=MarkdownForm.INLINE, language=found[1] or "en")
        rendered = html.unescape(HtmlWriter(str).to_html(read, CALLBACKS))
        assert re.sub(r'<a class="mention"[^>]*>([^<]*)</a>', r"⟦\1⟧", rendered) == found[2]


HAFTAR = (name("Khalifa Haftar", "haftar"), name("Haftar", "haftar"))


def test_a_name_may_be_broken_over_lines() -> None:
    assert linked("Khalifa\nHaftar", *HAFTAR) == [("haftar", "Khalifa\nHaftar")]


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
    rendered = HtmlWriter(str).to_html(view(text, *names), CALLBACKS)
    assert re.sub("<[^>]*>", "", rendered) == text.replace("*", "")
    assert rendered.count("mention") == 4


def test_texts_read_in_one_go_share_their_first_mentions() -> None:
    texts = [view(text, *HAFTAR, form=MarkdownForm.INLINE) for text in ("One.", "Haftar came.", "Haftar won.")]
    rendered = HtmlWriter(str).to_html_each(texts, CALLBACKS)
    assert ["mention" in text for text in rendered] == [False, True, False]


def test_names_are_found_where_they_stand_and_none_within_another() -> None:
    names = name("Khalifa", "b"), name("Haftar", "c"), name("Khalifa Haftar", "a")
    found = NameFinder(names, "en").find("by Khalifa Haftar’s Khalifa")
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


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("Al-Qa‘ida", "Al\u2011Qa'ida"),
        ("Al-Qa‘ida", "Al–Qaʿida"),
        ("Saïf", "Sai\u0308f"),
        ("Sai\u0308f", "Saïf"),
        ("Khalifa Haftar", "Khalifa\u00a0Haf\u00adtar"),
        ("Khalifa Haftar", "Khalifa\u2009Haft\u200bar"),
        ("NATO", "\uff2e\uff21\uff34\uff2f"),
        ("The “Lions”", 'The "Lions"'),
        ("حفتر", "ﺣﻔﺘﺮ"),
        ("ﬁreline", "fireline"),
    ],
)
def test_a_name_may_be_written_in_other_characters_that_readers_take_for_the_same(written: str, text: str) -> None:
    assert linked(f"So {text} so", name(written, "n")) == [("n", text)]


@pytest.mark.parametrize(
    ("one", "other", "language", "shared"),
    [
        ("{name: alpha}", "{name: Alpha}", "en", True),
        ("{name: Al-Qa‘ida}", "{name: Al\u2011Qa'ida}", "en", True),
        ("{name: Saïf}", "{name: X, aliases: [Sai\u0308f]}", "en", True),
        ("{name: Haftar}", "{name: Haf\u00adtar}", "en", True),
        ("{name: ilçe}", "{name: İlçe}", "tr", True),
        ("{name: ilçe}", "{name: Ilçe}", "tr", False),
        ("{name: U.S.}", "{name: US}", "en", False),
    ],
)
def test_two_facts_share_a_name_where_prose_could_not_tell_them_apart(
    one: str, other: str, language: str, shared: bool
) -> None:
    records = (f"  {number}: {each[:-1]}, summary: S., uncited: x}}\n" for number, each in enumerate((one, other)))
    files = content(f"terms:\n{''.join(records)}", language=language)
    with pytest.raises(SiteError, match="is also that of term:0") if shared else contextlib.nullcontext():
        joined(files)


def test_many_words_and_names_take_no_longer_than_they_are() -> None:
    names = [name("a " * length + f"b{length}", f"n{length}") for length in range(1, 20)]
    found = NameFinder(names, "en").find("a " * 5_000 + "b7 " + "a.a%" * 5_000 + "@" * 20_000 + "'a" * 20_000)
    assert [each.name.fact.id for each in found] == ["n7"]


SCRAPS = st.sampled_from(
    ["Haftar", "Khalifa ", "l’", "’s", "'ın", "و", "ال", "لل", "حفتر", "岸本", "京都", "東", "は", "停戦", "ガ", "กา",
     "하마스는", " ", "-", "–", "7 May 2019", "May", "U.S.", "@", "#", "https://", "a.com", "½", "İ", "ß", "\n",
     "*", "ﬁ", "𠮷", "\u00ad", "\u200d", "\u0301"]
)  # fmt: skip


@given(
    st.lists(SCRAPS, max_size=12).map("".join),
    st.lists(st.lists(SCRAPS, min_size=1, max_size=3).map("".join), min_size=1, max_size=5),
    st.sampled_from(["en", "fr", "ar", "tr", "ja", "th", "ko", "nl", "x-none"]),
)
def test_what_is_found_stands_there_one_behind_the_other(text: str, named: list[str], language: str) -> None:
    names = [name(each, f"n{number}", any_case=number % 2 > 0) for number, each in enumerate(named)]
    sought = NameFinder(names, language)
    found = sought.find(text)
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    rendered = HtmlWriter(str).to_html(view(text, *names, language=language), CALLBACKS)
    plain = HtmlWriter(str).to_html(view(text, language=language), CALLBACKS)
    assert re.sub(r"<a class=\"mention\"[^>]*>([^<]*)</a>", r"\1", rendered) == plain
