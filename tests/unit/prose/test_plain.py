"""What a text says when nothing of it is marked: for titles, descriptions and data."""

from __future__ import annotations

import pytest

from standfirst.model import FactId, MarkdownForm
from standfirst.prose.plain import plain_text
from standfirst.prose.references import read_prose
from tests.explainers import content, joined, made, text_node


def plain(text: str) -> str:
    return plain_text(read_prose(text_node(text), MarkdownForm.BLOCK), lambda fact: f"<{fact}>")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two *small* words, **big** ones and ***both***", "Two small words, big ones and both"),
        ("a_b and _c_", "a_b and c"),
        ("2 * 3 = 6", "2 * 3 = 6"),
        ("\\*not small\\*", "*not small*"),
        ("`code` of one", "code of one"),
        ("a\n  b", "a b"),
        ("Fish &amp; chips &lt;", "Fish & chips <"),
        ("Fish &amp;amp; chips", "Fish &amp; chips"),
        ("<b>bold</b>", "<b>bold</b>"),
        ("no\x00sign", "no�sign"),
        ("[the marshal](actor:haftar) won", "the marshal won"),
        ("[](actor:haftar) won", "<actor:haftar> won"),
        ("**[](actor:haftar)** won", "<actor:haftar> won"),
        ("[*the* [so-called] marshal](actor:haftar)", "the [so-called] marshal"),
        ("![A map](images/map.png) of it", "A map of it"),
        ("So it was [@article: one two three].", "So it was."),
        ("So it was,[@article: one two three]  and *then* [@b: two three] more", "So it was, and then more"),
        ("Noted[^1].\n\n[^1]: So it is.", "Noted. So it is."),
        ("`[](actor:nobody)`", "[](actor:nobody)"),
        ("## Who said so?\n\nTwo did.", "Who said so? Two did."),
        ("> The pier\n> was closed", "The pier was closed"),
        ("* one\n- two\n  + three\n\n- - -", "one two three"),
        ("-5 degrees, and so on -\nor not", "-5 degrees, and so on - or not"),
        ("| Who | When |\n|:----|-----:|\n| Ann | 2019 |", "Who When Ann 2019"),
        ("Who|When\n-|-\nAnn | P(a\\|b)", "Who When Ann P(a|b)"),
    ],
)
def test_marks_go_and_words_stay(text: str, words: str) -> None:
    assert plain(text) == words


def test_a_name_keeps_the_characters_that_would_be_marks_in_the_writers_text() -> None:
    prose = read_prose(text_node("*So* says [](actor:x)"), MarkdownForm.INLINE)
    assert plain_text(prose, lambda fact: f"O_o_*{fact.id}*") == "So says O_o_*x*"


def test_claims_that_write_each_other_come_to_an_end() -> None:
    facts = """
    claims:
      one: {claim: "Not [](claim:two)", uncited: why}
      two: {claim: "Not [](claim:one)", uncited: why}
    """
    pages = made(content(facts))
    assert 'Not <a data-fact="claim:two" href="#two">Not …</a>' in pages["claims.html"]


def test_a_reference_in_code_is_looked_up_nowhere() -> None:
    facts = "unknowns:\n  what: {question: 'What is `[](actor:nobody)`?'}\n"
    site = joined(content(facts))
    assert FactId(site.facts[0].KIND, site.facts[0].id) in site.index
    assert "What is [](actor:nobody)?" in made(content(facts))["data/unknowns.csv"]
