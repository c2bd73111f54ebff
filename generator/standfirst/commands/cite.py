"""The `cite` command: words of a source to their citation."""

from __future__ import annotations

from standfirst.desk.citation import citation_of
from standfirst.desk.citation_text import Citations
from standfirst.desk.cited_stretches import cited_stretches
from standfirst.desk.desk import Desk, desk_of
from standfirst.desk.pasted_words import find_pasted, nearest_to
from standfirst.language.words import fold
from standfirst.model import Id
from standfirst.model.frozen_class import frozen
from standfirst.options import Options
from standfirst.problems.errors import Problem, UsageError, stop_at_errors
from standfirst.problems.remedies import suggest
from standfirst.reading.copy_formats import endings_in_words
from standfirst.reading.folders import check_folder
from standfirst.reading.read import read_content
from standfirst.sources.copies import Copy

# Who pastes what stands in more places has more of the sentence to paste.
_MOST_PLACES = 10


@frozen
class Answer:
    """Where words first stand, of so many `places`, and how they are cited there; else what is `nearest` to them.

    `sought_in` are the sources whose copies were searched, `recorded` those that have a record, `problems` are of
    copies that cannot be read.
    """

    found: tuple[Citations, ...]
    places: int
    nearest: tuple[str, ...]
    sought_in: tuple[Id, ...]
    recorded: frozenset[Id]
    problems: tuple[Problem, ...]

    @property
    def more(self) -> str:
        """What to do where not all places are told."""
        more = self.places - len(self.found)
        return f"these words stand in {more} more places; paste more of the sentence" if more else ""

    @property
    def why_not(self) -> str:
        """Why there is no citation."""
        where = f"the copy of '{self.sought_in[0]}'" if len(self.sought_in) == 1 else "any copy"
        return "; ".join((f"these words do not stand in {where}", *self.nearest))


def cite(options: Options, words: str, source: Id | None = None) -> Answer:
    """Return how words are cited in the copies of all sources, or of one.

    The rest of the content may have problems. Raises `SiteError` where there is no content or no copy can be read, and
    `UsageError` where there are no words or no copies.
    """
    check_folder(options.content, "--content")
    if not fold(words):
        raise UsageError("there are no words to cite; paste some of a source")
    files = read_content(options.content, options.copies)
    desk = desk_of(files)
    if not desk.copies:
        stop_at_errors((*files.problems, *desk.problems))
        raise UsageError("there is no copy of any source here; save one in sources/, or name it with --text ID=PATH")
    copies = _asked(desk, source)
    places = find_pasted(words, copies)
    cited = cited_stretches(desk) if places else ()
    return Answer(
        found=tuple(tuple(citation_of(each, desk, cited) for each in place) for place in places[:_MOST_PLACES]),
        places=len(places),
        nearest=() if places else nearest_to(words, copies),
        sought_in=tuple(copy.source for copy in copies),
        recorded=frozenset(desk.sources),
        problems=desk.problems,
    )


def _asked(desk: Desk, source: Id | None) -> tuple[Copy, ...]:
    if source is None:
        return tuple(desk.copies.values())
    if source in desk.copies:
        return (desk.copies[source],)
    if source in desk.sources:
        where = f"save it in sources/ as {source}{endings_in_words()}, or name it with --text"
        raise UsageError(f"there is no copy of '{source}' here; {where}")
    hint = suggest(source, desk.copies).hint or f"there are copies of {', '.join(desk.copies)}"
    raise UsageError(f"there is no source '{source}'; {hint}")
