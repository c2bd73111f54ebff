"""`sources.lock` and the command that writes it: what it says, what it keeps to itself, what it is not."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.commands.lock import LockResult, lock
from standfirst.language.words import Digest, digest
from standfirst.model import Drafts, Id, Origin, Passage
from standfirst.options import Options
from standfirst.problems.errors import Problem, SiteError, UsageError, attempt, errors_in
from standfirst.reading.files import ContentFiles, CopyFile, InputFile
from standfirst.reading.yaml.nodes import one_line
from standfirst.sources.citations import cited_in
from standfirst.sources.copies import read_copy
from standfirst.sources.lock import Lock, LockedSource, PassagePlace, passage_key, quotation_key, read_lock, write_lock
from standfirst.sources.matching import Stretch, find_passage
from standfirst.sources.prove import prove, prove_for_lock
from standfirst.sources.wordings import wording_at
from tests.explainers import ROOT, SITES, content, content_of, read_site

DIGESTS = st.one_of(
    st.text("0123456789abcdef", min_size=32, max_size=32),
    st.text("0123456789", min_size=32, max_size=32),
    st.just("1e" + "0" * 30),
).map(Digest)
IDS = st.one_of(
    st.sampled_from(["null", "no", "0", "1e5", "2019-04-15", "true"]),
    st.from_regex(r"[a-z0-9][a-z0-9-]{0,9}", fullmatch=True),
)
ENTRY = "report:\n  copy: 58172a8413f21b8023201d154818ae60\n  words: 104\n  paragraphs: 3\n"
FOUND = "  passages:\n    202276b3f9a7a64f75ead221454db54c: 2\n"


def passage(words: str) -> Passage:
    return Passage(words, Origin("facts.yaml", 1, 1))


def lock_file(text: str) -> InputFile:
    return InputFile("sources.lock", text)


@st.composite
def locked_sources(draw: st.DrawFn) -> LockedSource:
    paragraphs, pages = draw(st.integers(1, 10_000)), draw(st.one_of(st.just(0), st.integers(1, 10_000)))
    numbers = st.integers(1, paragraphs)
    page = st.integers(1, pages) if pages else st.none()
    words, wording = st.one_of(st.just(""), st.text().map(one_line)), st.one_of(st.none(), DIGESTS)
    places = st.builds(PassagePlace, numbers, page, words, wording)
    return LockedSource(
        copy=draw(DIGESTS),
        words=draw(st.integers(0, 10**8)),
        paragraphs=paragraphs,
        passages=MappingProxyType(draw(st.dictionaries(DIGESTS, places, max_size=5))),
        quotations=MappingProxyType(draw(st.dictionaries(DIGESTS, numbers, max_size=5))),
        pages=pages,
    )


@given(st.dictionaries(IDS.map(Id), locked_sources(), max_size=4))
def test_what_is_written_is_read_back_the_same(sources: dict[Id, LockedSource]) -> None:
    written = write_lock(Lock(MappingProxyType(sources)))
    assert read_lock(lock_file(written)) == Lock(MappingProxyType(sources))
    backwards = MappingProxyType(dict(reversed(sources.items())))
    assert write_lock(Lock(backwards)) == written


def test_each_thing_found_has_a_line_and_lines_are_sorted() -> None:
    first, second = sorted([digest("a"), digest("b")])
    source = LockedSource(
        digest("x"), 9, 3, MappingProxyType({second: PassagePlace(3), first: PassagePlace(1)}), MappingProxyType({})
    )
    written = write_lock(Lock(MappingProxyType({Id("z"): source, Id("a"): source})))
    entry = [f"  copy: {digest('x')}", "  words: 9", "  paragraphs: 3"]
    entry += ["  passages:", f"    {first}: 1", f"    {second}: 3"]
    lines = [line for line in written.splitlines() if not line.startswith("#")]
    assert lines == ["a:", *entry, "z:", *entry]


# ---------------------------------------------------------------- keys


@pytest.mark.parametrize(
    "same", ["The ARMY, he ... went home", "the army — he…went  home!", "“the army he” … (went home)"]
)
def test_a_passage_is_known_by_its_words_however_they_are_written(same: str) -> None:
    assert passage_key(passage(same)) == passage_key(passage("the army he … went home"))


@pytest.mark.parametrize(
    "other", ["the army he went home", "the army … he went home", "the army he … went", "army he … went home"]
)
def test_a_passage_of_other_words_is_another(other: str) -> None:
    assert passage_key(passage(other)) != passage_key(passage("the army he … went home"))


def test_a_quotation_is_known_by_its_words_its_brackets_and_its_passage() -> None:
    said = [
        quotation_key(words, where)
        for words in ("he went", "[he] went", "[he went]", "[] he went")
        for where in (None, passage("one two three"), passage("one two … three"))
    ]
    assert len(set(said)) == len(said)
    assert quotation_key("He, [so they say] WENT", None) == quotation_key("he[So they say!]went", None)


# ---------------------------------------------------------------- reading


def test_a_lock_without_a_source_is_empty() -> None:
    assert read_lock(lock_file("")) == read_lock(lock_file("# Nothing\n")) == Lock(MappingProxyType({}))
    assert read_lock(lock_file(write_lock(Lock(MappingProxyType({}))))) == Lock(MappingProxyType({}))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("<<<<<<< HEAD\n" + ENTRY, 2),
        (ENTRY + "<<<<<<< HEAD\n  passages:\n=======\n>>>>>>> theirs\n", 5),
        (ENTRY + ENTRY, 5),
        (ENTRY + FOUND + FOUND, 7),
        (ENTRY + FOUND + FOUND.splitlines()[1] + "\n", 7),
        ("- report\n", 1),
        ("report\n", 1),
        ("report:\n", 1),
        ("report: []\n", 1),
        (ENTRY.replace("  words: 104\n", ""), 1),
        (ENTRY + "  verses: {}\n", 1),
        (ENTRY.replace("104", "many"), 3),
        (ENTRY.replace("104", "-1"), 3),
        (ENTRY.replace("104", "1.5"), 3),
        (ENTRY.replace("104", "٢٢"), 3),
        (ENTRY.replace("104", "9" * 5000), 3),
        (ENTRY.replace("104", "[104]"), 3),
        (ENTRY.replace("58172a8413f21b8023201d154818ae60", "58172a"), 2),
        (ENTRY.replace("58172a8413f21b8023201d154818ae60", "{}"), 2),
        (ENTRY + FOUND.replace(": 2", ": 4"), 6),
        (ENTRY + FOUND.replace(": 2", ": 0"), 6),
        (ENTRY + FOUND.replace(": 2", ":"), 6),
        (ENTRY + FOUND.replace("202276", "zzzzzz"), 6),
        (ENTRY + "  passages: none\n", 5),
        (ENTRY + "  passages: &a\n    *a : 1\n", 6),
        ("\x00", 1),
        ("report: {copy: }\t:", 1),
    ],
)  # fmt: skip
def test_what_lock_did_not_write_is_a_problem_with_one_remedy(text: str, line: int) -> None:
    with pytest.raises(SiteError) as caught:
        read_lock(lock_file(text))
    (problem,) = caught.value.problems
    assert str(problem).endswith(": sources.lock is not as `lock` writes it; run `lock` to write it anew")
    assert problem.origin[:2] == ("sources.lock", line)


@given(st.text("report: copywds\n#{}[]-|>&*!%@`'\"\\\t158ae", max_size=40), st.integers(0, len(ENTRY + FOUND)))
def test_whatever_stands_in_it_a_lock_is_read_or_a_problem(scrap: str, place: int) -> None:
    text = f"{(ENTRY + FOUND)[:place]}{scrap}{(ENTRY + FOUND)[place:]}"
    problems: list[Problem] = []
    read = attempt(read_lock, lock_file(text), problems)
    assert [problem.origin.path for problem in problems] == ([] if read else ["sources.lock"])


# ---------------------------------------------------------------- the whole wording of a passage


def test_words_between_those_that_name_a_passage_are_locked_by_a_digest_and_others_by_their_name() -> None:
    def places(said: str) -> list[PassagePlace]:
        cite = "{report: [The pier … shut, The keys were lost]}"
        facts = f"sources: {{report: {{title: R}}}}\nplaces: {{pier: {{name: P, cite: {cite}}}}}"
        text = f"The pier {said} shut. The keys were lost."
        files = replace(content(facts), copies=(CopyFile("report.txt", Id("report"), text.encode()),))
        return [*locked(files).sources[Id("report")].passages.values()]

    (is_shut, keys), (is_not_shut, same_keys) = places("is"), places("is not")
    assert is_shut.wording != is_not_shut.wording
    assert keys == same_keys == PassagePlace(1)
    assert places("is")[0] == is_shut


def test_a_lock_of_an_older_version_is_read_and_behind_the_copies() -> None:
    files = read_site("full")
    old = re.sub(r"\{paragraph: (\d+), wording: \w+\}", r"\1", write_lock(locked(files)))
    aged = replace(files, lock=InputFile("sources.lock", old))
    assert [each.message for each in prove(content_of(aged), aged, drafts=Drafts.HIDE).problems] == [
        "sources.lock is behind what is cited and the copies"
    ]
    apart = replace(aged, copies=())
    assert not errors_in(prove(content_of(apart), apart, drafts=Drafts.HIDE).problems)


# ---------------------------------------------------------------- what it gives away


def locked(files: ContentFiles) -> Lock:
    return prove_for_lock(content_of(files), files).lock


@pytest.mark.parametrize("name", ["full", "several-sources"])
def test_a_lock_holds_nothing_of_a_source_but_what_is_cited(name: str) -> None:
    files = read_site(name)
    written = write_lock(locked(files))
    line = re.compile(
        r"#.*|[a-z0-9-]+:|  copy: [0-9a-f]{32}|  (words|paragraphs): \d+|  (passages|quotations):"
        r"|    [0-9a-f]{32}: (\d+|\{paragraph: \d+, wording: [0-9a-f]{32}\})"
    )
    assert all(line.fullmatch(each) for each in written.splitlines())
    cited = cited_in(content_of(files))
    expected = {passage_key(each.passage) for each in cited.passages}
    for quotation in cited.quotations:
        expected |= {
            quotation_key(quotation.words, where) for where in (None, *(each.passage for each in quotation.passages))
        }
    copies = {file.source: read_copy(file) for file in files.copies}
    expected |= {copy.digest for copy in copies.values()}
    # What is between the first and last words of a passage that is cited is cited.
    stretches = ((find_passage(each.passage, copies[each.source]), copies[each.source]) for each in cited.passages)
    expected |= {wording_at(found, copy).digest for found, copy in stretches if isinstance(found, Stretch)}
    digests = set(re.findall(r"[0-9a-f]{32}", written))
    assert digests <= expected
    # To be sure: no stretch of up to forty words is in it that is not cited as it stands.
    words = [paragraph.split() for file in files.copies for paragraph in read_copy(file).text.split("\n")]
    runs = {
        " ".join(each[start : start + length])
        for each in words
        for start in range(len(each))
        for length in range(1, 41)
    }
    assert {digest(run) for run in runs} & digests <= expected


# ---------------------------------------------------------------- the command

FACTS = """\
actors:
  mayor: {name: Mayor, kind: person, summary: So, cite: {one: the mayor said so, two: the council … late}}
