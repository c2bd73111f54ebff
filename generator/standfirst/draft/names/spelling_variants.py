"""Whether two names may be one name in two transliterations: "Gadhafi" and "Gaddafi"."""

from __future__ import annotations

import re

from rapidfuzz.distance import Levenshtein

_SAME = str.maketrans({"q": "k", "g": "k", "c": "k", "y": "i", "j": "i", "z": "s", "v": "f", "b": "p", "w": "u"})
_SHORTEST = 5
_NEAR = 2


def are_variants(one: str, other: str) -> bool:
    """Tell whether two keys are spelt nearly alike, and have the same consonants but for h and doubled ones."""
    if one == other or min(len(one), len(other)) < _SHORTEST or one[0] != other[0]:
        return False
    return skeleton(one) == skeleton(other) and Levenshtein.distance(one, other, score_cutoff=_NEAR) <= _NEAR


def skeleton(key: str) -> str:
    """Return the consonants of a key, those alike that transliterations confuse."""
    consonants = re.sub("[aeiouyh'’-]", "", key).translate(_SAME)
    return re.sub(r"(.)\1+", r"\1", consonants)
