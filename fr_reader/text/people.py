"""People: who was named outside quotations, in text order, to find the one spoken of last."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from fr_reader.model import Span
from fr_reader.text.names import Names

FAR = 4_000
"""How far back, in code points, a pronoun or a role looks for its person."""
_MOST = 60
"""No more mentions than this are looked at."""


class People:
    """The mentions of people outside quotations, each by the fullest form of its name."""

    def __init__(self, names: Names, quoted: Sequence[Span]) -> None:
        self._names = names
        self._starts: list[int] = []
        self._full: list[str] = []
        after = 0
        for name in names.all:
            person = names.person(name)
            if person is None:
                continue
            while after < len(quoted) and quoted[after].end <= name.start:
                after += 1
            inside = after < len(quoted) and quoted[after].start <= name.start
            if not inside:
                self._starts.append(name.start)
                self._full.append(person)

    def between(self, start: int, end: int) -> list[str]:
        """Those named in `[start, end)`, in text order, with repetitions; only the last ones."""
        last = bisect_left(self._starts, end)
        return self._full[max(bisect_left(self._starts, start), last - _MOST) : last]

    def recent(self, offset: int) -> list[str]:
        """Those named before `offset`, each once, the one named last first."""
        return list(dict.fromkeys(reversed(self.between(max(0, offset - FAR), offset))))

    def may_be(self, name: str | None, gender: str) -> bool:
        """Whether nothing the article says of the person speaks against the gender."""
        known = self._names.gender(name) if name else ""
        return bool(name) and (not known or known == gender)
