"""The search index in parts: names by their words, and everything in its order."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right

import pytest

from standfirst.outputs import search_parts
from standfirst.outputs.search_words import search_words
from tests.explainers import content, made, read_site

Row = list[int | str]

NAMES = "".join(
    f"  a{number}: {{name: General Ann{number:03}, aliases: [Bell {number}], kind: person, summary: S., uncited: x}}\n"
    for number in range(60)
)


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, limit in (("_MOST_IN_ONE", 40), ("_TEXTS_A_PART", 9), ("_NAMES_A_PART", 25), ("_MOST_BEARERS", 50)):
        monkeypatch.setattr(search_parts, name, limit)


def rows(script: str) -> list[Row]:
    found: list[Row] = json.loads(f"[{script.removeprefix('searchIndex.push(').removesuffix(');' + chr(10))}]")
    return found


def parts(files: dict[str, str]) -> tuple[list[list[Row]], list[str], list[list[Row]]]:
    """Return the parts of the names, the words with which they begin, and the parts of everything."""
    overview = json.loads(files["search-index/parts.js"].partition("searchParts = ")[2].removesuffix(";\n"))
    begins: list[str] = overview["names"]
    names = [rows(files[f"search-index/names-{number}.js"]) for number in range(len(begins))]
    texts = [rows(files[f"search-index/texts-{number}.js"]) for number in range(overview["texts"])]
    assert len([route for route in files if route.startswith("search-index/")]) == 1 + len(names) + len(texts)
    return names, begins, texts


def test_a_small_site_has_one_file_and_a_large_one_parts_that_its_page_names() -> None:
    small, large = made(content()), made(content(f"actors:\n{NAMES}"))
    assert [route for route in small if "search-index" in route] == ["search-index.js"]
    assert "search-index.js" not in large
    assert 'src="search-index/parts.js"' in large["search.html"]
    assert 'id="search_more"' in large["search.html"]
    assert 'id="search_more"' not in small["search.html"]


def test_the_parts_hold_everything_once_and_in_the_order_of_the_one_file(monkeypatch: pytest.MonkeyPatch) -> None:
    _, _, texts = parts(made(read_site("full")))
    found = [row for part in texts for row in part]
    assert [row[0] for row in found] == list(range(len(found)))
    assert {len(part) for part in texts[:-1]} == {9}
    monkeypatch.setattr(search_parts, "_MOST_IN_ONE", 10_000)
    whole = made(read_site("full"))["search-index.js"].removeprefix("const searchIndex = ").removesuffix(";\n")
    assert [row[1:] for row in found] == json.loads(whole)


def test_a_name_is_in_the_parts_to_which_each_of_its_words_leads_but_those_that_lead_to_too_many() -> None:
    names, begins, texts = parts(made(content(f"actors:\n{NAMES}")))
    assert begins == sorted(begins)
    assert 1 < len(names) < 5
    for row in (row for part in texts for row in part if str(row[1]).startswith("General")):
        named = [*row[:4], "", *row[5:]]
        for word in {each for name in (row[1], *row[5:]) for each in search_words(str(name))} - {"general", "bell"}:
            first, last = max(0, bisect_left(begins, word) - 1), bisect_right(begins, word)
            assert any(named in part for part in names[first:last]), word
    assert not [begin for begin in begins if begin in {"general", "bell"}]


def test_a_site_without_names_has_its_texts_in_parts() -> None:
    events = "".join(f"  e{number}: {{date: 2020, title: Event {number}, uncited: x}}\n" for number in range(60))
    names, begins, texts = parts(made(content(f"events:\n{events}")))
    assert (names, begins) == ([], [])
    assert sum(map(len, texts)) >= 60


def test_few_facts_that_say_much_are_in_parts_too_none_of_which_says_too_much(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_parts, "_BYTES_IN_ONE", 5_000)
    monkeypatch.setattr(search_parts, "_BYTES_A_PART", 2_000)
    terms = "".join(
        f"  t{number}: {{name: Word {number}, summary: {'Told. ' * 80}, uncited: x}}\n" for number in range(12)
    )
    _, _, texts = parts(made(content(f"terms:\n{terms}")))
    assert [len(part) for part in texts] == [3, 3, 3, 4]
