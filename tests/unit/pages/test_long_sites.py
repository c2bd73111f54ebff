"""A site of any size: its pages stay small, and each fact keeps the one address that it has in the smallest site."""

from __future__ import annotations

import gzip
import random
from collections.abc import Sequence

import lxml.html
import pytest

from standfirst.model.addresses import Address, address_of
from standfirst.present import highlights, long_lists
from tests.explainers import content, joined, made

VERBS = "verbs: {knows: {label: knows, inverse: is known by, stance: neutral}}\n"
# The most that a page may weigh, compressed.
BUDGET = 100_000
CITE = ", cite: {s: the passage that says it}"
COPIES = {"s": "Here is the passage that says it."}


def explainer(number: int, texts: Sequence[str] = ("Told.",), *, actors: int = 30) -> str:
    """Return so many facts of each kind, but no more `actors`, all about one where they can be; each has some text."""
    actors = min(actors, number)

    def filled(keys: str, at: int) -> str:
        return keys.replace("@", str(at)).replace("TEXT", texts[at % len(texts)])

    def records(kind: str, keys: str, number: int = number, *, cite: str = CITE) -> str:
        rows = (f"  {kind[0]}{at}: {{{filled(keys, at)}{cite}}}\n" for at in range(number))
        return f"{kind}:\n{''.join(rows)}"

    return "".join((
        records("actors", "name: Name @, kind: person, summary: TEXT, former_ids: [old@]", actors),
        f"  all: {{name: All, kind: person, summary: S.{CITE}}}\n",
        records("relations", "subject: all, verb: knows, object: a0, text: TEXT, former_ids: [tie@]"),
        records("terms", "name: Word @, summary: TEXT"),
        records("events", "date: 2019-01, title: Event @, text: TEXT, actors: [all], place: p0"),
        records("quotes", "speaker: all, words: the passage that says it, text: TEXT, former_ids: [was@]"),
        records("claims", "claim: Claim @., by: [all], record: TEXT"),
        records("figures", "value: @, label: 'TEXT', according_to: [all], former_ids: [once@]"),
        records("places", "name: Place @, summary: TEXT"),
        records("unknowns", "question: Why @?, why: TEXT"),
        records("updates", "date: 2025-01-03, kind: correction, text: Changed @., affects: ['figure:f0']", cite=""),
        records("sources", "title: Source @", cite="") + "  s: {title: S}\n",
    ))  # fmt: skip


def site_of(number: int) -> tuple[dict[str, str], dict[str, Address]]:
    """Return the files of such a site, and the address of each fact."""
    files = content(explainer(number), settings=VERBS, copies=COPIES)
    facts = {str(fact.fact_id): address_of(fact) for fact in joined(files).facts}
    return made(files), facts


def ids_of(pages: dict[str, str]) -> dict[str, set[str]]:
    return {route: set(lxml.html.fromstring(text).xpath("//@id")) for route, text in pages.items() if "html" in route}


@pytest.fixture
def few_to_a_page(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let lists be long that are short, so that a small site shows what a large one does."""
    monkeypatch.setattr(long_lists, "_MOST_BYTES", 1_200)
    monkeypatch.setattr(long_lists, "MOST_LINES", 12)
    monkeypatch.setattr(highlights, "MOST_SHOWN", 4)


@pytest.mark.usefixtures("few_to_a_page")
@pytest.mark.parametrize("number", [2, 10, 30])
def test_the_address_of_a_fact_is_that_which_it_has_in_the_smallest_site_and_leads_to_it(number: int) -> None:
    pages, addresses = site_of(number)
    # Making the site has found that each of its links leads to an anchor that is there.
    ids = ids_of(pages)
    for fact, address in addresses.items():
        assert address.anchor in ids[address.route] | {""}, fact
    fact_of_one = {str(fact.fact_id): address_of(fact) for fact in joined(content(explainer(1), settings=VERBS)).facts}
    assert fact_of_one.items() <= addresses.items()
    assert {"actor-a1", "actor-old1", "term-t1"} <= ids["glossary.html"]
    assert {"relation-tie1", "quote-was1"} <= ids["actors/all.html"]
    assert "figure-once1" in ids["figures.html"]
    behind = [route for route in pages if route.startswith(("figures/", "actors/all/", "glossary/"))]
    assert bool(behind) == (number > 2)


def test_no_page_of_a_site_exceeds_its_budget() -> None:
    chosen = random.Random(14)
    letters = "abcdefghijklmnopqrstuvwxyz"
    words = ["".join(chosen.choices(letters, k=chosen.randrange(3, 9))) for _ in range(5_000)]
    texts = [" ".join(chosen.choices(words, k=100)) for _ in range(100)]
    pages = made(content(explainer(205, texts, actors=5), settings=VERBS, copies=COPIES))
    weights = {route: len(gzip.compress(text.encode(), 6)) for route, text in pages.items() if route.endswith(".html")}
    assert {route: weight for route, weight in weights.items() if weight > BUDGET} == {}
