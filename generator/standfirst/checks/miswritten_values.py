"""Units, names and licences that can be read, but are not written so that checks and readers understand them."""

from __future__ import annotations

from collections.abc import Iterator

from standfirst.cache import cached_per_item
from standfirst.language import numbers
from standfirst.model import Actor, Explainer, Fact, Figure, Image, LanguageTag, Origin, Source, Term
from standfirst.model.licences import identifier_to_write
from standfirst.problems.errors import Problem, Severity, miswritten
from standfirst.problems.remedies import write
from standfirst.site.site import Site

_LONGEST_HINT = 80


def miswritten_values(site: Site) -> Iterator[Problem]:
    """Yield a warning for each unit, list of names and licence that is not written as it must be."""
    explainer = site.explainer
    yield from _of_fact.flat_map(site.facts, given=(explainer.language,))
    yield from _names(explainer.authors, explainer.origin_of("authors"))
    yield from _licence(explainer)


@cached_per_item
def _of_fact(fact: Fact, language: LanguageTag) -> Iterator[Problem]:
    if isinstance(fact, Actor | Term):
        yield from _names(fact.aliases, fact.origin_of("aliases"))
    if isinstance(fact, Image | Source):
        yield from _licence(fact)
    if isinstance(fact, Source):
        yield from _excerpts(fact)
    if isinstance(fact, Figure) and (meant := numbers.unit_to_write(fact.unit, language)):
        message = f"the unit '{fact.unit}' is held to no source, as it is written"
        yield miswritten(fact.origin_of("unit"), message, write(meant), fact.unit, Severity.WARNING)


def _licence(licensed: Explainer | Image | Source) -> Iterator[Problem]:
    if meant := identifier_to_write(licensed.licence):
        message = f"'{licensed.licence}' leads to no licence, as it is written"
        yield miswritten(licensed.origin_of("licence"), message, write(meant), licensed.licence, Severity.WARNING)


def _excerpts(source: Source) -> Iterator[Problem]:
    """Yield a warning about passages that are shown whole, where nothing says that this is allowed."""
    if source.shows_whole and not source.licence:
        message = f"readers see whole passages of '{source.id}', and no `licence` says that they may"
        hint = "write under which licence its text is, or leave `excerpts` out"
        yield Problem(source.origin_of("excerpts"), message, hint, Severity.WARNING)


def _names(names: tuple[str, ...], origin: Origin) -> Iterator[Problem]:
    """Yield a warning about names of which one has a semicolon in it, as no name has."""
    if several := [name for name in names if ";" in name]:
        separate = [part.strip() for name in names for part in name.split(";") if part.strip()]
        shown = f"[{', '.join(separate)}]"
        hint = f"write {shown}" if len(shown) <= _LONGEST_HINT else "write a comma in the place of the semicolon"
        yield Problem(origin, f"'{several[0]}' is one name here: a comma parts names", hint, Severity.WARNING)
