"""Proposals as a content folder: what is written builds, and is not proposed again."""

import re
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from standfirst.commands.draft import DraftResult, draft
from standfirst.draft.names import Known
from standfirst.draft.proposals import (
    ActorProposal,
    DateProposal,
    EventProposal,
    FigureProposal,
    Mention,
    PlaceProposal,
    Proposals,
    QuoteProposal,
    RelationProposal,
    UnknownProposal,
)
from standfirst.draft.verbs import with_known_verbs
from standfirst.language.dates import parse
from standfirst.model import Drafts, Id, Qualifier, Quote, Stance, Verb, VerbId
from standfirst.model.facts import ActorKind
from standfirst.options import Options
from standfirst.pipeline import BuiltSite, make_site
from standfirst.problems.errors import UsageError
from standfirst.program import default_theme

TEXT = (
    "Arle Council shut the bridge on 3 March 2025, its leader Ada Poe said. “It is not safe,” Poe said, “and we are"
    " sorry.”\n\nBrenn backs the council. Some 400 people had to leave Arle. The council did not say who will pay."
)
LEFT_TO_WRITE = [f"this {key} is still what `draft` wrote" for key in ("title", "standfirst")]
BACKS = Verb(id=VerbId("backs"), label="backs", inverse="is backed by", stance=Stance.FOR)


def at(words: str) -> Mention:
    start = TEXT.index(words)
    return Mention(start, start + len(words), words)


def _actor(name: str, kind: ActorKind, *aliases: str, role: str = "") -> ActorProposal:
    found = (Mention(each.start(), each.end(), each[0]) for each in re.finditer(re.escape(aliases[-1]), TEXT))
    name_of = Id(aliases[-1].lower())
    return ActorProposal(id=name_of, name=name, kind=kind, aliases=aliases, role=role, mentions=tuple(found))


DATE = at("3 March 2025")
SHUT, BACKED, LEFT, PAID = (
    at("Arle Council shut the bridge on 3 March 2025"),
    at("Brenn backs the council"),
    at("Some 400"),
    at("The council did not say who will pay"),
)
PROPOSALS = Proposals(
    actors=(
        _actor("Ada Poe", ActorKind.PERSON, "Poe", role="leader [of it]"),
        _actor("Arle Council", ActorKind.GOVERNMENT, "Arle", "Council"),
        _actor("Brenn", ActorKind.STATE, "Brenn"),
    ),
    places=(PlaceProposal(id=Id("arle"), name="Arle", mentions=(at("Arle."),)),),
    quotes=(
        QuoteProposal(
            start=at("“It is").start,
            end=at("sorry.”").start + 7,
            actor=Id("poe"),
            parts=(at("It is not safe,"), at("and we are sorry.")),
        ),
        QuoteProposal(start=0, end=4, parts=(at("Arle"),)),
    ),
    figures=(
        FigureProposal(
            LEFT.start,
            LEFT.end,
            LEFT.text,
            value="400",
            qualifier=Qualifier.ABOUT,
            unit="people",
            label="who had to leave",
        ),
        FigureProposal(LEFT.start, LEFT.end, LEFT.text, value="400"),
    ),
    events=(
        EventProposal(
            SHUT.start,
            SHUT.end,
            SHUT.text,
            value="2025-03-03",
            title="Arle Council shut the bridge",
            actors=(Id("council"),),
            place=Id("arle"),
            date=DateProposal(DATE.start, DATE.end, DATE.text, value="2025-03-03"),
        ),
    ),
    relations=(
        RelationProposal(
            BACKED.start, BACKED.end, BACKED.text, subject=Id("brenn"), verb=BACKS.id, object=Id("council")
        ),
    ),
    unknowns=(UnknownProposal(PAID.start, PAID.end, PAID.text, question="Who will pay?", doubts=("Is it asked?",)),),
    verbs=(BACKS,),
)


def known_or_new(proposals: Proposals, known: Known) -> Proposals:
    """The proposals as a backend gives them that knows whom the explainer has."""
    names = {*(fact.name for fact in known.actors), *(fact.name for fact in known.places)}
    return replace(
        proposals,
        actors=tuple(replace(actor, is_known=actor.name in names) for actor in proposals.actors),
        places=tuple(replace(place, is_known=place.name in names) for place in proposals.places),
    )


def drafted(folder: Path, article: str = TEXT, proposals: Proposals = PROPOSALS) -> DraftResult:
    """Draft an article in a folder, as if these were its proposals."""
    path = folder / "report.txt"
    path.write_text(article)
    options = Options(content=folder / "content", templates=default_theme())
    return draft(
        options, path, None, parse("2025-03-09"), backend=lambda _article, known: known_or_new(proposals, known)
    )


