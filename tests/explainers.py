"""Explainers for tests: those below `sites/`, and small ones that a test writes itself, made without a disk."""

from __future__ import annotations

import base64
import dataclasses
import functools
from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent
from types import MappingProxyType

from standfirst.decoding.decode import NO_GAPS, Gaps, decode
from standfirst.decoding.facts import read_facts
from standfirst.images.shape import shapes_of
from standfirst.language.words import Digest
from standfirst.model import (
    BEFORE_ALL,
    Content,
    Drafts,
    Explainer,
    Fact,
    FactId,
    Id,
    Instant,
    Kind,
    Prose,
    Section,
    SiteUrl,
)
from standfirst.model.addresses import GLOSSARY, HOME, Address, actor_page, anchor_of, source_page
from standfirst.options import Options
from standfirst.pages.downloads import DOWNLOADS
from standfirst.pages.plan import plan
from standfirst.pipeline import BuiltSite, make_site_from
from standfirst.present.page_view import LinkedAssets
from standfirst.present.planner import Page, Planner, planner_of
from standfirst.present.presenter import Presenter
from standfirst.present.view_parts import ShownImage
from standfirst.problems.errors import in_order, stop_at_errors
from standfirst.prose.addresses import address_of_file
from standfirst.publishing.output_folder import MARKER
from standfirst.reading.files import (
    ContentFiles,
    CopyFile,
    ImageFile,
    InputFile,
    TemplateFiles,
)
from standfirst.reading.read import read_content, read_templates
from standfirst.reading.yaml.composer import read_yaml
from standfirst.reading.yaml.nodes import MappingNode, ScalarNode, YamlNode
from standfirst.rendering.prose.markup import quoted
from standfirst.site.resolve import resolve
from standfirst.site.site import Site
from standfirst.sources.citations import cited_in
from standfirst.sources.lock import Lock, LockedSource, PassagePlace, passage_key
from standfirst.sources.prove import prove

ROOT = Path(__file__).resolve().parents[1]
SITES = ROOT / "tests" / "sites"
# An image of two pixels, side by side.
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAAAAADRSSBWAAAAC0lEQVR4nGNgYAAAAAMAAbitOmMAAAAASUVORK5CYII=")

SETTINGS = """\
title: What happened?
standfirst: Something did.
language: en
base_url: https://example.org/
published: 2025-01-02
facts_as_of: 2025-01-01
"""


def content(
    facts: str = "",
    *sections: str,
    settings: str = "",
    language: str = "en",
    images: tuple[str, ...] = (),
    copies: Mapping[str, str] = MappingProxyType({}),
) -> ContentFiles:
    """Return an explainer of one facts file and sections; `settings` is added to a least `site.yaml`.

    `images` are the names of files with two pixels each, `copies` are the texts of sources by their ids.
    """
    site = SETTINGS.replace("language: en", f"language: {language}") + dedent(settings)
    return ContentFiles(
        settings=InputFile("site.yaml", site),
        facts=(InputFile("facts.yaml", dedent(facts)),),
        sections=tuple(
            InputFile(f"sections/{number}-part.md", f"---\ntitle: Part {number}\nid: part-{number}\n---\n{text}")
            for number, text in enumerate(sections, start=1)
        ),
        images=tuple(ImageFile(name, PNG) for name in images),
        copies=tuple(
            CopyFile(f"sources/{source}.txt", Id(source), dedent(text).encode()) for source, text in copies.items()
        ),
    )


def content_of(files: ContentFiles) -> Content:
    """Return what an explainer says, or raise a `SiteError` where some of it cannot be read."""
    decoded = decode(files)
    stop_at_errors(decoded.problems)
    return decoded.content


def facts_of(file: InputFile) -> tuple[Fact, ...]:
    """Return the facts of a facts file, or raise a `SiteError` where one of them cannot be read."""
    read = read_facts(file)
    stop_at_errors(read.problems)
    return read.facts


def settings_of(file: InputFile) -> Explainer:
    """Return what a `site.yaml` says, or raise a `SiteError`."""
    return content_of(dataclasses.replace(content(), settings=file)).explainer


def section_of(file: InputFile) -> Section:
    """Return what a section says, or raise a `SiteError`."""
    (section,) = content_of(dataclasses.replace(content(), sections=(file,))).sections
    return section


def joined(files: ContentFiles, *, drafts: Drafts = Drafts.HIDE) -> Site:
    """Return what an explainer says, decoded and resolved."""
    resolved = resolve(content_of(files), shapes_of(files.images), drafts=drafts)
    stop_at_errors(resolved.problems)
    return resolved.site


def some_address(fact: FactId) -> Address:
    """Return where a fact could stand of which only the id is known: on a page of its own, or on the first."""
    routes = {Kind.ACTOR: actor_page(fact.id), Kind.SOURCE: source_page(fact.id), Kind.TERM: GLOSSARY}
    return Address(routes.get(fact.kind, HOME), anchor_of(fact))


def resolve_problems(
    facts: str = "", *sections: str, settings: str = "", images: tuple[str, ...] = (), gaps: Gaps = NO_GAPS
) -> list[str]:
    """Return what does not fit together in an explainer that can be decoded, in its order."""
    return problems_of_resolving(content(facts, *sections, settings=settings, images=images), gaps)


def problems_of_resolving(files: ContentFiles, gaps: Gaps = NO_GAPS) -> list[str]:
    """Return what does not fit together in files that can be decoded, in its order."""
    found = resolve(content_of(files), shapes_of(files.images), drafts=Drafts.HIDE, gaps=gaps)
    return [str(each) for each in in_order(found.problems)]


