"""The words of a passage: paragraph by paragraph, an interruption marked, nothing else changed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from fr_reader.model import Reading, Span, visible_text

OMISSION = " […] "
"""What stands for the words between two segments in one paragraph, as editors mark it."""


def stretches(reading: Reading, segments: Sequence[Span]) -> list[str]:
    """The words of `segments`, a string for each paragraph they touch, in text order.

    Two segments in one paragraph are joined by `OMISSION`, or by the white space between them
    where there is nothing else.
    """
    return [words for _, words in by_paragraph(reading, segments)]


def by_paragraph(reading: Reading, segments: Sequence[Span]) -> list[tuple[int, str]]:
    """What `stretches` gives, each with the index of its paragraph, from 0."""
    pieces = sorted(_pieces(reading, segments))
    groups = groupby(pieces, key=lambda piece: reading.paragraph_at(piece.start))
    return [(index, _joined(reading.article.text, list(group))) for index, group in groups]


def bare(reading: Reading, segments: Sequence[Span]) -> str:
    """The exact words, an empty line between paragraphs; safe to paste into a terminal."""
    return visible_text("\n\n".join(stretches(reading, segments)))


def _pieces(reading: Reading, segments: Sequence[Span]) -> list[Span]:
    """The segments cut at the ends of paragraphs, without the white space in between."""
    pieces = []
    for segment in segments:
        last = reading.paragraph_at(max(segment.start, segment.end - 1))
        for index in range(reading.paragraph_at(segment.start), last + 1):
            piece = segment.meet(reading.paragraphs[index].span) if reading.paragraphs else None
            if piece:
                pieces.append(piece)
    return pieces or list(segments)


def _joined(text: str, pieces: list[Span]) -> str:
    words = pieces[0].of(text)
    end = pieces[0].end
    for piece in pieces[1:]:
        if piece.end <= end:
            continue
        if piece.start > end:
            gap = text[end : piece.start]
            words += gap if gap.isspace() else OMISSION
        words += text[max(end, piece.start) : piece.end]
        end = piece.end
    return words
