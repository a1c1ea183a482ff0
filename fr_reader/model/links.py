"""Records that point at one another by their ids: where such a chain ends, and whether it closes.

Journals written by two people and put together by hand may hold chains no window would have made;
reading them ends all the same, and always in the same way.
"""

from __future__ import annotations

from collections.abc import Callable


def chain(start: str, following: Callable[[str], str | None]) -> tuple[str, ...]:
    """The ids from `start` on, each leading to the next, until one leads nowhere or back.

    `following` gives the id after one, empty where it ends there, None where there is no such
    record; an id of which there is none is not in the chain, but for `start`.
    """
    seen = {start: None}
    last = start
    while (after := following(last)) and after not in seen and following(after) is not None:
        seen[after] = None
        last = after
    return tuple(seen)


def closes(start: str, following: Callable[[str], str | None]) -> bool:
    """Whether the chain from `start` leads back into itself."""
    links = chain(start, following)
    return following(links[-1]) in links


def end(start: str, following: Callable[[str], str | None]) -> str:
    """Where the chain from `start` ends; of a closed one, the least id of those that are in it."""
    links = chain(start, following)
    after = following(links[-1])
    return min(links[links.index(after) :]) if after in links else links[-1]
