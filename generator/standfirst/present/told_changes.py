"""What updates tell of changes, as views: facts by their names of today, and keys by those that readers know."""

from __future__ import annotations

from functools import cached_property

from standfirst.language.locale import N_
from standfirst.model import Fact, FactChange, FactId, Figure, Update
from standfirst.model.addresses import address_of
from standfirst.present.key_names import key_name
from standfirst.present.link_lists import first_links, link_to_others
from standfirst.present.naming import Naming
from standfirst.present.view_parts import Link
from standfirst.present.views import ChangedWords, ChangeView

_ALL = "data/updates.json"


def _label_before(change: FactChange) -> str:
    if change.after:
        return N_("Before")
    return N_("No longer") if change.key else N_("Withdrawn")


def _label_after(change: FactChange) -> str:
    if change.before:
        return N_("Now")
    return N_("Added") if change.key else N_("New")


class ChangePresenter:
    """Makes the views of what updates of one site changed."""

    def __init__(self, naming: Naming) -> None:
        self._naming = naming

    def view(self, change: FactChange) -> ChangeView:
        name = change.fact.to
        fact = self._naming.site.index.get(name) or self._renamed.get(name)
        called = self._called(fact) if fact else self._withdrawn.get(name, str(name))
        of_all = "" if change.key or (change.before and change.after) else called
        return ChangeView(
            name=called,
            address=address_of(fact) if fact else None,
            key=self._naming.say(key_name(name.kind, change.key)) if change.key else "",
            before=self._words(_label_before(change), change.before, of_all),
            after=self._words(_label_after(change), change.after, of_all),
        )

    def _words(self, label: str, text: str, said_already: str) -> ChangedWords | None:
        return ChangedWords(self._naming.say(label), "" if text == said_already else text) if text else None

    def link_to_more(self, update: Update) -> Link | None:
        """Return the link to all changes of an update, which counts those that do not stand with it, if any."""
        number = len(update.changes)
        return link_to_others(number - len(first_links(update.changes)), _ALL, self._naming)

    def _called(self, fact: Fact) -> str:
        # The number of today is not what it was changed into then.
        return f"… {fact.label}" if isinstance(fact, Figure) else self._naming.label(fact)

    @cached_property
    def _renamed(self) -> dict[FactId, Fact]:
        return {FactId(fact.KIND, former): fact for fact in self._naming.site.facts for former in fact.former_ids}

    @cached_property
    def _withdrawn(self) -> dict[FactId, str]:
        """What facts were called that were withdrawn, in the words of the updates that tell it."""
        told = (change for update in self._naming.site.all(Update) for change in update.changes)
        return {each.fact.to: each.before for each in told if not each.key and not each.after}
