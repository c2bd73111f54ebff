"""The look of a newsroom's own as files and rules: its colours, letters, logo and icon, and what is wrong with them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from standfirst.model import Look
from standfirst.model.frozen_class import frozen
from standfirst.outputs.accents import accent_rules, faults_of_accent
from standfirst.outputs.artifact import Artifact
from standfirst.outputs.card import PLAIN_CARDS, CardLook
from standfirst.outputs.colours import hex_of
from standfirst.outputs.css_tokens import Token, tokens_of
from standfirst.outputs.font_files import FontAsset, font_assets, font_rules
from standfirst.outputs.logo import drawings_of
from standfirst.present.page_view import IconView, LogoView
from standfirst.problems.errors import Problem, Severity, attempt
from standfirst.reading.files import ContentFiles, TemplateFiles, layered
from standfirst.site.images import place_of_file
from standfirst.site.site import Site

# In the middle of the line, and on the paper of the page, also in the dark, where other images have one of their own.
_LOGO_RULES = (
    ".publisher :is(a, picture, img) { display: inline-block; vertical-align: middle; }",
    ".publisher img { background: none; }",
)


@frozen
class LookFiles:
    """What comes of a look: rules for the site's style sheet, files beside it, and what pages and cards show of it.

    `problems` are its mistakes; where there are any, something is missing.
    """

    rules: str = ""
    fonts: tuple[Artifact, ...] = ()
    logo: LogoView | None = None
    icon: IconView | None = None
    cards: CardLook = PLAIN_CARDS
    problems: tuple[Problem, ...] = ()


NO_LOOK = LookFiles()


def look_files(site: Site, files: ContentFiles, templates: TemplateFiles) -> LookFiles:
    """Return what comes of the look of a site that has these templates."""
    look = site.explainer.look
    problems = [*_unnamed_fonts(site, files)]
    if look == Look():
        return replace(NO_LOOK, problems=tuple(problems))
    sheets, drawings = layered(templates, lambda each: each.stylesheets), drawings_of(site, files.images)
    tokens = tokens_of((*sheets.theme.values(), *sheets.added.values()))
    fonts = _fonts(look, files, problems)
    problems += faults_of_accent(look.accent, tokens) if look.accent else ()
    logo = attempt(drawings.logo, look.logo, problems) if look.logo else None
    problems += drawings.letters(look.logo) if look.logo and logo else ()
    icon = attempt(drawings.icon, look.favicon, problems) if look.favicon else None
    assets = {each.artifact.route: each.artifact for face in fonts.values() for each in face}
    return LookFiles(
        rules="".join(f"{rule}\n" for rule in _rules(look, fonts, tokens)),
        fonts=tuple(assets.values()),
        logo=logo,
        icon=icon,
        cards=CardLook(
            accent=hex_of(look.accent.light.parts) if look.accent else "",
            logo=drawings.for_cards(look.logo) if look.logo and logo else b"",
            logo_ratio=logo.width / logo.height if logo else 1,
        ),
        problems=tuple(problems),
    )


def _fonts(look: Look, files: ContentFiles, problems: list[Problem]) -> Mapping[str, Sequence[FontAsset]]:
    """The files of each face."""
    known = {unicodedata.normalize("NFC", file.name): file for file in files.fonts}
    faces = {"reading": look.fonts.reading, "label": look.fonts.label}
    return {
        face: attempt(partial(font_assets, face, files=known), fonts, problems) or () for face, fonts in faces.items()
    }


def _unnamed_fonts(site: Site, files: ContentFiles) -> Iterator[Problem]:
    """Yield a warning for each file in `fonts/` that pages do without."""
    fonts = site.explainer.look.fonts
    named = {font.file.name for font in (*fonts.reading, *fonts.label)}
    for file in files.fonts:
        if unicodedata.normalize("NFC", file.name) not in named:
            hint = "name it under `look: {fonts: …}` in site.yaml, or remove it"
            yield Problem(place_of_file(file.path, site), "no page has these letters", hint, Severity.WARNING)


def _rules(look: Look, fonts: Mapping[str, Sequence[FontAsset]], tokens: Sequence[Token]) -> Iterator[str]:
    """The rules of a look, each in the layer of those that it changes."""
    for face, assets in fonts.items():
        yield from font_rules(face, assets, tokens)
    if look.accent:
        yield f"@layer tokens {{ {' '.join(accent_rules(look.accent, tokens))} }}"
    if look.logo:
        yield f"@layer components {{ {' '.join(_LOGO_RULES)} }}"
