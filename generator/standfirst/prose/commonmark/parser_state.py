"""What is known of one text while it is parsed: definitions, offsets, and faults."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from standfirst.model import MarkdownFault
from standfirst.model.frozen_class import frozen
from standfirst.prose.commonmark.lines import BlockText

# Signs that word processors begin items with.
_BULLET = re.compile(r"[•·▪◦‣●○][ \t\xa0]*(?=\w)")
_NO_HEADING = re.compile(r"#{2,6}(?=[^\W_])")
_ROW = re.compile(r"\|[^|]*\|.*\|[ \t]*\Z")
_NO_ITEM = re.compile(r"(?P<sign>-|[0-9]{1,2}[.)])(?P<first>[^\W\d_])(?P<next>\w?)")
_ATTRIBUTES = re.compile(r"(?:^|[ \t])(\{ ?[:#.][^{}]*+\})$")


@frozen
class LinkTarget:
    """Where a link leads, and what it says of that; `offset` is where in the text that is written."""

    address: str
    title: str | None
    offset: int = field(compare=False)

    @property
    def leads_somewhere(self) -> bool:
        """Whether this is no comment, as `[//]: # (words)` is."""
        return self.address not in ("", "#")


@dataclass(slots=True)
class ParserState:
    """What both parsers know of a text.

    `texts` holds the text of each element whose inline content is still to be read. `targets` and `notes` are what
    labels stand for; `defined` says where each target is defined and how its label is written there, and `used` holds
    the labels that something refers to. `addresses` says where in the text the addresses of links and images begin, and
    what stands behind the bracket of a citation. `tight` are paragraphs that are set without `p`. `reported` are signs
    that need no second report in one text.
    """

    texts: dict[Element, BlockText] = field(default_factory=dict)
    targets: dict[str, LinkTarget] = field(default_factory=dict)
    defined: dict[str, tuple[int, str]] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    notes: dict[str, Element] = field(default_factory=dict)
    addresses: dict[Element, int] = field(default_factory=dict)
    tight: set[Element] = field(default_factory=set)
    faults: list[MarkdownFault] = field(default_factory=list)
    reported: set[str] = field(default_factory=set)

    def target_of(self, label: str) -> LinkTarget | None:
        """Return what a label stands for, to which something refers."""
        self.used.add(label)
        return self.targets.get(label)

    def report_unused_targets(self) -> None:
        """Note definitions that only hide their line, unless that is what they are for."""
        for label, (offset, written) in self.defined.items():
            if label not in self.used and self.targets[label].leads_somewhere:
                message = f"nothing refers to the label '{written}', and readers see nothing of this line"
                self.report_oddity(offset, message, f"write \\[{written}]: if it is meant for them")

    def report_loss(self, offset: int, message: str, hint: str) -> None:
        """Note that something is left out, or shown, against what its writer means."""
        self.faults.append(MarkdownFault(offset, message, hint, is_error=True))

    def report_attributes(self, line: str, offset: int) -> None:
        """Note what other tools than CommonMark's take for an id or a class at the end of a line."""
        if line.endswith("}") and (found := _ATTRIBUTES.search(line)):
            hint = "take it out: no id or class can be given in a text"
            self.report_oddity(offset + found.start(1), f"'{found[1]}' is shown as it is written", hint)

    def report_near_item(self, words: str, offset: int) -> None:
        """Note what is an item of a list but for the blank behind its sign: "-One", "1.One"; "1.FC" is none."""
        found = _NO_ITEM.match(words)
        if found and (found["sign"] == "-" or (found["first"].isupper() and found["next"].islower())):
            sign = found["sign"]
            hint = f"write '{sign} ' for an item of a list, or {sign[:-1]}\\{sign[-1]} if it is none"
            self.report_oddity(offset, f"'{found['sign']}' begins no item of a list without a blank behind it", hint)

    def report_near_block(self, words: str, above: str, offset: int) -> None:
        """Note the first line of a text that looks like an item, a heading or a row elsewhere, and is none here."""
        if (found := _BULLET.match(words)) and "•" not in self.reported:
            self.reported.add("•")
            self.report_oddity(
                offset, f"'{found[0].strip()}' begins no item of a list", "write - and a blank in its place"
            )
        elif found := _NO_HEADING.match(words):
            sign, message = found[0], f"'{found[0]}' begins no heading without a blank behind it"
            self.report_oddity(offset, message, f"write '{sign} '", sign, f"{sign} ")
        elif _ROW.match(words) and _ROW.match(above) and "|" not in self.reported:
            self.reported.add("|")
            message = "no table begins here, as there is no row of dashes below its first row"
            self.report_oddity(offset, message, "write | - | below that, with dashes for each column")

    def report_oddity(self, offset: int, message: str, hint: str, old: str = "", new: str = "") -> None:
        """Note that something looks otherwise than its writer means, and perhaps what exactly is to be written."""
        self.faults.append(MarkdownFault(offset, message, hint, is_error=False, old=old, new=new))
