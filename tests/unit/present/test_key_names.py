"""Each key of which readers are told that its value changed has a name, and no name is for none."""

from __future__ import annotations

from standfirst.model import Kind
from standfirst.present.key_names import _NAMES, key_name
from standfirst.site.told_changes import keys_to_tell


def test_every_key_that_readers_are_told_of_has_a_name_and_every_name_a_key() -> None:
    told = {(kind, key) for kind in Kind for key in keys_to_tell(kind)}
    assert all(key_name(kind, key) for kind, key in told)
    assert set(_NAMES) <= {key for _, key in told} | {f"{kind.value}.{key}" for kind, key in told}
