"""Assets at addresses that change with every change of them, so that browsers may keep them for ever."""

from __future__ import annotations

import hashlib

from standfirst.outputs.artifact import Artifact


def fingerprinted(name: str, ending: str, body: bytes) -> Artifact:
    """Return an asset at a route that holds the digest of its bytes."""
    return Artifact(f"assets/{name}.{hashlib.blake2b(body, digest_size=8).hexdigest()}.{ending}", body)
