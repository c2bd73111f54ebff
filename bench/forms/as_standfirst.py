"""The made-up explainer as a content folder of Standfirst."""

from __future__ import annotations

import textwrap
from pathlib import Path

from bench.corpus import VERBS, Actor, Corpus, Event, Passage, Relation
from bench.forms.writing import in_files, quoted, write

_SITE = """\
title: A large explainer
standfirst: Many actors.
language: {language}
base_url: https://example.org/
published: 2024-01-01
updated: 2024-01-02
facts_as_of: 2024-01-01
licence: CC0-1.0
verbs:
{verbs}"""
_VERB = "  {}: {{label: {}, inverse: {}, stance: {}}}\n"


def write_standfirst(corpus: Corpus, folder: Path) -> None:
    """Write the content folder, with the copy of its source; `lock` is still to be run."""
    verbs = "".join(
        _VERB.format(verb, quoted(label), quoted(back), side) for verb, (label, back, side) in VERBS.items()
    )
    write(folder / "site.yaml", _SITE.format(language=corpus.language, verbs=verbs))
    write(folder / "sections" / "10-all.md", "---\ntitle: What is this?\n---\nA large explainer.\n")
    for number, actors in in_files(corpus.actors):
        relations = "".join(_relation(actor, each) for actor in actors for each in actor.relations)
        people = "".join(map(_actor, actors))
        write(folder / "facts" / f"actors-{number}.yaml", f"actors:\n{people}relations:\n{relations}")
    for number, events in in_files(corpus.events):
        write(folder / "facts" / f"events-{number}.yaml", "events:\n" + "".join(map(_event, events)))
    source = f"sources:\n  src: {{title: The source, language: {corpus.language}}}\n"
    write(folder / "facts" / "sources.yaml", source)
    write(folder / "sources" / "src.txt", corpus.source)


def _cite(passage: Passage) -> str:
    return f"cite: {{src: {quoted(passage.words)}}}"


def _actor(actor: Actor) -> str:
    head = f"  {actor.id}:\n    name: {quoted(actor.name)}\n    kind: person\n    role: {actor.role}\n"
    text = textwrap.indent(actor.text, "      ")
    return f"{head}    summary: {quoted(actor.summary)}\n    text: |\n{text}    {_cite(actor.cite)}\n"


def _relation(actor: Actor, relation: Relation) -> str:
    keys = f"subject: {actor.id}, verb: {relation.verb}, object: {relation.object}"
    return f"  {relation.id}: {{{keys}, {_cite(relation.cite)}}}\n"


def _event(event: Event) -> str:
    keys = f"date: {event.date}, title: {quoted(event.title)}, text: {quoted(event.text)}"
    return f"  {event.id}: {{{keys}, actors: [{', '.join(event.actors)}], {_cite(event.cite)}}}\n"
