"""Which codes the codebook lists, in which order and how far in: a tree with branches to fold."""

from __future__ import annotations

from fr_reader.model import Codebook


class CodeTree:
    """The codes below codes as they are listed, with those below a folded one left out.

    A code merged into another stands below that one. `depth` and `folded` tell of the codes last
    listed.
    """

    def __init__(self) -> None:
        self._folded: set[str] = set()
        self._depths: dict[str, int] = {}
        self._heads: set[str] = set()

    def list_all(self, book: Codebook, *, whole: bool) -> list[str]:
        """The ids of the codes listed; with `whole` every one, whatever is folded, none below."""
        keys: list[str] = []
        self._depths, tree, merged_into = {}, book.tree(), set(book.merges().values())
        above = (book.parent(code) for code, _ in tree)
        self._heads = merged_into | {code.id for code in above if code is not None}
        hidden: int | None = None
        for code, depth in tree:
            if hidden is not None and depth > hidden and not whole:
                continue
            hidden = depth if code.id in self._folded else None
            keys.append(code.id)
            self._depths[code.id] = 0 if whole else depth
            if code.id in merged_into and (hidden is None or whole):
                merged = book.merged_into(code.id)
                keys += [one.id for one in merged]
                self._depths |= {one.id: self._depths[code.id] for one in merged}
        return keys

    def depth(self, key: str) -> int:
        """How far in a code stands; 0 on top."""
        return self._depths.get(key, 0)

    def folded(self, key: str) -> bool | None:
        """Whether a code is folded; None where there is nothing below it."""
        return key in self._folded if key in self._heads else None

    def fold(self, book: Codebook, key: str) -> str:
        """Fold the branch a code is in, or unfold it; the code that heads it, "" for none."""
        if book.end(key) != key:
            key = book.end(key)
        if key not in self._heads:
            above = book.parent(book.by_id[key]) if key in book.by_id else None
            key = above.id if above is not None else ""
        if key:
            self._folded ^= {key}
        return key

    def unfold(self, key: str) -> None:
        """Show again what is below a code."""
        self._folded.discard(key)
