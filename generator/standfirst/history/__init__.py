"""The past of a content folder, as Git has it."""
