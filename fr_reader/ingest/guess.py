"""Guessing an encoding, and saying honestly when it stays a guess.

charset-normalizer scores every encoding that can decode the bytes by how messy the result looks.
Its winner is not enough: for an English text in Windows-1252 it may name Windows-1250, which
turns £ into Ł. So a guess counts only when every rival that looks about as tidy reads the very
same text.
"""

from __future__ import annotations

from dataclasses import dataclass

_SAMPLE = 64_000
_TIDY = 0.05
"""The most mess (charset-normalizer's `chaos`, 0 to 1) a believable winner has."""
_RIVAL = 0.08
"""How much messier a rival may be and still be a rival."""
_LIKE_A_LANGUAGE = 0.2
"""The least likeness to a language (`coherence`, 0 to 1) of a winner with one byte a letter."""


@dataclass(frozen=True, slots=True)
class Guess:
    """The one `encoding` that fits, or empty; and the `likely` ones, best first."""

    encoding: str = ""
    likely: tuple[str, ...] = ()


def guess(data: bytes, where: int) -> Guess:
    """What `data` may be encoded in; `where` is the offset of the first byte that is not UTF-8."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - rarely needed, 80 ms

    matches = list(from_bytes(_sample(data, where)))
    if not matches:
        return Guess()
    best = matches[0]
    rivals = [match for match in matches if match.chaos <= best.chaos + _RIVAL]
    likely = tuple(match.encoding for match in rivals[:3])
    same = all(str(match) == str(best) for match in rivals)
    readable = best.multi_byte_usage or best.coherence >= _LIKE_A_LANGUAGE
    if same and readable and best.chaos <= _TIDY:
        return Guess(best.encoding, likely)
    return Guess("", likely)


def _sample(data: bytes, where: int) -> bytes:
    """Whole lines around `where`: no common encoding has a line feed inside a character."""
    start = data.rfind(b"\n", 0, max(0, where - _SAMPLE // 2)) + 1
    end = data.find(b"\n", start + _SAMPLE)
    return data[start : end if end >= 0 else len(data)]
