"""YAML with its places, and what is wrong with it in plain words."""
