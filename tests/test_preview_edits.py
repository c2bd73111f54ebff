"""Whatever is done to the files, the site that is served comes to be that of a clean build of the same folders."""

from __future__ import annotations

import contextlib
import os
import shutil
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import unescape
from pathlib import Path
from random import Random

from standfirst.model import Drafts
from standfirst.options import Options
from standfirst.pipeline import make_site
from standfirst.problems.errors import Problem, Severity, SiteError, UsageError
from tests.previews import PATIENCE, ROOT, Running, restore, running

# A longer run by hand: EDITS=1000 python -m pytest tests/test_preview_edits.py; SEED=7 does those edits and no others.
EDITS = int(os.environ.get("EDITS", "12"))
SEED = int(os.environ.get("SEED", time.time_ns() % 1_000_000 if "EDITS" in os.environ else 1))
# Seconds for which nothing may change any more.
STILL = 0.3
HOME = "index.html"
TERM = "terms: {word-NUMBER: {name: Word NUMBER, summary: A word., cite: {report: A ro-ro berth}}}\n"

Site = Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Clean:
    """What comes of a clean build: the files of a site by their routes, or else what keeps it from being made."""

    site: Site = field(default_factory=dict)
    warnings: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """The content and the templates that a writer has, and `random`, by which the writer's mood changes."""

    folder: Path
    random: Random

    @property
    def paths(self) -> dict[Path, bytes]:
        """All files below the folder, in an order that depends on their names alone."""
        found = (Path(parent, name) for parent, _, names in os.walk(self.folder) for name in names)
        return {path: path.read_bytes() for path in sorted(found) if path.exists()}

    def built(self) -> Clean:
        """What the command `build` makes of the folder as it is now."""
        options = Options(content=self.folder / "content", templates=self.folder / "templates", drafts=Drafts.SHOW)
        try:
            built = make_site(options)
        except SiteError as error:
            return Clean(faults=_messages(error.problems, Severity.ERROR))
        except UsageError as error:
            return Clean(faults=(str(error),))
        site = {artifact.route: artifact.body for artifact in built.artifacts}
        return Clean(site, _messages(built.warnings, Severity.WARNING))

    def one_of(self, *folders: str) -> Path:
        """A file whose path begins with one of these, or where there is none any file."""
        below = tuple(str(self.folder / each) for each in folders)
        every = list(self.paths)
        return self.random.choice([path for path in every if str(path).startswith(below)] or every)


def _messages(problems: Iterable[Problem], severity: Severity) -> tuple[str, ...]:
    return tuple(problem.message for problem in problems if problem.severity is severity)


# ---------------------------------------------------------------- what may be done to files


def go_on(desk: Desk) -> None:
    """Save more of a section, of a style, of a page or of the settings, from which a site can be built."""
    more = desk.random.choice(
        [
            ("content/sections/10", "\n\nThis is paragraph {}.\n"),
            ("content/sections/30", "\n\n## Heading {}\n\n![](chronology:)\n"),
            ("content/facts/record", "# Note {}.\n"),
            ("templates/assets/css", "\nmain {{ margin: {}px; }}\n"),
            ("templates/assets/js", "\n// Note {}.\n"),
            ("templates/pages/about", "\n{{# Note {}. #}}\n"),
            ("templates/macros/facts", "\n{{# Note {}. #}}\n"),
        ]
    )
    file = desk.one_of(more[0])
    _save(file, file.read_bytes() + more[1].format(desk.random.randrange(1000)).encode(), desk.random)


def write(desk: Desk) -> None:
    """Save a file, whatever comes of it."""
    file = desk.one_of(*desk.random.choice([["content/facts"], ["content/sections"], ["content"], ["templates"]]))
    text = _edited(file.read_text(encoding="utf-8", errors="replace"), desk.random).encode()
    # Not even UTF-8, now and then.
    body = text if desk.random.random() < 0.97 else text[:40] + b"\xff"
    _save(file, body, desk.random)


def _edited(text: str, random: Random) -> str:
    lines = text.split("\n")
    number, other = random.randrange(len(lines)), random.randrange(len(lines))
    match random.choice(["word", "word", "word", "remove", "double", "swap", "add", "add", "empty"]):
        case "word":
            words = text.split()
            return text.replace(random.choice(words), random.choice(words), 1) if words else "word"
        case "remove":
            return "\n".join(lines[:number] + lines[number + 1 :])
        case "double":
            return "\n".join(lines[: number + 1] + lines[number:])
        case "swap":
            lines[number], lines[other] = lines[other], lines[number]
            return "\n".join(lines)
        case "add":
            return text + random.choice(["\n", "\n\nSaved.\n", "\n[](event:nothing)\n", "\n{% x", "\n/* saved */\n"])
        case _:
            return ""


def _save(file: Path, body: bytes, random: Random) -> None:
    """Save as some editors do, in place, or as others do, beside the old file, which the new one then replaces."""
    if random.random() < 0.5:
        new = file.with_name(f".{file.name}.new")
        new.write_bytes(body)
        new.replace(file)
    else:
        file.write_bytes(body)


def remove(desk: Desk) -> None:
    desk.one_of("content", "templates").unlink()


def rename(desk: Desk) -> None:
    file = desk.one_of("content/facts", "content/sections", "content/images", "templates/assets")
    file.rename(file.with_name(f"{desk.random.randrange(100)}-{file.name}"))


