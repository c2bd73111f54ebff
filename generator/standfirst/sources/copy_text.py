"""What is read of a copy, whatever its format."""

from __future__ import annotations

from standfirst.model.frozen_class import frozen

# As a text file has it: what follows stands on the next page.
PAGE_TURN = "\f"


@frozen
class CopyText:
    """The paragraphs of a copy as they are printed, blanks as they come; some may have no word.

    `rejoined` are the two parts of each word that was broken at the end of a line and is put together, `parted` those
    of each that keeps its hyphen there. Where the copy has pages, `pages` says how many, and there is a `PAGE_TURN` in
    the paragraphs for each page but the first, up to the last with text; `pictures` are the numbers, from 1, of pages
    that show pictures and have no text.
    """

    paragraphs: tuple[str, ...]
    rejoined: frozenset[tuple[str, str]] = frozenset()
    parted: frozenset[tuple[str, str]] = frozenset()
    pages: int = 0
    pictures: tuple[int, ...] = ()
