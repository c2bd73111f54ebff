"""Facts that the program writes for the writer: records as YAML that might have been typed, in files of their own."""