def add(desk: Desk) -> None:
    """Save something under a name that is new."""
    number = desk.random.randrange(10, 99)
    name, body = desk.random.choice(
        [
            (f"content/sections/{number}-new.md", f"---\ntitle: Section {number}\n---\nSomething is new.\n"),
            (f"content/facts/new-{number}.yaml", TERM.replace("NUMBER", str(number))),
            (f"content/images/new-{number}.svg", f'<svg xmlns="http://www.w3.org/2000/svg" width="{number}"/>'),
            (f"templates/assets/css/zz-{number}.css", f"main {{ color: #0000{number}; }}\n"),
            (f"templates/assets/js/zz-{number}.js", f"// {number}\n"),
            # Nothing of a site: what an editor keeps for itself.
            (f"content/sections/.{number}.md.swp", "\0"),
            ("content/sections/4913", ""),
        ]
    )
    file = desk.folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    _save(file, body.encode(), desk.random)


def replace_by_what_is_no_file(desk: Desk) -> None:
    """Have a folder, or a link that leads nowhere, in the place of a file."""
    file = desk.one_of("content", "templates")
    file.unlink()
    if desk.random.random() < 0.5:
        file.mkdir()
    else:
        file.symlink_to("nowhere")


def remove_folder(desk: Desk) -> None:
    shutil.rmtree(desk.one_of("content", "templates/assets").parent)


def touch(desk: Desk) -> None:
    """Save a file as it is."""
    file = desk.one_of("content", "templates")
    _save(file, file.read_bytes(), desk.random)


EDIT: tuple[Callable[[Desk], None], ...] = (
    *[go_on] * 12,
    *[write] * 4,
    *[add] * 4,
    *[remove, rename] * 2,
    remove_folder,
    replace_by_what_is_no_file,
    touch,
)


def some_edits(desk: Desk, start: Mapping[Path, bytes], *, at_fault: bool) -> list[str]:
    """Edit one file or several in a row, and return what was done."""
    done = []
    # Often back to what is known to build: else problems would pile up.
    if at_fault and desk.random.random() < 0.6:
        restore(desk.folder, start)
        done.append("restore")
    for _ in range(desk.random.choice([0, 1, 4]) if done else desk.random.choice([1, 1, 1, 2, 6])):
        time.sleep(desk.random.choice([0, 0, 0.005, 0.02, 0.1]))
        edit = desk.random.choice(EDIT)
        # A folder may be in the place of a file that is to be saved.
        with contextlib.suppress(OSError):
            edit(desk)
        done.append(edit.__name__)
    return done


# ---------------------------------------------------------------- what must come of it


def amiss(preview: Running, clean: Clean, shown: Site | None, known: set[str]) -> str:
    """Return what is not served as it should be, or nothing.

    Where nothing can be built, `shown` is the site that should stay up, if that is known; `known` are all routes that
    there ever were.
    """
    home = preview.get(f"/{HOME}")
    text = unescape(home.text)
    kind = "preview_problems" if clean.faults else "preview_warnings"
    noted = clean.faults or clean.warnings
    if [each in text for each in ("preview_problems", "preview_warnings")] != [
        bool(noted) and each == kind for each in ("preview_problems", "preview_warnings")
    ]:
        return f"{kind}: {noted}, and the page has {text[text.find('<details') :] if '<details' in text else 'none'}"
    untold = [each for each in noted if each not in text]
    if untold:
        return f"the page does not say {untold}"
    site = shown if clean.faults else clean.site
    return _misserved(preview, site, known) if site is not None else ""


def _misserved(preview: Running, site: Site, known: set[str]) -> str:
    moved = [line.split() for line in site.get("_redirects", b"").decode().splitlines()]
    for source, target, _ in moved:
        if preview.get(source).headers.get("Location") != target:
            return f"{source} does not lead to {target}"
    old = tuple(source for source, _, _ in moved)
    for route in sorted(known | site.keys()):
        if any(source.endswith(f"/{route}") for source in old):
            continue
        received = preview.get(f"/{route}")
        if route in site and not route.startswith("_"):
            if (received.status, received.of_site) != (200, site[route]):
                return f"{route} ({received.status}) is not that of a clean build"
        elif received.status != 404:
            return f"{route} is still there"
    return ""


def hold(preview: Running, clean: Clean, shown: Site | None, known: set[str], done: list[str]) -> None:
    """Require that what is served comes to be what it should be, and stays that."""
    end = time.monotonic() + PATIENCE
    while (fault := amiss(preview, clean, shown, known)) and time.monotonic() < end:
        time.sleep(0.02)
    assert not fault, f"SEED={SEED}, after {done}: {fault}"
    time.sleep(STILL)
    fault = amiss(preview, clean, shown, known)
    assert not fault, f"SEED={SEED}, after {done} and a while: {fault}"


def test_after_any_edits_the_site_served_is_that_of_a_clean_build(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "tests" / "sites" / "full" / "content", tmp_path / "content")
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    desk = Desk(tmp_path, Random(SEED))
    start = desk.paths
    with running(tmp_path / "content", "--templates", str(tmp_path / "templates")) as preview:
        clean, edited = desk.built(), 0
        hold(preview, clean, None, set(), ["nothing"])
        shown: Site | None = clean.site
        known = set(clean.site)
        while edited < EDITS:
            done = some_edits(desk, start, at_fault=bool(clean.faults))
            edited += len(done)
            clean = desk.built()
            if clean.faults:
                # Of several edits any may have been built, and be what stays up.
                shown = shown if len(done) == 1 else None
            else:
                shown = clean.site
                known |= clean.site.keys()
            hold(preview, clean, shown, known, done)
