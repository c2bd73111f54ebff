"""What is found in a fact, a section or the explainer: all its texts and references, in whatever field they stand."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from standfirst.model import Citation, Drafts, FactChange, Prose, Reference
from standfirst.model.walking import Holder, prose_in, references_in
from tests.explainers import joined, read_site, site_names


def values_in(value: object) -> Iterator[Prose | Citation | Reference]:
    """Every text, citation and reference of a holder, however deep in whatever field."""
    if isinstance(value, FactChange):
        return  # It may name what was withdrawn: no reference that must lead somewhere.
    if isinstance(value, Prose | Citation | Reference):
        yield value
    elif isinstance(value, tuple) and not hasattr(value, "_fields"):
        for item in value:
            yield from values_in(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from values_in(getattr(value, field.name))


def references_of(value: Prose | Citation | Reference) -> Iterator[Reference]:
    if isinstance(value, Prose):
        yield from (mention.reference for mention in value.mentions)
        yield from (citation.source for citation in value.citations)
    else:
        yield value.source if isinstance(value, Citation) else value


@pytest.mark.parametrize("name", site_names())
def test_no_text_and_no_reference_is_passed_over(name: str) -> None:
    holders: tuple[Holder, ...] = joined(read_site(name), drafts=Drafts.SHOW).holders
    for holder in holders:
        values = list(values_in(holder))
        assert list(prose_in(holder)) == [each for each in values if isinstance(each, Prose)]
        assert list(references_in(holder)) == [found for each in values for found in references_of(each)]
