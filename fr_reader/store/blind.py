"""A project as a coder sees it who is not to be led by the others.

Of an article they are shown, and counted, only what they annotated or settled themselves, until
they say that they are done with it. It is for reading: what is written, and what an act must not
take away from others, goes by the whole project.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import Any, TypeVar, cast

from fr_reader.model import Annotation, Annotations, adjudicator_of
from fr_reader.store.counts import Counts
from fr_reader.store.protocol import Astray, Store

S = TypeVar("S", bound=Store)


def blind(store: S, named: Iterable[str] = ()) -> S:
    """`store` with what others did hidden where its coder is not done yet.

    The coders `named` are shown nonetheless: who asks for somebody by name wants to see them.
    """
    return cast(S, _Blind(store, named))


def shows(store: Store) -> Callable[[Annotation], bool]:
    """Whether an annotation may be seen in a store, also one of before."""
    return store.shows() if isinstance(store, _Blind) else lambda _: True


def hidden(store: Store) -> int:
    """In how many articles something is hidden in a store; 0 in one that hides nothing."""
    if store.whole is store:
        return 0
    shown, there = store.counts().by_article, store.whole.counts().by_article
    return sum(len(some) > len(shown.get(key, ())) for key, some in there.items())


class _Blind:
    """A store that hides; for everything else the one it is made of is asked."""

    def __init__(self, store: Store, named: Iterable[str] = ()) -> None:
        self.whole = store
        self.coder = store.coder
        self._open = frozenset(named) | {store.coder, adjudicator_of(store.coder)}

    def __getattr__(self, name: str) -> Any:
        if name == "digest":  # what is remembered of articles is made of everybody's annotations
            raise AttributeError(name)
        return getattr(self.whole, name)

    def annotations(self, article_id: str | None = None) -> Annotations:
        """The annotations that are the coder's, and all of the articles they are done with."""
        found = self.whole.annotations(article_id)
        if all(each.coder in self._open for each in found):
            return found
        return found.where(self.shows())

    def shows(self) -> Callable[[Annotation], bool]:
        """Whether an annotation, of today or of before, may be seen."""
        done = self._done()
        return lambda each: each.coder in self._open or each.article in done

    def astray(self, article_id: str | None = None) -> tuple[Astray, ...]:
        """The same of those that wait for somebody to say where they belong."""
        shows = self.shows()
        return tuple(e for e in self.whole.astray(article_id) if shows(e.annotation))

    def counts(self, article_id: str | None = None) -> Counts:
        """How many there are of those."""
        counts, done = self.whole.counts(article_id), self._done()
        return Counts.of(
            (key, some if key in done else tuple(t for t in some if t.coder in self._open))
            for key, some in counts.by_article.items()
        )

    def _done(self) -> Collection[str]:
        return self.whole.done(self.coder)
