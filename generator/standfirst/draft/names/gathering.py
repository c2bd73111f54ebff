"""The names of an article gathered as actors and places: all spellings and short forms of one under one id."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
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

# With as many of one surname, the last are enough to compare with; and more than a few are not told one by one.
_MANY, _FEW = 40, 4


@dataclass
class Gathered:
    """The mentions that are of one actor or place, and what is unsure about that."""

    kind: NameKind
    names: list[Name] = field(default_factory=list)
    doubts: dict[str, None] = field(default_factory=dict)
    fullest: str = ""

    def add(self, name: Name) -> None:
        """Take a name; `fullest` is the longest spelling, of those that are as long the first."""
        self.names.append(name)
        if (name.text.count(" "), len(name.text)) > (self.fullest.count(" "), len(self.fullest)):
            self.fullest = name.text

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


class _Form:
    """What may be called by one key: the groups, and where each was named in full, in the order of the text."""

    def __init__(self) -> None:
        self.groups: list[Gathered] = []
        self.named: list[tuple[int, Gathered]] = []
        self.last_short: tuple[int, Gathered] | None = None

    def last_before(self, start: int) -> Gathered | None:
        """Return what was named last before a place; the first where all come later."""
        at = bisect_left(self.named, start, key=lambda each: each[0])
        last = self.named[at - 1] if at else None
        if self.last_short and (not last or self.last_short[0] > last[0]):
            last = self.last_short
        return last[1] if last else next(iter(self.groups), None)


class _Gathering:
    """Puts together what has one spelling, and countries with several."""

    kind = NameKind.PLACE

    def __init__(self) -> None:
        self.groups: list[Gathered] = []
        self.by_form: defaultdict[str, _Form] = defaultdict(_Form)

    def read(self, names: Sequence[Name]) -> None:
        """Take names in the order of the text: those that are full first, so that short ones find them."""
        for name in sorted(names, key=lambda name: (not self.is_full(name), name.start)):
            group = self.group_for(name) or self.begin()
            self._note(group, name)
            group.add(name)
        for group in self.groups:
            group.names.sort()

    def _note(self, group: Gathered, name: Name) -> None:
        """Note by what keys a group may be called that has a name."""
        for form in self.forms(name) if self.is_full(name) or not group.names else ():
            known = self.by_form[form]
            if not known.groups or known.groups[-1] is not group:
                known.groups.append(group)
            if self.is_full(name):
                known.named.append((name.start, group))
        if not self.is_full(name):
            self.by_form[self.forms(name)[0]].last_short = (name.start, group)

    def is_full(self, name: Name) -> bool:
        """Tell whether a name is more than a short form."""
        return bool(name.text)

    def forms(self, name: Name) -> Sequence[str]:
        """Return the keys by which what has this name may be called, that of the name first."""
        key = key_of(name.text)
        return (countries().get(key) or key_of(provinces().get(key, key)),)

    def group_for(self, name: Name) -> Gathered | None:
        """Return the group that a name belongs to; None where it begins one."""
        return self.by_form[self.forms(name)[0]].last_before(name.start)

    def begin(self) -> Gathered:
        """Return a new group."""
        group = Gathered(self.kind)
        self.groups.append(group)
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
        full, key = self.forms(name)[:2] if len(self.forms(name)) > 1 else (self.forms(name)[0], key_of(name.text))
        for form in (full, key, key.replace(".", "")):
            if group := self.by_form[form].last_before(name.start):
                return group
        return None


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
            groups = self.by_form[_surname(name)].groups[-_MANY:]
            same = [group for group in groups if _may_be_one(group, name)]
            return same[0] if len(same) == 1 else None
        form = self.by_form[key]
        group = form.last_before(name.start)
        if group and len(form.groups) > 1 and key in short_forms.of_person(group.fullest)[:-1]:
            group.doubts[f"“{name.text}” may be {_one_of(form.groups)}."] = None
        return group or self._variant(name)

    def _variant(self, name: Name) -> Gathered | None:
        """Return the actor whose surname is the same in another transliteration."""
        key = key_of(name.text)
        for group in self.by_skeleton.get(skeleton(key), ())[:_MANY]:
            if are_variants(_surname(group.names[0]), key):
                group.doubts[f"“{name.text}” is taken for another spelling of “{group.fullest}”."] = None
                return group
        return None

    def _note(self, group: Gathered, name: Name) -> None:
        if not group.names:
            self.by_skeleton.setdefault(skeleton(_surname(name)), []).append(group)
        super()._note(group, name)


def _one_of(groups: Sequence[Gathered]) -> str:
    names = sorted({group.fullest for group in groups[-_MANY:]})
    return f"any of {', '.join(names)}" if len(groups) <= _FEW else f"any of {len(groups)} that are called so"


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
