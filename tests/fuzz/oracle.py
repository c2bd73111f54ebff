"""What fuzzers share: how often they try, how they garble what is well, and what must hold whatever comes of it.

In the ordinary suite each fuzzer tries a few inputs, the same ones every time. `make fuzz` tries many more, others
every time, and remembers those that failed until they are mended. What failed once stands in `seeds/`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from pathlib import Path

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.database import DirectoryBasedExampleDatabase

from standfirst.model import Drafts
from standfirst.options import Options
from standfirst.pipeline import PlannedSite, plan_site
from standfirst.problems.errors import Problem, SiteError
from standfirst.reading.files import ContentFiles, TemplateFiles
from standfirst.rendering.site_files import PageStore
from tests.explainers import own_templates

HERE = Path(__file__).resolve().parent
SEEDS = HERE / "seeds"
# How many inputs `make fuzz` asks of each fuzzer; in the ordinary suite each has a number of its own.
DEEP = int(os.environ.get("FUZZ", "0"))
# Signs of any meaning to what reads them, one of which is put where none was expected.
TOKENS = (
    *"{}[]()<>\"'`:;,.|>&*!%@#?-=+~^\\/$_ \n\t\r\0",
    *("\u200b", "\u202e", "\u2028", "\ufeff", "\x1b[31m", "\x85", "é", "e\u0301", "ﷺ", "𝄞", "\ud7ff", "9" * 400),
    *("---", "...", "<<: *a", "&a [*a]", "!!python/object", "0x1F", "NaN", "1e999", "-0", "null", "\\u0000", "\\ud800"),
    *("[@", "![](", "](", "actor:", "[^1]", "[^1]: ", "<!--", "-->", "| - |", "```", "# ", "> ", "1. ", "{{ ", "{% "),
)  # fmt: skip


def tries(number: int) -> settings:
    """Return how a fuzzer tries: so many inputs in the ordinary suite, and many more when it is asked to go deep."""
    return settings(
        max_examples=max(number, DEEP),
        deadline=None,
        derandomize=not DEEP,
        database=DirectoryBasedExampleDatabase(".hypothesis/fuzz") if DEEP else None,
        phases=tuple(Phase) if DEEP else (Phase.explicit, Phase.generate),
        suppress_health_check=[*HealthCheck],
        print_blob=True,
    )


@st.composite
def garbled_bytes(draw: st.DrawFn, whole: bytes) -> bytes:
    """A file that is no text with something put in its place, left out, moved or cut off, in up to four places."""
    body = whole
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(body)))
        end = min(len(body), start + draw(st.integers(0, 40)))
        match draw(st.sampled_from(["in", "out", "moved", "cut"])):
            case "in":
                body = body[:start] + draw(st.binary(min_size=1, max_size=8)) + body[end:]
            case "out":
                body = body[:start] + body[end:]
            case "moved":
                body = body[start:end] + body[:start] + body[end:]
            case _:
                body = body[: max(start, len(body) // 2)]
    return body


@st.composite
def garbled(draw: st.DrawFn, whole: str, tokens: Sequence[str] = TOKENS) -> str:
    """A text with something put in, left out, said many times or moved, in up to four places."""
    text = whole
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 20)))
        match draw(st.sampled_from(["in", "in", "in", "out", "many", "moved", "any"])):
            case "in":
                text = text[:start] + draw(st.sampled_from(tokens)) + text[start:]
            case "out":
                text = text[:start] + text[end:]
            case "many":
                text = text[:start] + text[start:end] * draw(st.integers(2, 60)) + text[end:]
            case "moved":
                text = text[:start] + text[end:] + text[start:end]
            case _:
                text = text[:start] + draw(st.text(max_size=5)) + text[end:]
    return text


def seeds(kind: str) -> list[Path]:
    """Return the inputs of a kind that failed once."""
    return sorted((SEEDS / kind).iterdir())


def planned(files: ContentFiles, templates: TemplateFiles | None = None) -> PlannedSite:
    """Plan a site, drafts too, or raise `SiteError`."""
    options = Options(content=Path(), templates=Path(), drafts=Drafts.SHOW)
    return plan_site(files, templates or own_templates(), options, PageStore())


def judge(work: Callable[[], object], texts: dict[str, str]) -> tuple[Problem, ...]:
    """Do some work; return its problems, each of which must be a line that says where in these texts it is.

    What is on a page of the site, or in the lock that is not there, has a place too.
    """
    try:
        work()
    except SiteError as error:
        for each in error.problems:
            _judge(each, texts)
        return error.problems
    return ()


def _judge(problem: Problem, texts: dict[str, str]) -> None:
    path, line, column = problem.origin
    said = str(problem)
    assert problem.message
    assert not set(said) & set("\n\r\t\0\x1b\x85\u2028\u2029\u202e\ufeff"), repr(said)
    assert len(said) < 3000, said
    assert line >= 1, said
    assert column >= 1, said
    if path in texts:
        assert line <= texts[path].count("\n") + texts[path].count("\r") + 1, said
    else:
        assert path.endswith((".html", "sources.lock")), said
        assert not path.startswith(("/", "generator", "standfirst", "templates")), said
