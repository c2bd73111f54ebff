"""What each name in an article is: decided from all its mentions, and from those of the full name that it shortens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from standfirst.draft.article import Article
from standfirst.draft.names import short_forms, table_rows
from standfirst.draft.names.candidates import Candidate, candidates_in, telling_words
from standfirst.draft.names.evidence_around import around
from standfirst.draft.names.evidence_within import of_words
from standfirst.draft.names.found import Name, NameKind
from standfirst.draft.names.headings import names_in_headings
from standfirst.draft.names.known_spans import key_between
from standfirst.draft.names.lines import LineKind
from standfirst.draft.names.name_lists import NameList
from standfirst.draft.names.points import Points
from standfirst.draft.names.quoted_titles import quoted_titles
from standfirst.draft.names.spelling_variants import are_variants, skeleton
from standfirst.draft.names.tables import (
    KnownName,
    city_ranks,
    cue,
    is_common,
    is_place_name,
    key_of,
    known_names,
    organisation_words,
)
from standfirst.draft.names.tokens import Tokens, tokens_of

PERSON, ORGANISATION, PLACE, OTHER = NameKind.PERSON, NameKind.ORGANISATION, NameKind.PLACE, NameKind.OTHER


# So many of a thousand words and signs are of sport in a report on it.
_OFTEN = 22


@dataclass
class _Spelling:
    """One spelling with all its mentions in the article, and the points for what it may be."""

    key: str
    mentions: list[Candidate] = field(default_factory=list)
    points: Points = field(default_factory=Points)
    is_elsewhere: bool = False
    is_short: bool = False

    @property
    def kind(self) -> NameKind | None:
        """What it is; None where too little tells."""
        return self.points.kind


def decided_names(article: Article, known: Mapping[str, KnownName]) -> Sequence[Name]:
    """Return the persons, organisations and places that an article names, in the order of its text.

    `known` are names by their keys that are what they are said to be. The text is read twice: what the first time
    shows to be a full name is known the second time, also where it stands shortened or where a sentence begins.
    """
    tokens = tokens_of(article)
    telling, quoted = telling_words(tokens), quoted_titles(tokens)
    is_sport = _is_sport(tokens)
    tokens = tokens.with_names(NameList(known, tokens.names))
    first = _decided(tokens, telling, quoted, is_sport=is_sport)
    tokens = tokens.with_names(NameList(_full_names(tokens, first), tokens.names))
    spellings = _decided(tokens, telling, quoted, is_sport=is_sport)
    found = sorted(_named(article.text, tokens, spellings, is_sport=is_sport), key=lambda name: name.start)
    headings = names_in_headings(article.text, tokens, _kinds_of_keys(found), found)
    return sorted((*found, *headings), key=lambda name: name.start)


def _decided(tokens: Tokens, telling: Sequence[int], quoted: frozenset[int], *, is_sport: bool) -> dict[str, _Spelling]:
    candidates = [each for each in candidates_in(tokens, telling) if each.first not in quoted]
    spellings = _spellings(tokens, candidates, is_sport=is_sport)
    _learn_from_neighbours(spellings, tokens, candidates)
    _learn_from_full_names(spellings, tokens, is_sport=is_sport)
    return spellings


def _full_names(tokens: Tokens, spellings: Mapping[str, _Spelling]) -> dict[str, KnownName]:
    """Return the names of several words that were found, and what of those of organisations may stand for them."""
    found: dict[str, KnownName] = {}
    for spelling in spellings.values():
        first, kind = spelling.mentions[0], spelling.kind
        if first.length == 1 or first.known or kind not in (PERSON, ORGANISATION):
            continue
        name = " ".join(token.text for token in tokens[first.first : first.last])
        found[spelling.key] = KnownName(kind, "", "article")
        if kind is ORGANISATION:
            shorter = (form for form in short_forms.of_organisation(name) if " " in form)
            found |= {form: KnownName(kind, name, "article") for form in shorter if not tokens.names.get(form)}
    return found


def _is_sport(tokens: Tokens) -> bool:
    return 1000 * sum(token.key in cue("sport") for token in tokens) > _OFTEN * len(tokens)


def _spellings(tokens: Tokens, candidates: Iterable[Candidate], *, is_sport: bool) -> dict[str, _Spelling]:
    found: dict[str, _Spelling] = {}
    for each in candidates:
        key = key_between(tokens, each.first, each.last)
        spelling = found.setdefault(key, _Spelling(key))
        if not spelling.mentions:
            spelling.points.add(of_words(tokens, each))
        spelling.points.add(_around(tokens, each, is_sport=is_sport))
        spelling.mentions.append(each)
        spelling.is_elsewhere |= not tokens[each.first].begins or tokens[each.first].line.kind is LineKind.TABLE
    return found


def _around(tokens: Tokens, each: Candidate, *, is_sport: bool) -> Points:
    if tokens[each.first].line.kind is LineKind.TABLE:
        return table_rows.around(tokens, each)
    return around(tokens, each, is_sport=is_sport)


def _learn_from_neighbours(spellings: Mapping[str, _Spelling], tokens: Tokens, candidates: Sequence[Candidate]) -> None:
    """Give names that commas and "and" put in one row points for what most tells that their neighbours are."""
    for one, other in pairwise(candidates):
        if other.first - one.last == 1 and tokens[one.last].text in ("and", "or", ","):
            both = [spellings[key_between(tokens, each.first, each.last)] for each in (one, other)]
            kinds = [each.kind for each in both]
            for spelling, kind, neighbour in zip(both, reversed(kinds), reversed(both), strict=True):
                if kind and neighbour.points[kind] >= 4:
                    spelling.points[kind] += 1.2


def _learn_from_full_names(spellings: Mapping[str, _Spelling], tokens: Tokens, *, is_sport: bool) -> None:
    """Give each short form the points of the full names that it may shorten."""
    by_skeleton: dict[str, list[_Spelling]] = {}
    for each in spellings.values():
        if each.mentions[0].length == 1:
            by_skeleton.setdefault(skeleton(each.key), []).append(each)
    for full in [each for each in spellings.values() if each.mentions[0].length > 1]:
        first = full.mentions[0]
        name = " ".join(token.text for token in tokens[first.first : first.last])
        if full.kind is PERSON:
            forms = short_forms.of_person(name)
            for form in forms:
                _strengthen(spellings.get(form), PERSON, 1.5 if form == forms[-1] else 4)
            for variant in by_skeleton.get(skeleton(forms[0]), ()):
                _strengthen(variant if are_variants(variant.key, forms[0]) else None, PERSON, 2)
        elif full.kind is ORGANISATION:
            for form in short_forms.of_organisation(name):
                weak = (is_place_name(form) and not is_sport) or is_common(form)
                _strengthen(spellings.get(form), ORGANISATION, 1 if weak else 4)


def _strengthen(spelling: _Spelling | None, kind: NameKind, points: float) -> None:
    if spelling:
        spelling.points[kind] += points
        spelling.is_elsewhere = spelling.is_short = True


def _named(text: str, tokens: Tokens, spellings: Mapping[str, _Spelling], *, is_sport: bool) -> Iterator[Name]:
    for spelling in spellings.values():
        for each in spelling.mentions:
            kind = _kind_of(tokens, spelling, each, is_sport=is_sport)
            if kind and kind is not OTHER and _is_name(tokens, spelling, each, is_sport=is_sport):
                yield _name(text, tokens, each, kind)


def _kind_of(tokens: Tokens, spelling: _Spelling, each: Candidate, *, is_sport: bool) -> NameKind | None:
    """Return what one mention names: what the spelling does, but a row of a table may name a club by its city."""
    if tokens[each.first].line.kind is LineKind.TABLE and spelling.kind in (PLACE, ORGANISATION):
        return table_rows.kind_in_row(tokens, each) or spelling.kind
    if tokens[each.first].key in cue("months") and each.length == 1 and _is_month(tokens, each):
        return None
    if is_sport and spelling.kind in (PLACE, ORGANISATION) and spelling.key in city_ranks():
        own = around(tokens, each, is_sport=True)
        if own[PLACE] >= 2 > own[ORGANISATION]:
            return PLACE
    return spelling.kind


def _is_name(tokens: Tokens, spelling: _Spelling, each: Candidate, *, is_sport: bool) -> bool:
    """Tell whether a word has its capital because it is a name, and not because a sentence begins with it."""
    token = tokens[each.first]
    most = spelling.points[spelling.kind or OTHER]
    if token.is_acronym and len(token.text) > 3 and is_common(token.key) and not each.known:
        return most >= 3
    if each.length > 1 or each.title_first >= 0 or token.is_acronym:
        return True
    if not is_common(token.key):
        is_seen = spelling.is_elsewhere or not token.begins or token.key in city_ranks()
        return len(token.text) > 1 and (is_seen or most > 1)
    if not token.begins:
        return most >= (1.5 if spelling.is_short else 2)
    if is_sport and each.known and each.known.section == "clubs":
        return True
    own = around(tokens, each, is_sport=False)
    if spelling.is_elsewhere:
        return most >= (1.5 if each.known or own[PERSON] > 0 or _is_owner(tokens, each) else 3)
    if token.key in organisation_words("alone"):
        return most >= 3
    known = known_names().get(token.key)
    return known is not None and (
        known.section == "country" or (known.kind is ORGANISATION and own[ORGANISATION] >= 1.5)
    )


def _is_month(tokens: Tokens, each: Candidate) -> bool:
    """Tell whether a month stands here that is a name elsewhere: "until May", "May 31"."""
    before = tokens[each.first - 1].key if each.first else ""
    behind = tokens[each.last].text[0] if each.last < len(tokens) else ""
    return before in cue("month prepositions") or behind.isdigit() or before.isdigit()


def _is_owner(tokens: Tokens, each: Candidate) -> bool:
    """Tell whether a word stands as names do: before a possessive, a comma, or what goes with a verb."""
    return each.last < len(tokens) and (
        tokens[each.last].key in ("'s", ",") or tokens[each.last].text in cue("auxiliaries")
    )


def _name(text: str, tokens: Tokens, each: Candidate, kind: NameKind) -> Name:
    start, end = tokens[each.first].start, tokens[each.last - 1].end
    if each.title_first < 0:
        return Name(start, end, text[start:end], kind)
    title_start = tokens[each.title_first].start
    title = text[title_start : tokens[each.first - 1].end]
    return Name(start, end, text[start:end], kind, title, title_start)


def _kinds_of_keys(names: Iterable[Name]) -> Mapping[str, NameKind]:
    """Return what each spelling names in the article, and each short form of those of persons."""
    found: dict[str, NameKind] = {}
    for name in names:
        found.setdefault(key_of(name.text), name.kind)
    for name in names:
        if name.kind is PERSON and " " in name.text:
            for form in short_forms.of_person(name.text)[:-1]:
                found.setdefault(form, PERSON)
    return found
