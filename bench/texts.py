"""The Markdown of made-up actors: plain as most prose is, or hard, with all that makes a reader of Markdown work."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

from bench.vocabulary import Vocabulary

# What makes links of a text: a name and an id.
Named = tuple[str, str]
TextMaker = Callable[[Vocabulary, random.Random, Sequence[Named]], str]


def _paragraph(voc: Vocabulary, choose: random.Random, named: Sequence[Named], links: int, mark: str) -> str:
    """Return 34 to 62 words with so many links and one word that is marked."""
    words = voc.chosen(choose, 34, 62)
    for _ in range(links):
        name, id_ = choose.choice(named)
        words[choose.randrange(2, len(words))] = f"[{name}](actor:{id_})"
    at = choose.randrange(1, len(words))
    if "[" not in words[at]:
        # Beside a letter without a space such a mark would be read as an asterisk.
        side = "" if voc.space else " "
        words[at] = f"{side}{mark}{words[at]}{mark}{side}"
    return voc.joined(words) + voc.stop


def plain(voc: Vocabulary, choose: random.Random, named: Sequence[Named]) -> str:
    """Return some 220 words: paragraphs with links and emphasis, a heading, a list, a quotation."""
    return "\n\n".join(_plain_blocks(voc, choose, named)) + "\n"


def _plain_blocks(voc: Vocabulary, choose: random.Random, named: Sequence[Named]) -> Iterator[str]:
    yield _paragraph(voc, choose, named, 2, "**")
    yield "## " + voc.joined(voc.chosen(choose, 3, 5))
    yield _paragraph(voc, choose, named, 1, "*")
    yield "\n".join("- " + voc.sentence(choose, 5, 9) for _ in range(4))
    yield "> " + voc.sentence(choose, 14, 22)
    yield _paragraph(voc, choose, named, 1, "*")


def hard(voc: Vocabulary, choose: random.Random, named: Sequence[Named]) -> str:
    """Return a plain text, and apostrophes, quotation marks, code, a table, nested lists, footnotes and escapes."""
    return "\n\n".join([*_plain_blocks(voc, choose, named), *_hard_blocks(voc, choose)]) + "\n"


def _hard_blocks(voc: Vocabulary, choose: random.Random) -> Iterator[str]:
    def some(count: int) -> str:
        return voc.space.join(voc.chosen(choose, count, count))

    one, other = choose.sample(voc.words, 2)
    # Between double marks the words would have to be a source's.
    yield f"{some(3)} l’{one}, the {other}'s ‘{one}’ – {some(2)} & 3 \\* 4 < 13 {some(2)}{voc.stop}"
    address = "https://example.org/?a=1&b=2"
    yield f"{some(4)} `{one} < {other}`, ***{some(2)}***, a\\_b, &amp; &eacute;, {address} {some(2)}{voc.stop}[^1]"
    yield f"```\nif {one} < 1:\n    print('{other}')  # [no link](in code)\n```"
    rows = "\n".join(f"| {some(1)} | {choose.randrange(10_000)} | *{some(2)}* |" for _ in range(3))
    yield f"| {one} | {other} | {some(1)} |\n|---|--:|:-:|\n{rows}"
    yield f"1. {some(3)}\n   - {some(3)}\n   - {some(2)}\n2. {some(4)}"
    yield f"[^1]: {voc.sentence(choose, 6, 9)}"


TEXTS: dict[str, TextMaker] = {"plain": plain, "hard": hard}
