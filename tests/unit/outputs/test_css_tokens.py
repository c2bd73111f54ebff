"""The tokens that style sheets set, and what each is on pages in the light and in the dark."""

from __future__ import annotations

from standfirst.outputs import card
from standfirst.outputs.css_tokens import token_value, tokens_of
from standfirst.reading.files import InputFile
from tests.explainers import own_templates

CSS = """
@layer tokens {
  /* --paper: #000; a comment, with a brace } */
  :root { --paper: #fff; --mark: "}"; --old: 1px }
  :lang(ar) { --paper: #eee; }
  @media (prefers-color-scheme: dark) { :root { --paper:
    #111; } }
  @media (prefers-contrast: more) { :root { --paper: #222; } }
}
:root { --old: 2px; }
p { color: red; --own: 1; }
"""


def test_tokens_are_known_with_the_blocks_around_them_and_comments_and_strings_are_passed_over() -> None:
    tokens = tokens_of([InputFile("a.css", CSS)])
    assert [(each.name, each.value, each.medium) for each in tokens] == [
        ("--paper", "#fff", ""),
        ("--mark", '"}"', ""),
        ("--old", "1px", ""),
        ("--paper", "#eee", None),
        ("--paper", "#111", "(prefers-color-scheme: dark)"),
        ("--paper", "#222", "(prefers-contrast: more)"),
        ("--old", "2px", ""),
        ("--own", "1", None),
    ]
    assert tokens[4].blocks == ("@layer tokens", "@media (prefers-color-scheme: dark)", ":root")
    assert [token_value(tokens, "--paper", dark=dark) for dark in (False, True)] == ["#fff", "#111"]
    # What is set for both is so in the dark as well, and what comes last counts.
    assert token_value(tokens, "--old", dark=True) == "2px"
    assert token_value(tokens, "--none", dark=True) == ""


def test_cards_have_the_colours_of_light_pages() -> None:
    tokens = tokens_of(own_templates().stylesheets)
    names = {"--paper": card._PAPER, "--ink": card._INK, "--second-ink": card._SECOND_INK}
    assert {name: token_value(tokens, name, dark=False) for name in names} == names
