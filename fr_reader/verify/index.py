"""The words of one article, or of one revision of it, ready to be looked up."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from fr_reader.model import Article
from fr_reader.verify.pattern import Piece
from fr_reader.verify.tokens import Token, tokens

_SEPARATOR = "\x00"
_MOST_PLACES = 200
_COMMON = 40
_MOST_SEEDS = 20_000


class Words:
    """The tokens of one text; `key` is their forms in one string, to be searched by C code."""

    def __init__(self, article: Article, *, stale: bool = False) -> None:
        """`stale`: whether it is an earlier revision."""
        self.article = article
        self.stale = stale
        self.tokens: list[Token] = tokens(article.text)
        self.forms: list[str] = [token.form for token in self.tokens]
        self.key = _SEPARATOR + _SEPARATOR.join(self.forms) + _SEPARATOR
        self._starts: list[int] = []
        self._seeds: dict[tuple[str, str], list[int]] | None = None
        at = 0
        for form in self.forms:
            self._starts.append(at)
            at += len(form) + 1

    def places(self, run: Sequence[str], start: int = 0) -> Iterator[int]:
        """The numbers of the tokens at which `run` begins, from token `start` on."""
        if not run or start >= len(self.forms):
            return
        wanted = _SEPARATOR + _SEPARATOR.join(run) + _SEPARATOR
        at = self.key.find(wanted, self._starts[start])
        while at >= 0:
            yield bisect_left(self._starts, at)
            at = self.key.find(wanted, at + 1)

    def stands(self, run: Sequence[str], at: int) -> bool:
        """Whether `run` is at token `at`."""
        return at + len(run) <= len(self.forms) and self.forms[at : at + len(run)] == list(run)

    def between(self, start: int, end: int) -> str:
        """The words from token `start` to before token `end`, in one line."""
        if end <= start:
            return ""
        text = self.article.text[self.tokens[start].start : self.tokens[end - 1].end]
        return " ".join(text.split())

    def match(self, wanted: Sequence[Piece]) -> list[tuple[int, int]]:
        """Where the pieces stand in order: (first token, end) of each; empty where they do not."""
        if not wanted:
            return []
        for count, first in enumerate(self._begins(wanted[0])):
            if count == _MOST_PLACES:
                break
            found = self._follow(wanted, first)
            if found:
                return found
        return []

    def _begins(self, piece: Piece) -> Iterator[int]:
        if piece.part is None:
            yield from self.places(piece.forms)
            return
        for number, form in enumerate(self.forms):
            if _fits(form, piece.part):
                yield number

    def _follow(self, wanted: Sequence[Piece], first: int) -> list[tuple[int, int]]:
        """One way through the pieces; all ways are tried together, so it ends soon."""
        ways = {first + _length(wanted[0]): [(first, first + _length(wanted[0]))]}
        for piece in wanted[1:]:
            after: dict[int, list[tuple[int, int]]] = {}
            for end, way in ways.items():
                for at in self._next(piece, end):
                    after.setdefault(at + _length(piece), [*way, (at, at + _length(piece))])
            ways = after
            if not ways:
                return []
        return ways[min(ways)]

    def _next(self, piece: Piece, end: int) -> Iterator[int]:
        if piece.gap and piece.part is None:
            at = next(self.places(piece.forms, end), None)
            if at is not None:
                yield at
            return
        for at in range(end, min(end + (400 if piece.gap else piece.slack) + 1, len(self.forms))):
            if _fits(self.forms[at], piece.part) if piece.part else self.stands(piece.forms, at):
                yield at

    def likely(self, run: Sequence[str]) -> tuple[int, float]:
        """The token near which a changed `run` most likely begins, and how much speaks for it."""
        seeds = self._seeded()
        votes: Counter[int] = Counter()
        weights: dict[int, float] = {}
        for number, pair in enumerate(pairwise(run[:_MOST_SEEDS])):
            at = seeds.get((pair[0].casefold(), pair[1].casefold()), ())
            if len(at) > _COMMON:
                continue
            for place in at:
                near = (place - number) // 8
                weights[near] = weights.get(near, 0.0) + 1 / len(at)
                votes[near] += 1
        if not weights:
            return 0, 0.0
        best = max(weights, key=lambda near: (weights[near] + weights.get(near + 1, 0.0), -near))
        return max(0, best * 8), weights[best] + weights.get(best + 1, 0.0)

    def _seeded(self) -> dict[tuple[str, str], list[int]]:
        if self._seeds is None:
            self._seeds = {}
            folded = [form.casefold() for form in self.forms]
            for number, pair in enumerate(pairwise(folded)):
                at = self._seeds.setdefault(pair, [])
                if len(at) <= _COMMON:
                    at.append(number)
        return self._seeds


def _length(piece: Piece) -> int:
    return 1 if piece.part is not None else len(piece.forms)


def _fits(form: str, part: tuple[str, str]) -> bool:
    before, after = part
    enough = len(form) >= len(before) + len(after)
    return enough and form[:1].isalnum() and form.startswith(before) and form.endswith(after)
