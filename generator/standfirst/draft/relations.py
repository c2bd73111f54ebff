"""Finds how actors stand to one another: two names in one clause with a verb of the small vocabulary between them.

All are offered as questions: that the words stand there is sure, what they say is for the writer to judge.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

import regex

from standfirst.draft.article import Article
from standfirst.draft.proposals import ActorProposal, RelationProposal
from standfirst.draft.quotations.stretches import stretches_in
from standfirst.draft.relation_verbs import RELATION_VERBS, End, RelationVerb
from standfirst.model import Verb
from standfirst.model.facts import ActorKind
from standfirst.model.frozen_class import frozen

# Two names of one clause hardly stand further apart.
_FURTHEST = 90
_WORD = r"[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*+"
# What may stand between a subject and its verb; nothing that denies or doubts it.
_BEFORE = (
    r"(?:,?\s(?:who|which|that))?"
    r"(?:\s(?:has|have|had|is|was|are|were|been|being|also|now|long|then|later|once|first|again|still|already|\p{Ll}+ly))*"
)
# What may stand between a verb and its object: "the warlord", "Prime Minister", "his fellow general".
_AFTER = rf"(?:\s(?!(?:and|or|but|that|to|for|by|with|of|in|on|at|from|over|as|after|before|who)\b){_WORD}){{0,4}}?\s"
_PREPOSITION = regex.compile(
    r"\b(?:for|of|with|by|from|to|against|in|at|on|between|among|about|near|under|and|or)\s+"
    rf"(?:(?:the|a|an|its|his|her|former|{_WORD}|\p{{Lu}}[\p{{L}}.]+)\s+){{0,2}}\Z"
)
_BODY_NOUN = r"(?:\s(?:\p{Lu}[\p{L}.]+|the|its|general|executive|military))*"
# "Jones's car", "the Jones-led party": another noun is meant.
_FOLLOWED_BY_MORE = regex.compile(r"[-\N{NON-BREAKING HYPHEN}]|['’]s?\b")
_TOGETHER = regex.compile(r"\s(?P<verb>met|spoke|talked|held talks)\b")
_TOGETHER_SAYS = {"met": "met", "held talks": "met", "spoke": "spoke-with", "talked": "spoke-with"}


class _Placed(NamedTuple):
    start: int
    end: int
    actor: ActorProposal


@frozen
class _Found:
    row: RelationVerb
    is_turned: bool = False


def relations_in(article: Article, actors: Sequence[ActorProposal]) -> tuple[RelationProposal, ...]:
    """Return relations between actors in the order of the text, each pair with one verb once."""
    quoted = [(each.start, each.end) for each in stretches_in(article)]
    placed = sorted(
        (_Placed(each.start, each.end, actor) for actor in actors for each in actor.mentions), key=lambda each: each[:2]
    )
    outside = [each for each in placed if not _is_within(quoted, each.start)]
    found: dict[tuple[str, str, str], RelationProposal] = {}
    for left, right in _pairs(article, outside):
        for relation in _between(article, left, right):
            found.setdefault((relation.subject, relation.verb, relation.object), relation)
    return tuple(found.values())


def verbs_of(relations: Sequence[RelationProposal]) -> tuple[Verb, ...]:
    """Return the verbs that relations name, in the order of the vocabulary."""
    used = {each.verb for each in relations}
    return tuple(row.verb for row in RELATION_VERBS if row.verb.id in used)


def _is_within(spans: Sequence[tuple[int, int]], place: int) -> bool:
    number = bisect_left(spans, (place + 1, 0)) - 1
    return number >= 0 and place < spans[number][1]


def _pairs(article: Article, placed: Sequence[_Placed]) -> Iterator[tuple[_Placed, _Placed]]:
    """Yield the names that follow one another in a sentence; one that only describes the next is passed over."""
    text = article.text
    for number, left in enumerate(placed):
        for right in placed[number + 1 : number + 4]:
            if right.start - left.end > _FURTHEST or right.start < left.end:
                break
            if article.sentence_at(left.start) != article.sentence_at(right.start):
                break
            if left.actor.id != right.actor.id:
                yield left, right
            if text[right.end : right.end + 1] not in {"-", "\N{NON-BREAKING HYPHEN}"}:
                break


def _between(article: Article, left: _Placed, right: _Placed) -> Iterator[RelationProposal]:
    """Yield what the words between two names say, or those behind both: "A and B met"."""
    text = article.text
    between = text[left.end : right.start]
    together = _TOGETHER.match(text, right.end) if between == " and " else None
    found = _Found(_row(_TOGETHER_SAYS[together["verb"]])) if together else _read(between)
    if found is None or _FOLLOWED_BY_MORE.match(text, right.end):
        return
    if not _is_aside(between, found) and _is_object(article, left):
        return
    subject, object_ = (right, left) if found.is_turned else (left, right)
    if _may_be(subject.actor, found.row.subject) and _may_be(object_.actor, found.row.object):
        end = together.end() if together else right.end
        yield _proposal(text, (left.start, end), subject.actor, found.row.verb, object_.actor)


def _is_aside(between: str, found: _Found) -> bool:
    """Tell whether the words belong to the first name whatever is before it: ", who leads", "'s rival"."""
    return found.is_turned or between[0] in ",'’-"


def _is_object(article: Article, name: _Placed) -> bool:
    """Tell whether a name is no subject, since a preposition stands before: "a spokesman for Smith praised"."""
    start = max(article.sentence_at(name.start)[0], name.start - 50)
    return _PREPOSITION.search(article.text[start : name.start]) is not None


def _row(name: str) -> RelationVerb:
    return next(row for row in RELATION_VERBS if row.verb.id == name)


def _read(between: str) -> _Found | None:
    """Return the verb that the words between two names are, and whether it reads from the second to the first."""
    forms = _forms()
    found = forms.pattern.fullmatch(between)
    if found is None or found.lastgroup is None:
        return None
    form = " ".join(found[found.lastgroup].lower().split())
    return _Found(forms.rows[found.lastgroup][form], found.lastgroup in _TURNED)


def _may_be(actor: ActorProposal, end: End) -> bool:
    is_person = actor.kind is ActorKind.PERSON
    return end is End.ANYONE or is_person == (end is End.PERSON)


def _proposal(
    text: str, span: tuple[int, int], subject: ActorProposal, verb: Verb, object_: ActorProposal
) -> RelationProposal:
    return RelationProposal(
        start=span[0],
        end=span[1],
        text=text[slice(*span)],
        subject=subject.id,
        verb=verb.id,
        object=object_.id,
        doubts=(f"Does the passage say that {subject.name} {verb.label} {object_.name}?",),
    )


# How a verb may stand between two names, and where the second of them is its subject.
_TURNED = frozenset({"passive", "title", "whose"})
_JOINED = frozenset({"backed", "recognised", "recognized", "sponsored", "supported"})


class _Forms(NamedTuple):
    pattern: regex.Pattern[str]
    rows: dict[str, dict[str, RelationVerb]]


@cache
def _forms() -> _Forms:
    """Return what the words between two names may be, as one expression over all verbs."""
    nouns = {form: row for row in RELATION_VERBS for form in row.noun}
    passive = {form: row for row in RELATION_VERBS for form in row.passive}
    rows = {
        "active": {form: row for row in RELATION_VERBS for form in row.active},
        "ing": {form: row for row in RELATION_VERBS for form in row.ing},
        "passive": passive,
        "noun": nouns,
        "title": nouns,
        "whose": nouns,
        "joined": {form: row for form, row in passive.items() if form in _JOINED},
    }
    any_of = {group: "|".join(sorted(map(regex.escape, forms), key=len, reverse=True)) for group, forms in rows.items()}
    pattern = rf"""
        {_BEFORE}\s(?P<active>{any_of["active"]}){_AFTER}
      | (?:,?\s(?:who|which|that))?\s(?:is|was|are|were|been)\s(?:\p{{Ll}}+ly\s)?(?P<ing>{any_of["ing"]}){_AFTER}
      | (?:,|{_BEFORE})\s(?P<passive>{any_of["passive"]})\sby{_AFTER}
      | (?:,|{_BEFORE})\s(?:{_WORD}\s){{0,3}}?(?P<noun>{any_of["noun"]})\s(?:of|for)(?:\sthe)?\s
      | \s(?P<title>{any_of["title"]}){_BODY_NOUN}\s
      | ['’]s\s(?:{_WORD}\s){{0,2}}?(?P<whose>{any_of["whose"]}){_BODY_NOUN},?\s
      | [-\N{{NON-BREAKING HYPHEN}}](?P<joined>{any_of["joined"]})(?:\s{_WORD}){{0,3}}?\s
    """
    return _Forms(regex.compile(pattern, regex.VERBOSE), rows)
