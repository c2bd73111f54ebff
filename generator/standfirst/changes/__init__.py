"""What changed between two states of an explainer: fact by fact, in the words in which readers saw it and see it."""
