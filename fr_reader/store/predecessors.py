"""Which article of a project a text that comes in is the next revision of.

What is known about the articles names the candidates, so that only their texts have to be read:
an article from the same address, or from a file of the same name, of whose words enough are kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator

from fr_reader.anchors import Carrier
from fr_reader.model import Article, address_key
from fr_reader.store.protocol import Entry

LEAST_AT_ADDRESS = 0.2
"""The share of the old text's words that must be left where both have the same address. Articles
that have nothing to do with each other share up to a tenth; more tells a rewritten article from
an address that was noted on the wrong one."""

LEAST_BY_NAME = 0.5
"""The same where only the names of the files are the same."""

_MANY = 20
"""A name or an address that more articles than these share tells nothing."""

_NUMBER = re.compile(r"-[0-9]+\Z")


class Known:
    """The articles of a project, found by what may tell that a text is a revision of one."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries: dict[str, Entry] = {}
        self._texts: dict[str, str] = {}
        self._earlier: dict[str, str] = {}
        self._addresses: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, tuple[str, ...]] = {}
        for entry in entries:
            self.put(entry)

    def put(self, entry: Entry) -> None:
        """Know an article that was added, or as it is after its revision."""
        self._entries[entry.id] = entry
        self._texts[entry.sha256] = entry.id
        for sha256 in entry.earlier:
            self._earlier[sha256] = entry.id
        _join(self._addresses, address_key(entry.metadata.url), entry.id)
        for name in {entry.source, entry.id, _NUMBER.sub("", entry.id)}:
            _join(self._names, name, entry.id)

    def today(self, sha256: str) -> Entry | None:
        """The article whose text of today has this hash."""
        entry = self._entries.get(self._texts.get(sha256, ""))
        return entry if entry is not None and entry.sha256 == sha256 else None

    def earlier(self, sha256: str) -> Entry | None:
        """The article that had the text with this hash before."""
        return self._entries.get(self._earlier.get(sha256, ""))

    def at_address(self, url: str) -> tuple[Entry, ...]:
        """The articles from this address, in the order known; none where there are many."""
        found = (self._entries[name] for name in _few(self._addresses, address_key(url)))
        return tuple(e for e in found if address_key(e.metadata.url) == address_key(url))

    def candidates(self, article: Article) -> Iterator[tuple[Entry, float]]:
        """The articles that `article` may be a revision of, each with the share of its words that
        must be left then.

        Of two files with the same name and different addresses neither revises the other.
        """
        url = address_key(article.metadata.url)
        at = _few(self._addresses, url)
        named = [*_few(self._names, article.id), *_few(self._names, article.source)]
        for name in dict.fromkeys((*at, *named)):
            entry = self._entries[name]
            its = address_key(entry.metadata.url)
            if url and its == url:
                yield entry, LEAST_AT_ADDRESS
            elif not (url and its):
                yield entry, LEAST_BY_NAME


def _join(groups: dict[str, tuple[str, ...]], key: str, article_id: str) -> None:
    there = groups.get(key, ())
    if key and len(there) <= _MANY and article_id not in there:
        groups[key] = (*there, article_id)


def _few(groups: dict[str, tuple[str, ...]], key: str) -> tuple[str, ...]:
    """The articles with this key; none where there are many."""
    found = groups.get(key, ())
    return found if len(found) <= _MANY else ()


def predecessor(
    article: Article,
    known: Known,
    text_of: Callable[[str], str | None],
    fresh: Container[str] = (),
    given: Container[str] = (),
) -> Entry | None:
    """The article that `article` is the next revision of, the one of whose words most are left.

    None where there is none, and then it is an article of its own. `text_of` gives the text of an
    article by id, None where it cannot be read. The ids in `fresh` come into no question; those
    in `given` only with the same address: their text of today is at hand in another file.
    """
    best: Entry | None = None
    most = 0.0
    for entry, least in known.candidates(article):
        if entry.id in fresh or (entry.id in given and least == LEAST_BY_NAME):
            continue
        text = text_of(entry.id)
        kept = 0.0 if text is None else Carrier(text, article.text).kept
        if kept >= least and kept > most:
            best, most = entry, kept
    return best
