"""What the user's own codes suggest in an article that is open, where they are switched on."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from fr_reader.model import Annotations, Article, StoreError, Suggestion
from fr_reader.store import Store

if TYPE_CHECKING:
    from fr_reader.learning.learned import Learned
    from fr_reader.learning.learner import Learner


class Taught:
    """The learner of one sitting; `folder` is the project's, in which the choices are kept.

    It learns again, in a thread, whenever an article is opened: what was decided until then counts.
    Where nothing is decided meanwhile, it may learn once for all articles (`once`).
    """

    def __init__(self, store: Store, folder: Path | None, once: bool = False) -> None:
        self._store = store
        self._folder = folder
        self._learner: Learner | None = None
        self._once = once
        self._trained: list[tuple[Learned, float]] | None = None
        self._turn = Lock()

    def beside(
        self, article: Article, annotations: Annotations, found: Sequence[Suggestion]
    ) -> tuple[Suggestion, ...]:
        """`found` and what was learned, in text order. What a rule proposes is not proposed twice.

        `annotations` are all that are in the article. Where the project cannot be read, it is
        `found` alone.
        """
        try:
            learned = self._suggestions(article, annotations)
        except StoreError:
            return tuple(found)
        new = [one for one in learned if not any(_is_same(one, other) for other in found)]
        return tuple(sorted((*found, *new), key=lambda s: (s.span.start, -s.span.end, s.code)))

    def _suggestions(self, article: Article, annotations: Annotations) -> Sequence[Suggestion]:
        if self._folder is None:
            return ()
        from fr_reader.learning.choices import Choices  # noqa: PLC0415 - after the first paint

        on = Choices(self._folder, self._store.coder).on()
        if not on:
            return ()
        from fr_reader.learning.learner import Learner  # noqa: PLC0415 - as above

        with self._turn:
            self._learner = self._learner or Learner(self._store, self._store.coder)
            if self._trained is None or not self._once:
                self._trained = self._learner.trained(on)
            return self._learner.suggestions(article, annotations, self._trained)


def _is_same(one: Suggestion, other: Suggestion) -> bool:
    return one.code == other.code and one.span.overlaps(other.span)
