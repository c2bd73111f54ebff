"""The sources that an explainer has already, by their addresses and by their copies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from pathlib import Path
from urllib.parse import urlsplit

from standfirst.model import Fact, Id, Source
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import UsageError
from standfirst.reading.copy_formats import COPY_ENDINGS
from standfirst.reading.files import ContentFiles


@frozen
class KnownSources:
    """The sources of an explainer: their records and their copies."""

    folder: Path
    files: ContentFiles
    facts: Sequence[Fact] = field(repr=False)

    @property
    def records(self) -> list[Source]:
        return [fact for fact in self.facts if isinstance(fact, Source)]

    @property
    def copied(self) -> frozenset[Id]:
        return frozenset(copy.source for copy in self.files.copies)

    @property
    def ids(self) -> frozenset[Id]:
        former = (each for record in self.records for each in record.former_ids)
        return frozenset((*self.copied, *former, *(record.id for record in self.records)))

    def by_address(self, url: str) -> Source | None:
        """Return the record that has an address, as its own or as that of an archived copy."""
        wanted = same_address(url)
        found = (
            each
            for each in self.records
            if wanted in {same_address(each.url or ""), same_address(each.archive_url or "")}
        )
        return next(found, None) if url else None

    def refuse_copied(self, url: str) -> None:
        """Raise a `UsageError` where the source with an address has a copy already."""
        known = self.by_address(url)
        if known and known.id in self.copied:
            place = f"{known.origin.path}:{known.origin.line}"
            raise UsageError(f"{url} is there already: it is the source '{known.id}' ({place}), and has a copy")

    def refuse_same(self, body: bytes, where: str) -> None:
        """Raise a `UsageError` where a source has just what came from somewhere as its copy already."""
        same = next((copy for copy in self.files.copies if copy.body == body), None)
        if same:
            is_recorded = any(record.id == same.source for record in self.records)
            raise UsageError(
                f"{where} is there already: the copy of '{same.source}' is the same, byte for byte ({same.path}); "
                f"{'cite' if is_recorded else 'write the record of'} '{same.source}'"
            )

    def refuse_copy_of(self, name: Id) -> None:
        """Raise a `UsageError` where a source has a copy already, or something stands in its place."""
        if name in self.copied or any((self.folder / "sources" / f"{name}{end}").exists() for end in COPY_ENDINGS):
            raise UsageError(f"there is a copy of '{name}' already; name another id with --id")


def same_address(url: str) -> tuple[str, str, str]:
    """Return what two ways to write one address have in common: scheme, www., last slash and anchor do not matter."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return ("", url, "")
    return (parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), parts.query)
