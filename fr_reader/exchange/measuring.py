"""How the offsets of another program are to be understood: by which count they fit the words.

Programs count code points, UTF-16 code units (JavaScript, Java) or either in a text whose lines
end in CR LF. A file seldom says so, but most of its annotations carry the words they are about:
the count under which the most of them stand on their words is the one that was meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from fr_reader.model import Span

Measure = Callable[[int], int | None]
"""An offset of theirs as one of ours, in code points of the frozen text; None beyond it."""

Claim = tuple[Sequence[tuple[int, int]], str]
"""Starts and ends of theirs, half-open, and the words they are said to hold together."""


@dataclass(frozen=True, slots=True)
class Counted:
    """One way of counting: its name for people, and the measure."""

    name: str
    measure: Measure

    def span(self, start: int, end: int) -> Span | None:
        """Our span for theirs, or None where it is no passage of the text."""
        first, last = self.measure(start), self.measure(end)
        return None if first is None or last is None or first >= last else Span(first, last)


def frozen(raw: str) -> str:
    """`raw` as the text of an article: without a byte order mark, newlines to LF."""
    return raw.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def ways(text: str, raw: str | None = None) -> tuple[Counted, ...]:
    """The ways to count in `text`, the likeliest first; `raw` is the text as it was in its file."""
    points, units = [Counted("code points", _within(len(text)))], []
    if any(char > "\uffff" for char in text):
        units.append(Counted("UTF-16 code units", _through(_units(text))))
    if raw is not None and raw != text and frozen(raw) == text:
        places = _kept(raw)
        points.insert(0, Counted("code points of the file", _through(places)))
        both = [place for place, char in zip(places, raw, strict=False) for _ in _width(char)]
        units.append(Counted("UTF-16 code units of the file", _through([*both, len(text)])))
    return (*points, *units)


def best(text: str, claims: Iterable[Claim], raw: str | None = None) -> Counted:
    """The way to count by which the most of `claims` hold their words; of equal ones the likeliest.

    White space counts alike, since formats write the words of a passage in one line.
    """
    claims = tuple(claims)

    def holds(way: Counted, pairs: Sequence[tuple[int, int]], words: str) -> bool:
        spans = [way.span(*pair) for pair in pairs]
        return all(spans) and same_words(" ".join(s.of(text) for s in spans if s), words)

    def fitting(way: Counted) -> int:
        return sum(holds(way, pairs, words) for pairs, words in claims)

    return max(ways(text, raw), key=fitting)


def same_words(one: str, other: str) -> bool:
    """Whether two texts differ in nothing but the kind of their white space."""
    return one == other or one.split() == other.split()


def _within(length: int) -> Measure:
    return lambda offset: offset if 0 <= offset <= length else None


def _through(places: list[int]) -> Measure:
    return lambda offset: places[offset] if 0 <= offset < len(places) else None


def _width(char: str) -> range:
    return range(2 if char > "\uffff" else 1)


def _units(text: str) -> list[int]:
    """For each UTF-16 code unit of `text` the code point it is in, and the end."""
    return [*(place for place, char in enumerate(text) for _ in _width(char)), len(text)]


def _kept(raw: str) -> list[int]:
    """For each code point of a file's text its place in the frozen text, and the end."""
    places, at = [], 0
    for index, char in enumerate(raw):
        places.append(at)
        dropped = (index == 0 and char == "\ufeff") or raw[index : index + 2] == "\r\n"
        at += 0 if dropped else 1
    return [*places, at]
