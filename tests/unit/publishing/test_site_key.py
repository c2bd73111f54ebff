"""Whatever a site is made from changes its key, and nothing else does."""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standfirst.model import Drafts, Id, SiteUrl
from standfirst.options import Options
from standfirst.publishing import site_key
from standfirst.publishing.site_key import digest_of, key_of_site, program_digest
from standfirst.reading.files import ContentFiles, ImageFile, InputFile, TemplateFiles, UnreadFile
from tests.explainers import content, own_templates

OPTIONS = Options(content=Path(), templates=Path())
FILES = dataclasses.replace(
    content("actors: {}\n", "Text.", images=("moon.png",), copies={"report": "Words."}),
    unread=(UnreadFile("facts/actors.txt", "is not read", "rename it", frozenset({"reed", "crew"})),),
)


@pytest.fixture(autouse=True)
def fresh_program_digest() -> Iterator[None]:
    """It is known for as long as a process lasts."""
    program_digest.cache_clear()
    yield
    program_digest.cache_clear()


def key(files: ContentFiles = FILES, templates: TemplateFiles | None = None, options: Options = OPTIONS) -> str:
    return key_of_site(files, templates or own_templates(), options)


def test_the_key_is_a_digest_and_the_same_each_time() -> None:
    assert key() == key(dataclasses.replace(FILES))
    assert len(key()) == 64


def with_field(files: Any, field: str) -> Any:
    """Files of which one field is another, whatever it holds."""
    held = getattr(files, field)
    return dataclasses.replace(files, **{field: (*held, "more") if isinstance(held, tuple) else "other"})


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(ContentFiles)])
def test_every_sort_of_file_in_the_content_counts(field: str) -> None:
    assert key(with_field(FILES, field)) != key()


@pytest.mark.parametrize("field", [field.name for field in dataclasses.fields(TemplateFiles)])
def test_every_sort_of_file_among_the_templates_counts(field: str) -> None:
    assert key(templates=with_field(own_templates(), field)) != key()


def test_a_word_in_any_file_counts() -> None:
    first, *others = own_templates().templates
    changed = dataclasses.replace(first, text=first.text + " ")
    assert key(templates=dataclasses.replace(own_templates(), templates=(changed, *others))) != key()


@pytest.mark.parametrize(
    "options",
    [{"drafts": Drafts.SHOW}, {"base_url": SiteUrl("https://a.example/")}, {"copies": ((Id("report"), Path("a")),)}],
)
def test_options_that_decide_what_is_made_count(options: dict[str, object]) -> None:
    assert key(options=dataclasses.replace(OPTIONS, **options)) != key()  # type: ignore[arg-type]


def test_how_many_processes_render_does_not_count() -> None:
    assert key(options=dataclasses.replace(OPTIONS, jobs=7, content=Path("elsewhere"))) == key()


# ---------------------------------------------------------------- the program


def with_file(path: str, text: str) -> Callable[[Path], None]:
    def change(package: Path) -> None:
        (package / path).write_text(text, encoding="utf-8")

    return change


CHANGES: dict[str, Callable[[Path], object]] = {
    "a module": with_file("start.py", "# other"),
    "a module more": with_file("more.py", ""),
    "a module less": lambda package: (package / "language" / "words.py").unlink(),
    "a module elsewhere": lambda package: (package / "start.py").rename(package / "other.py"),
    "a folder elsewhere": lambda package: (package / "checks").rename(package / "check"),
    "a file that is no module": with_file("starter/site.yaml", "# other"),
}
NO_CHANGES: dict[str, Callable[[Path], object]] = {
    "compiled": with_file("__pycache__/start.pyc", "other"),
    "open in an editor": with_file(".start.py.swp", "other"),
    "open in another editor": lambda package: (package / ".#start.py").symlink_to("somebody@somewhere"),
}


@pytest.mark.parametrize(
    ("change", "counts"),
    [(change, True) for change in CHANGES.values()] + [(change, False) for change in NO_CHANGES.values()],
    ids=[*CHANGES, *NO_CHANGES],
)
def test_the_files_of_the_program_count(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object], counts: bool
) -> None:
    package = tmp_path / "standfirst"
    shutil.copytree(site_key._PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__"))
    (package / "__pycache__").mkdir()
    before = program_digest()
    monkeypatch.setattr(site_key, "_PACKAGE", package)
    program_digest.cache_clear()
    assert program_digest() == before
    change(package)
    program_digest.cache_clear()
    assert (program_digest() != before) == counts


@pytest.mark.parametrize("name", ["sys.version", "sys.platform"])
def test_python_counts(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    before = program_digest()
    monkeypatch.setattr(name, "other")
    program_digest.cache_clear()
    assert program_digest() != before


def test_the_versions_of_installed_packages_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = site_key.installed_packages()
    assert any(name.startswith("jinja2-") for name in packages)
    before = program_digest()
    monkeypatch.syspath_prepend(str(tmp_path))
    program_digest.cache_clear()
    assert program_digest() == before
    (tmp_path / "jinja2-99.0.dist-info").mkdir()
    program_digest.cache_clear()
    assert program_digest() != before


# ---------------------------------------------------------------- digests

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(0, 3) | st.text(max_size=3) | st.binary(max_size=3),
    lambda inner: st.lists(inner, max_size=3).map(tuple),
)


@given(VALUES, VALUES)
def test_values_that_differ_have_different_digests(one: object, other: object) -> None:
    assert (digest_of(one) == digest_of(other)) == (repr(one) == repr(other))


def test_what_has_no_order_has_one_digest() -> None:
    words = [f"word {number}" for number in range(9)]
    assert digest_of(frozenset(words)) == digest_of(frozenset(reversed(words)))
    assert digest_of(frozenset(words)) != digest_of(frozenset(words[1:]))


def test_records_that_hold_the_same_but_are_of_two_kinds_have_different_digests() -> None:
    assert digest_of(InputFile("a", "text")) != digest_of(ImageFile("a", "text"))  # type: ignore[arg-type]


def test_a_name_that_is_no_text_has_a_digest() -> None:
    assert digest_of("caf\udce9.txt") != digest_of("cafe.txt")


def test_what_can_change_has_no_digest() -> None:
    with pytest.raises(TypeError, match="no digest of a list"):
        digest_of([1])
