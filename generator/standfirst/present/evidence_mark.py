"""The mark behind a statement: one for all its citations, with its label, and its name for those who do not see it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from standfirst.language.isolation import isolated
from standfirst.language.locale import translations
from standfirst.model import Id, Source
from standfirst.present.evidence_views import CitationView, Evidence, PassageView
from standfirst.present.view_parts import Link

# A label has room for so many paragraphs; the mark opens to all of them.
_MOST_IN_LABEL = 3
# And for so many characters of the name of a source.
_LONGEST_NAME = 18


def evidence_of(citations: Iterable[CitationView], language: str) -> Evidence:
    """Return the evidence that citations are, with one mark for all of them; without any, there is no mark."""
    together = merged(citations)
    return Evidence(together, _label(together, language), _name(together, language)) if together else Evidence()


def merged(citations: Iterable[CitationView]) -> tuple[CitationView, ...]:
    """Return citations with each source once and each of its passages once, in the order in which they first come."""
    all_of_them = tuple(citations)
    if len(all_of_them) == 1 and len(all_of_them[0].passages) == 1:  # as of most statements
        return all_of_them
    passages: dict[tuple[Link, str], dict[PassageView, None]] = {}
    for citation in all_of_them:
        source = citation.source, citation.mark_name
        passages.setdefault(source, {}).update(dict.fromkeys(citation.passages))
    return tuple(CitationView(source, tuple(each), name) for (source, name), each in passages.items())


def mark_names(sources: Sequence[Source]) -> Mapping[Id, str]:
    """Return what marks call each source: nothing where it is the only one.

    That is its short name, or else its publisher, or else its title, as far as a mark has room; what several sources
    are called gets a number behind it.
    """
    if len(sources) == 1:
        return {sources[0].id: ""}
    names = [_shortened(source.short_name or source.publisher or source.title or source.id) for source in sources]
    shared, counted = Counter(names), Counter[str]()
    found = {}
    for source, name in zip(sources, names, strict=True):
        counted[name] += 1
        found[source.id] = f"{name} {counted[name]}" if shared[name] > 1 else name
    return found


def _shortened(name: str) -> str:
    """A name without what explains it in brackets, cut between words where a mark has no room for all of it."""
    plain = name.partition(" (")[0]
    if len(plain) <= _LONGEST_NAME:
        return plain
    beginning = plain[:_LONGEST_NAME]
    return (beginning.rpartition(" ")[0] or beginning).rstrip(",;:.") + "…"


def _has_pages(citation: CitationView) -> bool:
    return any(passage.page for passage in citation.passages)


def _places(citation: CitationView) -> list[int]:
    """The pages of what is cited, or where the source has none the paragraphs."""
    return sorted({passage.page or passage.paragraph for passage in citation.passages})


def _label(citations: Sequence[CitationView], language: str) -> str:
    """Return the label of a mark: "¶3, 5", "p. 3", "¶3, 5, 7 …", and of several sources "Letter ¶2; Courier ¶1, 4"."""
    words = translations(language)
    room, parts = _MOST_IN_LABEL, []
    for citation in citations:
        shown = _places(citation)[:room]
        room -= len(shown)
        if shown:
            numbers = words.gettext(", ").join(map(str, shown))
            pages = words.ngettext("p. %(numbers)s", "pp. %(numbers)s", len(shown)) % {"numbers": numbers}
            places = pages if _has_pages(citation) else f"¶{numbers}"
            parts.append(f"{isolated(citation.mark_name, language)} {places}" if citation.mark_name else places)
    label = words.gettext("; ").join(parts)
    return f"{label} …" if sum(len(_places(citation)) for citation in citations) > _MOST_IN_LABEL else label


def _name(citations: Sequence[CitationView], language: str) -> str:
    """Return the accessible name of a mark, which has the label's words for those who say aloud what they see."""
    words = translations(language)
    if any(map(_has_pages, citations)):
        return words.gettext("; ").join(_with_name(each, _said(each, language)) for each in citations)
    places = [(citation, _places(citation)) for citation in citations]
    numbers = words.gettext("; ").join(
        _with_name(citation, words.gettext(", ").join(map(str, each))) for citation, each in places
    )
    count = sum(len(each) for _, each in places)
    if any(citation.mark_name for citation in citations):
        said = words.ngettext("source and paragraph: %(numbers)s", "sources and paragraphs: %(numbers)s", count)
    else:
        said = words.ngettext("paragraph %(numbers)s", "paragraphs %(numbers)s", count)
    return said % {"numbers": numbers}


def _said(citation: CitationView, language: str) -> str:
    words, places = translations(language), _places(citation)
    if _has_pages(citation):
        said = words.ngettext("page %(numbers)s", "pages %(numbers)s", len(places))
    else:
        said = words.ngettext("paragraph %(numbers)s", "paragraphs %(numbers)s", len(places))
    return said % {"numbers": words.gettext(", ").join(map(str, places))}


def _with_name(citation: CitationView, places: str) -> str:
    return f"{citation.mark_name} {places}" if citation.mark_name else places
