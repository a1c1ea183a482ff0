"""Offsets: how a file counts them, measured against the words it has beside them.

Programs count code points, UTF-16 units or bytes, from 0 or from 1, with the end inside or outside,
and the end of a line as it is in the file, as one or as two: XML makes one of the two of Windows,
and some programs write other ends of lines than they count. The words of the selections tell
which: what puts most of them right is how the file counts. Where no selection has words, the way
under which most begin and end at the edge of a word is taken, but the standard's own unless it is
clearly worse.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from fr_reader.exchange.refi.xml_out import CANNOT
from fr_reader.model import Span

_ENOUGH = 400
"""So many selections of a text are measured at the most."""
_NEAR = 300
"""Words that are not where they should be are looked for at most so many code points away."""
_LEAST = 8
"""Words shorter than this are not looked for elsewhere, and do not stand for longer ones."""
_CLEARLY = 2
"""So many selections more must be at the edges of words for another way to be taken by them."""
_CUT = ("…", "...")


@dataclass(frozen=True, slots=True)
class Written:
    """A selection as it is written: its start, its end, and its words, or empty."""

    start: int
    end: int
    name: str


@dataclass(frozen=True, slots=True)
class Counting:
    """A way of counting: the unit, what the end of a line counts (0 is what it has in the file),
    what the first offset is, and what is added to an end that is inside."""

    unit: str = "code points"
    line: int = 0
    first: int = 0
    inside: int = 0

    @property
    def plain(self) -> bool:
        """Whether it is the standard's own: code points of the file from 0, the end outside."""
        return self == Counting()

    def __str__(self) -> str:
        end = "the end inside" if self.inside else "the end outside"
        line = ("", ", a line's end as one", ", a line's end as two")[self.line]
        return f"{self.unit} from {self.first}, {end}{line}"


COUNTINGS = tuple(
    Counting(unit, line, first, inside)
    for unit in ("code points", "UTF-16 units", "bytes")
    for line in (0, 1, 2)
    for first in (0, 1)
    for inside in (0, 1)
)
"""Every way of counting, the standard's own first."""


class Text:
    """The text of a source as it came, and as it is kept: with line feeds alone."""

    def __init__(self, raw: str) -> None:
        self.raw = raw
        self.kept = raw.replace("\r\n", "\n").replace("\r", "\n")
        self._maps: dict[tuple[str, int], Callable[[int], int | None]] = {}

    def span(self, written: Written, counting: Counting) -> Span | None:
        """Where a selection is in the kept text; None where it is beyond it, or empty."""
        place = self._map(counting.unit, counting.line)
        start = place(written.start - counting.first)
        end = place(written.end - counting.first + counting.inside)
        return None if start is None or end is None or end <= start else Span(start, end)

    def _map(self, unit: str, line: int) -> Callable[[int], int | None]:
        key = unit, line
        if key not in self._maps:
            two = self.kept.replace("\n", "\r\n") if line == 2 else ""
            self._maps[key] = _mapping((self.raw, self.kept, two)[line], unit)
        return self._maps[key]


def _mapping(text: str, unit: str) -> Callable[[int], int | None]:
    """From an offset in `text`, counted in units, to the one in the text with line feeds alone.

    An offset inside a character, or inside of a line's end, is that of its beginning.
    """
    points = _points(text)

    def from_points(offset: int) -> int | None:
        return points[offset] if 0 <= offset < len(points) else None

    if unit == "code points":
        return from_points
    width = _utf16 if unit == "UTF-16 units" else _bytes
    if text.isascii():
        return from_points
    starts = [0, *accumulate(map(width, text))]

    def from_units(offset: int) -> int | None:
        if not 0 <= offset <= starts[-1]:
            return None
        at = bisect_left(starts, offset)
        return from_points(at if starts[at] == offset else at - 1)

    return from_units


