"""A paragraph as a row of tokens in which each quoted stretch is one token.

Seen like this, `“I won't,” Doe said. “Ever.”` is `Q Doe said . Q`, and what surrounds a quotation
can be read without what stands inside it.
"""

from __future__ import annotations

from bisect import bisect_left

from fr_reader.text.grammar import ABBREVIATIONS, SENTENCE_STARTERS
from fr_reader.text.stretches import Stretch
from fr_reader.text.words import TOKEN

QUOTED = "\x00Q"
_MAY_END = frozenset(".!?…Q")
_ENDS = frozenset(".!?…")
_NEAR = 5_000
"""Nothing farther than this from a quotation, in code points, says whose it is."""
_CLOSING = frozenset(")]”’\"'")


class Stream:
    """The tokens of one paragraph in parallel lists; `quoted` maps a token to its stretch.

    `where` lists the tokens that are quotations, `names` those of them that name a thing and
    quote nobody, and `first_of` gives for each token the first one of its sentence.
    """

    __slots__ = ("end", "first_of", "low", "names", "quoted", "start", "stretches", "text", "where")

    def __init__(self, text: str, first: int, last: int, stretches: list[Stretch]) -> None:
        self.text: list[str] = []
        self.start: list[int] = []
        self.end: list[int] = []
        self.where: list[int] = []
        self.names: set[int] = set()
        self.stretches = stretches
        position = first
        for stretch in stretches:
            self._read_gap(text, position, stretch.start)
            self.where.append(len(self.text))
            self.text.append(QUOTED)
            self.start.append(stretch.start)
            self.end.append(stretch.end)
            position = stretch.end
        self._read_gap(text, position, last)
        self.quoted = dict(zip(self.where, stretches, strict=True))
        self.low = [token.lower() for token in self.text]
        self.first_of = self._sentences(text)

    def __len__(self) -> int:
        return len(self.text)

    def _read_gap(self, text: str, first: int, last: int) -> None:
        """Read what stands between two quotations; of very much, only what is near them."""
        if last - first > 2 * _NEAR:
            self._read(text, first, first + _NEAR)
            first = last - _NEAR
        self._read(text, first, last)

    def _read(self, text: str, first: int, last: int) -> None:
        found = list(TOKEN.finditer(text, first, last))
        tokens = [match.group() for match in found]
        spans = [match.span() for match in found]
        starts = [start for start, _ in spans]
        ends = [end for _, end in spans]
        stops = [
            index
            for index, token in enumerate(tokens)
            if token == "." and index and _abbreviates(tokens[index - 1])
            if ends[index - 1] == starts[index]
        ]
        for index in stops:
            tokens[index - 1] += "."
            ends[index - 1] = ends[index]
        if stops:
            gone = set(stops)
            kept = [index for index in range(len(tokens)) if index not in gone]
            tokens = [tokens[index] for index in kept]
            starts = [starts[index] for index in kept]
            ends = [ends[index] for index in kept]
        self.text += tokens
        self.start += starts
        self.end += ends

    def _sentences(self, text: str) -> list[int]:
        """For each token, the first token of its sentence."""
        first_of: list[int] = []
        size = len(self.text)
        for index in [at for at, token in enumerate(self.text) if token[-1] in _MAY_END]:
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
                first_of += [len(first_of)] * (stop - len(first_of))
        first_of += [len(first_of)] * (size - len(first_of))
        return first_of

    def _ends_at(self, index: int) -> bool:
        following = index + 1
        while following < len(self.text) and self.text[following] in _CLOSING:
            following += 1
        return following >= len(self.text) or not self.text[following][0].islower()

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


def _abbreviates(word: str) -> bool:
    """Whether a full stop after the word belongs to it: "Sen.", "J."."""
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper())
