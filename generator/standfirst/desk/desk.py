"""A writer's desk: the copies of the sources, and the explainer as far as it can be read."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import accumulate, chain
from types import MappingProxyType

from standfirst.decoding.decode import decode
from standfirst.draft.article import Article
from standfirst.model import Content, Id, LanguageTag, Source
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem
from standfirst.reading.files import ContentFiles
from standfirst.sources.copies import Copy
from standfirst.sources.prove import readable, wording_in

_BETWEEN = "\n\n"


@frozen
class Selection:
    """Words of a copy: the paragraph, from 1, and in it the first word and the one behind the last, from 0."""

    source: Id
    paragraph: int
    first: int
    end: int

    def overlaps(self, other: Selection) -> bool:
        """Tell whether both have a word in common."""
        is_beside = (self.source, self.paragraph) != (other.source, other.paragraph)
        return not is_beside and self.first < other.end and other.first < self.end


@frozen
class Desk:
    """The copies at hand by their sources, what is written so far, and the copies that cannot be read."""

    content: Content
    copies: Mapping[Id, Copy]
    problems: tuple[Problem, ...] = ()

    @property
    def sources(self) -> dict[Id, Source]:
        """The sources that have a record."""
        return {fact.id: fact for fact in self.content.facts if isinstance(fact, Source)}

    def language_of(self, source: Id) -> LanguageTag:
        """Return the language of a source."""
        record = self.sources.get(source)
        return (record and record.language) or self.content.explainer.language

    def article(self, source: Id, paragraphs: range) -> Article:
        """Return some paragraphs of a copy, by their indices from 0, as the text in which dates are found."""
        record = self.sources.get(source)
        texts = self.copies[source].paragraphs[paragraphs.start : paragraphs.stop]
        starts = accumulate((len(text) + len(_BETWEEN) for text in texts), initial=0)
        return Article(
            source=source,
            text=_BETWEEN.join(texts),
            paragraphs=tuple((start, start + len(text)) for start, text in zip(starts, texts, strict=False)),
            language=self.language_of(source),
            published=(record.published or record.reckon_from) if record else None,
        )


def desk_of(files: ContentFiles) -> Desk:
    """Return the desk for a content folder. What cannot be read of it is left out: a writer is at work there."""
    content = decode(files).content
    sources = {fact.id: fact for fact in content.facts if isinstance(fact, Source)}
    read = [wording_in(readable(file, sources.get(file.source))) for file in files.copies]
    copies = {wording.copy.source: wording.copy for wording, _ in read if wording}
    return Desk(content, MappingProxyType(copies), tuple(chain.from_iterable(problems for _, problems in read)))
