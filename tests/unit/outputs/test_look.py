"""What comes of a look: colours, letters, a logo and links, on pages and on cards, and of none nothing."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from standfirst.outputs.look import look_files
from standfirst.problems.errors import errors_in
from standfirst.reading.files import ContentFiles, FontFile, ImageFile, InputFile, TemplateFiles
from tests.explainers import content, joined, made, own_templates

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 48">{}</svg>'
LOOK = """
publisher: The Courier
look:
  accent: {light: "#8a1538", dark: "#f8c"}
  logo: {file: logo.svg, dark: night.svg, alt: The Pier, height: 24}
  fonts:
    reading:
      - {file: serif.woff2, weight: 200..900}
      - {file: serif-italic.woff2, italic: true}
  favicon: icon.png
  home: {url: "https://example.org/"}
  footer:
    - {text: Privacy, url: "https://example.org/privacy"}
"""


def with_look(look: str = LOOK, files: Mapping[str, str] = MappingProxyType({}), language: str = "en") -> ContentFiles:
    drawings = {"logo.svg": LOGO.format("<path/>"), "night.svg": LOGO.format(""), **files}
    plain = content(settings=look, images=("icon.png",), language=language)
    return replace(
        plain,
        images=(*plain.images, *(ImageFile(name, body.encode()) for name, body in drawings.items())),
        fonts=(FontFile("serif.woff2", b"wOF2 upright"), FontFile("serif-italic.woff2", b"wOF2 italic")),
    )


def styles(files: ContentFiles) -> str:
    return look_files(joined(files), files, own_templates()).rules


def test_pages_show_the_logo_in_the_place_of_the_name_and_lead_home_and_to_further_pages() -> None:
    pages = made(with_look())
    page = pages["index.html"]
    assert (
        '<p class="publisher"><a href="https://example.org/"><picture>'
        '<source srcset="images/night.svg" media="(prefers-color-scheme: dark)">'
        '<img src="images/logo.svg" alt="The Pier" width="120" height="24"></picture></a></p>' in page
    )
    assert '<li><a href="https://example.org/privacy">Privacy</a></li>' in page
    assert '<link rel="icon" type="image/png" href="images/icon.png">' in page
    assert not [route for route in pages if route.startswith("assets/icon.")]
    assert '"url":"https://example.org/","logo":"https://example.org/images/logo.svg"' in page.replace(": ", ":")


def test_words_beside_the_logo_are_not_read_out_twice() -> None:
    page = made(with_look(LOOK.replace('/"}\n  footer', '/", text: The Pier}\n  footer')))["index.html"]
    assert re.search('<img [^>]*alt="The Pier" [^>]*></picture></a>', page)
    page = made(with_look(LOOK.replace('/"}\n  footer', '/", text: Ferries}\n  footer')))["index.html"]
    assert re.search('<img [^>]*alt="The Pier" [^>]*></picture> Ferries</a>', page)
    without = re.sub("  logo:.*\n", "", LOOK)
    assert (
        '<p class="publisher"><a href="https://example.org/">The Courier</a></p>'
        in made(with_look(without))["index.html"]
    )


def test_letters_are_assets_that_stand_before_those_of_the_theme_for_every_script() -> None:
    pages = made(with_look())
    (css,) = (text for route, text in pages.items() if route.startswith("assets/site.") and route.endswith(".css"))
    faces = re.findall(r'@font-face \{ .*?url\("([^"]+)"\) format\("woff2"\); ([^}]*?) font-display', css)
    assert [(pages[f"assets/{name}"], said) for name, said in faces] == [
        ("wOF2 upright", "font-weight: 200 900; font-style: normal;"),
        ("wOF2 italic", "font-weight: 400; font-style: italic;"),
    ]
    assert ':root { --serif: "reading face", Charter,' in css
    assert ':lang(ur)) { --serif: "reading face", "Noto Naskh Arabic"' in css


def test_the_accent_is_set_in_the_layer_of_tokens_and_stands_out_more_for_who_asks_for_that() -> None:
    assert re.search(r"^@layer tokens \{ :root \{ --accent: #8a1538; \}", styles(with_look()), re.MULTILINE)
    media = re.findall(r"@media ([^{]+) \{ :root \{ --accent: (#\w+); \} \}", styles(with_look()))
    assert dict(media) == {
        "(prefers-color-scheme: dark)": "#ff88cc",
        "(prefers-contrast: more)": "#8a1538",
        "(prefers-contrast: more) and (prefers-color-scheme: dark)": "#ff9fd6",
    }


def test_where_the_accent_of_dark_pages_is_left_out_it_is_that_of_light_ones_made_readable() -> None:
    assert "dark) { :root { --accent: #e97094; } }" in styles(with_look('look: {accent: {light: "8a1538"}}'))


def test_the_accent_is_held_against_the_paper_that_the_theme_has() -> None:
    files = with_look('look: {accent: {light: "#777"}}')
    paper = InputFile("own/assets/css/own.css", ":root { --paper: #222; --marked: #222; }")
    templates = own_templates()
    changed = replace(templates, over=TemplateFiles("own", (), (paper,)))
    (problem,) = errors_in(look_files(joined(files), files, changed).problems)
    assert "on the paper of light pages (#222222)" in str(problem)


def test_a_logo_with_letters_is_told_of_and_is_on_no_card() -> None:
    files = with_look(files={"logo.svg": LOGO.format("\n<text>The Pier</text>")})
    found = look_files(joined(files), files, own_templates())
    assert [str(each) for each in found.problems] == [
        "images/logo.svg:2:1: warning: each machine draws the letters of this logo in a font of its own; "
        "turn its text into paths, as programs that draw can"
    ]
    assert found.cards.logo == b""


def test_cards_have_the_accent_and_the_logo() -> None:
    plain, own = made(with_look("publisher: The Courier\n")), made(with_look())
    cards = [{route for route in pages if route.startswith("assets/card.")} for pages in (plain, own)]
    assert cards[0].isdisjoint(cards[1])


def test_without_a_look_nothing_comes_of_it_and_fonts_that_it_would_name_are_told_of() -> None:
    files = content(settings="publisher: The Courier\n")
    with_font = replace(files, fonts=(FontFile("serif.woff2", b"wOF2"),))
    assert made(files) == made(with_font)
    found = look_files(joined(with_font), with_font, own_templates())
    assert (found.rules, found.fonts) == ("", ())
    assert [str(each) for each in found.problems] == [
        "fonts/serif.woff2:1:1: warning: no page has these letters; "
        "name it under `look: {fonts: …}` in site.yaml, or remove it"
    ]
