"""How often codes and speakers are used in the project beyond the article that is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from fr_reader.store import Store

SITTINGS = 3
"""In how many articles worked on last it is looked what was used before."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """The numbers of accepted annotations by id in all articles but one."""

    codes: Mapping[str, int] = field(default_factory=dict)
    speakers: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store, article: str) -> Elsewhere:
        """The numbers beyond `article`. Raises StoreError; it takes a while in a large project."""
        counts = store.counts().accepted()
        here = counts.by_article.get(article, ())
        codes, speakers = Counter(counts.codes()), Counter(counts.speakers())
        for tally in here:
            codes[tally.code] -= tally.count
            speakers[tally.speaker] -= tally.count
        return cls(codes, speakers)


@dataclass(frozen=True, slots=True)
class Uses:
    """How often each code, or each speaker, is used: in the article that is open, and elsewhere.

    What was merged counts as what it became. `elsewhere` is None until it is counted.
    """

    here: Mapping[str, int]
    elsewhere: Mapping[str, int] | None

    @classmethod
    def of(
        cls, here: Iterable[str], elsewhere: Mapping[str, int] | None, end: Callable[[str], str]
    ) -> Uses:
        """The uses of the ids `here`, one an annotation; `end` is what an id counts as."""
        joined: Counter[str] = Counter()
        for own, many in (elsewhere or {}).items():
            joined[end(own)] += many
        return cls(Counter(map(end, here)), None if elsewhere is None else joined)

    def told(self, of: str) -> str:
        """How often one is used, in words."""
        here = self.here.get(of, 0)
        if self.elsewhere is None:
            return f"{here:,} here" if here else ""
        everywhere = here + self.elsewhere.get(of, 0)
        return f"{here:,} here, {everywhere:,} in all" if everywhere else "not used yet"

    def brief(self, of: str) -> str:
        """The same where there is little room."""
        here = self.here.get(of, 0)
        if self.elsewhere is None:
            return f"{here:,}" if here else ""
        return f"{here:,}/{here + self.elsewhere.get(of, 0):,}"
