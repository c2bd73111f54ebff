"""Standfirst: a static site generator for news explainers. ARCHITECTURE.md is the way in."""

__version__ = "0.1.0"
