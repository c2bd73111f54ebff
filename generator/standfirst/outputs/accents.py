"""The accent of a look: whether it can be read where links stand, and the rules by which pages have it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from standfirst.model import Accent, Colour
from standfirst.outputs.colours import AA, AAA, Rgb, contrast, hex_of, least_readable, nearest_readable, rgb_of
from standfirst.outputs.css_tokens import Token, token_value
from standfirst.problems.errors import Problem, miswritten
from standfirst.problems.remedies import write

# What links stand on: the page itself, and what a link led to.
_PAPERS = {"--paper": "the paper", "--marked": "highlighted lines"}
_MORE = "(prefers-contrast: more)"
_DARK = "(prefers-color-scheme: dark)"


def faults_of_accent(accent: Accent, tokens: Sequence[Token]) -> Iterator[Problem]:
    """Yield a problem for each of its colours that cannot be read on the papers of the theme."""
    for colour, dark in ((accent.light, False), (accent.dark, True)):
        papers = _papers(tokens, dark=dark)
        if colour and papers:
            worst = least_readable(colour.parts, papers)
            found = contrast(colour.parts, worst)
            if found < AA:
                yield _unreadable(colour, papers, worst, "dark" if dark else "light", found)


def _unreadable(colour: Colour, papers: dict[Rgb, str], worst: Rgb, scheme: str, found: float) -> Problem:
    nearest = hex_of(nearest_readable(colour.parts, [*papers], AA))
    written = nearest if colour.text.startswith("#") else nearest.removeprefix("#")
    # Rounded down: what fails does not read as what passes.
    message = (
        f"'{colour.text}' cannot be read well enough on {papers[worst]} of {scheme} pages ({hex_of(worst)}): "
        f"its contrast is {int(found * 10) / 10} to 1, and WCAG AA asks for {AA}"
    )
    remedy = write(written, ", the nearest of its hue that can")
    return miswritten(colour.origin, message, remedy, colour.text)


def accent_rules(accent: Accent, tokens: Sequence[Token]) -> Iterator[str]:
    """Yield the rules by which pages have it: in the light, in the dark, and for readers who ask for more contrast."""
    light = accent.light.parts
    dark = accent.dark.parts if accent.dark else light
    for medium, colour, is_dark, least in (
        ("", light, False, AA),
        (_DARK, dark, True, AA),
        (_MORE, light, False, AAA),
        (f"{_MORE} and {_DARK}", dark, True, AAA),
    ):
        papers = [*_papers(tokens, dark=is_dark)]
        shown = nearest_readable(colour, papers, least) if papers else colour
        rule = f":root {{ --accent: {hex_of(shown)}; }}"
        yield f"@media {medium} {{ {rule} }}" if medium else rule


def _papers(tokens: Sequence[Token], *, dark: bool) -> dict[Rgb, str]:
    """What each paper of a theme is called, by its colour; one that is no plain colour is passed over."""
    found = {rgb_of(token_value(tokens, name, dark=dark)): called for name, called in reversed(_PAPERS.items())}
    return {colour: called for colour, called in found.items() if colour}
