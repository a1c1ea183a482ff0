"""Passages that several papers print of one report: counted once, as the first of them has it.

Only articles that are near copies of one another are looked at (`text/wire.py`), so what two
reporters heard for themselves counts twice. In such a group a passage is another print of an
earlier one where it says the same of it (code, stance, and nobody else as speaker) and where at
most half of the longer one's words would have to be changed: an editor's cuts stay well below, and
two passages of one report well above.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from fr_reader.anchors.likeness import likeness
from fr_reader.model import Span
from fr_reader.overview.facts import Fact
from fr_reader.overview.query import period
from fr_reader.text.sketches import Group, Sketches, groups
from fr_reader.text.wire import Signature, copied
from fr_reader.text.words import words

LEAST_ALIKE = 0.5
"""From which share of words on that need no change a passage is another print: three words in
ten may have been edited throughout, and in a short passage, by chance, one or two more."""


@dataclass(frozen=True, slots=True)
class Once:
    """Facts that count once, in their order, and how many further prints are left out."""

    facts: tuple[Fact, ...]
    left_out: int = 0

    @property
    def note(self) -> str:
        """What a sheet says of it; empty where nothing is left out."""
        return note(self.left_out)


def note(left_out: int) -> str:
    """What a sheet says of so many further prints; empty where there are none."""
    if not left_out:
        return ""
    prints = "print is" if left_out == 1 else "prints are"
    return (
        "Near-identical passages in copies of one article count once, where it was published "
        f"first: {left_out:,} further {prints} left out."
    )


class Prints:
    """Which articles are copies of one another, learnt text by text."""

    def __init__(self) -> None:
        self._texts: dict[str, Signature] = {}

    def read(self, article_id: str, text: str) -> None:
        """Know the text of an article."""
        self._texts[article_id] = Signature.of(text)

    def groups(self) -> list[Group]:
        """The articles that are copies of one another."""
        sketches = {own: text.packed() for own, text in self._texts.items()}
        return groups(Sketches(sketches), self._alike)

    def once(self, found: Sequence[Fact]) -> Once:
        """The facts without further prints of others."""
        return once(found, self.groups())

    def _alike(self, one: str, other: str) -> bool:
        return copied(self._texts[one], self._texts[other])


def once(found: Sequence[Fact], copies: Iterable[Sequence[str]]) -> Once:
    """The facts without further prints of others; `copies` are articles that are copies of one
    another.

    What is kept has the ids and links of its other prints as well, so that what leads to one of
    them leads to it.
    """
    first = further_prints(found, copies)
    others: dict[int, list[Fact]] = {}
    for at, kept in first.items():
        others.setdefault(kept, []).append(found[at])
    return Once(
        tuple(
            _joined(fact, others.get(at, ())) for at, fact in enumerate(found) if at not in first
        ),
        len(first),
    )


def further_prints(found: Sequence[Fact], groups: Iterable[Sequence[str]]) -> dict[int, int]:
    """The facts that are further prints, each with the one that counts for it, by their places in
    `found`; `groups` are articles that are copies of one another.

    Of one article each fact is the print of another one. Nothing depends on the order of `found`,
    nor on what anybody or anything is called.
    """
    by_article: dict[str, list[int]] = {}
    for at, fact in enumerate(found):
        by_article.setdefault(fact.article, []).append(at)
    for places in by_article.values():
        places.sort(key=lambda at: _place(found[at]))
    first: dict[int, int] = {}
    for group in groups:
        articles = [article for article in group if article in by_article]
        articles.sort(key=lambda one: (*_when(found[by_article[one][0]]), one))
        known: dict[tuple[str, str], list[_Kept]] = {}
        for article in articles:
            first |= _matched(found, by_article[article], known)
    return first


@dataclass(slots=True)
class _Kept:
    """The place of a fact that counts, its number among those that say the same, and the words of
    its prints so far."""

    at: int
    number: int
    prints: list[tuple[str, ...]]

    def alike(self, said: tuple[str, ...]) -> float:
        """How like the likest of its prints these words are, from 0 to 1."""
        return max(_alike(one, said) for one in self.prints)


def _matched(
    found: Sequence[Fact], own: Sequence[int], known: dict[tuple[str, str], list[_Kept]]
) -> dict[int, int]:
    """The facts of one article that are prints of known ones, the likest first; the others become
    known."""
    said = {at: _words(found[at]) for at in own}
    pairs = [
        (-alike, kept.number, number, at, kept)
        for number, at in enumerate(own)
        for kept in known.get(_says(found[at]), ())
        if _nobody_else(found[at], found[kept.at])
        and (alike := kept.alike(said[at])) >= LEAST_ALIKE
    ]
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, _, _, at, kept in sorted(pairs, key=lambda pair: pair[:3]):
        if at not in taken and kept.at not in used:
            taken[at] = kept.at
            used.add(kept.at)
            kept.prints.append(said[at])
    for at in own:
        if at not in taken:
            there = known.setdefault(_says(found[at]), [])
            there.append(_Kept(at, len(there), [said[at]]))
    return taken


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """The share of words that need no change; 0 where their number alone makes too many."""
    few, many = sorted((len(one), len(other)))
    return likeness(one, other) if few >= many * LEAST_ALIKE else 0.0


def _words(fact: Fact) -> tuple[str, ...]:
    text = fact.text.casefold()
    return tuple(span.of(text) for span in words(text, Span(0, len(text))))


def _says(fact: Fact) -> tuple[str, str]:
    return fact.code, fact.stance


def _nobody_else(one: Fact, other: Fact) -> bool:
    """Whether two facts do not name different speakers."""
    if not one.speakers or not other.speakers:
        return True
    return not set(one.speakers).isdisjoint(other.speakers)


def _place(fact: Fact) -> tuple[object, ...]:
    """Where a fact stands among those of its article, whatever names there are."""
    return fact.segments, fact.code, fact.stance, fact.speakers, fact.coders, fact.ids


def _when(fact: Fact) -> tuple[bool, str]:
    """By when its article was published; those without a date come last."""
    return not period(fact.published, 10), fact.published


def _joined(fact: Fact, others: Sequence[Fact]) -> Fact:
    """A fact with the ids and the links of its other prints."""
    if not others:
        return fact
    prints = (fact, *others)
    ids = sorted({own for one in prints for own in one.ids})
    links = sorted({link for one in prints for link in one.links if link.to not in ids})
    return replace(fact, ids=tuple(ids), links=tuple(links))
