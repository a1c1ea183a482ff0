"""The rows of a digest in its file of sqlite: one an article, and the root that vouches for them.

The root holds a hash of each further part of itself, and one of these of each row. So a file put
together of older and newer pages, as a crash may leave it, is seen to be none of ours.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from zlib import crc32

from fr_reader.model.json_value import decode, encode
from fr_reader.store.digest_root import (
    GROUPS,
    PATHS,
    ROOT,
    SHELVES,
    SKETCHES,
    STAMPS,
    SUMS,
    Known,
    Made,
    Root,
    decoded,
    encoded,
    listing_in,
    sketches_in,
)
from fr_reader.store.files import OURS
from fr_reader.store.index import DoubtError, Index, believed, hashed
from fr_reader.store.listing import Listing
from fr_reader.store.sums import Sums, as_json, of_json
from fr_reader.text.sketches import Group

if TYPE_CHECKING:
    from sqlite3 import Connection

T = TypeVar("T")

NAME = f"{OURS}digest.sqlite"
VERSION = 2
_TABLES = (
    "CREATE TABLE parts (name TEXT PRIMARY KEY, value BLOB, hash BLOB)",
    "CREATE TABLE rows (name BLOB PRIMARY KEY, value BLOB)",
)
_AT_ONCE = 512


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

    def listing(self, root: Root) -> Listing:
        """The journals that there were. Raises DoubtError where the file has another root by
        now."""
        if root.listing is None:
            root.listing = (
                self._ask(root, lambda c: _listing(c, root.hashes)) if root.saved else Listing()
            )
        return root.listing

    def articles(self, root: Root) -> dict[str, Known]:
        """What is remembered about each article. Raises DoubtError where the file has another
        root by now."""
        return {own: known for shelf in SHELVES for own, known in self._shelf(root, shelf).items()}

    def get(self, root: Root, ids: Iterable[str]) -> dict[str, Made]:
        """What was made of these articles, of each that is known; without the sketches."""
        packed = self.packed(root, ids)
        return {own: _unpacked(row) for own, row in packed.items()}

    def where(self, root: Root, test: Callable[[Sums], bool]) -> set[str]:
        """The articles whose sums pass `test`."""
        packed = self.packed(root, self.articles(root))
        return {own for own, row in packed.items() if test(_unpacked(row).sums)}

    def packed(self, root: Root, ids: Iterable[str]) -> dict[str, bytes]:
        """The rows of these articles, as they are kept, of each that has one."""
        known = {own: found[1] for own in ids if (found := self._known(root, own)) and found[1]}
        rows = self._rows(root, {_name(own): check for own, check in known.items()})
        return {own: rows[_name(own)] for own in known}

    def put(self, root: Root, own: str, known: str, made: Made, *, keep: bool) -> None:
        """Have an article remembered, or, unless it is to be kept, forgotten."""
        shelf, was = self._shelf(root, _shelf_of(own)), self._known(root, own)
        row = _packed(made) if made.value or made.sums else b""
        root.news[_name(own)] = row
        if keep:
            shelf[own] = known, hashed(_name(own), row).hex() if row else "", made.text
        else:
            shelf.pop(own, None)
        root.stale.add(_shelf_of(own))
        if made.text != (was[2] if was else ""):
            sketches = self.sketches(root)
            root.before.setdefault(own, sketches.pop(own, b""))
            if made.text:
                sketches[own] = made.sketch
            root.stale.add(SKETCHES)

    def sketches(self, root: Root) -> dict[str, bytes]:
        """The sketches of all texts that are to be compared."""
        if root.sketches is None:
            check = root.hashes.get(SKETCHES, "")
            packed = self._ask(root, lambda c: _part(c, SKETCHES, check)[0]) if check else b""
            root.sketches = sketches_in(packed)
        return root.sketches

    def group(self, root: Root, group: Group) -> tuple[Sums, Sums]:
        """What the articles of a group come to, and what the group does."""
        name = _name_of(group)
        out, _, into = zlib.decompress(
            self._rows(root, {name: root.copies.groups[group]})[name]
        ).partition(b"\n")
        return of_json(decode(out)), of_json(decode(into))

    def put_group(self, root: Root, group: Group, out: Sums, into: Sums) -> None:
        """Have a group remembered."""
        row = zlib.compress(encode(as_json(out)) + b"\n" + encode(as_json(into)), 1)
        root.news[_name_of(group)] = row
        root.copies.groups[group] = hashed(_name_of(group), row).hex()

    def forget_group(self, root: Root, group: Group) -> None:
        """Have a group forgotten."""
        root.news[_name_of(group)] = b""
        del root.copies.groups[group]

    def save(self, root: Root) -> bool:
        """Whether the root and its news are in the file now; nothing is lost where they are not.

        Of the parts those are written that are not as they were.
        """
        self.listing(root)
        parts = {name: encoded(root, name) for name in (STAMPS, *sorted(root.stale))}
        if not root.saved:
            others = (PATHS, SUMS, GROUPS, SKETCHES, *SHELVES)
            parts |= {name: encoded(root, name) for name in others}
        hashes = {name: hashed(name.encode(), value).hex() for name, value in parts.items()}
        hashes = root.hashes | hashes
        parts[ROOT] = encode([root.form, root.entries, hashes])

        def write(connection: Connection) -> bool:
            if _part(connection, ROOT, "")[1] != root.saved:
                return False
            _write(connection, parts, root.news)
            return True

        done = self._index.tell(write)
        if done:
            root.saved = hashed(ROOT.encode(), parts[ROOT])
            root.hashes = hashes
            root.news.clear()
            root.stale.clear()
        return done

    def _known(self, root: Root, own: str) -> Known | None:
        return self._shelf(root, _shelf_of(own)).get(own)

    def _shelf(self, root: Root, name: str) -> dict[str, Known]:
        if name not in root.shelves:
            check = root.hashes.get(name, "")
            packed = self._ask(root, lambda c: _part(c, name, check)[0]) if check else b"{}"
            root.shelves[name] = {
                own: (known, row, text) for own, (known, row, text) in decode(packed).items()
            }
        return root.shelves[name]

    def _rows(self, root: Root, hashes: dict[bytes, str]) -> dict[bytes, bytes]:
        """The rows with these names, each checked against its hash."""
        found = {name: root.news[name] for name in hashes if name in root.news}
        missing = [name for name in hashes if name not in found]
        if missing:
            found |= self._ask(root, lambda c: _rows(c, missing, hashes))
        return found

    def _ask(self, root: Root, question: Callable[[Connection], T]) -> T:
        def asked(connection: Connection) -> T | None:
            connection.execute("BEGIN")
            same = _part(connection, ROOT, "")[1] == root.saved
            return question(connection) if same else None

        answer = self._index.ask(asked)
        if answer is None:
            raise DoubtError
        return answer


def unpacked(rows: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The values in rows as they are kept."""
    return ((own, zlib.decompress(row).partition(b"\n")[2]) for own, row in rows.items())


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
    value, saved = _part(connection, ROOT, "")
    if not saved:
        return None
    of, entries, hashes = decode(value)
    if of != form:
        raise DoubtError
    needed = (SUMS, GROUPS)
    inode, size, time = entries
    parts = {name: _part(connection, name, hashes[name])[0] for name in needed}
    root = decoded(form, (inode, size, time), parts)
    root.saved, root.hashes = saved, hashes
    return root


