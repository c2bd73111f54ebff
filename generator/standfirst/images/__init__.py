"""Image files: what each of them is, and how it is made ready for the web."""
