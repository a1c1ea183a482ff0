"""The rows of a digest in its file of sqlite: one an article, and the root that vouches for them.

The root holds a hash of each further part of itself, and one of these of each row. So a file put
together of older and newer pages, as a crash may leave it, is seen to be none of ours.
"""

from __future__ import annotations

import zlib
from array import array
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from fr_reader.model.json_value import decode, encode
from fr_reader.store.files import OURS
from fr_reader.store.index import DoubtError, Index, believed, hashed
from fr_reader.store.listing import UNKNOWN, Listing, Stamp
from fr_reader.store.sums import Sums, as_json, of_json

if TYPE_CHECKING:
    from sqlite3 import Connection

T = TypeVar("T")

NAME = f"{OURS}digest.sqlite"
VERSION = 1
_TABLES = (
    "CREATE TABLE parts (name TEXT PRIMARY KEY, value BLOB, hash BLOB)",
    "CREATE TABLE rows (name BLOB PRIMARY KEY, value BLOB)",
)
_ROOT, _PATHS, _STAMPS, _SUMS, _ARTICLES = "root", "paths", "stamps", "sums", "articles"
_AT_ONCE = 512


@dataclass(frozen=True, slots=True)
class Made:
    """What is remembered of an article: a value, and the numbers that are added up."""

    value: bytes = b""
    sums: Sums = field(default_factory=dict)


NOTHING = Made()
Known = tuple[str, str]
"""What was known about an article when it was made, and the hash of its row; both as text."""


@dataclass(slots=True)
class Root:
    """All there is of a digest but its rows; `news` are rows that are not saved yet.

    `entries` is the stamp of the file with what is known about the articles, `saved` the hash the
    root has in the file, and `articles`, by id, is read only where it is needed.
    """

    form: str
    entries: Stamp = UNKNOWN
    listing: Listing = field(default_factory=Listing)
    sums: Sums = field(default_factory=dict)
    articles: dict[str, Known] | None = None
    saved: bytes = b""
    news: dict[str, bytes] = field(default_factory=dict)


class Rows:
    """The file of the digest in the project in `folder`. Raises DoubtError."""

    def __init__(self, folder: Path) -> None:
        self._index = Index(folder, NAME, _TABLES, VERSION)

    def there(self) -> bool:
        """Whether there is something in its place."""
        return self._index.path.exists()

    def throw_away(self) -> None:
        """Remove the file."""
        self._index.throw_away()

    def root(self, form: str) -> Root | None:
        """The root as it was saved; None where there is none of this form."""
        return self._index.ask(lambda connection: _root(connection, form))

    def articles(self, root: Root) -> dict[str, Known]:
        """What is remembered about each article. Raises DoubtError where the file has another
        root by now."""
        if root.articles is None:
            root.articles = self._ask(root, _articles) if root.saved else {}
        return root.articles

    def get(self, root: Root, ids: Iterable[str]) -> dict[str, Made]:
        """What was made of these articles, of each that is known."""
        packed = self.packed(root, ids)
        return {own: _unpacked(row) for own, row in packed.items()}

    def where(self, root: Root, test: Callable[[Sums], bool]) -> set[str]:
        """The articles whose sums pass `test`."""
        packed = self.packed(root, self.articles(root))
        return {own for own, row in packed.items() if test(_unpacked(row).sums)}

    def packed(self, root: Root, ids: Iterable[str]) -> dict[str, bytes]:
        """The rows of these articles, as they are kept, of each that has one."""
        known = self.articles(root)
        hashes = {own: known[own][1] for own in ids if own in known and known[own][1]}
        found = {own: root.news[own] for own in hashes if own in root.news}
        missing = [own for own in hashes if own not in found]
        if missing:
            found |= self._ask(root, lambda c: _rows(c, missing, hashes))
        return found

    def put(self, root: Root, own: str, known: str, made: Made, *, keep: bool) -> None:
        """Have an article remembered, or, unless it is to be kept, forgotten."""
        articles = self.articles(root)
        row = _packed(made) if made.value or made.sums else b""
        root.news[own] = row
        if keep:
            articles[own] = known, hashed(_name(own), row).hex() if row else ""
        else:
            articles.pop(own, None)

    def save(self, root: Root) -> bool:
        """Whether the root and its news are in the file now; nothing is lost where they are not."""
        parts = {
            _PATHS: encode(root.listing.paths),
            _STAMPS: root.listing.stamps.tobytes(),
            _SUMS: encode(as_json(root.sums)),
            _ARTICLES: encode(self.articles(root)),
        }
        hashes = {name: hashed(name.encode(), value).hex() for name, value in parts.items()}
        parts[_ROOT] = encode([root.form, root.entries, hashes])

        def write(connection: Connection) -> bool:
            if _part(connection, _ROOT, "")[1] != root.saved:
                return False
            _write(connection, parts, root.news)
            return True

        done = self._index.tell(write)
        if done:
            root.saved = hashed(_ROOT.encode(), parts[_ROOT])
            root.news.clear()
        return done

    def _ask(self, root: Root, question: Callable[[Connection], T]) -> T:
        def asked(connection: Connection) -> T | None:
            connection.execute("BEGIN")
            same = _part(connection, _ROOT, "")[1] == root.saved
            return question(connection) if same else None

        answer = self._index.ask(asked)
        if answer is None:
            raise DoubtError
        return answer


