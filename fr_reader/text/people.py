"""People: who was named outside quotations, in text order, to find the one spoken of last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from sys import maxsize

from fr_reader.model import Span
from fr_reader.text.register import Names

FAR = 4_000
"""How far back, in code points, a pronoun or a role looks for its person."""
_MOST = 60
"""No more mentions than this are looked at."""


class People:
    """The mentions of people outside quotations, each by the fullest form of its name; and those
    of bodies, for "they" and "it"."""

    def __init__(self, names: Names, quoted: Sequence[Span]) -> None:
        self._names = names
        self._starts: list[int] = []
        self._full: list[str] = []
        self._body_starts: list[int] = []
        self._bodies: list[str] = []
        spans = iter(quoted)
        opens = closes = -1
        for (start, _, form), person in zip(names.all, names.persons(), strict=True):
            if person is None and not (form.is_body or form.text in names.groups):
                continue
            while closes <= start:
                span = next(spans, None)
                opens, closes = (span.start, span.end) if span is not None else (maxsize, maxsize)
            if opens <= start:
                continue
            if person is not None:
                self._starts.append(start)
                self._full.append(person)
            elif form.low not in names.places:
                self._body_starts.append(start)
                self._bodies.append(form.text)

    def between(self, start: int, end: int) -> list[str]:
        """Those named in `[start, end)`, in text order, with repetitions; only the last ones."""
        last = bisect_left(self._starts, end)
        return self._full[max(bisect_left(self._starts, start), last - _MOST) : last]

    def recent(self, offset: int) -> list[str]:
        """Those named before `offset`, each once, the one named last first."""
        return list(dict.fromkeys(reversed(self.between(max(0, offset - FAR), offset))))

    def body(self, start: int, end: int) -> str | None:
        """The body named last in `[start, end)` by its fullest form."""
        last = bisect_left(self._body_starts, end)
        if last == 0 or self._body_starts[last - 1] < start:
            return None
        return self._names.fullest(self._bodies[last - 1].split(" "))

    def body_start(self, offset: int) -> int:
        """Where the body named last before `offset` is named; -1 where none is."""
        last = bisect_left(self._body_starts, offset)
        return self._body_starts[last - 1] if last else -1

    def last_start(self, offset: int) -> int:
        """Where the person named last before `offset` is named; -1 where nobody is."""
        last = bisect_left(self._starts, offset)
        return self._starts[last - 1] if last else -1
