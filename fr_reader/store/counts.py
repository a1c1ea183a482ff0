"""How many annotations of which kind there are, without the annotations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter

from fr_reader.model import Annotation, Status


@dataclass(frozen=True, slots=True)
class Tally:
    """How many annotations one coder made of one kind: of one code, or of one speaker.

    `code` and `speaker` are ids; both are empty for memos alone.
    """

    coder: str
    code: str
    speaker: str
    status: Status
    count: int


Tallies = tuple[Tally, ...]

_ORDER = attrgetter("coder", "code", "speaker", "status", "count")


def tallies_of(annotations: Iterable[Annotation]) -> Tallies:
    """The annotations, counted by kind."""
    kinds = Counter((a.coder, a.code, a.speaker, a.status) for a in annotations)
    return tuple(Tally(*kind, count) for kind, count in sorted(kinds.items()))


@dataclass(frozen=True, slots=True)
class Counts:
    """An immutable collection of tallies by the id of the article, in the order of the ids.

    It holds no article without annotations. Its length is the number of annotations.
    """

    by_article: Mapping[str, Tallies]

    @classmethod
    def of(cls, tallies: Iterable[tuple[str, Tallies]]) -> Counts:
        """The collection of tallies given with the id of their article, each kind once."""
        found: dict[str, Tallies] = {}
        for article, some in tallies:
            if some:
                found[article] = found.get(article, ()) + some
        return cls({key: tuple(sorted(found[key], key=_ORDER)) for key in sorted(found)})

    def __len__(self) -> int:
        return sum(tally.count for tally in self)

    def __iter__(self) -> Iterator[Tally]:
        for tallies in self.by_article.values():
            yield from tallies

    def where(self, test: Callable[[Tally], bool]) -> Counts:
        """Those that pass `test`."""
        return Counts.of((key, tuple(filter(test, some))) for key, some in self.by_article.items())

    def merged(self, codes: Mapping[str, str], speakers: Mapping[str, str]) -> Counts:
        """As they count where codes and speakers were merged into others, each id with that one's.

        Kinds that were two are one then, so that every count is of what there is today.
        """
        if not codes and not speakers:
            return self

        def joined(tallies: Tallies) -> Tallies:
            if not any(t.code in codes or t.speaker in speakers for t in tallies):
                return tallies
            kinds: Counter[tuple[str, str, str, Status]] = Counter()
            for t in tallies:
                code, speaker = codes.get(t.code, t.code), speakers.get(t.speaker, t.speaker)
                kinds[t.coder, code, speaker, t.status] += t.count
            return tuple(Tally(*kind, count) for kind, count in sorted(kinds.items()))

        return Counts({article: joined(some) for article, some in self.by_article.items()})

    def accepted(self) -> Counts:
        """Those a person stands behind."""
        return self.where(lambda tally: tally.status is Status.ACCEPTED)

    def coded(self, code: str) -> Counts:
        """Those with this code."""
        return self.where(lambda tally: tally.code == code)

    def spoken(self, speaker: str) -> Counts:
        """Those with this speaker."""
        return self.where(lambda tally: tally.speaker == speaker)

    def articles(self) -> dict[str, int]:
        """The number of annotations by article."""
        return {key: sum(tally.count for tally in some) for key, some in self.by_article.items()}

    def codes(self) -> dict[str, int]:
        """The number of annotations by code."""
        return self._by(lambda tally: tally.code)

    def speakers(self) -> dict[str, int]:
        """The number of annotations by speaker."""
        return self._by(lambda tally: tally.speaker)

    def coders(self) -> dict[str, int]:
        """The number of annotations by coder."""
        return self._by(lambda tally: tally.coder)

    def _by(self, key: Callable[[Tally], str]) -> dict[str, int]:
        sums: dict[str, int] = {}
        for tally in self:
            name = key(tally)
            sums[name] = sums.get(name, 0) + tally.count
        sums.pop("", None)
        return {name: sums[name] for name in sorted(sums)}
