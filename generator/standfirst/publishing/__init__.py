"""The output folder, and how anything is written for a writer."""
