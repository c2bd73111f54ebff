"""Quotations of an article and who speaks each: `finder` finds them, by what the other modules know.

`stretches` reads the marks, as the house does. `narration` reads what stands around them as sentences of `tokens` with
names (`capitals` where no actor is known). In each sentence `attributions` finds verbs of saying (`cues`) by their
`verb_context`, each an `attribution` with the `phrases` for who says it: `phrase_ends` tells how far they go, `heads`
which of their words count, by the small words of `grammar` (all tables are a `word_table`). `governing` gives a
quotation one of them, unless it is `kept_apart` as a title or term by its `wording`. `antecedents` tells which actor is
meant, by what the article says of the `cast` and their `genders`, and `readouts` whose words an office reports.
"""

from standfirst.draft.quotations.finder import quotes_in

__all__ = ["quotes_in"]
