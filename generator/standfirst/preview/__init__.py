"""`serve`: the site from memory, made anew whenever a file is saved, in a browser that follows."""
