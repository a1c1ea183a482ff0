"""A paragraph as a row of tokens in which each quoted stretch is one token.

Seen like this, `“I won't,” Doe said. “Ever.”` is `Q Doe said . Q`, and what surrounds a quotation
can be read without what stands inside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import chain, compress
from operator import itemgetter

from fr_reader.model import Span
from fr_reader.text.grammar import SENTENCE_STARTERS
from fr_reader.text.stretches import Stretch
from fr_reader.text.tokens import Chunks, Kinds, Lower, looked_up, told

QUOTED = "\x00Q"
_ENDS = frozenset(".!?…")
_NEAR = 5_000
"""Nothing farther than this from a quotation, in code points, says whose it is."""
_LONGEST = 250
"""A sentence of more tokens than this is broken up, so that reading one takes bounded time."""
_MOST_QUOTED = 12
"""And so is one with more quotations than this, before each of them."""
_CLOSING = frozenset(")]”’\"'")
_CHUNKS, _LOWER, _KINDS = Chunks(), Lower(), Kinds()
_TOKENS, _TELLING = itemgetter(0), itemgetter(1)


class Stream:
    """The tokens of one paragraph in parallel lists; `quoted` maps a token to its stretch.

    `where` lists the tokens that are quotations, `names` those of them that name a thing and
    quote nobody, `cues` the tokens that may be cues, and `first_of` gives for each token the
    first one of its sentence. `low` has the tokens in lower case, `kinds` their kinds of words
    (see `word_kinds`).

    Each token is of one of the `_pieces`, which a space parts from the next; `_gaps` has the first
    piece behind each quotation and `_positions` where that stands. `_several` tells of each piece
    that is not one token its first token, its number, and how many more tokens than pieces there
    are up to its end.
    """

    __slots__ = (
        "_gaps",
        "_located",
        "_pieces",
        "_positions",
        "_several",
        "_stops",
        "cues",
        "first_of",
        "kinds",
        "low",
        "names",
        "quoted",
        "text",
        "where",
    )

    def __init__(self, text: str, first: int, last: int, stretches: list[Stretch]) -> None:
        self.text: list[str] = []
        self.where: list[int] = []
        self.names: set[int] = set()
        self._pieces: list[str] = []
        self._gaps: list[int] = []
        self._positions: list[int] = []
        self._several: list[tuple[int, int, int]] = []
        self._located = 0, first
        self._stops: list[int] = []
        self.cues: list[int] = []
        position = first
        for stretch in stretches:
            self._read_gap(text, position, stretch.start)
            self.where.append(len(self.text))
            self._stops.append(len(self.text))
            self.text.append(QUOTED)
            self._pieces.append(QUOTED)
            position = stretch.end
        self._read_gap(text, position, last)
        self.low = looked_up(_LOWER, self.text)
        self.kinds = looked_up(_KINDS, self.text)
        self.quoted = dict(zip(self.where, stretches, strict=True))
        self.first_of = self._sentences(text)

    def __len__(self) -> int:
        return len(self.text)

    def span(self, first: int, last: int) -> Span:
        """Where the tokens `[first, last)` stand in the text."""
        start, end = self._place(first)
        return Span(start, end if last == first + 1 else self._place(last - 1)[1])

    def _place(self, index: int) -> tuple[int, int]:
        stretch = self.quoted.get(index)
        if stretch is not None:
            return stretch.start, stretch.end
        number, at = self._piece_of(index)
        start, piece = self._start_of(number), self._pieces[number]
        if piece.isalnum():
            return start, start + len(piece)
        _, begun, ended = told(piece)[at]
        return start + begun, start + ended

    def _piece_of(self, index: int) -> tuple[int, int]:
        """The number of the piece that holds a token, and the token's own in it."""
        row = bisect_right(self._several, (index + 1,)) - 1
        if row < 0:
            return index, 0
        first, number, shift = self._several[row]
        single = index - shift
        return (single, 0) if single > number else (number, index - first)

    def _start_of(self, number: int) -> int:
        """Where a piece stands, counted from one that is known; one space parts it from the next.

        Pieces are asked for nearly in order, so the last one that was found is a near one.
        """
        known, start = self._located
        gap = 0
        if len(self._gaps) > 1:
            gap = bisect_right(self._gaps, number) - 1
            if bisect_right(self._gaps, known) - 1 != gap:
                known, start = self._gaps[gap], self._positions[gap]
        if known - number > number - self._gaps[gap]:
            known, start = self._gaps[gap], self._positions[gap]
        if known < number:
            start += len(" ".join(self._pieces[known:number])) + 1
        elif known > number:
            start -= len(" ".join(self._pieces[number:known])) + 1
        self._located = number, start
        return start

    def _read_gap(self, text: str, first: int, last: int) -> None:
        """Read what stands between two quotations; of very much, only what is near them."""
        if last - first > 2 * _NEAR:
            self._read(text, first, first + _NEAR)
            first = last - _NEAR
        self._read(text, first, last)

    def _read(self, text: str, first: int, last: int) -> None:
        pieces = text[first:last].split(" ")
        chunks = looked_up(_CHUNKS, pieces)
        tokens, telling = list(map(_TOKENS, chunks)), list(map(_TELLING, chunks))
        base, known = len(self.text), len(self._pieces)
        self.text += chain.from_iterable(tokens)
        for number, (more, ends, cues) in compress(enumerate(telling), telling):
            at = base + number
            for end in ends:
                self._stops.append(at + end)
            for cue in cues:
                self.cues.append(at + cue)
            if more:
                base += more
                self._several.append((at, known + number, base - known))
        self._gaps.append(known)
        self._positions.append(first)
        self._pieces += pieces

    def _sentences(self, text: str) -> list[int]:
        """For each token, the first token of its sentence."""
        first_of: list[int] = []
        size = len(self.text)
        for index in self._stops:
            token = self.text[index]
            if index < len(first_of):
                continue
            if token in _ENDS:
                ended = self._ends_at(index)
            elif token == QUOTED:
                ended = self._quotation_ends(index, text)
            else:
                ended = token[-1] == "." and self._abbreviation_ends(index)
            if ended:
                stop = index + 1
                while stop < size and (self.text[stop] in _CLOSING or self.text[stop] in _ENDS):
                    stop += 1
                self._close(first_of, stop)
        self._close(first_of, size)
        return first_of

    def _close(self, first_of: list[int], stop: int) -> None:
        """End a sentence before token `stop`; one without bounds is broken up."""
        first = len(first_of)
        few = (
            not self.where
            or bisect_left(self.where, stop) - bisect_left(self.where, first) <= _MOST_QUOTED
        )
        if few and stop - first <= _LONGEST:
            first_of += [first] * (stop - first)
            return
        for at in range(first, stop):
            if at - first >= _LONGEST or (not few and at in self.quoted):
                first = at
            first_of.append(first)

    def _ends_at(self, index: int) -> bool:
        following = index + 1
        while following < len(self.text) and self.text[following] in _CLOSING:
            following += 1
        if following >= len(self.text):
            return True
        first = self.text[following][0]
        return not (first.islower() or first in ",;:")

    def _abbreviation_ends(self, index: int) -> bool:
        """Whether an abbreviation's full stop ends the sentence too: a telling word follows."""
        if index + 1 >= len(self.text):
            return False
        after = self.text[index + 1]
        return after[0].isupper() and after.lower() in SENTENCE_STARTERS and len(after) > 1

    def _quotation_ends(self, index: int, text: str) -> bool:
        stretch = self.quoted[index]
        tail = text[max(stretch.start, stretch.end - 8) : stretch.end].rstrip("”’“\"'»« ‹›")
        if tail[-1:] not in _ENDS or index + 1 >= len(self.text):
            return False
        after = self.text[index + 1]
        return after == QUOTED or after[0].isupper() or after[0] in "([—–"

    def last_of(self, index: int) -> int:
        """One past the last token of the sentence that holds token `index`."""
        first = self.first_of[index]
        return bisect_left(self.first_of, first + 1, index)
