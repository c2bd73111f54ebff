"""Which relations are proposed from two names and the words between them."""

from __future__ import annotations

import pytest

from standfirst.draft.relation_verbs import RELATION_VERBS
from standfirst.draft.relations import relations_in, verbs_of
from tests.unit.draft.spoken import actors_in, article_of

SAID = {
    "Smith leads Acme.": "smith leads acme",
    "Mary Jones, who has led the Finance Ministry since May, left.": "jones leads finance-ministry",
    "Smith, chairman of Acme, left.": "smith leads acme",
    "Acme, led by Mary Jones, fell.": "jones leads acme",
    "Acme chief executive Mary Jones left.": "jones leads acme",
    "Smith, a spokesman for the White House, left.": "smith speaks-for white-house",
    "Smith met with Jones in Paris.": "smith met jones",
    "Smith and Jones spoke by telephone.": "smith spoke-with jones",
    "Smith was later overthrown by Jones.": "jones overthrew smith",
    "Russia has long backed Mr. Omar al-Haddad.": "russia backs haddad",
    "Omar al-Haddad, backed by Russia, won.": "russia backs haddad",
    "The France-backed Acme fell.": "france backs acme",
    "Russia was openly supporting the former general Omar al-Haddad.": "russia backs haddad",
    "Smith accused former president Donald Trump of lies.": "smith accused trump",
    "Smith's rival Mary Jones won.": "jones rival-of smith",
    "A talk with Smith, who leads Acme, was off.": "smith leads acme",
    "France imposed sanctions on Acme.": "france sanctioned acme",
    "Mary Jones is married to John Smith.": "jones married smith",
}
NOT_SAID = (
    "Smith did not praise Jones.",
    "Smith may accuse Jones.",
    "A spokesman for Smith praised Jones.",
    "Smith attacked Jones's car.",
    "“Smith leads Acme,” she said.",
    "Smith spoke. Jones leads nothing.",
    "Smith leads Jones.",
)


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_a_verb_between_two_names_is_a_relation_offered_as_a_question(text: str, expected: str) -> None:
    (relation,) = relations_in(article_of(text), actors_in(text))
    assert f"{relation.subject} {relation.verb} {relation.object}" == expected
    assert text[relation.start : relation.end] == relation.text
    assert relation.doubts[0].endswith("?")


@pytest.mark.parametrize("text", NOT_SAID)
def test_what_is_denied_doubted_or_said_of_another_is_no_relation(text: str) -> None:
    assert relations_in(article_of(text), actors_in(text)) == ()


def test_the_verbs_of_relations_are_those_that_they_name_each_once() -> None:
    text = "Smith met Jones. Smith met Omar al-Haddad. Jones praised Smith."
    verbs = verbs_of(relations_in(article_of(text), actors_in(text)))
    assert [each.id for each in verbs] == ["praised", "met"]


def test_no_two_verbs_have_one_id() -> None:
    ids = [row.verb.id for row in RELATION_VERBS]
    assert len(set(ids)) == len(ids)
