"""Copies of one report: the agency's text as several papers print it, cut, edited and reordered.

A text is known by its shingles, the runs of three words in it (Broder, "On the resemblance and
containment of documents", 1997). A few of them, the least of each part of the range of hashes
(one-permutation MinHash; Li, Owen and Zhang, 2012), find the texts worth comparing among many;
those are then compared window by window, so that a shared quotation makes no copy of an article.
Nothing here is random: the same texts give the same answers on every machine.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar
from zlib import crc32

LEAST_ALIKE = 0.5
"""From which likeness on a text is called a copy: three words in ten may have been edited, while
articles that merely quote the same statement stay below."""

_RUN = 3
PARTS = 96
"""Parts of the range of hashes, each with its least one in a sketch."""
_SHORTEST = 25
"""Shingles below which a text is too short to be told apart from a set phrase."""
_LEAST_PART = 1 / 3
"""A text shorter than this share of the other is an excerpt, not a copy."""
_WINDOW = 24
_LEAST_OF_WINDOW = 3
"""Shingles of a window that must be shared before it counts as taken over; unrelated articles of
one subject share less than one."""
MOST_LISTED = 64
"""How many texts are listed under one shingle: set phrases find only these, and cost no more."""
_FOR_ONE_SHARED = 19
_CJK = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af"
_WORD = re.compile(f"[{_CJK}]|[^\\W_{_CJK}]+")
_MIX = 0x9E3779B1
_32 = 0xFFFFFFFF

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Signature:
    """What a text is compared by: the hashes of its shingles in the order of the text, four bytes
    each as this machine has them. It holds no word of the text."""

    shingles: bytes

    @classmethod
    def of(cls, text: str) -> Signature:
        """The signature of a text; case, punctuation and kinds of letters do not count."""
        plain = text if text.isascii() else unicodedata.normalize("NFKC", text)
        words = _WORD.findall(plain.casefold())
        runs = map(" ".join, zip(words, words[1:], words[2:], strict=False))
        mixed = (crc32(run.encode("utf-8", "replace")) * _MIX & _32 for run in runs)
        return cls(array("I", mixed).tobytes())

    def __len__(self) -> int:
        """How many shingles there are: two fewer than words."""
        return len(self.shingles) // 4

    def hashes(self) -> memoryview[int]:
        """The hashes, as whole numbers."""
        return memoryview(self.shingles).cast("I")

    def sketch(self) -> tuple[int, ...]:
        """The least hash in each part of the range that has one."""
        return tuple(self._least().values())

    def packed(self) -> bytes:
        """The sketch, four bytes a part as this machine has them, 0 where a part has no hash;
        empty where the text is too short to be told apart."""
        if len(self) < _SHORTEST:
            return b""
        least = self._least()
        return array("I", (least.get(part, 0) for part in range(PARTS))).tobytes()

    def _least(self) -> dict[int, int]:
        least: dict[int, int] = {}
        for value in sorted(set(self.hashes()), reverse=True):
            least[value * PARTS >> 32] = value
        return least


def likeness(one: Signature, other: Signature) -> float:
    """About which share of the words of the shorter text stand in the other one, from 0 to 1.

    Counted are the words of windows that are taken over at all: where three words in ten were
    edited throughout, 0.7; where a quarter was copied to the letter, 0.25. Symmetric.
    """
    few, many = sorted((one.shingles, other.shingles), key=lambda s: (len(s), s))
    there = set(memoryview(many).cast("I"))
    values = memoryview(few).cast("I")
    if not values:
        return 0.0
    least = min(_LEAST_OF_WINDOW, len(values))
    kept = 0.0
    for start in range(0, len(values), _WINDOW):
        window = values[start : start + _WINDOW]
        shared = sum(map(there.__contains__, window))
        if shared >= min(least, len(window)):
            kept += len(window) * (shared / len(window)) ** (1 / _RUN)
    return kept / len(values)


def copied(one: Signature, other: Signature, least: float = LEAST_ALIKE) -> bool:
    """Whether two texts are copies, `least` being the likeness from which on they are."""
    wanted = set(one.hashes())
    return _may_be(wanted, one, other, least) and likeness(one, other) >= least


def _may_be(wanted: set[int], one: Signature, other: Signature, least: float) -> bool:
    """Whether a closer look may find two texts alike; `wanted` are the hashes of `one`.

    The likeness is never above the cube root of the shared part, the function being concave; half
    of that part is asked for, since a shingle may be in one text more often.
    """
    few, many = sorted((len(one), len(other)))
    if few < many * _LEAST_PART:
        return False
    shared = sum(map(wanted.__contains__, other.hashes()))
    return shared >= few * least**_RUN / 2


def least_shared(size: int) -> int:
    """How many values of a sketch of this size another one must share to be worth comparing."""
    return min(size, max(2, size // _FOR_ONE_SHARED))


@dataclass(frozen=True, slots=True)
class Copy(Generic[Key]):
    """A text that is a copy of another one, and how alike they are, from 0 to 1."""

    key: Key
    likeness: float


class NearCopies(Generic[Key]):
    """Texts by keys, and which of them are copies of one another.

    Looking one up takes time for the texts that share something rare with it, not for all.
    """

    def __init__(self, least: float = LEAST_ALIKE) -> None:
        """`least`: the likeness from which on texts are copies."""
        self.least = least
        self._signatures: dict[Key, Signature] = {}
        self._keys: list[Key] = []
        self._numbers: dict[Key, int] = {}
        self._listed: dict[int, int | list[int]] = {}

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self._signatures)

    def put(self, key: Key, signature: Signature) -> None:
        """Have a text under this key, in the place of another one if there was one."""
        if self._signatures.get(key) == signature:
            return
        self._signatures[key] = signature
        self._numbers[key] = number = len(self._keys)
        self._keys.append(key)
        if len(signature) < _SHORTEST:
            return
        for value in signature.sketch():
            there = self._listed.get(value)
            if there is None:
                self._listed[value] = number
            elif isinstance(there, int):
                self._listed[value] = [there, number]
            elif len(there) < MOST_LISTED:
                there.append(number)

    def signature(self, key: Key) -> Signature:
        """The signature of the text under a key. Raises KeyError."""
        return self._signatures[key]

    def find(self, signature: Signature, but: Key | None = None) -> list[Copy[Key]]:
        """The copies of a text, the likest first; of equals the one put first. `but` is not
        among them."""
        found = [copy for copy in self._found(signature, len(self._keys)) if copy.key != but]
        return sorted(found, key=lambda copy: (-copy.likeness, self._numbers[copy.key]))

    def _found(self, signature: Signature, below: int) -> Iterator[Copy[Key]]:
        """The copies of a text among those with a number below this one, in the order put."""
        wanted = set(signature.hashes())
        for key in self._candidates(signature, below):
            other = self._signatures[key]
            if _may_be(wanted, signature, other, self.least):
                alike = likeness(signature, other)
                if alike >= self.least:
                    yield Copy(key, alike)

    def groups(self) -> list[tuple[Key, ...]]:
        """The texts that are copies, each group in the order put, the first group first.

        A copy of a copy is in the same group.
        """
        heads: dict[Key, Key] = {}

        def head(key: Key) -> Key:
            while heads.setdefault(key, key) != key:
                heads[key] = key = heads[heads[key]]
            return key

        order = self._numbers
        for key, signature in self._signatures.items():
            for copy in self._found(signature, order[key]):
                first, last = sorted((head(key), head(copy.key)), key=order.__getitem__)
                heads[last] = first
        members: dict[Key, list[Key]] = {}
        for key in sorted(heads, key=order.__getitem__):
            members.setdefault(head(key), []).append(key)
        return [tuple(group) for group in members.values() if len(group) > 1]

    def _candidates(self, signature: Signature, below: int) -> Iterator[Key]:
        """The texts that share enough of the sketch, in the order put."""
        if len(signature) < _SHORTEST:
            return
        sketch = signature.sketch()
        hits: Counter[int] = Counter()
        for value in sketch:
            there = self._listed.get(value, ())
            hits.update((there,) if isinstance(there, int) else there)
        least = least_shared(len(sketch))
        enough = (n for n, times in hits.items() if times >= least and n < below)
        for number in sorted(enough):
            key = self._keys[number]
            if self._numbers[key] == number:
                yield key
