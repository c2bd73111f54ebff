"""Makes a direct question of an indirect one, where that is safe.

"If Trump requested an end" asks "Did Trump request an end?".
"""

from __future__ import annotations

import regex

from standfirst.draft.quotations.cues import CueForm, cue_of

_WORD = regex.compile(r"\S+")
_AUXILIARIES = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "should",
        "must",
    }
    | {"does", "do", "did"}
)
_DETERMINERS = {"the", "a", "an", "his", "her", "its", "their", "this", "these", "any", "other", "more"}
_PRONOUNS = {"he", "she", "it", "they", "there"}
_JOINING = {"and", "at", "by", "for", "from", "in", "of", "on", "or", "to", "with"}
# What a question is cut before, so that it stays short.
_ENDS = {"after", "because", "although", "though", "while", "but", "which", "who", "since", "until", "as", "before"}
_MOST = 6


def _pairs(table: str) -> dict[str, str]:
    return dict(pair.split(":") for pair in table.split())


# Verbs in the past that no table of cues has, with what they ask for.
_PLAIN = _pairs(
    """
    began:begin came:come caused:cause crashed:crash died:die ended:end fell:fall fired:fire found:find
    gave:give got:get happened:happen held:hold hit:hit intended:intend joined:join killed:kill knew:know
    led:lead left:leave lost:lose made:make met:meet needed:need opened:open ordered:order paid:pay planned:plan
    played:play received:receive requested:request resigned:resign returned:return sank:sink sent:send
    signed:sign sold:sell started:start stopped:stop survived:survive took:take used:use wanted:want went:go
    won:win worked:work
    """
)
# In the present: "whether the company plans".
_PRESENT = _pairs(
    """
    expects:expect has:have intends:intend knows:know needs:need plans:plan supports:support wants:want
    works:work
    """
)


def words_of(text: str) -> list[str]:
    """Return the words of a stretch, without commas and what was quoted."""
    return [word.strip(",;:\0") for word in _WORD.findall(text) if word.strip(",;:\0")]


def question_of(clause: str) -> tuple[str, bool]:
    """Return the question that a clause asks, and whether it is one: else only what is not known, in few words."""
    words = words_of(clause.partition(",")[0])
    asking, rest = _parted(words)
    if asking in {"if", "whether"}:
        question = _inverted(rest)
    elif asking in {"who", "what", "which"} or asking.startswith("how many"):
        question = _of_subject(asking, rest) or _with_asking(asking, rest)
    else:
        question = _with_asking(asking, rest)
    if question:
        return question, True
    return f"What is not known: {' '.join(words[:_MOST])}?", False


def _parted(words: list[str]) -> tuple[str, list[str]]:
    """Return what asks, and the rest: "how many people", "were hurt"."""
    first = words[0].lower()
    if first == "how" and len(words) > 2 and words[1].lower() in {"many", "much", "long", "far", "often", "badly"}:
        size = 3 if words[1].lower() in {"many", "much"} and words[2].lower() not in _AUXILIARIES | _DETERMINERS else 2
        return " ".join(words[:size]).lower(), words[size:]
    return first, words[1:]


def _inverted(words: list[str]) -> str:
    """Return "Did Trump request an end?" of "Trump requested an end"; nothing where the verb is not sure."""
    found = _subject_and_verb(words)
    if found is None:
        return ""
    subject, verb, rest = found
    low = verb.lower()
    if low in _AUXILIARIES:
        return _question([verb, *subject, *_cut(rest)])
    if base := _base(low):
        return _question(["did", *subject, base, *_cut(rest)])
    present = _PRESENT.get(low)
    return _question(["does", *subject, present, *_cut(rest)]) if present else ""


def _with_asking(asking: str, words: list[str]) -> str:
    inverted = _inverted(words)
    return f"{asking[:1].upper()}{asking[1:]} {inverted[:1].lower()}{inverted[1:]}" if inverted else ""


def _of_subject(asking: str, words: list[str]) -> str:
    """Return "Who ordered the attack?": what asks is the subject, and the words stay in their order."""
    if not words:
        return ""
    first = words[0].lower()
    is_verb = first in _AUXILIARIES or _base(first) or first in _PRESENT
    return _question([asking, *words[:1], *_cut(words[1:])]) if is_verb else ""


def _subject_and_verb(words: list[str]) -> tuple[list[str], str, list[str]] | None:
    """Return the subject of a clause, its verb and the rest; only where the subject is short and begins as one does."""
    if not words or not _begins_subject(words[0]):
        return None
    for place in range(1, min(len(words), 6)):
        low = words[place].lower()
        if low in _AUXILIARIES or _base(low) or low in _PRESENT:
            subject = [words[0] if words[0][0].isupper() and words[0] not in {"The", "A"} else words[0].lower()]
            return [*subject, *words[1:place]], words[place], words[place + 1 :]
        if low in _PRONOUNS or low in _ENDS or low == "that":
            return None
    return None


def _begins_subject(word: str) -> bool:
    return word[0].isupper() or word.lower() in _DETERMINERS | _PRONOUNS


def _base(word: str) -> str:
    """Return the plain form of a verb in the past; nothing for what is not surely one."""
    if word in _PLAIN:
        return _PLAIN[word]
    cue = cue_of(word)
    return cue.lemma if cue is not None and cue.form is CueForm.PAST and word.endswith("ed") else ""


def is_past_verb(word: str) -> bool:
    """Tell whether a word in small letters is surely a verb that has a subject before it."""
    return word.islower() and bool(word in _AUXILIARIES or _base(word))


def _cut(words: list[str]) -> list[str]:
    """Return the words up to where another clause begins, and no more than a few."""
    end = next((place for place, word in enumerate(words) if word.lower() in _ENDS), len(words))
    kept = words[: min(end, _MOST)]
    while len(kept) < len(words) and kept and kept[-1].lower() in _DETERMINERS | _JOINING:
        kept.pop()
    return kept


def _question(words: list[str]) -> str:
    text = " ".join(words)
    return f"{text[:1].upper()}{text[1:]}?"
