"""`python -m standfirst` is the command `standfirst`."""

from standfirst.start import command

command()
