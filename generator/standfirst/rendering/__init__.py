"""From views and templates to pages, and what is wrong with them."""
