"""The mark behind a statement: one for all its citations, with its label, and its name for those who do not see it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from standfirst.language.locale import translations
from standfirst.present.views import CitationView, Evidence, Link, PassageView

# A label has room for so many paragraphs; the mark opens to all of them.
_MOST_IN_LABEL = 3


def evidence_of(citations: Iterable[CitationView], language: str) -> Evidence:
    """Return the evidence that citations are, with one mark for all of them; without any, there is no mark."""
    together = merged(citations)
    places = [_paragraphs(citation) for citation in together]
    return Evidence(together, _label(places, language), _name(places, language)) if together else Evidence()


def merged(citations: Iterable[CitationView]) -> tuple[CitationView, ...]:
    """Return citations with each source once and each of its passages once, in the order in which they first come."""
    all_of_them = tuple(citations)
    if len(all_of_them) == 1 and len(all_of_them[0].passages) == 1:  # as of most statements
        return all_of_them
    passages: dict[Link, dict[PassageView, None]] = {}
    for citation in all_of_them:
        passages.setdefault(citation.source, {}).update(dict.fromkeys(citation.passages))
    return tuple(CitationView(source, tuple(each)) for source, each in passages.items())


def _paragraphs(citation: CitationView) -> list[int]:
    return sorted({passage.paragraph for passage in citation.passages})


def _label(places: Sequence[Sequence[int]], language: str) -> str:
    """Return the label of a mark, source by source the numbers of paragraphs: "¶3, 5", "¶4 ¶1", "¶3, 5, 7 …"."""
    room, parts = _MOST_IN_LABEL, []
    for paragraphs in places:
        shown = paragraphs[:room]
        room -= len(shown)
        if shown:
            parts.append("¶" + translations(language).gettext(", ").join(map(str, shown)))
    return " ".join([*parts, "…"] if sum(map(len, places)) > _MOST_IN_LABEL else parts)


def _name(places: Sequence[Sequence[int]], language: str) -> str:
    """Return the accessible name of a mark, which has the label's numbers for those who say aloud what they see."""
    words = translations(language)
    numbers = words.gettext("; ").join(words.gettext(", ").join(map(str, each)) for each in places)
    if len(places) > 1:
        return words.gettext("Sources: paragraphs %(numbers)s") % {"numbers": numbers}
    count = len(places[0])
    said = words.ngettext("Source: paragraph %(numbers)s", "Source: paragraphs %(numbers)s", count)
    return said % {"numbers": numbers}
