"""The rules about a resolved site, by what they are about; `check.py` runs them."""