def unpacked(rows: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The values in rows as they are kept."""
    return ((own, _unpacked(row).value) for own, row in rows.items())


def _part(connection: Connection, name: str, check: str) -> tuple[bytes, bytes]:
    """A part of the root and its hash, which is `check` unless that is empty; both empty where
    there is none. Raises DoubtError."""
    query = "SELECT value, hash FROM parts WHERE name = ?"
    row = connection.execute(query, (name,)).fetchone()
    if row is None and not check:
        return b"", b""
    value = believed(name.encode(), *(row or (None, None)))
    if check and row[1].hex() != check:
        raise DoubtError
    return value, row[1]


def _root(connection: Connection, form: str) -> Root | None:
    connection.execute("BEGIN")
    value, saved = _part(connection, _ROOT, "")
    if not saved:
        return None
    of, entries, hashes = decode(value)
    if of != form:
        raise DoubtError
    paths, stamps, sums = (
        _part(connection, name, hashes[name])[0] for name in (_PATHS, _STAMPS, _SUMS)
    )
    listing = Listing(decode(paths), array("q", stamps))
    inode, size, time = entries
    return Root(form, (inode, size, time), listing, of_json(decode(sums)), None, saved)


def _articles(connection: Connection) -> dict[str, Known]:
    hashes = decode(_part(connection, _ROOT, "")[0])[2]
    found = decode(_part(connection, _ARTICLES, hashes[_ARTICLES])[0])
    return {own: (known, row) for own, (known, row) in found.items()}


def _rows(connection: Connection, ids: list[str], hashes: dict[str, str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for at in range(0, len(ids), _AT_ONCE):
        names = [_name(own) for own in ids[at : at + _AT_ONCE]]
        query = f"SELECT name, value FROM rows WHERE name IN ({','.join('?' * len(names))})"
        for name, value in connection.execute(query, names):
            found[bytes(name).decode("utf-8", "surrogatepass")] = value
    for own in ids:
        believed(_name(own), found.get(own), bytes.fromhex(hashes[own]))
    return found


def _write(connection: Connection, parts: dict[str, bytes], news: dict[str, bytes]) -> None:
    rows = [(_name(own), row) for own, row in news.items() if row]
    connection.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?)", rows)
    gone = [(_name(own),) for own, row in news.items() if not row]
    connection.executemany("DELETE FROM rows WHERE name = ?", gone)
    checked = [(name, value, hashed(name.encode(), value)) for name, value in parts.items()]
    connection.executemany("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", checked)


def _name(article_id: str) -> bytes:
    return article_id.encode("utf-8", "surrogatepass")


def _packed(made: Made) -> bytes:
    return zlib.compress(encode(as_json(made.sums)) + b"\n" + made.value, 1)


def _unpacked(row: bytes) -> Made:
    sums, _, value = zlib.decompress(row).partition(b"\n")
    return Made(value, of_json(decode(sums)))