terms:
  bridge: {name: Bridge, draft: true, summary: So, cite: {one: the bridge was shut}}
quotes:
  never: {speaker: mayor, words: said so, cite: {one: the mayor said so}}
sources:
  one: {title: One}
  two: {title: Two}
"""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A content folder with copies of its two sources, and a lock."""
    folder = tmp_path / "content"
    (folder / "facts").mkdir(parents=True)
    (folder / "sources").mkdir()
    (folder / "site.yaml").write_text(content().settings.text, encoding="utf-8")
    (folder / "facts" / "facts.yaml").write_text(FACTS, encoding="utf-8")
    (folder / "sources" / "one.txt").write_text("The mayor said so.\n\nThe bridge was shut.\n", encoding="utf-8")
    (folder / "sources" / "two.html").write_text("<p>The council met late.</p>", encoding="utf-8")
    run(folder)
    return folder


def run(folder: Path, *, check: bool = False) -> LockResult:
    return lock(Options(content=folder, templates=ROOT / "templates"), check=check)


def edited(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8", newline="")


def test_lock_notes_passages_and_quotations_of_drafts_too(desk: Path) -> None:
    assert run(desk).counts == "3 passages, 1 quotation, 2 sources"
    found = run(desk).lock.sources
    assert {source: (each.words, each.paragraphs) for source, each in found.items()} == {"one": (8, 2), "two": (4, 1)}
    assert found[Id("one")].passages[passage_key(passage("the bridge was shut"))].paragraph == 2


def test_lock_run_again_changes_nothing(desk: Path) -> None:
    before = (desk / "sources.lock").read_bytes()
    assert not run(desk, check=True).problems
    assert not run(desk).problems
    assert (desk / "sources.lock").read_bytes() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n", "\r\n"),
        ("said so.", "SAID: “so”!"),
        ("\n\n", "\n   \n\n***\n\n"),
        ("bridge", "bri\u00addge"),
        ("The", "\ufeffThe"),
    ],
)
def test_a_copy_saved_another_way_leaves_the_lock_as_it_is(desk: Path, old: str, new: str) -> None:
    edited(desk / "sources" / "one.txt", old, new)
    assert not run(desk, check=True).problems


