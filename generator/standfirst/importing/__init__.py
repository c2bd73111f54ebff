"""From files of other programs to records that are not written yet: one module a format, and what fits of them."""
