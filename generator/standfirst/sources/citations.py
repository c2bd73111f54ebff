"""What an explainer takes from its sources: the passages that it cites, and the words in its quotation marks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from itertools import chain

from standfirst.cache import cached_latest, cached_per_item
from standfirst.language.words import FEWEST_WORDS, FoldedWords, count_of, fold
from standfirst.model import (
    Citation,
    Citing,
    Content,
    Explainer,
    Fact,
    FactId,
    Id,
    Kind,
    LanguageTag,
    Origin,
    Paragraph,
    Passage,
    Prose,
    Quote,
    Role,
    Update,
)
from standfirst.model.frozen_class import frozen
from standfirst.model.walking import Holder, prose_in
from standfirst.prose.fact_names import text_of_fact_alone
from standfirst.prose.paragraphs import origin_of_words, paragraphs
from standfirst.prose.quotation_marks import may_quote
from standfirst.prose.quotations import following_texts, quotation_continues, quoted_in


@frozen
class CitedPassage:
    """A passage of a source, cited once."""

    source: Id
    passage: Passage
    draft: bool = False


class Rule(Enum):
    """How strictly quoted words are held to what is cited beside them."""

    QUOTE = "the words of a quote stand in its sources"
    PROSE = "quoted words of a paragraph stand in a passage that is cited there"
    LABEL = "quoted words of a title or a remark, or a block that cites nothing itself, stand somewhere in the sources"


@frozen
class QuotedWords:
    """Words in quotation marks, and the passages that are cited with them; there are none where no source is named.

    What is in no `draft` may be held back all the same, until its moment has come.
    """

    words: str
    origin: Origin
    rule: Rule
    passages: tuple[CitedPassage, ...]
    draft: bool = False
    is_held_back: bool = False

    @property
    def sources(self) -> tuple[Id, ...]:
        return tuple(dict.fromkeys(each.source for each in self.passages))


@frozen
class CitedContent:
    """All passages and quotations of an explainer, in the order of the files."""

    passages: tuple[CitedPassage, ...]
    quotations: tuple[QuotedWords, ...]


@frozen
class LinkedFact:
    """What a fact says where others link to it.

    `link_text` is what an empty link to it writes: a name, a date or a number, or nothing. `quoted` are the words of a
    quote, which may be repeated beside the link without a citation.
    """

    fact: FactId
    link_text: str
    quoted: FoldedWords


# All of these that the texts of one holder link to without a text, and the quotes that they link to. With the holder
# they are all that its quotations depend on.
LinkedFacts = tuple[LinkedFact, ...]


def cited_in(content: Content) -> CitedContent:
    """Return what an explainer takes from its sources, drafts included."""
    holders: tuple[Holder, ...] = (content.explainer, *content.sections, *content.facts)
    linked = linked_facts(holders, content)
    return CitedContent(
        passages=tuple(passages_of.flat_map(holders)),
        quotations=tuple(_quotations_of.flat_map(holders, linked)),
    )


def linked_facts(holders: Sequence[Holder], content: Content) -> tuple[LinkedFacts, ...]:
    """Return for each holder what the facts say that speak through the links of its texts."""
    links = _speaking_links_of.map(holders)
    speaking = frozenset(chain.from_iterable(links))
    facts = [fact for fact in content.facts if fact.fact_id in speaking] if speaking else []
    return _linked(_linked_fact.map(facts, given=(content.explainer.language,)), links)


@cached_latest
def _linked(said: Sequence[LinkedFact | None], links: Sequence[Sequence[FactId]]) -> tuple[LinkedFacts, ...]:
    by_fact = {each.fact: each for each in said if each}
    return tuple(tuple(by_fact[fact] for fact in facts if fact in by_fact) if facts else () for facts in links)


def link_texts(linked: LinkedFacts) -> dict[FactId, str]:
    """Return what an empty link to each fact writes."""
    return {each.fact: each.link_text for each in linked}


@cached_per_item
def _speaking_links_of(holder: Holder) -> tuple[FactId, ...]:
    """The facts that say something where they are linked to: a quote its words, others what an empty link writes."""
    mentions = chain.from_iterable(prose.mentions for prose in prose_in(holder))
    linked = (each.reference.to for each in mentions if not each.text or each.reference.to.kind is Kind.QUOTE)
    return tuple(dict.fromkeys(linked))


@cached_per_item
def _linked_fact(fact: Fact, language: LanguageTag) -> LinkedFact | None:
    link_text = text_of_fact_alone(fact, language)
    quoted = fold(fact.words) if isinstance(fact, Quote) else FoldedWords("")
    return LinkedFact(fact.fact_id, link_text, quoted) if link_text or quoted else None


@cached_per_item
def passages_of(holder: Holder) -> Iterator[CitedPassage]:
    """Every passage that a fact, a section or the explainer cites, in its `cite` and in its texts."""
    if isinstance(holder, Citing):
        yield from _cited(holder.cite, holder)
    for prose in prose_in(holder):
        yield from _cited(prose.citations, holder)


# Plain texts in the writer's words; the title of a source is not in them.
_LABELS = ("title", "label", "role", "where", "reckoned", "uncited")
_SOURCE_LABELS = ("reckoned",)


def labels_of(holder: Holder) -> Iterator[tuple[str, Origin]]:
    """The plain texts that are the writer's own words, and where they stand."""
    if isinstance(holder, Fact):
        for name in _SOURCE_LABELS if holder.KIND is Kind.SOURCE else _LABELS:
            if text := getattr(holder, name, ""):
                yield text, holder.origin_of(name)
    elif not isinstance(holder, Fact):
        yield holder.title, holder.origin_of("title")


