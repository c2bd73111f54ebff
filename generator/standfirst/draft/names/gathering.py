"""The names of an article gathered as actors and places: all spellings and short forms of one under one id."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from standfirst.draft.article import Article
from standfirst.draft.names import body_kinds, name_ids, short_forms
from standfirst.draft.names.found import FoundNames, Known, Name, NameKind
from standfirst.draft.names.known_facts import KnownFacts
from standfirst.draft.names.roles import role_of, title_of
from standfirst.draft.names.spelling_variants import are_variants, skeleton
from standfirst.draft.names.tables import countries, key_of, known_names, provinces
from standfirst.draft.proposals import ActorProposal, Mention, PlaceProposal
from standfirst.model import Actor, Id, Place
from standfirst.model.facts import ActorKind


@dataclass
class Gathered:
    """The mentions that are of one actor or place, and what is unsure about that."""

    kind: NameKind
    names: list[Name] = field(default_factory=list)
    doubts: dict[str, None] = field(default_factory=dict)
    fullest: str = ""
    full_starts: list[int] = field(default_factory=list)
    last_short: int = -1

    def add(self, name: Name, *, is_full: bool) -> None:
        """Take a name: those that are full in the order of the text, and then the others in that order.

        `fullest` is the longest spelling; of those that are as long the first.
        """
        self.names.append(name)
        if (name.text.count(" "), len(name.text)) > (self.fullest.count(" "), len(self.fullest)):
            self.fullest = name.text
        if is_full:
            self.full_starts.append(name.start)
        else:
            self.last_short = name.start

    def last_before(self, start: int) -> int:
        """Return where the last mention before a place begins; -1 where there is none yet."""
        at = bisect_left(self.full_starts, start)
        return max(self.full_starts[at - 1] if at else -1, self.last_short)

    @property
    def is_state(self) -> bool:
        """Tell whether it is a country."""
        return self.kind is NameKind.PLACE and body_kinds.is_state(key_of(self.fullest))


def gather(article: Article, names: Sequence[Name], known: Known) -> FoundNames:
    """Return the actors and places that some names are of, each in the order of first mention."""
    groups = sorted(_groups(names), key=lambda group: group.names[0].start)
    facts = KnownFacts(known)
    ids = name_ids.Ids(facts.ids)
    actors: dict[Id, ActorProposal] = {}
    places: dict[Id, PlaceProposal] = {}
    for group in groups:
        fact = facts.named([group.fullest, *(name.text for name in group.names)])
        if isinstance(fact, Place) or (fact is None and group.kind is NameKind.PLACE and not group.is_state):
            place = _place(group, fact, ids)
            places[place.id] = _joined_places(places.get(place.id), place)
        else:
            actor = _actor(article, group, fact, ids)
            actors[actor.id] = _joined_actors(actors.get(actor.id), actor)
    return FoundNames(tuple(actors.values()), tuple(places.values()))


# ---------------------------------------------------------------- which mentions are of one


def _groups(names: Sequence[Name]) -> Iterator[Gathered]:
    for kind, gathering in (
        (NameKind.PERSON, _PersonGathering()),
        (NameKind.ORGANISATION, _OrganisationGathering()),
        (NameKind.PLACE, _Gathering()),
    ):
        gathering.read([name for name in names if name.kind is kind])
        yield from gathering.groups


class _Gathering:
    """Puts together what has one spelling, and countries with several."""

    kind = NameKind.PLACE

    def __init__(self) -> None:
        self.groups: list[Gathered] = []
        self.by_form: dict[str, list[Gathered]] = {}

    def read(self, names: Sequence[Name]) -> None:
        """Take names in the order of the text: those that are full first, so that short ones find them."""
        for name in sorted(names, key=lambda name: (not self.is_full(name), name.start)):
            group = self.group_for(name) or self.begin(name)
            group.add(name, is_full=self.is_full(name))
        for group in self.groups:
            group.names.sort()

    def is_full(self, name: Name) -> bool:
        """Tell whether a name is more than a short form."""
        return bool(name.text)

    def forms(self, name: Name) -> Sequence[str]:
        """Return the keys by which what has this name may be called, that of the name first."""
        key = key_of(name.text)
        return (countries().get(key) or key_of(provinces().get(key, key)),)

    def group_for(self, name: Name) -> Gathered | None:
        """Return the group that a name belongs to; None where it begins one."""
        found = self.by_form.get(self.forms(name)[0], [])
        return found[0] if found else None

    def begin(self, name: Name) -> Gathered:
        """Return a new group for a name."""
        group = Gathered(self.kind)
        self.groups.append(group)
        for form in self.forms(name):
            self.by_form.setdefault(form, []).append(group)
        return group


class _OrganisationGathering(_Gathering):
    kind = NameKind.ORGANISATION

    def is_full(self, name: Name) -> bool:
        return " " in name.text

    def forms(self, name: Name) -> Sequence[str]:
        key = key_of(name.text)
        known = known_names().get(key)
        full = key_of(known.name) if known and known.name else key
        plain = full.replace(".", "")
        return tuple(
            dict.fromkeys(
                (full, key, plain, *short_forms.of_organisation(name.text), *short_forms.of_organisation(full))
            )
        )

    def group_for(self, name: Name) -> Gathered | None:
        full, *others = self.forms(name)
        found = self.by_form.get(full) or self.by_form.get(key_of(name.text)) or []
        if not found and len(others) and key_of(name.text).replace(".", "") in self.by_form:
            found = self.by_form[key_of(name.text).replace(".", "")]
        return _last_before(found, name)


class _PersonGathering(_Gathering):
    kind = NameKind.PERSON

    def __init__(self) -> None:
        super().__init__()
        self.by_skeleton: dict[str, list[Gathered]] = {}

    def is_full(self, name: Name) -> bool:
        return " " in name.text

    def forms(self, name: Name) -> Sequence[str]:
        return tuple(dict.fromkeys((key_of(name.text), *short_forms.of_person(name.text))))

    def group_for(self, name: Name) -> Gathered | None:
        key = key_of(name.text)
        if self.is_full(name):
            same = [group for group in self.by_form.get(_surname(name), ()) if _may_be_one(group, name)]
            return same[0] if len(same) == 1 else None
        found = [group for group in self.by_form.get(key, ()) if group.kind is self.kind]
        full = [group for group in found if " " in group.fullest] or found
        group = _last_before(full, name)
        if group and len(full) > 1 and key in short_forms.of_person(group.fullest)[:-1]:
            others = ", ".join(sorted(each.fullest for each in full))
            group.doubts[f"“{name.text}” may be any of {others}."] = None
        return group or self._variant(name)

    def _variant(self, name: Name) -> Gathered | None:
        """Return the actor whose surname is the same in another transliteration."""
        key = key_of(name.text)
        for group in self.by_skeleton.get(skeleton(key), ()):
            if are_variants(_surname(group.names[0]), key):
                group.doubts[f"“{name.text}” is taken for another spelling of “{group.fullest}”."] = None
                return group
        return None

    def begin(self, name: Name) -> Gathered:
        group = super().begin(name)
        self.by_skeleton.setdefault(skeleton(_surname(name)), []).append(group)
        return group


def _surname(name: Name) -> str:
    forms = short_forms.of_person(name.text)
    return forms[0] if forms else key_of(name.text)


def _may_be_one(group: Gathered, name: Name) -> bool:
    """Tell whether two full names with one surname may be of one person: given names or initials that agree."""
    mine, theirs = key_of(name.text).split()[:-1], key_of(group.fullest).split()[:-1]
    return all(_agree(one, other) for one, other in zip(mine, theirs, strict=False)) or (
        bool(mine and theirs) and _agree(mine[0], theirs[0]) and (len(mine) == 1 or len(theirs) == 1)
    )


def _agree(one: str, other: str) -> bool:
    if one == other:
        return True
    short, long = sorted((one.rstrip("."), other.rstrip(".")), key=len)
    return len(short) == 1 and long.startswith(short)


def _last_before(groups: Sequence[Gathered], name: Name) -> Gathered | None:
    """Return the group that was named last before a name; the first where all come later."""
    return max(groups, key=lambda group: group.last_before(name.start), default=None)


# ---------------------------------------------------------------- proposals


def _mentions(group: Gathered) -> tuple[Mention, ...]:
    return tuple(Mention(name.start, name.end, name.text) for name in group.names)


def _place(group: Gathered, fact: Place | None, ids: name_ids.Ids) -> PlaceProposal:
    full = provinces().get(key_of(group.fullest), group.fullest)
    name = fact.name if fact else full
    place_id = fact.id if fact else ids.of_place(name)
    return PlaceProposal(
        id=Id(place_id), name=name, mentions=_mentions(group), is_known=fact is not None, doubts=tuple(group.doubts)
    )


def _actor(article: Article, group: Gathered, fact: Actor | None, ids: name_ids.Ids) -> ActorProposal:
    titled = [f"{title_of(name)} {name.text}" for name in group.names if title_of(name)]
    spellings = dict.fromkeys((*(name.text for name in group.names), *(each for each in titled if each.count(" ") < 3)))
    full = group.fullest
    if group.kind is NameKind.PERSON and " " not in full and titled:
        full = titled[0]
    name = fact.name if fact else full
    known = {name, *fact.aliases} if fact else {name}
    roles = (role_of(article.text, each) for each in group.names) if group.kind is NameKind.PERSON else iter(())
    return ActorProposal(
        id=Id(fact.id) if fact else _actor_id(group, ids),
        name=name,
        kind=fact.kind if fact else _kind(group),
        aliases=tuple(each for each in spellings if each not in known),
        role=(fact.role if fact else "") or next((role for role in roles if role), ""),
        mentions=_mentions(group),
        is_known=fact is not None,
        doubts=tuple(group.doubts),
    )


def _actor_id(group: Gathered, ids: name_ids.Ids) -> Id:
    if group.kind is NameKind.PERSON:
        return ids.of_person(group.fullest)
    if group.is_state:
        return ids.of_body(countries()[key_of(group.fullest)])
    return ids.of_organisation(group.fullest, [name.text for name in group.names])


def _kind(group: Gathered) -> ActorKind:
    if group.kind is NameKind.PERSON:
        return ActorKind.PERSON
    return ActorKind.STATE if group.is_state else body_kinds.kind_of(group.fullest)


def _joined_actors(before: ActorProposal | None, after: ActorProposal) -> ActorProposal:
    """Return two proposals for one actor of the explainer as one."""
    if not before:
        return after
    return replace(
        before,
        aliases=tuple(dict.fromkeys((*before.aliases, *after.aliases))),
        mentions=tuple(sorted((*before.mentions, *after.mentions), key=lambda mention: mention.start)),
        doubts=tuple(dict.fromkeys((*before.doubts, *after.doubts))),
    )


def _joined_places(before: PlaceProposal | None, after: PlaceProposal) -> PlaceProposal:
    """Return two proposals for one place of the explainer as one."""
    if not before:
        return after
    mentions = tuple(sorted((*before.mentions, *after.mentions), key=lambda mention: mention.start))
    return replace(before, mentions=mentions)
