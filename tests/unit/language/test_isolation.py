"""Words and numbers keep their direction in a text that runs the other way; where none does, all stays as it is."""

from __future__ import annotations

from standfirst.language.isolation import isolated, isolated_number
from standfirst.present.naming import Phrasing


def test_only_words_that_run_the_other_way_are_isolated() -> None:
    assert isolated("Letter 2", "en") == "Letter 2"
    assert isolated("رسالة", "ar") == "رسالة"
    assert isolated("Letter", "ar") == "\u2068Letter\u2069"
    assert isolated("رسالة", "en") == "\u2068رسالة\u2069"
    assert isolated_number("10.18°", "fr") == "10.18°"


def test_a_degree_sign_stays_behind_its_number() -> None:
    assert Phrasing("ar").coordinates(36.8, 10.18) == "\u206636.80°\u2069 شمالًا، \u206610.18°\u2069 شرقًا"
    assert Phrasing("en").coordinates(36.8, 10.18) == "36.80° N, 10.18° E"
