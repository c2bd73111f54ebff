"""How long `lock` and `check` take with a source of a million words, beside one of a thousand.

Run from the repository: `python bench/lock.py`. The same is cited of both sources: as much as the smaller one holds.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BUILD = Path(__file__).resolve().parents[1] / "build.py"
SITE = """\
title: A long source
standfirst: How long it takes.
language: en
base_url: https://example.org/
published: 2025-01-02
facts_as_of: 2025-01-01
"""
PARAGRAPH, PASSAGES, QUOTES, OWN_WORDS = 80, 1000, 200, 10_000


def words(count: int, choose: random.Random) -> list[str]:
    """Return words as they are spread in a language: the commonest is every twentieth."""
    known = ["".join(choose.choices("abcdefghijklmnopqrstuvwxyz", k=choose.randint(2, 10))) for _ in range(30_000)]
    return choose.choices(known, [1 / (number + 2) for number in range(len(known))], k=count)


def write(folder: Path, count: int, ending: str, *, wrong: bool = False) -> None:
    """Write an explainer with one source of so many words; with `wrong`, no passage is as the source has it."""
    choose = random.Random(count)
    source = words(count, choose)
    paragraphs = [source[start : start + PARAGRAPH] for start in range(0, count, PARAGRAPH)]
    terms, quotes = ["terms:"], ["quotes:"]
    for number in range(PASSAGES):
        said = choose.choice(paragraphs)
        start = choose.randrange(len(said) - 30)
        begin, end = said[start : start + 8], said[start + 20 : start + 28]
        begin[4] = "wrong" if wrong else begin[4]
        passage = f"{' '.join(begin)} … {' '.join(end)}"
        terms.append(f"  t{number}: {{name: The term {number}, summary: So, cite: {{report: {passage}}}}}")
        if number < QUOTES and not wrong:
            keys = f"speaker: speaker, words: {' '.join(said[start + 8 : start + 20])}"
            quotes.append(f"  q{number}: {{{keys}, cite: {{report: {passage}}}}}")
    quotes.append("actors: {speaker: {name: Speaker, kind: person, summary: So, uncited: so}}")
    quotes.append("sources: {report: {title: Report}}")
    for name in ("facts", "sections", "sources"):
        (folder / name).mkdir(parents=True)
    (folder / "site.yaml").write_text(SITE)
    (folder / "facts" / "facts.yaml").write_text("\n".join([*terms, *(quotes if len(quotes) > 3 else quotes[-2:])]))
    own = words(OWN_WORDS, choose)
    text = "\n\n".join(" ".join(own[start : start + PARAGRAPH]) for start in range(0, OWN_WORDS, PARAGRAPH))
    (folder / "sections" / "10-text.md").write_text(f"---\ntitle: Text\n---\n{text}\n")
    mark = "<p>{}</p>\n" if ending == "html" else "{}\n\n"
    (folder / "sources" / f"report.{ending}").write_text("".join(mark.format(" ".join(each)) for each in paragraphs))


def seconds(command: str, folder: Path) -> float:
    start = time.perf_counter()
    subprocess.run([sys.executable, BUILD, command, "--content", folder], capture_output=True, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Print the seconds of each command for each kind of source."""
    print(f"{'source':<14}{'command':<9}{'1,000 words':>12}{'1,000,000':>12}{'ratio':>8}")
    for ending, wrong in (("txt", False), ("html", False), ("txt", True)):
        with tempfile.TemporaryDirectory() as scratch:
            folders = [Path(scratch, str(count)) for count in (1000, 1_000_000)]
            for folder in folders:
                write(folder, int(folder.name), ending, wrong=wrong)
            for command in ("lock", "check"):
                short, long = (seconds(command, folder) for folder in folders)
                name = f"{ending}, failing" if wrong else ending
                print(f"{name:<14}{command:<9}{short:>11.2f}s{long:>11.2f}s{long / short:>8.1f}")


if __name__ == "__main__":
    main()
