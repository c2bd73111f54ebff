"""What facts rest on, as readers see it: passages in their place, links to them, and who says so."""

from __future__ import annotations

import pytest

from standfirst.model import FactId, Id, Kind
from standfirst.present.evidence import passage_url
from standfirst.present.evidence_views import Attribution, Evidence
from standfirst.present.views import FactView
from standfirst.sources.passages import wording_of
from tests.explainers import content, planner

AT = "https://example.org/a"


@pytest.mark.parametrize(
    ("words", "directive"),
    [
        ("one two three", "one%20two%20three"),
        ("one two … three four", "one%20two,three%20four"),
        ("one two ... three four", "one%20two,three%20four"),
        ("“One two, three.”", "One%20two%2C%20three"),
        ("(one) … – two!", "one,two"),
        ("a well-known R&D, of 5,000", "a%20well%2Dknown%20R%26D%2C%20of%205%2C000"),
        ("one\n  two three", "one%20two%20three"),
        ("one/two three or", "one%2Ftwo%20three%20or"),
        ("the U.S. … Friday’s", "the%20U.S,Friday%E2%80%99s"),
        ("قال إن الميناء", "%D9%82%D8%A7%D9%84%20%D8%A5%D9%86%20%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1"),
    ],
)
def test_a_link_to_a_passage_names_how_it_begins_and_ends_in_a_text_fragment(words: str, directive: str) -> None:
    assert passage_url(AT, words) == f"{AT}#:~:text={directive}"


def test_an_address_keeps_its_query_and_its_own_fragment_but_no_other_directive() -> None:
    assert passage_url(f"{AT}?b=c#part", "one two three") == f"{AT}?b=c#part:~:text=one%20two%20three"
    assert passage_url(f"{AT}#part:~:text=old", "one two three") == f"{AT}#part:~:text=one%20two%20three"
    assert passage_url(f"{AT}#", "one two three") == f"{AT}#:~:text=one%20two%20three"


def test_without_an_address_nothing_pretends_to_lead_there() -> None:
    assert passage_url("", "one two three") == ""


FACTS = """
actors:
  ann: {name: Ann, kind: person, summary: "A. [@s: who is this]", cite: {s: one two three}}
  bob: {name: Bob, kind: person, summary: B., uncited: x}
  cid: {name: Cid, kind: person, summary: C., cite: {bare: seven eight nine}}
  dan: {name: Dan, kind: person, summary: D., cite: {archived: ten eleven twelve}}
events:
  own: {date: 2019, title: E, cite: {s: four … six}}
  said: {date: 2019, title: E, according_to: [ann, "source:s"], cite: {s: one two three}}
  published: {date: 2019, title: E, according_to: ["source:archived", "source:untold"], cite: {s: one two three}}
  uncited: {date: 2019, title: E, uncited: why, reckoned: how}
quotes:
  relayed: {speaker: ann, words: one two, relaying: bob, cite: {s: one two three}}
claims:
  own: {claim: "C [@s: four five six].", relaying: bob, cite: {s: one two three}}
  by: {claim: C, by: [ann], cite: {s: one two three}}
figures:
  own: {value: 2, label: L, cite: {s: one two three}}
relations:
  said: {subject: ann, verb: likes, object: bob, according_to: [bob], cite: {s: one two three}}
places:
  here: {name: Here, cite: {s: one two three}}
unknowns:
  why: {question: Why?, cite: {s: one two three}}
sources:
  s: {title: S, url: https://example.org/a, archive_url: https://example.net/a, language: en}
  bare: {title: B, language: ar}
  untold: {kind: report}
  archived: {title: A, publisher: The Courier, archive_url: https://example.net/a}
"""
VERBS = "verbs:\n  likes: {label: likes, inverse: is liked by}\n"
COPIES = {
    "s": "Who is this?\n\nOne two three.\n\nFour five six.",
    "bare": "Seven eight nine.",
    "archived": "Ten eleven twelve.",
}


@pytest.fixture(scope="module")
def views() -> dict[FactId, FactView]:
    presenter = planner(content(FACTS, settings=VERBS, copies=COPIES)).presenter
    return {fact.fact_id: presenter.view(fact) for fact in presenter.site.facts}


def evidence(views: dict[FactId, FactView], fact: str) -> Evidence:
    kind, _, name = fact.partition(":")
    return views[FactId(Kind(kind), Id(name))].evidence


@pytest.mark.parametrize(
    ("fact", "said"),
    [
        ("event:own", "the source"),
        ("event:said", "Ann and “S”"),
        ("event:published", "The Courier and report"),
        ("event:uncited", None),
        ("quote:relayed", "Ann for Bob"),
        ("claim:own", "the source for Bob"),
        ("claim:by", "Ann"),
        ("figure:own", "the source"),
        ("relation:said", "Bob"),
        ("actor:ann", None),
        ("place:here", None),
        ("unknown:why", None),
    ],
)
def test_it_is_told_who_says_so_or_that_the_source_does_but_not_of_what_is_no_statement(
    views: dict[FactId, FactView], fact: str, said: str | None
) -> None:
    assert in_words(evidence(views, fact).attribution) == said


@pytest.mark.parametrize("fact", ["actor:ann", "place:here", "unknown:why"])
def test_each_passage_of_what_is_no_statement_tells_who_says_it(views: dict[FactId, FactView], fact: str) -> None:
    passages = [each for citation in evidence(views, fact).citations for each in citation.passages]
    assert passages
    assert all(each.attribution for each in passages)


def test_no_passage_of_a_statement_tells_again_who_says_it(views: dict[FactId, FactView]) -> None:
    (citation,) = evidence(views, "event:said").citations
    assert [each.attribution for each in citation.passages] == [None]


