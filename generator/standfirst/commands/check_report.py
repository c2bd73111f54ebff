"""What `check --report` shows of each fact: who says so, where its passages stand, and why it cites none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standfirst.model import Citing, Dated, Fact
from standfirst.model.frozen_class import frozen
from standfirst.model.voices import voices_of
from standfirst.model.walking import Holder
from standfirst.site.site import Site
from standfirst.sources.citations import passages_of
from standfirst.sources.lock import Lock

_HEAD = ("Fact", "Who says so", "Rests on", "How")
_NOTHING = "–"
# Wider columns would not stand side by side on a terminal; the last may be as long as it likes.
_WIDEST = 40


@frozen
class FactSupport:
    """What one fact, or one part of the prose, rests on; ids stand for names, so that all of it can be looked up."""

    what: str
    voices: tuple[str, ...]
    places: tuple[str, ...]
    how: str


def support_of_facts(site: Site, lock: Lock) -> tuple[FactSupport, ...]:
    """Return how each fact that can cite is supported, in the order of the site, and before them the prose."""
    prose: list[tuple[str, Holder]] = [("explainer", site.explainer)]
    prose += ((f"section:{section.id}", section) for section in site.sections)
    return (
        *(_support_of_prose(name, holder, lock) for name, holder in prose),
        *(_support_of_fact(fact, lock) for fact in site.facts if isinstance(fact, Citing)),
    )


def support_table(rows: Sequence[FactSupport]) -> str:
    """Return the rows as a table with a line below that counts them."""
    cells = [_HEAD, *((row.what, *map(_in_list, (row.voices, row.places)), row.how) for row in rows)]
    widths = [min(_WIDEST, max(len(row[column]) for row in cells)) for column in range(len(_HEAD) - 1)]
    lines = ["  ".join([*map(str.ljust, row, widths), row[-1]]).rstrip() for row in cells]
    checked = sum(bool(row.places) for row in rows)
    return "\n".join([*lines, f"{checked} of {len(rows)} rest on passages whose wording was checked."])


def _support_of_prose(name: str, holder: Holder, lock: Lock) -> FactSupport:
    places = _cited_paragraphs(holder, lock)
    return FactSupport(name, (), places, _wording_checked(places))


def _support_of_fact(fact: Fact, lock: Lock) -> FactSupport:
    voices = voices_of(fact)
    places = _cited_paragraphs(fact, lock)
    named = [str(voice.to.id) for voice in voices or ()]
    if voices == () and places:
        named.append("the source")
    if relayed := getattr(fact, "relaying", None):
        named.append(f"relaying {relayed.to.id}")
    return FactSupport(str(fact.fact_id), tuple(named), places, "; ".join(_how(fact, places)))


def _how(fact: Fact, places: tuple[str, ...]) -> Iterator[str]:
    if isinstance(fact, Citing) and fact.uncited:
        yield f"uncited: {fact.uncited}"
    else:
        yield _wording_checked(places)
    if isinstance(fact, Dated) and fact.reckoned:
        yield "date reckoned"


def _wording_checked(places: tuple[str, ...]) -> str:
    return "wording checked" if places else "cites nothing"


def _cited_paragraphs(holder: Holder, lock: Lock) -> tuple[str, ...]:
    """The paragraphs that are cited, by source, or the pages if it has these: `article ¶2, 6`, `report p. 4`."""
    found: dict[str, set[int]] = {}
    for cited in passages_of(holder):
        place = lock.place_of(cited.source, cited.passage)
        sign = "p. " if place.page else "¶"
        found.setdefault(f"{cited.source} {sign}", set()).add(place.page or place.paragraph)
    return tuple(f"{source}{', '.join(map(str, sorted(places)))}" for source, places in sorted(found.items()))


def _in_list(words: Sequence[str]) -> str:
    return "; ".join(words) or _NOTHING
