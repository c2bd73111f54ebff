"""How commands end, told to whoever started them."""

DONE, PROBLEMS, WRONG_USAGE, INTERRUPTED = 0, 1, 2, 130
# What a shell says of a program that wrote to a pipe nobody reads any more, and so ended.
BROKEN_PIPE = 141
