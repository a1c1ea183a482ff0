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
from fr_reader.text.wire import NearCopies, Signature
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
        if not self.left_out:
            return ""
        prints = "print is" if self.left_out == 1 else "prints are"
        return (
            "Near-identical passages in copies of one article count once, where it was published "
            f"first: {self.left_out:,} further {prints} left out."
        )


class Prints:
    """Which articles are copies of one another, learnt text by text."""

    def __init__(self) -> None:
        self._copies = NearCopies[str]()

    def read(self, article_id: str, text: str) -> None:
        """Know the text of an article."""
        self._copies.put(article_id, Signature.of(text))

    def once(self, found: Sequence[Fact]) -> Once:
        """The facts without further prints of others.

        What is kept has the ids and links of its other prints as well, so that what leads to one
        of them leads to it.
        """
        first = further_prints(found, self._copies.groups())
        others: dict[int, list[Fact]] = {}
        for at, kept in first.items():
            others.setdefault(kept, []).append(found[at])
        return Once(
            tuple(
                _joined(fact, others.get(at, ()))
                for at, fact in enumerate(found)
                if at not in first
            ),
            len(first),
        )


def further_prints(found: Sequence[Fact], groups: Iterable[Sequence[str]]) -> dict[int, int]:
    """The facts that are further prints, each with the one that counts for it, by their places in
    `found`; `groups` are articles that are copies of one another.

    Of one article each fact is the print of another one.
    """
    by_article: dict[str, list[int]] = {}
    for at, fact in enumerate(found):
        by_article.setdefault(fact.article, []).append(at)
    order = {article: number for number, article in enumerate(by_article)}
    first: dict[int, int] = {}
    for group in groups:
        articles = [article for article in group if article in by_article]
        articles.sort(key=lambda one: (*_when(found[by_article[one][0]]), order[one]))
        known: dict[tuple[str, str], list[_Kept]] = {}
        for article in articles:
            first |= _matched(found, by_article[article], known)
    return first


@dataclass(slots=True)
class _Kept:
    """The place of a fact that counts, and the words of its prints so far."""

    at: int
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
        (-alike, kept.at, at, kept)
        for at in own
        for kept in known.get(_says(found[at]), ())
        if _nobody_else(found[at], found[kept.at])
        and (alike := kept.alike(said[at])) >= LEAST_ALIKE
    ]
    taken: dict[int, int] = {}
    used: set[int] = set()
    for _, place, at, kept in sorted(pairs, key=lambda pair: pair[:3]):
        if at not in taken and place not in used:
            taken[at] = place
            used.add(place)
            kept.prints.append(said[at])
    for at in own:
        if at not in taken:
            known.setdefault(_says(found[at]), []).append(_Kept(at, [said[at]]))
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
