"""A project as a coder sees it who is not to be led by the others.

Of an article they are shown, and counted, only what they annotated themselves, until they say that
they are done with it. It is for reading: what is written, and what an act must not take away from
others, goes by the whole project.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, cast

from fr_reader.model import Annotations
from fr_reader.store.counts import Counts
from fr_reader.store.protocol import Astray, Store


def blind(store: Store) -> Store:
    """`store` with what others did hidden where its coder is not done yet."""
    return cast(Store, _Blind(store))


class _Blind:
    """A store that hides; for everything else the one it is made of is asked."""

    def __init__(self, store: Store) -> None:
        self.whole = store
        self.coder = store.coder

    def __getattr__(self, name: str) -> Any:
        return getattr(self.whole, name)

    def annotations(self, article_id: str | None = None) -> Annotations:
        """The annotations that are the coder's, and all of the articles they are done with."""
        found, coder = self.whole.annotations(article_id), self.coder
        if all(each.coder == coder for each in found):
            return found
        done = self._done()
        return found.where(lambda each: each.coder == coder or each.article in done)

    def astray(self, article_id: str | None = None) -> tuple[Astray, ...]:
        """The same of those that wait for somebody to say where they belong."""
        found, done = self.whole.astray(article_id), self._done()
        notes = ((each, each.annotation) for each in found)
        return tuple(e for e, note in notes if note.coder == self.coder or note.article in done)

    def counts(self, article_id: str | None = None) -> Counts:
        """How many there are of those."""
        counts, done = self.whole.counts(article_id), self._done()
        return Counts.of(
            (key, some if key in done else tuple(t for t in some if t.coder == self.coder))
            for key, some in counts.by_article.items()
        )

    def _done(self) -> Collection[str]:
        return self.whole.done(self.coder)
