"""Markdown, in two halves: `references` finds what a text refers to, `html` renders it with just those targets."""
