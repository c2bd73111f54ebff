"""From folders to input files."""
