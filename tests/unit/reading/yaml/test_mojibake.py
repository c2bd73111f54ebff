"""Text that was read in the wrong encoding is found and put right, and what only looks a little like it is let be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.reading.yaml.mojibake import garbled_runs, intended_character
from tests.explainers import ROOT


def misread(text: str, encoding: str) -> str:
    """Return what a text in UTF-8 looks like to who takes it for another encoding, as Windows and browsers do it."""
    read = (bytes([byte]).decode(encoding, "replace").replace("\ufffd", chr(byte)) for byte in text.encode())
    return "".join(read)


def mended(text: str) -> str:
    """Return a text with all that is garbled in it as it was meant."""
    for found in reversed([*garbled_runs(text)]):
        text = text[: found.start] + found.meant + text[found.end :]
    return text


@pytest.mark.parametrize(
    "text",
    [
        "It’s “quoted” – and so on…",
        "café à la crème, naïve, Österreich, Noël, façade",
        "Łódź Wałęsa Kraków Štefan Dvořák İstanbul",
        "Привет, мир",
        "Αθήνα",
        "مرحبا بالعالم",
        "שלום",
        "日本語のテキスト",
        "的",
        "ｱｲｳ",
        "हिन्दी ภาษาไทย ߒߞߏ",
        "¿Qué? À",
        "Tiếng Việt ở đây",
        "10\xa0km, £5, © 2025, 20\xa0°C, ½",
        "fine 😀 indeed",
        "€50",
    ],
)
def test_what_was_read_as_the_encoding_of_windows_is_put_right(text: str) -> None:
    assert mended(misread(text, "cp1252")) == text
    assert [*garbled_runs(text)] == []


@pytest.mark.parametrize("text", ["It’s “quoted” – and so on…", "café crème naïve Österreich", "né en mai"])
def test_what_was_read_as_the_encoding_of_old_macs_is_put_right(text: str) -> None:
    assert mended(misread(text, "mac_roman")) == text


def test_what_was_misread_twice_is_put_right() -> None:
    assert mended(misread(misread("café’s", "cp1252"), "cp1252")) == "café’s"


def test_of_what_lost_a_sign_as_well_nothing_is_guessed() -> None:
    (found,) = garbled_runs("itâ€ s")
    assert found.meant == ""


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("it\x92s", "’"), ("itâ\x80\x99s", "’"), ("caf\x8e", "Ž"), ("a\x07b", ""), ("a\x81b", ""), ("Ã\x89cole", "É"),
        ("\x80 5", "€"), ("\x9f", "Ÿ"), ("Ã©\x92s", "’"), ("â\x80\x99â\x80\x98", "’"), ("aÌ\x81b", ""),
        ("aÂ\x85b", ""),
    ],
)  # fmt: skip
def test_a_control_character_may_be_what_is_left_of_a_sign(text: str, meant: str) -> None:
    at = next(at for at, sign in enumerate(text) if sign < " " or "\x80" <= sign <= "\x9f")
    assert intended_character(text, at) == meant


@pytest.mark.parametrize(
    "text",
    [
        "“A MINHA IRMÔ", "«A IRMû", "A IRMÃ… foi", "IRMÃ—irmão", "NÃO", "SÃO PAULO", "CAFÉ…", "É… je", "«ROMÂ»",
        "„Spaß“ und Fuß… groß” groß–klein", "être»", "«Île»", "à «bas»", "À “bas”", "Åland–Åbo", "Østerbro…", "JÄ…",
        "„‚Ärgernis‘, sagt er“", "√2 und √π", "2√π", "está»…", "señor’", "“Ärger”", "“Éire”", "Ångström’s", "ÂÃÄ", "Ð",
        "À", "c’est là…", "là»", "Þór’s", "ñ", "×…", "Müller‘s", "Ÿ", "‚A‘", "¡Olé!", "¿Qué?", "5 €", "«Â»", "aimé²³.",
    ],
)  # fmt: skip
def test_what_languages_write_is_let_be(text: str) -> None:
    assert [*garbled_runs(text)] == []


def test_nothing_in_our_own_texts_is_garbled() -> None:
    folders = (
        "content",
        "docs",
        "generator/standfirst/language/locales",
        "generator/standfirst/starter",
        "tests/sites",
    )
    files = [
        file
        for folder in folders
        for file in sorted((ROOT / folder).rglob("*"))
        if file.suffix in {".md", ".po", ".yaml"}
    ]
    assert len(files) > 20
    assert [(file, found) for file in files for found in garbled_runs(file.read_text(encoding="utf-8"))] == []


LETTERS = st.sampled_from([" ", *map(chr, range(0x61, 0x7B)), *map(chr, range(0xDF, 0x100))])
WORDS = st.text(st.one_of(LETTERS, st.sampled_from("’“”–—…»éèàüößñç")), max_size=30)


@given(WORDS)
def test_words_in_small_letters_are_never_taken_for_garbled(text: str) -> None:
    assert [*garbled_runs(text)] == []


@given(st.text(max_size=200))
def test_any_text_is_looked_through(text: str) -> None:
    for found in garbled_runs(text):
        assert 0 <= found.start < found.end <= len(text)
