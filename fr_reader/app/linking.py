"""The words that links between statements lead to, in this article and in others."""

from __future__ import annotations

from dataclasses import dataclass

from fr_reader.model import Annotation, Annotations, Link
from fr_reader.store import Store


@dataclass(frozen=True, slots=True)
class Linked:
    """A link with the words it leads to and the name of their article, empty where it is this one.

    `words` are empty where they are not looked up yet, or are gone.
    """

    link: Link
    words: str
    article: str = ""


def words_of(annotation: Annotation) -> str:
    """All the words an annotation is about, in one line."""
    return " ".join(" ".join(anchor.exact for anchor in annotation.anchors).split())


class LinkedWords:
    """What the links of one article lead to; what is in others has to be looked up first."""

    def __init__(self, article: str) -> None:
        self._article = article
        self._words: dict[tuple[str, str], tuple[str, str] | None] = {}

    def look_up(self, store: Store, annotations: Annotations) -> bool:
        """Find the words in other articles; says whether any are new. Raises StoreError.

        Reads each article that a link leads to. What is not there is known as gone from then on.
        """
        before = dict(self._words)
        wanted = {
            (link.article, link.to)
            for one in annotations
            for link in one.links
            if link.article != self._article
        }
        names = {entry.id: entry.name for entry in store.entries()} if wanted else {}
        for article in sorted({article for article, _ in wanted}):
            there = store.annotations(article) if article in names else Annotations()
            for to in (to for of, to in wanted if of == article):
                found = there.get(to)
                told = (words_of(found), names[article]) if found is not None else None
                self._words[article, to] = told
        return self._words != before

    def of(self, annotation: Annotation, here: Annotations) -> list[Linked]:
        """The links of an annotation; `here` are the annotations of this article.

        A link to what is gone has no words and no article.
        """
        return [Linked(link, *self._told(link, here)) for link in annotation.links]

    def _told(self, link: Link, here: Annotations) -> tuple[str, str]:
        if link.article == self._article:
            to = here.get(link.to)
            return (words_of(to), "") if to is not None else ("", "")
        return self._words.get((link.article, link.to), ("", link.article)) or ("", "")


def leading(linked: list[Linked]) -> list[Linked]:
    """Those that lead somewhere: links to what is gone are passed over."""
    return [one for one in linked if one.words or one.article]
