"""Deeds: acts as they were done, when and by whom."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from fr_reader.model import Act, Annotation, Record
from fr_reader.store.conflicts import reconciled


def new_id() -> str:
    """A fresh random id, 48 bits as hex."""
    return secrets.token_hex(6)


@dataclass(frozen=True, slots=True)
class Deed:
    """One act that was done: its time (ISO 8601 in UTC), its coder, the articles it touched.

    An act on articles themselves, such as adding one, has no changes; its title tells it. The
    coder is empty where a line from before does not say.
    """

    time: str
    coder: str
    act: Act
    articles: tuple[str, ...]

    def concerns(self, article_id: str | None, coder: str | None) -> bool:
        """Whether it touched this article and was this coder's; None stands for any."""
        return article_id in (None, *self.articles) and coder in (None, self.coder)


def articles_of(act: Act) -> tuple[str, ...]:
    """The articles whose annotations an act changes, each once, in its order."""
    records = (change.record for change in act.changes)
    return tuple(dict.fromkeys(r.article for r in records if isinstance(r, Annotation)))


def numbered(act: Act, stored: Callable[[Annotation], Mapping[str, Record]]) -> Act:
    """`act` with an id, and resting on what is `stored`: as it is done now."""
    return replace(reconciled(act, stored), id=new_id())
