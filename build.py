"""Build the explainer: `python build.py` from any folder; `python build.py --help` names the other commands."""

import sys

from generator.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
