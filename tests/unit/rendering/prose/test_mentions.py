"""The first time that a text calls somebody or something by name, the name is a link."""

from __future__ import annotations

import dataclasses
import re

import pytest

from standfirst.model import FactId, Id, Kind, MarkdownForm
from standfirst.model.addresses import glossary_entry
from standfirst.present.views import ProseView
from standfirst.prose.names import FactName
from standfirst.rendering.prose.html import HtmlWriter
from tests.unit.rendering.prose.test_html import callbacks, view

ANN, PORT = FactId(Kind.ACTOR, Id("ann")), FactId(Kind.TERM, Id("port"))
NAMES = (
    FactName("Ann", ANN, glossary_entry(ANN), any_case=False),
    FactName("Ann Lee", ANN, glossary_entry(ANN), any_case=False),
    FactName("port", PORT, glossary_entry(PORT), any_case=True),
)


def named(text: str, form: MarkdownForm = MarkdownForm.BLOCK) -> ProseView:
    return dataclasses.replace(view(text, form), names=NAMES, language="en")


def html(*texts: str, form: MarkdownForm = MarkdownForm.BLOCK) -> list[str]:
    """Return texts that are read in one go, with each link to a glossary entry as `‹name›`."""
    written = HtmlWriter(str).to_html_each([named(text, form) for text in texts], callbacks())
    return [re.sub(r'<a class="mention"[^>]*>([^<]*)</a>', r"‹\1›", each) for each in written]


def test_a_name_leads_to_its_entry_in_the_glossary_and_says_whose_it_is() -> None:
    (text,) = HtmlWriter(str).to_html_each(
        [dataclasses.replace(view("So Ann."), names=NAMES, language="en")], callbacks()
    )
    link = '<a class="mention" data-fact="actor:ann" href="glossary.html#actor-ann">Ann</a>'
    assert text == f"<p>So {link}.</p>"


def test_who_was_linked_in_a_text_without_names_is_not_linked_again_in_the_next() -> None:
    texts = HtmlWriter(str).to_html_each([view("*[She](actor:ann) went.*"), named("So Ann.")], callbacks())
    assert texts[1] == "<p>So Ann.</p>"


def test_a_link_in_a_footnote_is_no_first_mention() -> None:
    noted = view("So it was.[^1]\n\n[^1]: By [her](actor:ann).")
    texts = HtmlWriter(str).to_html_each([noted, named("So Ann.")], callbacks())
    assert 'class="mention"' in texts[1]


@pytest.mark.parametrize(
    ("text", "linked"),
    [
        ("Ann and Ann.", "‹Ann› and Ann."),
        ("Ann Lee and Ann.", "‹Ann Lee› and Ann."),
        ("By the Port, Ann and the port, Ann.", "By the ‹Port›, ‹Ann› and the port, Ann."),
        ("So *Ann* of the port.", "So <em>‹Ann›</em> of the ‹port›."),
        ("*So* Ann, *at* the port, Ann.", "<em>So</em> ‹Ann›, <em>at</em> the ‹port›, Ann."),
        ("`Ann` is Ann.", "<code>Ann</code> is ‹Ann›."),
        ("[Ann](https://example.org/) is Ann.", '<a href="https://example.org/">Ann</a> is ‹Ann›.'),
        (
            "[She](actor:ann) is Ann, of the port.",
            '<a data-fact="actor:ann" href="actors/ann.html">She</a> is Ann, of the ‹port›.',
        ),
        ("Ann [@x: one two three] of the port [@x: one two three].", "‹Ann›|x:one| of the ‹port›.|x:one|"),
    ],
)
def test_the_first_of_the_names_of_a_fact_is_a_link_and_no_other(text: str, linked: str) -> None:
    assert html(text, form=MarkdownForm.INLINE) == [linked]


@pytest.mark.parametrize(
    "text",
    ["> Ann", "# Ann", "    Ann", "| Ann |\n|---|\n| Ann |", "So.[^1]\n\n[^1]: Ann"],
    ids=["quotation", "heading", "code", "table", "footnote"],
)
def test_a_name_is_left_alone_where_it_is_not_running_text(text: str) -> None:
    left, linked = html(text, "So Ann.")
    assert "‹" not in left
    assert linked == "<p>So ‹Ann›.</p>"


def test_in_texts_that_are_read_in_one_go_a_name_is_linked_once() -> None:
    assert html("Ann.", "The port, Ann.", "Port.") == ["<p>‹Ann›.</p>", "<p>The ‹port›, Ann.</p>", "<p>Port.</p>"]
