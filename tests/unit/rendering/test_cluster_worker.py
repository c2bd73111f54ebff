"""What a worker of a cluster is sent, and what it makes of that."""

from __future__ import annotations

import pickle

import pytest

from standfirst.model import Origin
from standfirst.outputs.artifact import Artifact
from standfirst.pages.plan import plan
from standfirst.problems.errors import Problem
from standfirst.reading.files import ContentFiles
from standfirst.rendering import cluster_worker
from standfirst.rendering.cluster_worker import OtherProgramError, make_packed, packed
from standfirst.rendering.parts import Part, Work
from standfirst.rendering.renderer import PageTimeLimitError
from tests.explainers import content, own_templates, planner, read_site

COPY = "Nine people were counted by officers whom nobody names."


def program() -> str:
    return "this one"


def work_on(files: ContentFiles, *copied: Artifact) -> Work:
    return Work(plan(planner(files), copied), own_templates().without_assets, "en", digests=True)


def test_a_worker_makes_the_pages_and_files_of_a_part_from_what_it_is_sent() -> None:
    work = work_on(read_site("apollo"))
    sent = packed(work)
    assert [make_packed(program, program(), sent, part) for part in work.parts] == [*map(work.make, work.parts)]


def test_a_worker_unpacks_once_what_it_is_sent_for_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    planned: list[object] = []
    monkeypatch.setattr(cluster_worker, "plan", lambda given: planned.append(given) or plan(given))  # type: ignore[func-returns-value]
    work = work_on(content())
    sent = packed(work)
    for part in work.parts[:3]:
        make_packed(program, program(), sent, part)
    assert len(planned) == 1


def test_copies_of_sources_and_what_is_copied_are_not_sent() -> None:
    facts = 'sources:\n  a:\n    title: A\n    publisher: P\n    url: "https://example.org/a"\n    kind: news\n'
    sent = packed(work_on(content(facts, copies={"a": COPY}), Artifact("images/map.png", b"the bytes of a picture")))
    assert b"https://example.org/a" in sent
    assert b"officers" not in sent
    assert b"bytes of a picture" not in sent


def test_a_worker_of_another_program_makes_nothing() -> None:
    with pytest.raises(OtherProgramError):
        make_packed(program, "another", b"nothing that it could unpack", Part())


def test_that_a_page_does_not_end_can_be_told_by_a_worker() -> None:
    problem = Problem(Origin("page.html", 1, 1), "this page does not come to an end")
    assert pickle.loads(pickle.dumps(PageTimeLimitError(problem))).args == (problem,)
