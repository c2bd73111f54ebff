"""What stands just before a passage, where its copy is at hand: a qualifier that was cut off from its number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from standfirst.cache import cached_per_item
from standfirst.language import numbers
from standfirst.model import Figure, Id, LanguageTag, Passage, Qualifier
from standfirst.problems.errors import Problem, Severity
from standfirst.sources.copies import Copy
from standfirst.sources.matching import find_passage

# The longest wordings of a qualifier, such as "in the region of", have so many words, and numbers not many more.
_BEFORE, _WITHIN = 4, 12


def cut_qualifiers(
    figures: Sequence[Figure], copies: Mapping[Id, Copy], languages: Mapping[Id, LanguageTag]
) -> Iterator[Problem]:
    """Every figure whose source qualifies its number just before a passage that begins with it, as warnings.

    `copies` and `languages` are those of the sources, by their ids. What stands within a passage is seen without its
    copy, and by another rule.
    """
    return _cut_from.flat_map(figures, given=(copies, languages))


@cached_per_item
def _cut_from(figure: Figure, copies: Mapping[Id, Copy], languages: Mapping[Id, LanguageTag]) -> Iterator[Problem]:
    for citation in figure.cite:
        source = citation.source.to.id
        for passage in citation.passages if source in copies else ():
            found = _cut(passage, copies[source], figure, languages[source])
            for qualifier in sorted(found, key=lambda each: each.value):
                message = f"just before a passage that {figure.fact_id} cites, '{source}' says '{qualifier.value}'"
                hint = f"begin the passage with that, and write `qualifier: {qualifier.value}`"
                yield Problem(figure.origin_of("value"), message, hint, Severity.WARNING)


def _cut(passage: Passage, copy: Copy, figure: Figure, language: LanguageTag) -> frozenset[Qualifier]:
    stretch = find_passage(passage, copy)
    if isinstance(stretch, Problem):
        return frozenset()
    before = copy.text[copy.start_of_paragraph_at(stretch.start) : stretch.start].split()[-_BEFORE:]
    within = copy.text[stretch.start : stretch.end].split()[:_WITHIN]
    whole, cut = (" ".join(words) for words in ((*before, *within), within))
    found, kept = (numbers.foreign_qualifiers(each, figure.value, figure.qualifier, language) for each in (whole, cut))
    return found - kept
