"""What a link to a figure says: its number, what that counts, and the words that qualify it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from standfirst.language import dates, numbers
from standfirst.language.numbers import Agreement
from standfirst.model import Figure, LanguageTag, Mention, Qualifier
from standfirst.problems.errors import Problem, Severity

# The longest wordings of a qualifier, such as "in the region of", have so many words.
_WORDS_BEFORE = 4


@dataclass(frozen=True, slots=True)
class Shown:
    """A figure as a link shows it: the link's text, what leads up to it and what follows, as readers see them."""

    mention: Mention
    figure: Figure
    text: str
    lead: str
    language: LanguageTag
    behind: str = ""

    @property
    def in_place(self) -> str:
        """The text with the few words before it, none of which belong to another number."""
        few = " ".join(self.lead.split()[-_WORDS_BEFORE:])
        return f"{numbers.after_last_number(few, self.language)} {self.text}".lstrip()

    @property
    def begins(self) -> int:
        """Where the link's own text begins in what it says in its place."""
        return len(self.in_place) - len(self.text)

    @property
    def said(self) -> str:
        return numbers.say(self.figure.value, self.figure.qualifier, self.figure.unit, self.language)


def disagreement(shown: Shown, units: Sequence[str]) -> Iterator[Problem]:
    """Yield what a link says otherwise than its figure; `units` are those of all figures.

    What states no number is free text. A number that cannot be read is a warning: it may be right.
    """
    figure, text, link = shown.figure, shown.text, shown.mention.reference.to
    loosely = figure.qualifier is Qualifier.ABOUT
    match numbers.agrees(text, figure.value, shown.language, figure.unit, loosely=loosely):
        case Agreement.DISAGREES:
            yield _disagrees(shown, text)
        case Agreement.OPPOSITE:
            # A fall of 3 per cent is a change of −3.
            yield _disagrees(shown, text, Severity.WARNING)
        case Agreement.UNREAD:
            message = (
                f"the number in '{text}' cannot be read, so that nothing holds it to {link}, which is {shown.said}"
            )
            yield _problem(shown, message, f"write it in digits, or write []({link})", Severity.WARNING)
        case Agreement.AGREES:
            yield from _beside_the_number(shown, units)


def _beside_the_number(shown: Shown, units: Sequence[str]) -> Iterator[Problem]:
    if numbers.states_another(shown.text, shown.figure.value, shown.figure.unit, shown.language):
        yield _disagrees(shown, shown.text)
    elif not _agrees_beside_dates(shown):
        yield _disagrees(shown, shown.text, Severity.WARNING)
    elif other := numbers.another_thing(shown.in_place, shown.begins, _counted(shown), units, shown.language):
        severity = Severity.ERROR if other.sure else Severity.WARNING
        yield _disagrees(shown, other.words, severity)
    else:
        yield from _qualified(shown)


def _agrees_beside_dates(shown: Shown) -> bool:
    """Tell whether the figure's number is none of a date: "on 21 March, 40 people"."""
    figure, text = shown.figure, dates.without_dates(shown.text, shown.language)
    agreement = numbers.agrees(text, figure.value, shown.language, figure.unit, loosely=True)
    return text == shown.text or agreement is Agreement.AGREES


def _counted(shown: Shown) -> numbers.Counted:
    return numbers.Counted(shown.figure.value, shown.figure.unit, shown.figure.label)


def _qualified(shown: Shown) -> Iterator[Problem]:
    figure, language, link = shown.figure, shown.language, shown.mention.reference.to
    qualifiers = numbers.qualifiers_behind(shown.behind, language)
    if numbers.at_its_head(shown.text, figure.value, figure.qualifier, language):
        yield _disagrees(shown, shown.text)
    elif figure.qualifier and figure.qualifier not in qualifiers | numbers.qualifiers_in(shown.in_place, language):
        if numbers.knows_qualifiers(language):
            message = f"'{shown.text}' leaves out what {link} says: {shown.said}"
            yield _problem(shown, message, "put the qualifier in the link, or right beside it")
    elif numbers.foreign_qualifiers(shown.in_place, figure.value, figure.qualifier, language):
        yield _qualified_beside(shown, "before")
    elif _is_another_behind(shown):
        yield _qualified_beside(shown, "behind")


def _is_another_behind(shown: Shown) -> bool:
    value, known = shown.figure.value, {shown.figure.qualifier}
    return value.low == value.high and bool(numbers.qualifiers_behind(shown.behind, shown.language, sure=True) - known)


def _qualified_beside(shown: Shown, where: str) -> Problem:
    message = f"what stands {where} '{shown.text}' qualifies {shown.mention.reference.to}, which is {shown.said}"
    return _problem(shown, message, "take it out, or mend the figure's qualifier", Severity.WARNING)


def _disagrees(shown: Shown, words: str, severity: Severity = Severity.ERROR) -> Problem:
    message = f"'{words}' disagrees with {shown.mention.reference.to}, which is {shown.said}"
    hint = f"mend one of them, or write []({shown.mention.reference.to})"
    return _problem(shown, message, hint, severity)


def _problem(shown: Shown, message: str, hint: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(shown.mention.reference.origin, message, hint, severity)