def _listing(connection: Connection, hashes: dict[str, str]) -> Listing:
    paths, stamps = (_part(connection, name, hashes[name])[0] for name in (PATHS, STAMPS))
    return listing_in(paths, stamps)


def _rows(
    connection: Connection, names: list[bytes], hashes: dict[bytes, str]
) -> dict[bytes, bytes]:
    found: dict[bytes, bytes] = {}
    for at in range(0, len(names), _AT_ONCE):
        some = names[at : at + _AT_ONCE]
        query = f"SELECT name, value FROM rows WHERE name IN ({','.join('?' * len(some))})"
        found.update(connection.execute(query, some))
    for name in names:
        believed(name, found.get(name), bytes.fromhex(hashes[name]))
    return found


def _write(connection: Connection, parts: dict[str, bytes], news: dict[bytes, bytes]) -> None:
    rows = [(name, row) for name, row in news.items() if row]
    connection.executemany("INSERT OR REPLACE INTO rows VALUES (?, ?)", rows)
    gone = [(name,) for name, row in news.items() if not row]
    connection.executemany("DELETE FROM rows WHERE name = ?", gone)
    checked = [(name, value, hashed(name.encode(), value)) for name, value in parts.items()]
    connection.executemany("INSERT OR REPLACE INTO parts VALUES (?, ?, ?)", checked)


def _name(article_id: str) -> bytes:
    return article_id.encode("utf-8", "surrogatepass")


def _name_of(group: Group) -> bytes:
    """The name of the row of a group, which no article has."""
    return b"\xff" + _name(group[0])


def _shelf_of(article_id: str) -> str:
    return SHELVES[crc32(_name(article_id)) % len(SHELVES)]


def _packed(made: Made) -> bytes:
    return zlib.compress(encode(as_json(made.sums)) + b"\n" + made.value, 1)


def _unpacked(row: bytes) -> Made:
    sums, _, value = zlib.decompress(row).partition(b"\n")
    return Made(value, of_json(decode(sums)))
