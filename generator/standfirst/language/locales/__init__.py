"""The words of the interface: a catalogue for each language but English, and what keeps them complete."""
