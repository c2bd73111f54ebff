"""People are filed under their family names, where there is no doubt which these are."""

from __future__ import annotations

import pytest

from standfirst.model import Actor
from standfirst.present.filing import filing_name, filing_to_tell, other_names
from tests.explainers import content, joined


@pytest.mark.parametrize(
    ("keys", "filed"),
    [
        ("name: Khalifa Haftar, kind: person, aliases: [Field Marshal Haftar, Haftar]", "Haftar"),
        ("name: Fayez al-Sarraj, kind: person, aliases: [al-Sarraj, Sarraj]", "Sarraj"),
        ("name: President Trump, kind: person, aliases: [Trump]", "Trump"),
        ("name: Vincent van Gogh, kind: person, aliases: [van Gogh]", "van Gogh"),
        ("name: Vincent van Gogh, kind: person, sort_as: Gogh, aliases: [van Gogh]", "Gogh"),
        ("name: Xi Jinping, kind: person, aliases: [Xi]", "Xi Jinping"),
        ("name: Katrín Jakobsdóttir, kind: person, aliases: [Jakobs, dóttir]", "Katrín Jakobsdóttir"),
        ("name: Ronaldo, kind: person", "Ronaldo"),
        ("name: Libyan National Army, kind: armed-group, aliases: [Army]", "Libyan National Army"),
        ("name: The Hague, kind: government, sort_as: Hague", "Hague"),
    ],
)
def test_an_actor_is_filed_as_the_writer_says_or_by_a_family_name_that_prose_uses(keys: str, filed: str) -> None:
    (actor,) = joined(content(f"actors:\n  a: {{{keys}, summary: s, uncited: x}}\n")).all(Actor)
    assert filing_name(actor) == filed


@pytest.mark.parametrize(
    ("keys", "told", "others"),
    [
        ("name: Khalifa Haftar, kind: person, aliases: [Haftar]", "", ("Haftar",)),
        ("name: The Hague, kind: government, sort_as: Hague", "", ()),
        ("name: Ágúst Jónsson, kind: person, sort_as: Jonsson", "Jonsson", ()),
        ("name: News reports, kind: group, aliases: [news reports, the press]", "", ("the press",)),
    ],
)
def test_readers_are_told_only_names_that_tell_them_something(keys: str, told: str, others: tuple[str, ...]) -> None:
    (actor,) = joined(content(f"actors:\n  a: {{{keys}, summary: s, uncited: x}}\n")).all(Actor)
    assert (filing_to_tell(actor), other_names(actor)) == (told, others)
