"""First letters that are set over several lines, given back to their words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from standfirst.sources.pdf.fragments import Fragment

# To the size of the text; and in sizes of the letter how far its word may be.
_LARGER, _CLOSE = 1.8, 0.5


def with_drop_caps(page: Sequence[Fragment]) -> tuple[Fragment, ...]:
    """Return what stands on a page, each large first letter with the words beside its head."""
    if not page:
        return ()
    usual = median(each.size for each in page)
    found = list(page)
    for letter in [
        each for each in page if len(each.text) == 1 and each.text.isalpha() and each.size > _LARGER * usual
    ]:
        beside = [each for each in found if each is not letter and _begins_beside(each, letter)]
        if beside:
            first = min(beside, key=lambda each: each.baseline)
            words = {first: letter.text + first.text}
            # Its lines begin where the letter does.
            found = [
                replace(each, start=letter.start, text=words.get(each, each.text)) if each in beside else each
                for each in found
                if each is not letter
            ]
    return tuple(found)


def _begins_beside(each: Fragment, letter: Fragment) -> bool:
    """Tell whether a fragment begins right behind a letter, at its height."""
    is_near = letter.start < each.start and each.start - letter.end < _CLOSE * letter.size
    return is_near and each.size < letter.size and each.is_beside(letter)
