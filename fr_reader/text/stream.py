"""A paragraph as a row of tokens in which each quoted stretch is one token.

Seen like this, `“I won't,” Doe said. “Ever.”` is `Q Doe said . Q`, and what surrounds a quotation
can be read without what stands inside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from fr_reader.model import Span
from fr_reader.text.grammar import SENTENCE_STARTERS
from fr_reader.text.stretches import Stretch
from fr_reader.text.tokens import Chunks, told
from fr_reader.text.word_kinds import kind_of_word

QUOTED = "\x00Q"
_ENDS = frozenset(".!?…")
_NEAR = 5_000
"""Nothing farther than this from a quotation, in code points, says whose it is."""
_NEXT = 60
"""The next quotation is looked for over so many tokens."""
_LONGEST = 250
"""A sentence of more tokens than this is broken up, so that reading one takes bounded time."""
_MOST_QUOTED = 12
"""And so is one with more quotations than this, before each of them."""
_CLOSING = frozenset(")]”’\"'")
_CHUNKS = Chunks()
_QUOTED_LOW, _QUOTED_KIND = QUOTED.lower(), kind_of_word(QUOTED)


class Stream:
    """The tokens of one paragraph in parallel lists; `quoted` maps a token to its stretch.

    `size` is how many there are; `where` lists those that are quotations, `names` those of them
    that name a thing and quote nobody, `cues` the tokens that may be cues, and `first_of` gives
    for each token the first one of its sentence. `low` has the tokens in lower case, `kinds` their
    kinds of words (see `word_kinds`).
    """

    __slots__ = (
        "_firsts",
        "_gaps",
        "_pieces",
        "_starts",
        "_stops",
        "cues",
        "first_of",
        "kinds",
        "low",
        "names",
        "quoted",
        "size",
        "text",
        "where",
    )

    def __init__(self, text: str, first: int, last: int, stretches: list[Stretch]) -> None:
        self.text: list[str] = []
        self.low: list[str] = []
        self.kinds: list[int] = []
        self.where: list[int] = []
        self.names: set[int] = set()
        self._gaps: list[tuple[int, int]] = []
        self._pieces: list[str] = []
        self._firsts: list[int] = []
        self._starts: list[int] = []
        self._stops: list[int] = []
        self.cues: list[int] = []
        position = first
        for stretch in stretches:
            self._read_gap(text, position, stretch.start)
            self.where.append(len(self.text))
            self._stops.append(len(self.text))
            self.text.append(QUOTED)
            self.low.append(_QUOTED_LOW)
            self.kinds.append(_QUOTED_KIND)
            position = stretch.end
        self._read_gap(text, position, last)
        self.quoted = dict(zip(self.where, stretches, strict=True)) if stretches else {}
        self.size = len(self.text)
        self.first_of = self._sentences(text)

    def __len__(self) -> int:
        return len(self.text)

    def span(self, first: int, last: int) -> Span:
        """Where the tokens `[first, last)` stand in the text."""
        if not self._starts:
            self._locate()
        end, quoted = last - 1, self.quoted
        start = quoted[first].start if first in quoted else self._start(first)
        if end in quoted:
            return Span(start, quoted[end].end)
        begun = start if end == first else self._start(end)
        return Span(start, begun + len(self.text[end]))

    def _start(self, index: int) -> int:
        """Where the token at `index` starts, which is no quotation."""
        at = bisect_right(self._firsts, index) - 1
        start, piece, inner = self._starts[at] + at, self._pieces[at], index - self._firsts[at]
        # a letter or digit that a piece begins with is where its first token starts
        return start if inner == 0 and piece[0].isalnum() else start + told(piece)[inner][1]

    def _locate(self) -> None:
        """Find where the pieces stand, each less its number, since one space parts them."""
        first = 0
        for position, number in self._gaps:
            sizes = map(len, self._pieces[first : first + number])
            self._starts += accumulate(sizes, initial=position - first)
            self._starts.pop()
            first += number

    def _read_gap(self, text: str, first: int, last: int) -> None:
        """Read what stands between two quotations; of very much, only what is near them."""
        if last - first > 2 * _NEAR:
            self._read(text, first, first + _NEAR)
            first = last - _NEAR
        self._read(text, first, last)

    def _read(self, text: str, first: int, last: int) -> None:
        pieces = text[first:last].split(" ")
        all_tokens, all_low, all_kinds, firsts = self.text, self.low, self.kinds, self._firsts
        stops, cues = self._stops, self.cues
        for tokens, low, kinds, telling in map(_CHUNKS.__getitem__, pieces):
            at = len(all_tokens)
            firsts.append(at)
            if telling is not None:
                for end in telling[0]:
                    stops.append(at + end)
                for cue in telling[1]:
                    cues.append(at + cue)
            all_tokens += tokens
            all_low += low
            all_kinds += kinds
        self._pieces += pieces
        self._gaps.append((first, len(pieces)))

    def _sentences(self, text: str) -> list[int]:
        """For each token, the first token of its sentence."""
        first_of: list[int] = []
        tokens, size = self.text, len(self.text)
        for index in self._stops:
            if index < len(first_of):
                continue
            token = tokens[index]
            if token in _ENDS:
                ended = index + 1 == size or self._ends_at(index)
            elif token == QUOTED:
                ended = self._quotation_ends(index, text)
            else:
                ended = token[-1] == "." and self._abbreviation_ends(index)
            if ended:
                stop = index + 1
                while stop < size and (tokens[stop] in _CLOSING or tokens[stop] in _ENDS):
                    stop += 1
                self._close(first_of, stop)
        if len(first_of) < size:
            self._close(first_of, size)
        return first_of

    def _close(self, first_of: list[int], stop: int) -> None:
        """End a sentence before token `stop`; one without bounds is broken up."""
        first = len(first_of)
        few = (
            len(self.where) <= _MOST_QUOTED
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

    def next_quoted(self, first: int, last: int) -> int:
        """The first quotation from token `first` on that is no name, if it is near, or `last`."""
        where = self.where
        for number in range(bisect_left(where, first), len(where)):
            at = where[number]
            if at >= last or at >= first + _NEXT:
                break
            if at not in self.names:
                return at
        return last

    def last_of(self, index: int) -> int:
        """One past the last token of the sentence that holds token `index`."""
        first = self.first_of[index]
        return bisect_left(self.first_of, first + 1, index)
