"""What pages say to machines, as JSON-LD in the words of schema.org."""
