"""The files that stand beside the pages."""
