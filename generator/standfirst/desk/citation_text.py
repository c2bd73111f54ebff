"""How words are cited, as a command prints it: YAML to paste, with what else there is to know as comments; or JSON."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from standfirst.authoring.record import NewValue
from standfirst.authoring.yaml_text import on_one_line, value_lines
from standfirst.desk.bindings import Bindable
from standfirst.desk.citation import Citation
from standfirst.desk.cited_stretches import CitedStretch
from standfirst.language.words import FEWEST_WORDS
from standfirst.model import Id
from standfirst.problems.excerpts import visible
from standfirst.sources.passages import shorten_words

# The words of one place: a citation for each paragraph that they run through.
Citations = tuple[Citation, ...]
# What would end a citation in prose, or begin something else there.
_IN_PROSE = re.compile(r"[\\\[\]`]")
_FEW_PLACES = 5
_UNBOUND = {"date": "no fact has this date", "length": "no figure is as long", "number": "no figure has this number"}
Json = dict[str, object]


def as_text(found: Sequence[Citations], recorded: Iterable[Id]) -> str:
    """Return the citations of words, one block for each place where they stand; `recorded` are sources with a record.

    Each block is YAML as it stands in a record.
    """
    known = frozenset(recorded)
    return "\n\n".join("\n".join(_lines(citations, known)) for citations in found)


def as_yaml(citations: Citations) -> str:
    """Return the value of `cite` with which a record cites all of these; nothing where none of them can be cited."""
    named = [each.words for each in citations if each.words]
    return "\n".join(_yaml(citations, named)) if named else ""


def in_prose(citation: Citation) -> str:
    """Return the mark with which a text cites a passage."""
    words = _IN_PROSE.sub(r"\\\g<0>", citation.words)
    return f"[@{citation.selection.source}: {words}]" if words else ""


def _lines(citations: Citations, recorded: frozenset[Id]) -> Iterator[str]:
    named = [each for each in citations if each.words]
    source = citations[0].selection.source
    if named:
        first, *more = _yaml(citations, [each.words for each in named])
        yield f"{first}  # {_paragraphs(map(_place, named))} of '{source}'"
        yield from more
    # What a copy holds may be meant for the terminal.
    yield from (f"# {visible(line)}" for each in citations for line in _remarks(each))
    if source not in recorded:
        yield f"# there is no source '{source}' yet: write its record under `sources`"


def _yaml(citations: Citations, named: Sequence[str]) -> list[str]:
    words = named[0] if len(named) == 1 else tuple(named)
    return value_lines({citations[0].selection.source: words}, 0, "cite:", quoted=True)


def _remarks(citation: Citation) -> Iterator[str]:
    if why := why_otherwise(citation):
        yield why
    if citation.words:
        yield f"in prose: {in_prose(citation)}"
    if written_out := _written_out(citation):
        yield f"for a fact that takes a date or a number from it: {written_out}"
    yield from _already_cited(citation, _with_place)
    yield from map(_stated, citation.bindable)


def _written_out(citation: Citation) -> str:
    """The same as YAML with all dates and numbers written out; empty where they are anyway."""
    cite: NewValue = {citation.selection.source: citation.written_out}
    return on_one_line(cite, "cite:", quoted=True) if citation.written_out else ""


def why_otherwise(citation: Citation) -> str:
    """Return why more is cited than was asked for, or nothing can be; empty where neither is so."""
    count = citation.asked.end - citation.asked.first
    if len(citation.places) > 1:
        few = citation.places[:_FEW_PLACES]
        first = "first " if len(few) < len(citation.places) else ""
        why = f"these words stand {len(citation.places)} times, {first}in {_paragraphs(few)}"
    elif count < FEWEST_WORDS:
        why = f"a passage has at least {FEWEST_WORDS} words"
    else:
        why = "a number and its sign are cited together"
    if not citation.words:
        paragraph = citation.selection.paragraph
        return f"{why}, and nothing else in paragraph {paragraph} tells what is meant: cite other words"
    return f"{why}: cited is “{shorten_words(citation.printed)}”" if citation.is_widened else ""


def _already_cited(citation: Citation, name: Callable[[CitedStretch], str]) -> Iterator[str]:
    same, overlapping = (
        ", ".join(dict.fromkeys(name(each) for each in citation.cited if (each.selection == citation.selection) is so))
        for so in (True, False)
    )
    if same:
        yield f"cited already by {same}"
    if overlapping:
        yield f"{'also ' if same else ''}cited in part, or with more, by {overlapping}"
    if not citation.cited and citation.words:
        yield "not cited yet"


def _with_place(cited: CitedStretch) -> str:
    return f"{cited.by} ({cited.origin.path}:{cited.origin.line})"


def _stated(found: Bindable) -> str:
    value = "" if found.value == found.text or not found.value else f" is {found.value}"
    reckoned = ", reckoned" if found.is_reckoned else ""
    links = " ".join(found.links) or _UNBOUND[found.what]
    doubts = f" ({'; '.join(found.doubts)})" if found.doubts else ""
    return f"“{found.text}”{value}{reckoned}: {links}{doubts}"


def _place(citation: Citation) -> str:
    """Return where a citation stands: the number of its paragraph, with the page, if there are pages."""
    page = f" (page {citation.page})" if citation.page else ""
    return f"{citation.selection.paragraph}{page}"


def _paragraphs(numbers: Iterable[int | str]) -> str:
    """Name paragraphs: "paragraph 4", "paragraphs 4 and 9"; one in which words stand twice is named once."""
    *most, last = map(str, dict.fromkeys(numbers))
    return f"paragraphs {', '.join(most)} and {last}" if most else f"paragraph {last}"


# ---------------------------------------------------------------- JSON


def as_json(found: Sequence[Citations], nearest: Sequence[str] = ()) -> str:
    """Return the citations of words, and where there are none what is nearest to them, as one JSON document."""
    document = {"citations": [citations_data(each) for each in found], "nearest": list(nearest)}
    return json.dumps(document, ensure_ascii=False, indent=2)


def citations_data(citations: Citations) -> Json:
    """Return the citations of one place as JSON has them: what to paste, and each passage with what is known of it."""
    named: defaultdict[str, list[str]] = defaultdict(list)
    for each in citations:
        if each.words:
            named[each.selection.source].append(each.words)
    cite = {source: words[0] if len(words) == 1 else words for source, words in named.items()}
    return {"cite": cite, "yaml": as_yaml(citations), "passages": [_passage_data(each) for each in citations]}


def _passage_data(citation: Citation) -> Json:
    selection = citation.selection
    return {
        "source": selection.source,
        "paragraph": selection.paragraph,
        "page": citation.page,
        "first_word": selection.first,
        "end_word": selection.end,
        "start": citation.span[0],
        "end": citation.span[1],
        "words": citation.words or None,
        "written_out": citation.written_out or None,
        "in_prose": in_prose(citation) or None,
        "text": citation.printed,
        "written_out_yaml": _written_out(citation) or None,
        "remark": why_otherwise(citation) or None,
        "remarks": [*_already_cited(citation, lambda each: each.by), *map(_stated, citation.bindable)],
        "places": citation.places,
        "cited": [
            {
                "by": each.by,
                "path": each.origin.path,
                "line": each.origin.line,
                "same": each.selection == selection,
            }
            for each in citation.cited
        ],
        "dates": [_bindable_data(each) for each in citation.bindable if each.what != "number"],
        "numbers": [_bindable_data(each) for each in citation.bindable if each.what == "number"],
    }


def _bindable_data(found: Bindable) -> Json:
    return {
        "start": found.start,
        "end": found.end,
        "text": found.text,
        "value": found.value or None,
        "reckoned": found.is_reckoned,
        "links": found.links,
        "doubts": found.doubts,
    }
