"""What a language decides: words of the interface, order, characters, dates and numbers."""
