"""By what shorter names a full name may be called again: a surname, the name of a company without "Corp.", letters."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence

import regex

from standfirst.draft.names.tables import city_ranks, cue, key_of, known_names, listed, organisation_words, place_words
from standfirst.language.common_words import common_words

_SUFFIXES = frozenset(("jr", "jr.", "sr", "sr.", "ii", "iii", "iv"))
_ARTICLE = regex.compile(r"(?:al|el|as|ash|at|an|ad|ar|az|ul|ed|es)-")
_LETTERS = regex.compile(r"(?:\p{L}\.)+")
_SMALL = frozenset(("of", "for", "and", "on", "the", "&", "in"))


@functools.lru_cache(maxsize=8192)
def of_person(name: str) -> tuple[str, ...]:
    """Return the keys by which a person with a full name may be called: surnames first, the given name last."""
    keys = [key for key in key_of(name).split() if key not in _SUFFIXES]
    if len(keys) < 2:
        return tuple(_parts_of_surname(keys[0])) if keys else ()
    start = len(keys) - 1
    while start > 1 and keys[start - 1] in cue("surname particles"):
        start -= 1
    surname = " ".join(keys[start:])
    forms = [surname, *_parts_of_surname(keys[-1])]
    if len(keys) > 2:
        forms += [" ".join(keys[at:]) for at in range(1, start)]
        forms.append(f"{keys[0]} {surname}")
    return tuple(dict.fromkeys((*forms, keys[0])))


def _parts_of_surname(surname: str) -> Iterator[str]:
    yield surname
    if _ARTICLE.match(surname):
        yield _ARTICLE.sub("", surname)
    elif "-" in surname:
        yield from (part for part in surname.split("-") if len(part) > 2)


@functools.lru_cache(maxsize=8192)
def of_organisation(name: str) -> tuple[str, ...]:
    """Return the keys by which a body may be called: its letters, its name without what tells that it is one."""
    keys = key_of(name).split()
    forms = [*_letters(keys)]
    tails = organisation_words("tails")
    end = len(keys)
    while end > 1 and keys[end - 1] in tails:
        end -= 1
        if not _is_another(begun := " ".join(keys[:end])):
            forms.append(begun)
    if len(keys) > 1 and not any(key in _SMALL for key in keys):
        forms += [key for key in (keys[0], keys[-1]) if _tells(key)]
    if keys[0] in place_words("states") or keys[0] in ("u.s.", "u.n.", "uk", "us"):
        forms.append(" ".join(keys[1:]))
    if keys[-1] in tails or keys[-1] in organisation_words("teams"):
        forms.append(keys[-1])
    return tuple(dict.fromkeys(form for form in forms if form and form != key_of(name)))


def without_legal_form(name: str) -> str:
    """Return the name of a company without "Corp." and the like."""
    words = name.split()
    while len(words) > 1 and key_of(words[-1]) in organisation_words("legal"):
        words.pop()
    return " ".join(words).rstrip(",&")


def _tells(key: str) -> bool:
    """Whether a word of a body's name may stand for it alone."""
    is_word = key in common_words() or key in listed("given_names.txt")
    return len(key) > 2 and not is_word and not _is_another(key)


def _is_another(key: str) -> bool:
    """Whether what begins a name is another name: "U.N." in that of its council."""
    return key in known_names() or _LETTERS.fullmatch(key) is not None


def _letters(keys: Sequence[str]) -> Iterator[str]:
    """Yield what the first letters of a name make, with and without those of small words."""
    long = [key for key in keys if key not in _SMALL and key[0].isalpha()]
    if len(long) > 1:
        yield "".join(key[0] for key in long)
        yield "".join(f"{key[0]}." for key in long)
        yield "".join(key[0] for key in keys if key != "the")
        yield "".join(part[0] for key in long for part in key.split("-") if part)


def is_city_of(key: str, name: str) -> bool:
    """Tell whether a key is the city in the name of a club."""
    return key in city_ranks() and key in key_of(name).split()
