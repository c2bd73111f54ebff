"""What the program can be asked for, one module a command; `build` and `check` are the pipeline itself."""
