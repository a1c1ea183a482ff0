"""The entries of articles in the index, found one by one without reading all of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from fr_reader.model import Metadata, Photographer
from fr_reader.model.json_value import decode, encode
from fr_reader.store.fold import Reached
from fr_reader.store.index import DoubtError, Index, believed, hashed
from fr_reader.store.protocol import Entry
from fr_reader.store.records import document_of

if TYPE_CHECKING:
    from sqlite3 import Connection

T = TypeVar("T")

_STATE, _IDS, _TEXTS, _REVISED = "entries", "entry ids", "entry texts", "revised entries"
_KEY = 8


class Shelf:
    """The entries that stand in their journal before `reached`, in the order added.

    They are looked up in the index while it is in the state `state`, or, once `known` holds them
    all, in memory. What the index is silent about is not there only if its rolls, a few bytes of
    each id and each text's hash, do not know it either. Methods raise DoubtError where the index
    is not to be believed or has another state by now.
    """

    def __init__(
        self, index: Index, reached: Reached, state: bytes, known: dict[str, Entry] | None = None
    ) -> None:
        self.reached = reached
        self.state = state
        self._index = index
        self._known = known
        self._texts: dict[str, Entry] | None = None
        self._revised: tuple[Entry, ...] | None = None
        self._found: dict[str, Entry] = {}
        self._rolls: dict[str, bytes] = {}

    def get(self, article_id: str) -> Entry | None:
        """The entry with this id."""
        if self._known is not None:
            return self._known.get(article_id)
        if article_id not in self._found:
            entry = self._one("id", article_id)
            if entry is None:
                self._refuse_rolled(_IDS, article_id)
                return None
            self._found[article_id] = entry
        return self._found[article_id]

    def with_text(self, sha256: str) -> Entry | None:
        """The first entry whose text has this hash."""
        if self._known is not None:
            if self._texts is None:
                self._texts = {entry.sha256: entry for entry in reversed(self._known.values())}
            return self._texts.get(sha256)
        entry = self._one("text", sha256)
        if entry is None:
            self._refuse_rolled(_TEXTS, sha256)
        return entry

    def all(self) -> dict[str, Entry]:
        """Every entry by id; not to be changed."""
        if self._known is None:
            entries, roll = self._ask(lambda c: (_entries(c), _value(c, _IDS)))
            if len(entries) * _KEY != len(roll):
                raise DoubtError
            self._known = {entry.id: entry for entry in entries}
        return self._known

    def revised(self) -> tuple[Entry, ...]:
        """The entries of articles that had other texts before."""
        if self._revised is None:
            known = self._ask(_revised) if self._known is None else self._known.values()
            self._revised = tuple(entry for entry in known if entry.earlier)
        return self._revised

    def _one(self, column: str, value: str) -> Entry | None:
        query = f"SELECT position, value, hash FROM entries WHERE {column} = ? ORDER BY position"
        found = self._ask(lambda c: [_entry_in(*row) for row in c.execute(query, (value,))])
        if any(value not in (entry.id, entry.sha256) for entry in found):
            raise DoubtError
        return found[0] if found else None

    def _refuse_rolled(self, name: str, value: str) -> None:
        """Raise DoubtError if a roll knows what was not found."""
        if name not in self._rolls:
            self._rolls[name] = self._ask(lambda c: _value(c, name))
        roll, key = self._rolls[name], _key(value)
        place = roll.find(key)
        while place % _KEY and place >= 0:
            place = roll.find(key, place + 1)
        if place >= 0:
            raise DoubtError

    def _ask(self, question: Callable[[Connection], T]) -> T:
        def asked(connection: Connection) -> T | None:
            connection.execute("BEGIN")
            return question(connection) if _value(connection, _STATE) == self.state else None

        answer = self._index.ask(asked)
        if answer is None:
            raise DoubtError
        return answer


def shelf_in(index: Index, journal: Path) -> Shelf | None:
    """The entries the index has of the `journal`; None where it has none that still hold."""
    state = index.ask(lambda connection: _value(connection, _STATE))
    if not state:
        return None
    try:
        stamp, end, tail, number, lines = decode(state)
        reached = Reached(tuple(stamp), end, bytes.fromhex(tail), number, lines)
        found = journal.stat()
    except (OSError, ValueError, TypeError):
        return None
    same = (found.st_dev, found.st_ino) == reached.stamp[:2]
    touched = found.st_size == end and found.st_mtime_ns != reached.stamp[3]
    return Shelf(index, reached, state) if same and not touched else None


def shelve(
    index: Index,
    reached: Reached,
    before: Shelf | None,
    news: Mapping[str, Entry],
    everything: Callable[[], dict[str, Entry]],
) -> Shelf:
    """The entries that stand before `reached`: those of `before` with `news`, or `everything`.

    They are kept in the index, where that can be; else in memory. Raises DoubtError.
    """
    state = _state(reached)
    if before is not None:
        was = before.state
        if index.tell(lambda c: _value(c, _STATE) == was and _put(c, news.values(), state)):
            return Shelf(index, reached, state)
    known = everything()
    index.tell(lambda c: _clear(c) and _put(c, known.values(), state))
    return Shelf(index, reached, state, known)


def _state(reached: Reached) -> bytes:
    where = (reached.end, reached.tail.hex(), reached.number, reached.lines)
    return encode([list(reached.stamp), *where])


def _value(connection: Connection, name: str) -> bytes:
    """A value of the table of states; empty where there is none. Raises DoubtError."""
    query = "SELECT value, hash FROM state WHERE name = ?"
    row = connection.execute(query, (name,)).fetchone()
    return believed(name.encode(), *row) if row else b""


def _keep(connection: Connection, name: str, value: bytes) -> None:
    row = (name, value, hashed(name.encode(), value))
    connection.execute("INSERT OR REPLACE INTO state VALUES (?, ?, ?)", row)


def _key(value: str) -> bytes:
    return hashed(b"key", value.encode("utf-8", "surrogatepass"))[:_KEY]


def _entries(connection: Connection) -> list[Entry]:
    """All of them in order, none left out in between. Raises DoubtError."""
    query = "SELECT position, value, hash FROM entries ORDER BY position"
    rows = connection.execute(query).fetchall()
    if any(position != row[0] for position, row in enumerate(rows)):
        raise DoubtError
    return [_entry_in(*row) for row in rows]


def _revised(connection: Connection) -> list[Entry]:
    """Those of articles that had other texts before, maybe more. Raises DoubtError."""
    query = "SELECT position, value, hash FROM entries WHERE id = ?"
    ids = decode(_value(connection, _REVISED))
    rows = [connection.execute(query, (article_id,)).fetchone() for article_id in ids]
    if None in rows:
        raise DoubtError
    return [_entry_in(*row) for row in rows]


def _clear(connection: Connection) -> bool:
    connection.execute("DELETE FROM entries")
    for name in (_IDS, _TEXTS):
        _keep(connection, name, b"")
    _keep(connection, _REVISED, encode([]))
    return True


def _put(connection: Connection, entries: Iterable[Entry], state: bytes) -> bool:
    """Add entries, or put them in the place of those with their ids; says that it has."""
    rolls = [bytearray(_value(connection, name)) for name in (_IDS, _TEXTS)]
    revised: dict[str, None] = dict.fromkeys(decode(_value(connection, _REVISED)))
    for entry in entries:
        query = "SELECT position FROM entries WHERE id = ?"
        row = connection.execute(query, (entry.id,)).fetchone()
        position = row[0] if row else len(rolls[0]) // _KEY
        value = encode(list(document_of(entry).values()))
        check = hashed(b"%d" % position, value)
        connection.execute(
            "INSERT OR REPLACE INTO entries VALUES (?, ?, ?, ?, ?)",
            (position, entry.id, entry.sha256, value, check),
        )
        place = slice(position * _KEY, (position + 1) * _KEY)
        rolls[0][place], rolls[1][place] = _key(entry.id), _key(entry.sha256)
        if entry.earlier:
            revised[entry.id] = None
    for name, roll in zip((_IDS, _TEXTS), rolls, strict=True):
        _keep(connection, name, bytes(roll))
    _keep(connection, _REVISED, encode(list(revised)))
    _keep(connection, _STATE, state)
    return True


def _entry_in(position: object, value: object, check: object) -> Entry:
    """The entry in a row, which was read strictly before it was put there. Raises DoubtError."""
    name = b"%d" % position if isinstance(position, int) else b""
    article_id, known, sha256, source, added, length, *earlier = decode(
        believed(name, value, check)
    )
    photographers = tuple(Photographer(**one) for one in known.pop("photographers"))
    authors = tuple(known.pop("authors"))
    origins = tuple((field, where) for field, where in known.pop("origins", ()))
    metadata = Metadata(authors=authors, photographers=photographers, origins=origins, **known)
    had = tuple(earlier[0]) if earlier else ()
    return Entry(article_id, metadata, sha256, source, added, length, had)
