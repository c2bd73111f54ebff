"""The small vocabulary of relations: verbs as `site.yaml` has them, and the words by which articles say them."""

from __future__ import annotations

from enum import Enum

from standfirst.model import Stance, Verb, VerbId
from standfirst.model.frozen_class import frozen


class End(Enum):
    """Who may stand at an end of a relation."""

    ANYONE = "anyone"
    PERSON = "person"
    BODY = "body"


@frozen(kw_only=True)
class RelationVerb:
    """A verb with its forms: `active` with -s or in the past, `ing`, `passive` before "by"; `noun` is "leader of"."""

    verb: Verb
    active: tuple[str, ...] = ()
    ing: tuple[str, ...] = ()
    passive: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    subject: End = End.ANYONE
    object: End = End.ANYONE


def _verb(name: str, label: str, inverse: str, stance: Stance = Stance.NEUTRAL) -> Verb:
    return Verb(id=VerbId(name), label=label, inverse=inverse, stance=stance)


def _regular(*lemmas: str) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    """Return the active forms, those in -ing and the participles of regular verbs."""
    stems = [lemma.removesuffix("e") for lemma in lemmas]
    thirds = tuple(lemma + ("es" if lemma.endswith(("s", "x", "ch", "sh")) else "s") for lemma in lemmas)
    pasts = tuple(stem + "ed" for stem in stems)
    return (*thirds, *pasts), tuple(stem + "ing" for stem in stems), pasts


def _of(verb: Verb, *lemmas: str, **more: tuple[str, ...]) -> RelationVerb:
    active, ing, passive = _regular(*lemmas)
    return RelationVerb(
        verb=verb,
        active=(*active, *more.get("active", ())),
        ing=(*ing, *more.get("ing", ())),
        passive=(*passive, *more.get("passive", ())),
        noun=more.get("noun", ()),
    )


_FOR, _AGAINST = Stance.FOR, Stance.AGAINST

RELATION_VERBS = (
    RelationVerb(
        verb=_verb("leads", "leads", "is led by"),
        active=("leads", "led", "heads", "headed", "chairs", "chaired", "commands", "commanded", "runs", "ran"),
        ing=("leading", "heading", "chairing", "commanding", "running"),
        passive=("led", "headed", "chaired", "commanded", "run"),
        noun=("leader", "head", "chief", "boss", "chairman", "chairwoman", "chair", "commander", "chief executive"),
        object=End.BODY,
    ),
    RelationVerb(
        verb=_verb("president-of", "is president of", "has as president"),
        noun=("president", "prime minister", "chancellor", "king", "queen", "emir", "premier"),
        subject=End.PERSON,
        object=End.BODY,
    ),
    RelationVerb(
        verb=_verb("speaks-for", "speaks for", "speaks through"),
        noun=("spokesman", "spokeswoman", "spokesperson"),
        subject=End.PERSON,
    ),
    RelationVerb(
        verb=_verb("member-of", "is a member of", "has as a member"),
        active=("is a member of", "belongs to", "joined"),
        noun=("member",),
        object=End.BODY,
    ),
    RelationVerb(
        verb=_verb("founded", "founded", "was founded by"),
        active=("founded", "established", "co-founded"),
        passive=("founded", "established", "co-founded"),
        noun=("founder", "co-founder"),
        object=End.BODY,
    ),
    RelationVerb(
        verb=_verb("rival-of", "is a rival of", "is a rival of", _AGAINST),
        noun=("rival", "opponent", "arch-rival"),
    ),
    RelationVerb(
        verb=_verb("ally-of", "is an ally of", "is an ally of", _FOR),
        noun=("ally", "partner"),
    ),
    _of(_verb("backs", "backs", "is backed by", _FOR), "back", "support", "endorse", "sponsor"),
    _of(_verb("helped", "helped", "was helped by", _FOR), "help", "aid", "assist"),
    _of(_verb("praised", "praised", "was praised by", _FOR), "praise", "hail", "laud", "commend"),
    _of(_verb("recognises", "recognises", "is recognised by", _FOR), "recognise", "recognize"),
    _of(_verb("opposes", "opposes", "is opposed by", _AGAINST), "oppose"),
    RelationVerb(
        verb=_verb("fights", "fights", "is fought by", _AGAINST),
        active=("fights", "fought", "fights against", "fought against", "battles", "battled", "is at war with"),
        ing=("fighting", "battling"),
        passive=("fought",),
    ),
    _of(
        _verb("attacked", "attacked", "was attacked by", _AGAINST),
        "attack", "bomb", "shell", "raid", "invade",
        active=("launched an attack on", "opened fire on"),
    ),
    _of(_verb("accused", "accused", "was accused by", _AGAINST), "accuse", "blame"),
    _of(
        _verb("criticised", "criticised", "was criticised by", _AGAINST),
        "criticise", "criticize", "denounce", "condemn",
    ),
    _of(
        _verb("sanctioned", "imposed sanctions on", "was sanctioned by", _AGAINST),
        "sanction",
        active=("imposed sanctions on", "imposes sanctions on"),
    ),
    _of(_verb("captured", "captured", "was captured by", _AGAINST), "capture", "detain", "arrest", "imprison"),
    _of(
        _verb("overthrew", "overthrew", "was overthrown by", _AGAINST),
        "oust", "depose", "topple",
        active=("overthrew", "overthrows"),
        ing=("overthrowing",),
        passive=("overthrown",),
    ),
    RelationVerb(
        verb=_verb("turned-against", "turned against", "lost the support of", _AGAINST),
        active=("turned on", "turned against", "turns against", "broke with"),
    ),
    _of(
        _verb("defeated", "defeated", "was defeated by", _AGAINST),
        "defeat",
        active=("beat", "beats"),
        passive=("beaten",),
    ),
    _of(_verb("killed", "killed", "was killed by", _AGAINST), "kill", "assassinate", "murder"),
    _of(_verb("sued", "sued", "was sued by", _AGAINST), "sue"),
    RelationVerb(
        verb=_verb("owns", "owns", "is owned by"),
        active=("owns", "owned", "bought", "acquired", "acquires"),
        passive=("owned", "bought", "acquired"),
        noun=("owner",),
        object=End.BODY,
    ),
    RelationVerb(
        verb=_verb("met", "met", "met"),
        active=("met", "meets", "met with", "meets with", "held talks with", "visited"),
        ing=("meeting", "meeting with"),
    ),
    RelationVerb(
        verb=_verb("spoke-with", "spoke with", "spoke with"),
        active=("spoke with", "spoke to", "speaks with", "called", "telephoned", "phoned", "talked to", "talked with"),
    ),
    RelationVerb(
        verb=_verb("succeeded", "succeeded", "was succeeded by"),
        active=("succeeded", "succeeds", "replaced", "replaces"),
        passive=("succeeded", "replaced"),
        subject=End.PERSON,
        object=End.PERSON,
    ),
    RelationVerb(
        verb=_verb("married", "is married to", "is married to", _FOR),
        active=("married", "is married to", "marries"),
        subject=End.PERSON,
        object=End.PERSON,
    ),
)  # fmt: skip