def _points(text: str) -> Sequence[int]:
    """For each code point of a text, and its end, the offset in the text with line feeds alone."""
    if "\r" not in text:
        return range(len(text) + 1)
    places, kept = [], 0
    for at, char in enumerate(text):
        places.append(kept)
        kept += not (char == "\r" and text[at + 1 : at + 2] == "\n")
    return [*places, kept]


@lru_cache(maxsize=4096)
def _utf16(char: str) -> int:
    return 2 if ord(char) > 0xFFFF else 1


@lru_cache(maxsize=4096)
def _bytes(char: str) -> int:
    return len(char.encode("utf-8", "surrogatepass"))


def habit(origin: str) -> Counting:
    """How a program is known to count, by the name it gives itself in its files.

    ATLAS.ti writes CR LF and counts it as one, NVivo counts as .NET does (found in the importers
    of QualCoder and in writers of files for NVivo).
    """
    low = origin.lower()
    if "atlas" in low:
        return Counting(line=1)
    return Counting("UTF-16 units") if "nvivo" in low else Counting()


def measured(
    text: Text, selections: Sequence[Written], usual: Counting = COUNTINGS[0]
) -> tuple[Counting, int]:
    """How the offsets of these selections are counted, and how many of their words that puts right.

    Where no words are right under any way of counting, the number is 0, and the way is `usual`
    unless another one is clearly better.
    """
    told = [one for one in selections if one.name.strip()]
    step = max(1, len(told) // _ENOUGH)
    best, right = COUNTINGS[0], 0
    for counting in COUNTINGS:
        found = sum(is_right(text, one, counting) for one in told[::step])
        if found > right:
            best, right = counting, found
        if found == len(told[::step]) and found:
            break
    if right:
        return best, right
    sample = selections[:: max(1, len(selections) // _ENOUGH)]
    counts = {way: sum(_at_edges(text, one, way) for one in sample) for way in COUNTINGS}
    best = max(COUNTINGS, key=counts.__getitem__)
    beyond = any(text.span(one, usual) is None for one in sample)
    return (best if beyond or counts[best] - counts[usual] >= _CLEARLY else usual), 0


def is_right(text: Text, one: Written, counting: Counting) -> bool:
    """Whether the words of a selection stand where it says; cut short, they are its beginning."""
    span = text.span(one, counting)
    return span is not None and says(span.of(text.kept), one.name)


def says(there: str, name: str) -> bool:
    """Whether `name` gives the words that are there: all, or cut short. What XML cannot hold may
    be U+FFFD in it."""
    if "\ufffd" in name:
        there = CANNOT.sub("\ufffd", there)
    if there == name:
        return True
    have, told = " ".join(there.split()), " ".join(name.split())
    if not told:
        return False
    if have == told:
        return there.strip() == there or name.strip() != name
    short = next((told.removesuffix(cut).rstrip() for cut in _CUT if told.endswith(cut)), told)
    return len(short) >= _LEAST and have.startswith(short)


def elsewhere(text: Text, span: Span | None, name: str) -> Span | None:
    """Where the words of a selection stand near the place it says, if that is a single one."""
    told = name.replace("\r\n", "\n").replace("\r", "\n")
    if len(told) < _LEAST:
        return None
    around = span or Span(0, len(text.kept))
    first = max(0, around.start - _NEAR)
    last = min(len(text.kept), around.end + _NEAR + len(told))
    at = text.kept.find(told, first, last)
    if at < 0 or text.kept.find(told, at + 1, last) >= 0:
        return None
    return Span(at, at + len(told))


def _at_edges(text: Text, one: Written, counting: Counting) -> bool:
    span = text.span(one, counting)
    if span is None:
        return False
    before, after = (
        text.kept[max(0, span.start - 1) : span.start],
        text.kept[span.end : span.end + 1],
    )
    words = text.kept[span.start], text.kept[span.end - 1]
    return not (
        (before.isalnum() and words[0].isalnum())
        or (after.isalnum() and words[1].isalnum())
        or words[0].isspace()
        or words[1].isspace()
    )
