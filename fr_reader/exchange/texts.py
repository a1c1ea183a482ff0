"""Texts that annotations of other programs may be about: those of the project, and files beside."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from fr_reader.exchange.foreign import free_name
from fr_reader.exchange.measuring import frozen
from fr_reader.model import Article, Metadata, slug


@dataclass(frozen=True, slots=True)
class Known:
    """A text, and how it stood in its file, where that is known and another."""

    article: Article
    raw: str | None = None

    @classmethod
    def of_file(cls, name: str, raw: str, taken: Iterable[str] = ()) -> Known:
        """The text of a file called `name`, titled after it; its id is not one of `taken`."""
        stem = PurePosixPath(name).stem
        article_id = free_name(slug(stem), taken)
        return cls(Article(article_id, frozen(raw), Metadata(title=stem), source=name), raw)

    def names(self) -> tuple[str, ...]:
        """What a file may call it: its address, its id, the name of its file."""
        article = self.article
        file = PurePosixPath(article.source).name
        return tuple(filter(None, (article.metadata.url, article.id, article.source, file)))


class Texts:
    """Known texts, to be found by whatever a file calls them."""

    def __init__(self, known: Iterable[Known]) -> None:
        self._by_name: dict[str, Known] = {}
        for one in known:
            for name in one.names():
                self._by_name.setdefault(name, one)

    def find(self, source: str) -> Known | None:
        """The text at this address, of this id, or in a file of this name."""
        last = unquote(urlsplit_path(source).rpartition("/")[2].rpartition(":")[2])
        for name in (source, unquote(source), last, PurePosixPath(last).stem):
            if name and name in self._by_name:
                return self._by_name[name]
        return None


def urlsplit_path(address: str) -> str:
    """The path in an address, or all of what is none."""
    try:
        return urlsplit(address).path or address
    except ValueError:
        return address
