"""Queries: which facts are wanted. What a cell of a table opens is one, and so is a filter."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from typing import Any

from fr_reader.overview.beside import Beside, standing
from fr_reader.overview.facts import Fact, Passage

_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Query:
    """What a fact must have; an empty field asks for nothing.

    Of each field one of the values is enough, and every field must be met. `speakers` may hold
    "" for passages nobody is known to have said, `codes` "" for quotations. `since` and `until`
    are dates, or the beginnings of dates, as in `2026-03`; both ends count. `words` must all
    occur in the passage, whatever their case. `stances` may hold "" for passages of which none is
    told. `beside` asks for passages with one of the two `codes` that stand so beside one with the
    other, among those that are wanted otherwise. `when` asks for what was published in a year,
    month or day as `period` tells it, with its length: also for what has no date (`""`), or is
    dated less exactly. `passages` names passages one by one.
    """

    speakers: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    coders: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    words: str = ""
    stances: tuple[str, ...] = ()
    beside: Beside | None = None
    when: tuple[str, int] | None = None
    passages: frozenset[Passage] = frozenset()

    def __bool__(self) -> bool:
        return self != _ALL

    def and_(self, other: Query) -> Query:
        """What both ask for; where both ask for a field, `other` decides."""
        told = {f.name: getattr(other, f.name) for f in fields(other) if getattr(other, f.name)}
        changes: dict[str, Any] = told
        return replace(self, **changes)

    def finds(self, fact: Fact) -> bool:
        """Whether a fact is wanted, by itself: what it is to be beside is not looked at."""
        return (
            self._speaks(fact)
            and (not self.codes or fact.code in self.codes)
            and (not self.publishers or fact.publisher in self.publishers)
            and (not self.articles or fact.article in self.articles)
            and (not self.coders or not set(self.coders).isdisjoint(fact.coders))
            and within(fact.published, self.since, self.until)
            and (not self.stances or fact.stance in self.stances)
            and self._says(fact)
            and (self.when is None or period(fact.published, self.when[1]) == self.when[0])
            and (not self.passages or fact.passage in self.passages)
        )

    def of(self, found: Iterable[Fact]) -> list[Fact]:
        """Those of the facts that are wanted, in their order."""
        wanted = [fact for fact in found if self.finds(fact)]
        return standing(wanted, self.codes, self.beside) if self.beside else wanted

    def _speaks(self, fact: Fact) -> bool:
        if not self.speakers:
            return True
        return not set(self.speakers).isdisjoint(fact.speakers or ("",))

    def _says(self, fact: Fact) -> bool:
        if not self.words:
            return True
        text = fact.text.casefold()
        return all(word in text for word in self.words.casefold().split())


@dataclass(frozen=True, slots=True)
class Differing:
    """What a figure of agreement opens: the units coders differ on, on the code or the speaker with
    the id `one`, called `name`, or where that is empty, on any."""

    one: str = ""
    name: str = ""


_ALL = Query()


def within(published: str, since: str, until: str) -> bool:
    """Whether a date lies between two others, the ends included; where one is given, what has no
    date does not."""
    if not since and not until:
        return True
    found = _DATE.match(published)
    if found is None:
        return False
    date = found[0]
    return (not since or date[: len(since)] >= since[: len(date)]) and (
        not until or date[: len(until)] <= until
    )


def period(published: str, length: int) -> str:
    """The year (4), month (7) or day (10) of a date, as far as it is told; empty without one."""
    found = _DATE.match(published)
    return found[0][:length] if found is not None else ""
