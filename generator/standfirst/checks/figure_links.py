"""Links to figures: their number, what it counts, and the words that qualify it must be those of the figure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standfirst.language import dates, numbers
from standfirst.language.numbers import Agreement
from standfirst.model import Figure, LanguageTag, Mention, Qualifier
from standfirst.model.frozen_class import frozen
from standfirst.problems.errors import Problem, Severity

# The longest wordings of a qualifier, such as "in the region of", have so many words.
_WORDS_BEFORE = 4


@frozen
class FigureLink:
    """A link to a figure: its text, and what stands before and after it in the paragraph, as readers see them."""

    mention: Mention
    figure: Figure
    text: str
    before: str
    after: str
    language: LanguageTag

    @property
    def in_context(self) -> str:
        """The text with the few words before it, none of which belong to another number."""
        few = " ".join(self.before.split()[-_WORDS_BEFORE:])
        return f"{numbers.after_last_number(few, self.language)} {self.text}".lstrip()

    @property
    def text_start(self) -> int:
        """The offset in `in_context` at which the link's own text begins."""
        return len(self.in_context) - len(self.text)

    @property
    def expected(self) -> str:
        """What the figure is, in words."""
        return numbers.say(self.figure.value, self.figure.qualifier, self.figure.unit, self.language)


def figure_link_problems(link: FigureLink, units: Sequence[str]) -> Iterator[Problem]:
    """Yield what a link says otherwise than its figure; `units` are those of all figures.

    A text without a number is free. A number that cannot be read is a warning: it may be right.
    """
    figure, text, fact = link.figure, link.text, link.mention.reference.to
    loosely = figure.qualifier is Qualifier.ABOUT
    match numbers.agreement_of(text, figure.value, link.language, figure.unit, loosely=loosely):
        case Agreement.DISAGREES:
            yield _disagrees(link, text)
        case Agreement.OPPOSITE:
            # A fall of 3 per cent is a change of −3.
            yield _disagrees(link, text, Severity.WARNING)
        case Agreement.UNREAD:
            message = (
                f"the number in '{text}' cannot be read, so that nothing holds it to {fact}, which is {link.expected}"
            )
            yield _problem(link, message, f"write it in digits, or write []({fact})", Severity.WARNING)
        case Agreement.AGREES:
            yield from _beside_the_number(link, units)


def _beside_the_number(link: FigureLink, units: Sequence[str]) -> Iterator[Problem]:
    if numbers.states_another(link.text, link.figure.value, link.figure.unit, link.language):
        yield _disagrees(link, link.text)
    elif not _agrees_without_dates(link):
        yield _disagrees(link, link.text, Severity.WARNING)
    elif other := numbers.another_thing(link.in_context, link.text_start, _counted(link), units, link.language):
        severity = Severity.ERROR if other.sure else Severity.WARNING
        yield _disagrees(link, other.words, severity)
    else:
        yield from _qualifier_problems(link)


def _agrees_without_dates(link: FigureLink) -> bool:
    """Tell whether the figure's number stands outside of dates: "on 21 March, 40 people"."""
    figure, text = link.figure, dates.without_dates(link.text, link.language)
    # Most have no dates, and their numbers have been compared.
    if text == link.text:
        return True
    agreement = numbers.agreement_of(text, figure.value, link.language, figure.unit, loosely=True)
    return agreement is Agreement.AGREES


def _counted(link: FigureLink) -> numbers.CountedFigure:
    return numbers.CountedFigure(link.figure.value, link.figure.unit, link.figure.label)


def _qualifier_problems(link: FigureLink) -> Iterator[Problem]:
    figure, language, fact = link.figure, link.language, link.mention.reference.to
    qualifiers = numbers.qualifiers_behind(link.after, language)
    if numbers.foreign_qualifiers_before_first(link.text, figure.value, figure.qualifier, language):
        yield _disagrees(link, link.text)
    elif figure.qualifier and figure.qualifier not in qualifiers | numbers.qualifiers_in(link.in_context, language):
        if numbers.knows_qualifiers(language):
            message = f"'{link.text}' leaves out what {fact} says: {link.expected}"
            yield _problem(link, message, "put the qualifier in the link, or right beside it")
    elif numbers.foreign_qualifiers(link.in_context, figure.value, figure.qualifier, language):
        yield _other_qualifier(link, "before")
    elif _has_other_qualifier_after(link):
        yield _other_qualifier(link, "behind")


def _has_other_qualifier_after(link: FigureLink) -> bool:
    value, known = link.figure.value, {link.figure.qualifier}
    return value.low == value.high and bool(numbers.qualifiers_behind(link.after, link.language, sure=True) - known)


def _other_qualifier(link: FigureLink, where: str) -> Problem:
    message = f"what stands {where} '{link.text}' qualifies {link.mention.reference.to}, which is {link.expected}"
    return _problem(link, message, "take it out, or mend the figure's qualifier", Severity.WARNING)


def _disagrees(link: FigureLink, words: str, severity: Severity = Severity.ERROR) -> Problem:
    message = f"'{words}' disagrees with {link.mention.reference.to}, which is {link.expected}"
    hint = f"mend one of them, or write []({link.mention.reference.to})"
    return _problem(link, message, hint, severity)


def _problem(link: FigureLink, message: str, hint: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(link.mention.reference.origin, message, hint, severity)