def in_words(attribution: Attribution | None) -> str | None:
    if attribution is None:
        return None
    who = " and ".join(link.text for link in attribution.voices) or (
        "the source" if attribution.own_voice else "it is not known who"
    )
    return f"{who} for {attribution.relaying.text}" if attribution.relaying else who


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("four five six", "Ann"),
        ("FOUR, five six", "Ann"),
        ("seven eight nine", "Ann for Bob"),
        ("ten eleven twelve", "the source"),
        ("six seven eight", "Ann"),
        ("one two three", "it is not known who"),
        ("one … three", "it is not known who"),
    ],
)
def test_what_a_text_cites_is_said_by_whom_the_facts_that_cite_the_same_words_name_if_they_agree(
    words: str, said: str
) -> None:
    facts = """
    actors:
      ann: {name: Ann, kind: person, summary: A., cite: {s: four five six}}
      bob: {name: Bob, kind: person, summary: B., uncited: x}
    events:
      four: {date: 2019, title: E, according_to: [ann], cite: {s: four five six}}
      ten: {date: 2019, title: E, cite: {s: ten eleven twelve}}
      six: {date: 2019, title: E, cite: {s: six seven eight}}
      one: {date: 2019, title: E, cite: {s: one two three}}
    figures:
      six: {value: 2, label: L, according_to: [ann], cite: {s: six seven eight}}
      one: {value: 2, label: L, according_to: [ann], cite: {s: one two three}}
    quotes:
      seven: {speaker: ann, words: seven, relaying: bob, cite: {s: [seven eight nine, one two three]}}
    claims:
      seven: {claim: C, by: [ann], relaying: bob, cite: {s: seven eight nine}}
    sources:
      s: {title: S}
    """
    copy = "One two three. Four five six. Seven eight nine. Ten eleven twelve."
    presenter = planner(content(facts, f"A [@s: {words}].", copies={"s": copy})).presenter
    (citation,) = presenter.evidence.citations_in(presenter.site.sections[0].body)
    (passage,) = citation.shown.passages
    (written,) = presenter.site.sections[0].body.citations
    assert (citation.source.id, citation.wording) == ("s", str(wording_of(written.passages[0])))
    assert in_words(passage.attribution) == said


def test_a_passage_has_its_paragraph_its_place_on_the_page_of_its_source_and_its_language(
    views: dict[FactId, FactView],
) -> None:
    (citation,) = evidence(views, "event:own").citations
    (passage,) = citation.passages
    assert (passage.words, passage.paragraph, passage.lang, passage.dir) == ("four … six", 3, "en", "")
    assert (passage.address.route, passage.address.anchor) == ("sources/s.html", "p3")
    assert passage.source_url == "https://example.org/a#:~:text=four,six"
    assert citation.source.text == "S"


def test_a_passage_of_a_source_without_an_address_leads_nowhere_and_of_an_archived_one_to_the_archive(
    views: dict[FactId, FactView],
) -> None:
    (bare,) = evidence(views, "actor:cid").citations[0].passages
    (archived,) = evidence(views, "actor:dan").citations[0].passages
    assert (bare.source_url, bare.lang, bare.dir) == ("", "ar", "rtl")
    assert (archived.source_url, archived.lang) == ("https://example.net/a#:~:text=ten%20eleven%20twelve", "")


@pytest.mark.parametrize(("fact", "paragraphs"), [("actor:ann", [2, 1]), ("claim:own", [2, 3])])
def test_what_the_one_sentence_of_a_fact_cites_is_in_the_mark_of_the_fact(
    views: dict[FactId, FactView], fact: str, paragraphs: list[int]
) -> None:
    (citation,) = evidence(views, fact).citations
    assert [passage.paragraph for passage in citation.passages] == paragraphs


def test_why_nothing_is_cited_and_how_a_date_was_reckoned_is_told(views: dict[FactId, FactView]) -> None:
    found = evidence(views, "event:uncited")
    assert (found.citations, found.uncited, found.reckoned) == ((), "why", "how")
    bare = evidence(views, "source:bare")
    assert (bare.uncited, bare.reckoned, bare.corrections) == ("", "", ())


def test_a_mark_is_named_in_the_site_s_language() -> None:
    files = content(FACTS, settings=VERBS, language="fr", copies=COPIES)
    presenter = planner(files).presenter
    found = presenter.evidence.of(presenter.site.index[FactId(Kind.EVENT, Id("own"))])
    assert (found.label, found.name) == ("S ¶3", "source et paragraphe\N{NO-BREAK SPACE}: S 3")


def test_a_fact_tells_what_put_it_right_the_newest_first_and_nothing_that_was_only_added() -> None:
    facts = """
events:
  met: {date: 2019, title: Met, uncited: x}
  other: {date: 2019, title: Other, uncited: x}
updates:
  mended: {date: 2025-03-12, kind: correction, text: M., affects: ["event:met", "event:other", "event:met"]}
  clearer: {date: 2025-03-13, kind: clarification, text: C., affects: ["event:met"]}
  more: {date: 2025-03-14, kind: update, text: M., affects: ["event:met"]}
"""
    presenter = planner(content(facts)).presenter
    told = {
        fact.id: [(each.date.machine, each.address.anchor, each.clarifies) for each in found]
        for fact in presenter.site.facts
        if (found := presenter.evidence.of(fact).corrections)
    }
    mended, clearer = ("2025-03-12", "mended", False), ("2025-03-13", "clearer", True)
    assert told == {"met": [clearer, mended], "other": [mended]}
