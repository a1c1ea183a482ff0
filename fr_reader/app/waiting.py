"""What waits to be placed in an article’s new text, in a few words."""

from __future__ import annotations

from collections.abc import Iterable

from fr_reader.store.protocol import Astray


def waiting(astray: Iterable[Astray], coder: str, key: str, short: bool = False) -> str:
    """How many annotations of `coder` wait to be placed, as the reader’s title line says it.

    `key` is how the key that leads to their review is shown.
    """
    own = [each for each in astray if each.annotation.coder == coder]
    gone = sum(each.orphan for each in own)
    if not own:
        return ""
    if short or not gone:
        return f"{len(own)} to place ({key})"
    words = f"{gone} without {'their' if gone > 1 else 'its'} words ({key})"
    return words if gone == len(own) else f"{len(own) - gone} to place, {words}"
