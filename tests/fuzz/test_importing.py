"""Files of other programs, garbled: each ends with records that a build takes, or with problems that have a place."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.authoring.record_text import facts_text
from standfirst.importing.fit import fitted
from standfirst.importing.formats import records_in
from standfirst.importing.known_facts import KnownFacts
from standfirst.model import Drafts
from standfirst.options import Options
from standfirst.pipeline import check_content
from standfirst.problems.errors import Problem, SiteError
from standfirst.reading.files import InputFile
from tests.explainers import content, content_of
from tests.fuzz.oracle import garbled, tries

EXPLAINER = content("actors:\n  a: {name: Ann Lee, kind: person, summary: x, uncited: y}\nsources:\n  s: {title: S}\n")
KNOWN = KnownFacts.of(content_of(EXPLAINER))
OPTIONS = Options(content=Path(), templates=Path(), drafts=Drafts.SHOW)
HERE = {"latitude": 1, "longitude": 2.5, "globe": "http://www.wikidata.org/entity/Q2"}
WELL = {
    "a.csv": 'When;Headline;Notes;Who;Cite\n4/5/2019;"A ""call""; a;b";*x*;Ann Lee, b;s: "x; y"\nc. 1984;B;;a;\n',
    "figures.tsv": "Number\tWhat\tWhen\nat least 1,234 people\tkilled\tApril 2019\n$5m..6\tpaid\t\n",
    "a.json": json.dumps(
        {
            "title": {"text": {"headline": "T"}},
            "events": [
                {
                    "start_date": {"year": 2019, "month": 4, "hour": 3},
                    "end_date": {"year": "2020"},
                    "display_date": "around 2019",
                    "text": {"headline": "<b>A</b>", "text": "<p>a</p><ul><li>b</ul><a href='https://e.org'>c</a>"},
                    "media": {"url": "x"},
                    "unique_id": "a",
                }
            ],
        }
    ),
    "csl.json": json.dumps(
        [{"id": "a", "type": "book", "title": "T", "author": [{"family": "F"}], "issued": {"date-parts": [[2019, 4]]}}]
    ),
    "q.json": json.dumps(
        {
            "entities": {
                "Q1": {
                    "id": "Q1",
                    "labels": {"en": {"value": "A"}},
                    "aliases": {"en": [{"value": "B"}]},
                    "claims": {
                        "P31": [{"mainsnak": {"datavalue": {"value": {"id": "Q5"}}}, "rank": "normal"}],
                        "P625": [{"mainsnak": {"datavalue": {"value": HERE}}}],
                    },
                    "sitelinks": {"enwiki": {"title": "A"}},
                }
            }
        }
    ),
    "a.bib": r"""@string{a = "b"}
@article{k, author = {L, F and {G}}, title = "\'{e}{x}" # a, year = 2019, month = apr, url = {https://e.org}}
""",
}  # fmt: skip


@pytest.mark.parametrize("name", WELL)
@tries(8)
@given(data=st.data())
def test_a_garbled_file_gives_records_that_build_or_problems_with_a_place(name: str, data: st.DataObject) -> None:
    text = data.draw(garbled(WELL[name]))
    try:
        read = records_in(name, text.encode(errors="surrogatepass"), None, KNOWN)
    except SiteError as error:
        assert_told(error.problems, name)
        return
    taken = fitted(read, EXPLAINER, OPTIONS)
    assert_told(taken.problems, name)
    if taken.records:
        file = InputFile("facts/new.yaml", facts_text([each.record for each in taken.records]))
        check_content(replace(EXPLAINER, facts=(*EXPLAINER.facts, file)), OPTIONS)


def assert_told(problems: tuple[Problem, ...], name: str) -> None:
    for each in problems:
        assert each.origin.path == name
        assert each.origin.line > 0 < each.origin.column
        assert "\n" not in str(each)
