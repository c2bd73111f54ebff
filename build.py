"""Build the explainer: `python build.py` from any folder; `python build.py --help` names the other commands."""

import gc
import os
import signal
import sys

if __name__ == "__main__":
    # A preview leaves nothing behind, nor does a program that is only being loaded: both end at once when interrupted.
    # An exception would get lost in a module that catches all of them, or be shown.
    serves = sys.argv[1:2] == ["serve"]
    heeding = signal.getsignal(signal.SIGINT) == signal.default_int_handler
    if heeding:
        signal.signal(signal.SIGINT, lambda *_: os._exit(0 if serves else 130))
    # A preview that starts itself anew has kept what interrupted it meanwhile.
    if kept := os.environ.pop("STANDFIRST_INTERRUPTIONS", ""):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGINT])
        if os.read(int(kept), 1):
            os._exit(0)
        os.close(int(kept))

    # Hardly any garbage needs looking for, and looking takes a fifth of a build; a preview does it in its pauses.
    gc.disable()
    from generator.cli import main

    if heeding and not serves:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    code = main(sys.argv[1:])
    # Nor is it looked for at the end.
    gc.freeze()
    sys.exit(code)