def _cited(citations: Iterable[Citation], holder: Holder) -> Iterator[CitedPassage]:
    for citation in citations:
        for passage in citation.passages:
            yield CitedPassage(citation.source.to.id, passage, _is_draft(holder))


def _is_draft(holder: Holder) -> bool:
    return not isinstance(holder, Explainer) and holder.draft


def _is_held_back(holder: Holder) -> bool:
    return not isinstance(holder, Explainer) and holder.is_held_back


@cached_per_item
def _quotations_of(holder: Holder, linked: LinkedFacts) -> Iterator[QuotedWords]:
    own = tuple(_cited(holder.cite, holder)) if isinstance(holder, Citing) else ()
    standing = _is_draft(holder), _is_held_back(holder)
    if isinstance(holder, Quote) and own:
        yield QuotedWords(holder.words, holder.origin_of("words"), Rule.QUOTE, own, *standing)
    # A fact that is uncited says why; a section's title rests on what its text cites.
    beside = own if isinstance(holder, Fact) else tuple(passages_of(holder))
    for text, origin in labels_of(holder):
        for words in quoted_in(text):
            if (beside or not isinstance(holder, Fact)) and _word_count(words) >= FEWEST_WORDS:
                yield QuotedWords(words, origin, Rule.LABEL, beside, *standing)
    # What an update quotes is what was published here before.
    if not isinstance(holder, Update):
        for prose in prose_in(holder):
            yield from _quotations_in(prose, own, holder, linked)


def _quotations_in(
    prose: Prose, own: tuple[CitedPassage, ...], holder: Holder, linked: LinkedFacts
) -> Iterator[QuotedWords]:
    found = paragraphs(prose, link_texts(linked))
    if not any(each.quotation or may_quote(each.text) for each in found):
        return
    for paragraph, follows, citations in _with_citations(found):
        in_marks = _quoted(paragraph, follows)
        if not in_marks:
            continue
        here = (*_cited(citations, holder), *own)
        quoted = [said.quoted for said in linked if said.quoted and said.fact in paragraph.facts]
        for words in in_marks:
            folded = fold(words)
            is_said = any(f" {folded} " in f" {quote} " for quote in quoted)
            if folded and not is_said and (here or _word_count(words) >= FEWEST_WORDS):
                origin = origin_of_words(prose, words, paragraph.start, quoted=not paragraph.quotation)
                # A block may be set off for another reason than that it quotes what the fact cites.
                rule = Rule.LABEL if paragraph.quotation and not citations else Rule.PROSE
                yield QuotedWords(words, origin, rule, here, _is_draft(holder), _is_held_back(holder))


def _with_citations(found: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, str, tuple[Citation, ...]]]:
    """Paragraphs, what follows each, and what it cites; those that one quotation goes through cite together."""
    runs: list[list[tuple[Paragraph, str]]] = []
    before = False
    for paragraph, follows in zip(found, following_texts(each.text for each in found), strict=True):
        if before:
            runs[-1].append((paragraph, follows))
        else:
            runs.append([(paragraph, follows)])
        before = paragraph.role is not Role.CODE and quotation_continues(paragraph.text, follows)
    for run in runs:
        together = tuple(dict.fromkeys(chain.from_iterable(paragraph.citations for paragraph, _ in run)))
        yield from ((paragraph, follows, together) for paragraph, follows in run)


def _quoted(paragraph: Paragraph, follows: str) -> tuple[str, ...]:
    """What a paragraph quotes; nothing in code is a quotation."""
    if paragraph.quotation:
        return (paragraph.quotation,)
    return () if paragraph.role is Role.CODE else quoted_in(paragraph.text, follows)


def _word_count(words: str) -> int:
    return count_of(fold(words))
