"""Names in a content folder that are nearly those of files that are read: nobody would notice that these are not.

Only what a writer may take for a part of the explainer is told of. Anything else may lie there: pictures, tables, notes
about the folder, and what editors leave behind while they save.
"""

from __future__ import annotations

import re
from collections.abc import Container

from standfirst.model import FACT_TYPES

FACTS_ENDINGS = (".yaml", ".yml")
SECTION_ENDINGS = (".md",)
_FOLDERS = ("facts", "sections", "images", "fonts", "sources")
_KINDS = frozenset(record.KIND.plural for record in FACT_TYPES)
_DATA = (*FACTS_ENDINGS, ".json")
_PROSE = (*SECTION_ENDINGS, ".markdown", ".mdown", ".mkd", ".mdx", ".txt")
_DOCUMENT = (".docx", ".doc", ".odt", ".rtf", ".pages")
_TEXT = (".text", ".mdown", ".mkd")
_NO_TEXT = (*_DOCUMENT, ".mhtml", ".mht", ".webarchive", ".eml", ".ps", ".mobi", ".azw3")
# Only of what is named for a kind.
_TABLE = ("", ".csv", ".xlsx", ".ods")
# How browsers of several languages end the name of the folder that they save with a page.
_SAVED_FOLDERS = (
    "_files", ".files", "-files", "-dateien", "_dateien", "-filer", "_filer", "_fichiers", "-fichiers", "_archivos",
    "_arquivos", "-arquivos", "_ficheiros", "_file", "_bestanden", "-bestanden", "_tiedostot", "_pliki", "_soubory",
    "_elemei", "_dosyalar", "_datoteke", "_fitxers", "_failid", "_fails", "_bylos", "_fajlovi", "_fitxategiak",
    "_fisiere", "_файлы", "_arxius",
)  # fmt: skip
# An id as it begins a record, in YAML or in JSON.
_REVIEWS = "reviews.yaml"
_RECORD = re.compile(r'^[ \t][" \t{]*+([a-z0-9][a-z0-9-]*)"?[ \t]*:', re.MULTILINE)
_NUMBERED = re.compile(r"\d+[-_ ][^.]+")


def hint_for_facts(name: str) -> str:
    """Return what to do about a file in `facts/` that is not read, or nothing if it may stay."""
    meant, ending = _parts(name)
    if _is_ignored(name):
        return ""
    if meant.lower().endswith(FACTS_ENDINGS) and ending in (*_PROSE, *_DATA):
        return f"name it {meant}"
    if ending in SECTION_ENDINGS:
        return "move it to sections/, if it is a section"
    if ending in (*_PROSE, *_DATA, *_DOCUMENT) or (meant in _KINDS and ending in _TABLE):
        return f"write its facts as YAML, and name it {meant}.yaml"
    return ""


def hint_for_section(name: str) -> str:
    """Return what to do about a file in `sections/` that is not read, or nothing if it may stay."""
    meant, ending = _parts(name)
    if _is_ignored(name):
        return ""
    if meant.lower().endswith(SECTION_ENDINGS) and ending in _PROSE:
        return f"name it {meant}"
    if ending in _DATA:
        return "move it to facts/, if it holds facts"
    if ending in _PROSE or _NUMBERED.fullmatch(name):
        return f"name it {meant}.md"
    return f"save it as plain text, and name it {meant}.md" if ending in _DOCUMENT else ""


def hint_for_copy(name: str, sources: Container[str]) -> str:
    """Return what to do about a file in `sources/` that is not read; nothing for these `sources`, which have a copy."""
    meant, ending = _parts(name)
    if meant in sources or _is_ignored(name):
        return ""
    if ending in _TEXT:
        return f"name it {meant}.txt"
    return f"save it as plain text, HTML or PDF, and name it {meant}.txt, .html or .pdf" if ending in _NO_TEXT else ""


def hint_beside_settings(name: str) -> str:
    """Return what to do about a file that stands beside `site.yaml` and is not read, or nothing if it may stay."""
    written = name.lower().removesuffix(".txt")
    meant, _ = _parts(written)
    if _is_ignored(name) or written == "site.yaml" or name == _REVIEWS:
        return ""
    if written.endswith(FACTS_ENDINGS):
        return "write what it says in site.yaml" if meant == "site" else "move it to facts/, if it holds facts"
    return "move it to sections/, if it is a section" if written.endswith(_PROSE) else ""


def hint_for_settings(name: str) -> str:
    """Return what to do about a file that seems meant as the `site.yaml` that is missing; nothing for any other."""
    lower = name.lower()
    if lower.endswith(".json"):
        return f"write what {name} says as YAML, and name it site.yaml" if lower == "site.json" else ""
    stem = lower.removesuffix(".txt")
    is_near = stem.endswith(FACTS_ENDINGS) and _is_nearly(stem.partition(".")[0], "site")
    return f"name {name} site.yaml" if is_near else ""


def hint_for_folder(name: str) -> str:
    """Return what to do about a folder that is not read, or nothing if it may stay."""
    may_be_meant = name.isalpha() and name not in _FOLDERS
    near = (known for known in _FOLDERS if may_be_meant and _is_nearly(name.lower(), known))
    return next((f"did you mean {known}/?" for known in near), "")


def _is_nearly(name: str, known: str) -> bool:
    """Whether a name is a known one, or differs in one letter, or has two of them in the other order."""
    # Most explainers have no name that is looked at so closely.
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    return OSA.distance(name, known) <= 1


def is_saved_with(below: str, pages: Container[str]) -> bool:
    """Tell whether a file lies in the folder that a browser saved beside one of these pages, without their endings."""
    *folders, _ = below.split("/")
    for number, folder in enumerate(folders):
        ending = next((each for each in _SAVED_FOLDERS if folder.lower().endswith(each)), "")
        page = "/".join((*folders[:number], folder[: -len(ending)]))
        if ending and page in pages:
            return True
    return False


def is_of_kind(name: str) -> bool:
    """Whether a file is named for a kind of fact."""
    return _parts(name)[0] in _KINDS


def may_be_facts(name: str) -> bool:
    """Whether a file that is not read may be a text with facts."""
    return _parts(name)[1] in (*_DATA, *_PROSE)


def ids_in(name: str, text: str) -> frozenset[str]:
    """Return the ids that records in a file seem to have, or, where it has none, the kind that it is named for."""
    return frozenset(_RECORD.findall(text)) or _KINDS & {name.partition(".")[0].lower()}


def _parts(name: str) -> tuple[str, str]:
    """A name without its ending, and the ending in small letters."""
    before, point, ending = name.rpartition(".")
    return (before, point + ending.lower()) if before else (name, "")


def is_note(name: str) -> bool:
    """Whether a file is a note about its folder, or one that an editor keeps beside another while that is open."""
    return name.startswith(("~", "#")) or name.partition(".")[0].lower() == "readme"


def _is_ignored(name: str) -> bool:
    """Whether a file is a note, many of which are named in capitals."""
    stem = name.partition(".")[0]
    return is_note(name) or (stem.isupper() and not stem[0].isdigit())