def test_a_copy_whose_words_have_changed_parts_from_the_lock(desk: Path) -> None:
    edited(desk / "sources" / "one.txt", "shut.", "shut today.")
    (problem,) = run(desk, check=True).problems
    assert problem.message == "sources.lock is not what the copies and the citations give"


def test_sources_without_a_copy_keep_what_is_still_cited(desk: Path) -> None:
    before = run(desk).lock
    (desk / "sources" / "one.txt").unlink()
    assert run(desk).lock == before
    edited(desk / "facts" / "facts.yaml", "cite: {one: the bridge was shut}", "uncited: so")
    pruned = run(desk).lock.sources[Id("one")]
    assert list(pruned.passages) == [passage_key(passage("the mayor said so"))]
    assert pruned.quotations == before.sources[Id("one")].quotations


def test_a_source_that_is_no_more_is_not_kept(desk: Path) -> None:
    edited(desk / "facts" / "facts.yaml", ", two: the council … late", "")
    edited(desk / "facts" / "facts.yaml", "  two: {title: Two}\n", "")
    (problem,) = run(desk).problems
    assert (problem.message, problem.hint) == ("there is no source 'two'", "name the file for the id of its source")
    assert list(run(desk).lock.sources) == ["one"]


def test_what_is_found_is_noted_where_some_is_not(desk: Path) -> None:
    edited(desk / "facts" / "facts.yaml", "the bridge was shut", "the bridge was open")
    (problem,) = run(desk).problems
    assert "“the bridge was open” does not stand in 'one'" in problem.message
    assert "2 passages" in run(desk).counts


