"""The whole wording of a passage, known by one digest: in a copy, in the lock, and by a name that gives all of it.

The digest does not depend on how words are broken at the ends of lines. `recheck` compares wordings by it, and a
vouching holds by it.
"""

from __future__ import annotations

from standfirst.language.words import Digest, FoldedWords, digest, fold
from standfirst.model import Passage
from standfirst.model.frozen_class import frozen
from standfirst.sources.copies import Copy
from standfirst.sources.matching import Stretch
from standfirst.sources.passages import wording_of


@frozen
class KnownWording:
    """The whole wording of a passage: its digest, and its folded words where they are known."""

    digest: Digest
    words: FoldedWords = FoldedWords("")


def wording_known_by(folded: FoldedWords) -> KnownWording:
    """Return the whole wording of a passage of these words."""
    return KnownWording(digest(folded.replace(" ", "")), folded)


def wording_at(stretch: Stretch, copy: Copy) -> KnownWording:
    """Return the whole wording of a stretch of a copy."""
    return wording_known_by(FoldedWords(copy.text[stretch.start : stretch.end].strip()))


def named_wording(passage: Passage) -> KnownWording | None:
    """Return the whole wording of a passage that its name gives; None where that leaves out what is between."""
    parts = wording_of(passage).parts
    return wording_known_by(parts[0]) if len(parts) == 1 else None


def printed_wording(words: str) -> KnownWording:
    """Return the whole wording of a passage as it is printed, with the marks around it."""
    return wording_known_by(fold(words))