def as_if_found(files: ContentFiles) -> Lock:
    """Return the lock of an explainer whose passages all stand in the first paragraph of their source."""
    places: dict[Id, dict[Digest, PassagePlace]] = {}
    for cited in cited_in(content_of(files)).passages:
        places.setdefault(cited.source, {})[passage_key(cited.passage)] = PassagePlace(1)
    return Lock({source: LockedSource(Digest(""), 1, 1, found, {}) for source, found in places.items()})


def planner(files: ContentFiles) -> Planner:
    """Return what the pages of an explainer are planned from."""
    proof = prove(content_of(files), files, drafts=Drafts.HIDE)
    presenter = Presenter(joined(files), proof.lock)
    assets = LinkedAssets(stylesheet=Address("assets/site.css"))
    return planner_of(presenter, assets, quotations=proof.quotations, drafts=Drafts.HIDE)


def pages_of(planner: Planner) -> tuple[Page, ...]:
    """Return all pages that are planned, each with its view."""
    planned = plan(planner)
    return tuple(map(planned.make, planned.pages))


def made(
    files: ContentFiles,
    *,
    drafts: Drafts = Drafts.HIDE,
    base_url: str | None = None,
    templates: TemplateFiles | None = None,
) -> dict[str, str]:
    """Return the text of every file of an explainer's site by its route, or raise `SiteError`.

    What is no text, which is the card, has a text that means nothing.
    """
    options = Options(content=Path(), templates=Path(), base_url=SiteUrl(base_url) if base_url else None, drafts=drafts)
    built = make_site_from(files, templates or own_templates(), options)
    return {artifact.route: artifact.body.decode(errors="replace") for artifact in built.artifacts}


def built(files: ContentFiles, *, now: Instant = BEFORE_ALL, drafts: Drafts = Drafts.HIDE) -> BuiltSite:
    """Return the site of an explainer at a moment, by the templates of this repository, or raise `SiteError`."""
    return make_site_from(files, own_templates(), Options(content=Path(), templates=Path(), drafts=drafts, now=now))


_UNREVIEWED = (".png", ".jpg", ".webp", *DOWNLOADS)


@functools.cache
def own_templates() -> TemplateFiles:
    """Return the templates of this repository."""
    return read_templates(ROOT / "templates")


def with_template(name: str, change: Callable[[str], str]) -> TemplateFiles:
    """Return the templates of this repository with one of them changed, or added."""
    templates = own_templates()
    path = f"{templates.folder}/{name}"
    old = next((file.text for file in templates.templates if file.path == path), "")
    others = tuple(file for file in templates.templates if file.path != path)
    return dataclasses.replace(templates, templates=(*others, InputFile(path, change(old))))


@functools.cache
def read_site(name: str) -> ContentFiles:
    """Return the content of one of the folders below `sites/`."""
    return read_content(SITES / name / "content")


def reviewed(name: str) -> dict[str, bytes]:
    """Return the files of one of the sites below `sites/` that show what it is there for, as `undressed` has them.

    `reviewed.txt` lists them; without it they are all.
    """
    files, listed = undressed(name), SITES / name / "reviewed.txt"
    return {route: files[route] for route in listed.read_text(encoding="utf-8").split()} if listed.is_file() else files


def undressed(name: str) -> dict[str, bytes]:
    """Return every file of one of the sites below `sites/`, dressed in nothing: styles change, and pages do not.

    Images of pixels are left out, the card too, since reviewing their bytes would show nobody anything, and so is what
    shows all of it once more in one file.
    """
    templates = own_templates()
    css, js = (InputFile(f"{templates.folder}/assets/{kind}/none.{kind}", "") for kind in ("css", "js"))
    bare = dataclasses.replace(templates, stylesheets=(css,), scripts=(js,))
    built = make_site_from(read_site(name), bare, Options(content=Path(), templates=Path()))
    return {artifact.route: artifact.body for artifact in built.artifacts if not artifact.route.endswith(_UNREVIEWED)}


def site_names() -> list[str]:
    """Return the names of the folders below `sites/`."""
    return sorted(path.parent.name for path in SITES.glob("*/content"))


def files_in(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its route, but for the marker that publishing puts there."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return {route: path.read_bytes() for route, path in files.items() if route != MARKER}


def images_in(prose: Prose) -> tuple[ShownImage, ...]:
    """Return the image files that a text shows by their names, as if they were there."""
    return tuple(ShownImage(route, Address(address_of_file(route)), 2, 1, "image/png") for route, _ in prose.images)


def image_tag(image: ShownImage, alternative: str, title: str) -> str:
    """Return an image as a page might set it."""
    titled = f' title="{quoted(title)}"' if title else ""
    return f'<img alt="{quoted(alternative)}" src="{quoted(image.address.route)}"{titled}>'


def text_node(text: str, *, path: str = "any.md") -> ScalarNode:
    """Return a text as if it were all that a file holds."""
    return ScalarNode(InputFile(path, text), text, 1, 1, 0, len(text), plain=True)


def value_node(written: str) -> YamlNode:
    """Return the value that is written so behind a key, at 1:6 of `a.yaml`."""

    def value(root: YamlNode | None) -> YamlNode:
        assert isinstance(root, MappingNode)
        return next(iter(root)).value

    return read_yaml(InputFile("a.yaml", f"key: {written}\n"), value)
