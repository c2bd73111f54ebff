"""The actors and places that an article names: `names.txt` says what is found in a text, and as what."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.draft.article import Article
from standfirst.draft.names import FoundNames, Known, names_in
from standfirst.draft.proposals import ActorProposal, PlaceProposal
from standfirst.draft.read_article import article_in
from standfirst.model import Actor, Id, MarkdownForm, Origin, Place, Prose
from standfirst.model.facts import ActorKind
from standfirst.prose.references import ID
from standfirst.reading.files import CopyFile
from standfirst.sources.paragraph_ends import paragraph_spans
from tests.cases import answered, cases_in

ORIGIN = Origin("facts.yaml", 1, 1)
CASES = cases_in(Path(__file__).with_name("names.txt"))
SAMPLE = [
    *(
        "Haftar",
        "Gen.",
        "the",
        "of",
        "Bank",
        "England",
        "U.S.",
        "'s",
        "\n",
        ".",
        ",",
        "“",
        "”",
        "said",
        "and",
        "LONDON",
    ),
    *(
        "President",
        "al-Sarraj",
        "Prime",
        "Minister",
        "(",
        ")",
        "WTO",
        "Ministry",
        "Libyan",
        "Mr",
        "İ",
        "ß",
        "&",
        "-",
        "1",
    ),
]
WORDS = st.lists(st.sampled_from(SAMPLE))


def found_in(text: str, known: Known | None = None) -> FoundNames:
    article, _ = article_in(CopyFile("article.txt", Id("article"), text.encode()))
    return names_in(article, known or Known())


def summary(text: str) -> str:
    found = found_in(text)
    actors = [(mention.start, each.kind, mention.text) for each in found.actors for mention in each.mentions]
    places = [(mention.start, "place", mention.text) for each in found.places for mention in each.mentions]
    return "; ".join(f"{kind} {words}" for _, kind, words in sorted([*actors, *places])) or "∅"


def actor(found: FoundNames, actor_id: str) -> ActorProposal:
    return next(each for each in found.actors if each.id == actor_id)


@pytest.mark.parametrize("lines", CASES)
def test_names_are_found_as_what_they_are(lines: str) -> None:
    assert answered(lines, summary) == lines


def test_spellings_and_titles_of_one_person_are_one_actor() -> None:
    found = found_in(
        "Libyan warlord Khalifa Haftar met envoys. Haftar's men cheered. A spokesman for Field Marshal Haftar agreed."
    )
    haftar = actor(found, "haftar")
    assert (haftar.name, haftar.aliases, haftar.role) == (
        "Khalifa Haftar",
        ("Haftar", "Field Marshal Haftar"),
        "warlord",
    )
    assert haftar.kind is ActorKind.PERSON
    assert [mention.text for mention in haftar.mentions] == ["Khalifa Haftar", "Haftar", "Haftar"]


def test_letters_are_the_body_whose_name_they_shorten() -> None:
    found = found_in(
        "The World Trade Organization (WTO) met. A WTO official left. The U.N. stayed; the United Nations paid."
    )
    assert [(each.name, len(each.mentions)) for each in found.actors] == [
        ("World Trade Organization", 3),
        ("United Nations", 2),
    ]


def test_of_two_persons_with_one_surname_the_last_named_is_meant_and_doubted() -> None:
    found = found_in("Isobel Mackay left. Her brother, Ewan Mackay, stayed. Mackay said he was tired.")
    assert [(each.name, len(each.mentions)) for each in found.actors] == [("Isobel Mackay", 1), ("Ewan Mackay", 2)]
    assert actor(found, "ewan-mackay").doubts == ("“Mackay” may be any of Ewan Mackay, Isobel Mackay.",)


def test_another_transliteration_is_the_same_person_with_a_doubt() -> None:
    found = found_in("Moammar Gadhafi was overthrown. He was an officer in Gaddafi’s army.")
    gadhafi = actor(found, "gadhafi")
    assert len(gadhafi.mentions) == 2
    assert gadhafi.doubts == ("“Gaddafi” is taken for another spelling of “Moammar Gadhafi”.",)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Isobel Mackay, a former nurse from Oban, left.", "former nurse from Oban"),
        ("The head of the union, Annemiek Bos, calls it a win.", "head of the union"),
        ("Lamine Badji, a spokesman for the Southern Patriotic Front (SPF), told reporters.",
         "spokesman for the Southern Patriotic Front"),
        ("Lt. Gen. Ricardo Sanchez spoke.", "lieutenant general"),
        ("Dock leader Joop de Wit agreed.", "dock leader"),
        ("Mr. Marc Thibault agreed.", ""),
    ],
)  # fmt: skip
def test_a_role_is_what_the_article_calls_somebody(text: str, role: str) -> None:
    assert found_in(text).actors[0].role == role


def test_what_the_explainer_has_keeps_its_id_by_any_of_its_names() -> None:
    army, chief = (
        Actor(
            id=Id(each_id),
            origin=ORIGIN,
            name=name,
            aliases=(alias,),
            kind=ActorKind.GROUP,
            summary=Prose("One of them.", MarkdownForm.INLINE, ORIGIN),
        )
        for each_id, name, alias in (("lna", "Libyan National Army", "LNA"), ("chief", "Khalifa Haftar", "Haftar"))
    )
    known = Known((army, chief), (Place(id=Id("capital"), origin=ORIGIN, name="Tripoli"),))
    found = found_in("Haftar’s LNA shelled Tripoli. Fatima Haftar fled to Sirte.", known)
    assert [(each.id, each.is_known) for each in found.actors] == [("chief", True), ("lna", True), ("haftar", False)]
    assert [(each.id, each.is_known) for each in found.places] == [("capital", True), ("sirte", False)]


def test_letters_with_or_without_points_and_a_place_without_its_state_are_what_the_explainer_has() -> None:
    council = Actor(
        id=Id("council"),
        origin=ORIGIN,
        name="UN Security Council",
        kind=ActorKind.ORGANISATION,
        summary=Prose("A body.", MarkdownForm.INLINE, ORIGIN),
    )
    known = Known((council,), (Place(id=Id("langley"), origin=ORIGIN, name="Langley, Virginia"),))
    found = found_in("He left Langley for the U.N. Security Council.", known)
    assert [(actor.id, actor.is_known) for actor in found.actors] == [("council", True)]
    assert [(place.id, place.is_known) for place in found.places] == [("langley", True)]


@given(st.one_of(st.text(), WORDS.map(" ".join), WORDS.map("".join)))
def test_whatever_the_text_mentions_are_its_own_words_and_ids_are_ids(text: str) -> None:
    article = Article(source=Id("article"), text=text, paragraphs=tuple(paragraph_spans(text, None)))
    found = names_in(article, Known())
    proposals: tuple[ActorProposal | PlaceProposal, ...] = (*found.actors, *found.places)
    spans = []
    for each in proposals:
        assert ID.fullmatch(each.id)
        assert each.name
        assert each.mentions == tuple(sorted(each.mentions, key=lambda mention: mention.start))
        assert all(text[mention.start : mention.end] == mention.text != "" for mention in each.mentions)
        spans += [(mention.start, mention.end) for mention in each.mentions]
    assert all(end <= start for (_, end), (start, _) in pairwise(sorted(spans)))
    assert len({each.id for each in proposals}) == len(proposals)


def test_letters_within_the_name_of_a_body_are_a_body_of_their_own() -> None:
    found = found_in("The U.N. Security Council met. The U.N. was worried, NATO too. The NATO Council did not meet.")
    assert {actor.name: len(actor.mentions) for actor in found.actors} == {
        "U.N. Security Council": 1,
        "U.N.": 1,
        "NATO": 1,
        "NATO Council": 1,
    }