def test_a_lock_that_cannot_be_read_is_written_anew_where_all_copies_are_at_hand(desk: Path) -> None:
    before = (desk / "sources.lock").read_bytes()
    edited(desk / "sources.lock", "two:", "<<<<<<< HEAD\ntwo:")
    assert not run(desk).problems
    assert (desk / "sources.lock").read_bytes() == before


def test_a_lock_that_cannot_be_read_is_kept_where_only_it_knows_of_a_source(desk: Path) -> None:
    edited(desk / "sources.lock", "two:", "<<<<<<< HEAD\ntwo:")
    before = (desk / "sources.lock").read_bytes()
    (desk / "sources" / "two.html").unlink()
    with pytest.raises(
        SiteError, match="take it back from an earlier version: there is no copy of 'two' to write it from"
    ):
        run(desk)
    assert (desk / "sources.lock").read_bytes() == before


def test_a_copy_that_cannot_be_read_leaves_what_was_noted_of_it(desk: Path) -> None:
    before = (desk / "sources.lock").read_bytes()
    (desk / "sources" / "one.txt").write_bytes(b"\xff")
    (problem,) = run(desk).problems
    assert "is not UTF-8" in problem.message
    assert (desk / "sources.lock").read_bytes() == before


def test_without_any_copy_there_is_nothing_to_lock(desk: Path) -> None:
    shutil.rmtree(desk / "sources")
    with pytest.raises(UsageError, match="there is no copy of any source here"):
        run(desk)


@pytest.mark.parametrize("name", ["full", "several-sources"])
def test_the_lock_of_a_site_is_what_its_copies_give(name: str) -> None:
    assert not run(SITES / name / "content", check=True).problems
