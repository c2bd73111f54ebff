"""Images as they are published: where prose refers to them, in their sizes, made once and when they are asked for."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from standfirst.cache import Cache
from standfirst.options import Options
from standfirst.outputs.artifact import Artifact, PlannedFile
from standfirst.outputs.images import image_files
from standfirst.pipeline import lint_site, make_site_from, plan_site
from standfirst.problems.errors import SiteError
from standfirst.publishing.cache_folder import CacheFolder
from standfirst.publishing.finished_site import FinishedSite, keep_site
from standfirst.publishing.kept_state import BuildState, keep_state, kept_state
from standfirst.reading.files import ContentFiles, ImageFile
from standfirst.rendering.site_files import PageStore
from tests.explainers import content, joined, own_templates

OPTIONS = Options(content=Path(), templates=Path())
KEY, SITE_KEY = "a1" * 32, "b2" * 32


def raster(format_: str = "JPEG", colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (500, 250), colour).save(out, format_)
    return out.getvalue()


def with_images(**bodies: bytes) -> ContentFiles:
    images = tuple(ImageFile(name.replace("_", "."), body) for name, body in bodies.items())
    return replace(content("", "![A](images/a.jpg)"), images=images)


def test_an_image_lies_where_prose_refers_to_it_however_its_name_is_composed() -> None:
    drawing = ImageFile("cafe\u0301.svg", b"<svg/>")
    files = replace(content(), images=(drawing, ImageFile("e\u0301.png", raster("PNG"))))
    made = {file.route: file for file in image_files(files.images, joined(files))}
    assert made.keys() == {"images/caf\u00e9.svg", "images/\u00e9.png", "images/\u00e9.png.500.webp"}
    assert made["images/caf\u00e9.svg"] == Artifact("images/caf\u00e9.svg", b"<svg/>")
    assert all(isinstance(file, PlannedFile) for route, file in made.items() if route.startswith("images/\u00e9"))


def test_a_build_takes_over_what_was_made_of_the_same_image() -> None:
    store = PageStore()
    plan_and_make(with_images(a_jpg=raster()), store)
    kept = images_in(store)
    assert kept.keys() == {"images/a.jpg", "images/a.jpg.500.webp"}
    plan_and_make(with_images(a_jpg=raster(), b_jpg=raster(colour="blue")), store)
    assert images_in(store).items() > kept.items()
    plan_and_make(with_images(a_jpg=raster(colour="blue")), store)
    assert store.files["images/a.jpg"][1].body == store.files["images/b.jpg"][1].body
    store.forget_others({"images/a.jpg"})
    assert store.files.keys() == {"images/a.jpg"}


def test_what_was_made_of_images_is_kept_between_builds(tmp_path: Path) -> None:
    cache, files, state = CacheFolder(tmp_path), with_images(a_jpg=raster()), BuildState(Cache(), PageStore())
    built = make_site_from(files, own_templates(), OPTIONS, state.pages)
    keep_site(FinishedSite(built.artifacts, built.pages, ()), SITE_KEY, cache)
    keep_state(state, KEY, SITE_KEY, cache)
    found = kept_state(KEY, cache).pages.files
    assert {route: (key, file.body) for route, (key, file) in found.items()} == {
        route: (key, file.body) for route, (key, file) in state.pages.files.items()
    }


def test_a_damaged_image_is_told_where_it_is_named() -> None:
    broken = raster()[:-40]
    with pytest.raises(SiteError) as caught:
        make_site_from(with_images(a_jpg=broken, b_jpg=broken), own_templates(), OPTIONS)
    assert sorted({f"{each.origin.path}:{each.origin.line}" for each in caught.value.problems}) == [
        "images/b.jpg:1",
        "sections/1-part.md:5",
    ]


def images_in(store: PageStore) -> dict[str, tuple[str, Artifact]]:
    return {route: file for route, file in store.files.items() if route.startswith("images/")}


def plan_and_make(files: ContentFiles, store: PageStore) -> None:
    planned = plan_site(files, own_templates(), OPTIONS, store)
    planned.files.render_all(1, OPTIONS.on_progress)
    lint_site(planned)


def test_to_know_which_version_an_image_has_it_need_not_be_made() -> None:
    store = PageStore()
    planned = plan_site(with_images(a_jpg=raster()), own_templates(), OPTIONS, store)
    other = plan_site(with_images(a_jpg=raster(colour="blue")), own_templates(), OPTIONS, store)
    assert planned.files.version("images/a.jpg") != other.files.version("images/a.jpg")
    assert not images_in(store)


def test_several_processes_make_the_same_images() -> None:
    files = with_images(**{f"{name}_jpg": raster(colour=f"#{name}00") for name in "abcd"}, e_jpg=raster()[:-40])
    one, several = PageStore(), PageStore()
    for store, jobs in ((one, 1), (several, 2)):
        planned = plan_site(files, own_templates(), OPTIONS, store)
        planned.files.render_all(1, OPTIONS.on_progress)
        planned.files.make_images(jobs)
        with pytest.raises(SiteError):
            lint_site(planned)
    assert len(images_in(several)) == 8
    assert {route: file.body for route, (_, file) in several.files.items()} == {
        route: file.body for route, (_, file) in one.files.items()
    }
