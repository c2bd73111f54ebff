"""Standfirst: a static site generator for news explainers. ARCHITECTURE.md is the way in."""
