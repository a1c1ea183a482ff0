"""Captions of pictures, put back where the page has them."""

from __future__ import annotations

from collections.abc import Sequence

_NEAR = 3
"""How many blocks of the page may stand between a caption and the article's text."""


def with_captions(article: list[str], page: Sequence[str], captions: frozenset[int]) -> list[str]:
    """The blocks of an article with those of the `page` that are captions, at their places.

    A caption is the article's where one of the three blocks before it, or after it, is;
    `captions` are its places in `page`. What the article has already is not put in twice.
    """
    there = {block: place for place, block in enumerate(article)}
    before: dict[int, list[str]] = {}
    for number in sorted(captions):
        if page[number] in there:
            continue
        place = _place(number, page, there)
        if place is not None:
            there[page[number]] = place
            before.setdefault(place, []).append(page[number])
    merged: list[str] = []
    for place, block in enumerate(article):
        merged += [*before.get(place, []), block]
    return merged + before.get(len(article), [])


def _place(number: int, page: Sequence[str], there: dict[str, int]) -> int | None:
    """The place in the article before which the block `number` of the page belongs."""
    for block in page[max(0, number - _NEAR) : number][::-1]:
        if block in there:
            return there[block] + 1
    return next((there[b] for b in page[number + 1 : number + 1 + _NEAR] if b in there), None)