def built(folder: Path) -> BuiltSite:
    return make_site(Options(content=folder / "content", templates=default_theme(), drafts=Drafts.SHOW))


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_what_is_drafted_builds_and_leaves_only_the_words_at_the_top_to_write_and_all_of_it_is_a_draft(
    tmp_path: Path,
) -> None:
    result = drafted(tmp_path)
    site = built(tmp_path)
    assert [each.message for each in site.warnings] == LEFT_TO_WRITE
    assert all(fact.draft for fact in site.site.facts)
    kinds = Counter(fact.KIND.value for fact in site.site.facts)
    assert kinds == {
        "actor": 3,
        **dict.fromkeys(("place", "event", "quote", "figure", "relation", "unknown", "source"), 1),
    }
    assert result.counts == "3 actors, 1 place, 1 event, 1 quote, 1 figure, 1 relation, 1 unknown"


def test_a_quotation_that_is_split_is_one_with_its_gap_marked(tmp_path: Path) -> None:
    drafted(tmp_path)
    assert [quote.words for quote in built(tmp_path).site.facts if isinstance(quote, Quote)] == [
        "It is not safe, […] and we are sorry."
    ]


def test_a_role_has_no_more_words_than_may_be_copied(tmp_path: Path) -> None:
    long = replace(PROPOSALS.actors[0], role="leader of the council that shut the old bridge on a day in March")
    drafted(tmp_path, proposals=replace(PROPOSALS, actors=(long, *PROPOSALS.actors[1:])))
    assert "role: leader of the council that shut the\n" in (tmp_path / "content/facts/actors.yaml").read_text()


def test_what_the_words_do_not_tell_is_left_out_and_said(tmp_path: Path) -> None:
    notes = drafted(tmp_path).drafted.notes
    assert [note.partition(":")[2] for note in notes] == [
        " a quotation, “Arle …”: the words do not tell which actor speaks.",
        " a figure, “Some 400 …”: the words do not tell what it counts.",
    ]
    assert (tmp_path / "content/facts/left-out.yaml").read_text().count("Left out") == 2


def test_a_name_that_an_actor_and_a_place_share_is_no_alias(tmp_path: Path) -> None:
    drafted(tmp_path)
    actors = (tmp_path / "content/facts/actors.yaml").read_text()
    assert "aliases: [Council]" in actors
    assert "# Others share a name with this one, so it is not among the aliases: Arle." in actors


def test_an_article_that_was_drafted_is_not_proposed_again_and_nothing_is_changed(tmp_path: Path) -> None:
    drafted(tmp_path)
    before = files_in(tmp_path / "content")
    assert drafted(tmp_path).counts == "nothing new"
    assert files_in(tmp_path / "content") == before


def test_another_article_adds_what_is_new_in_files_of_its_own(tmp_path: Path) -> None:
    drafted(tmp_path)
    before = files_in(tmp_path / "content")
    more = replace(PROPOSALS, actors=(), places=(), quotes=(), figures=(), events=(), relations=())
    (tmp_path / "second.txt").write_text(f"{TEXT} No more is known.")
    options = Options(content=tmp_path / "content", templates=default_theme())
    result = draft(options, tmp_path / "second.txt", None, None, backend=lambda _article, _known: more)
    assert [path.relative_to(tmp_path / "content").as_posix() for path in result.files] == [
        "sources/second.txt",
        "facts/draft-second.yaml",
    ]
    after = files_in(tmp_path / "content")
    assert {name: body for name, body in after.items() if name in before and name != "sources.lock"} == {
        name: body for name, body in before.items() if name != "sources.lock"
    }
    assert [each.message for each in built(tmp_path).warnings] == LEFT_TO_WRITE


def test_a_relation_whose_verb_the_explainer_lacks_is_left_out_with_the_line_to_add() -> None:
    found, notes = with_known_verbs(PROPOSALS, ())
    assert found.relations == ()
    assert notes == (
        "Left out: relations of brenn and council; for these, site.yaml needs among its verbs:"
        " backs: {label: backs, inverse: is backed by, stance: for}",
    )


def test_another_text_under_the_id_of_a_source_is_refused(tmp_path: Path) -> None:
    drafted(tmp_path)
    before = files_in(tmp_path / "content")
    with pytest.raises(UsageError, match="there is a copy of 'report' already, with other words"):
        drafted(tmp_path, "Quite another text.")
    assert files_in(tmp_path / "content") == before
