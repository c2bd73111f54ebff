"""How words of a source are cited, with what else a writer should know of them."""

from __future__ import annotations

from collections.abc import Sequence

from standfirst.desk.bindings import Bindable, bindable_in
from standfirst.desk.cited_stretches import CitedStretch
from standfirst.desk.desk import Desk, Selection
from standfirst.model.frozen_class import frozen
from standfirst.sources.shortest_passage import places_of, shortest_passage, widened


@frozen
class Citation:
    """A selection as it is cited.

    `words` are the shortest passage; empty where its paragraph has no words that name it. `written_out` is the shortest
    that leaves no date or number to the ellipsis, empty where the other does not either. Where `asked` cannot be named
    by itself, `selection` has the fewest words around it with which it can, and `places` are all paragraphs with the
    same words. Its text is `printed` so, from one character of the paragraph to another, its `span`, and begins on that
    `page`, if there are pages. `cited` is all that is cited of its words.
    """

    asked: Selection
    selection: Selection
    words: str
    written_out: str
    printed: str
    span: tuple[int, int]
    places: tuple[int, ...]
    page: int | None
    cited: tuple[CitedStretch, ...]
    bindable: tuple[Bindable, ...]

    @property
    def is_widened(self) -> bool:
        return self.asked != self.selection


def citation_of(asked: Selection, desk: Desk, cited: Sequence[CitedStretch]) -> Citation:
    """Return how a selection is cited; `cited` is all that is cited already."""
    copy = desk.copies[asked.source]
    around = widened(copy, asked.paragraph, asked.first, asked.end)
    selection = Selection(asked.source, asked.paragraph, *around) if around else asked
    place = (selection.paragraph, selection.first, selection.end)
    bindable = bindable_in(desk, selection)
    values = [copy.words_touched(selection.paragraph, each.start, each.end) for each in bindable]
    words = shortest_passage(copy, *place) or ""
    written_out = shortest_passage(copy, *place, written_out=values) or ""
    same = places_of(copy, asked.paragraph, asked.first, asked.end)
    return Citation(
        asked,
        selection,
        words,
        written_out if written_out != words else "",
        copy.printed(*place),
        copy.characters_of(*place),
        tuple(paragraph for paragraph, *_ in same),
        copy.page_of(copy.index.words_of(selection.paragraph)[selection.first]),
        tuple(each for each in cited if each.selection.overlaps(selection)),
        bindable,
    )
