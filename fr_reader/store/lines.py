"""The lines of a journal: how one act is written and recognised.

A journal is JSON Lines. The first line names the format; each further one is an act:

    {"n": 7, "t": "2025-…Z", "act": "tag claim", "d": {table: {id: document or null}}, "sum": "…"}

`n` counts the acts of the file from 1, `d` holds only the documents that changed (null: removed;
null for a whole table: dropped), `sum` is a BLAKE2b hash of the bytes before it. JSON is written
in ASCII, so no tool on the way can spoil it by decoding; NaN is refused both ways. Between `act`
and `d` may stand whose act it is and which, as `Origin` says, and `after`, the checksums of the
lines it was written after: one, or all those that a line which settles a merge brings together.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from fr_reader.model import StoreError, visible
from fr_reader.model.json_value import decode, encode

VERSION = 1
"""The newest version of journals and projects this fr-reader reads, and the one it writes."""

_FORMAT = "fr-reader journal"
_SEAL = re.compile(rb',"sum":"([0-9a-f]{16})"\}\Z')

Documents = dict[str, dict[str, Any] | None]
Changes = dict[str, Documents | None]
_NOTHING: Mapping[str, Sequence[str]] = {}


@dataclass(frozen=True, slots=True)
class Origin:
    """Whose act a line is, and which; a line from before knows none of it.

    `act` is the act's id, the same in every file the act touched, `by` the coder, `undoes` and
    `redoes` the id of the act that is taken back or done again, `also` the other places the act
    touched. `time` is the act's, the same in all its lines; where it is empty a line has its own.
    """

    act: str = ""
    by: str = ""
    undoes: str = ""
    redoes: str = ""
    also: tuple[str, ...] = ()
    time: str = ""

    def fields(self) -> dict[str, Any]:
        """What a line says of it."""
        told = {"id": self.act, "by": self.by, "undoes": self.undoes, "redoes": self.redoes}
        said: dict[str, Any] = {name: value for name, value in told.items() if value}
        return {**said, "also": list(self.also)} if self.also else said


NOBODY = Origin()


@dataclass(frozen=True, slots=True)
class Line:
    """One act as read: its number, its time, its title, what it changed, and whose it is.

    `check` is its checksum, `after` those of the lines it was written after, none where it does not
    say. One that settles a merge has several; `new` then has, by table, the ids of the documents
    that came in one of the branches, in their order.
    """

    number: int
    time: str
    title: str
    changes: Changes
    origin: Origin = NOBODY
    check: str = ""
    after: tuple[str, ...] = ()
    new: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @property
    def settles(self) -> bool:
        """Whether this line brings the branches of a merge together."""
        return len(self.after) > 1


def now() -> str:
    """The time as kept everywhere: ISO 8601, UTC, microseconds, so that times sort as text."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def seal(body: bytes) -> bytes:
    """The JSON object `body` with its checksum put in as last field."""
    check = hashlib.blake2b(body, digest_size=8).hexdigest()
    return body[:-1] + b',"sum":"' + check.encode() + b'"}'


def _sealed(line: bytes) -> bool:
    found = _SEAL.search(line)
    return found is not None and seal(line[: found.start()] + b"}") == line


HEADER = seal(encode({"format": _FORMAT, "version": VERSION})) + b"\n"
"""The first line of every journal."""


def act_line(
    number: int,
    time: str,
    title: str,
    changes: Changes,
    origin: Origin = NOBODY,
    *,
    after: Sequence[str] = (),
    new: Mapping[str, Sequence[str]] = _NOTHING,
) -> bytes:
    """The line of one act, with its newline; `after` and `new` as in `Line`."""
    told: dict[str, Any] = {"n": number, "t": origin.time or time, "act": title, **origin.fields()}
    told |= {"after": list(after)} if after else {}
    told |= {"new": {table: list(ids) for table, ids in new.items()}} if new else {}
    return seal(encode({**told, "d": changes})) + b"\n"


def check_of(line: bytes) -> str:
    """The checksum that stands at the end of an intact `line`, with its newline or without it;
    empty where there is none."""
    found = _SEAL.search(line.rstrip(b"\n"))
    return found[1].decode() if found else ""


def read_line(line: bytes) -> Line | None:
    """The act in `line` (no newline at its end), or None when it is damaged."""
    if not _sealed(line):
        return None
    try:
        found = decode(line)
        read = Line(
            found["n"],
            found["t"],
            found["act"],
            found["d"],
            _origin(found),
            line[-18:-2].decode(),
            _texts(found.get("after")),
            _new(found.get("new")),
        )
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return read if _well_formed(read) else None


def _origin(found: dict[str, Any]) -> Origin:
    """What a line says of its origin; a field of another type than ours says nothing."""

    def text(name: str) -> str:
        value = found.get(name)
        return value if isinstance(value, str) else ""

    also = found.get("also")
    places = tuple(map(str, also)) if isinstance(also, list) else ()
    return Origin(text("id"), text("by"), text("undoes"), text("redoes"), places, text("t"))


def _texts(value: object) -> tuple[str, ...]:
    """The texts in a list; what is no list of texts says nothing."""
    return tuple(each for each in value if isinstance(each, str)) if isinstance(value, list) else ()


def _new(value: object) -> tuple[tuple[str, tuple[str, ...]], ...]:
    tables = value if isinstance(value, dict) else {}
    return tuple((table, _texts(ids)) for table, ids in tables.items())


def _well_formed(line: Line) -> bool:
    return (
        type(line.number) is int
        and isinstance(line.time, str)
        and isinstance(line.title, str)
        and isinstance(line.changes, dict)
        and all(_documents(rows) for rows in line.changes.values())
    )


def _documents(rows: object) -> bool:
    return rows is None or (
        isinstance(rows, dict)
        and all(doc is None or isinstance(doc, dict) for doc in rows.values())
    )


def read_header(line: bytes, name: str) -> bool:
    """Whether `line` is an intact first line. Raises StoreError for a newer format's."""
    if not _sealed(line):
        return False
    try:
        found = decode(line)
    except ValueError:
        return False
    if not isinstance(found, dict) or found.get("format") != _FORMAT:
        return False
    refuse_newer(found.get("version"), name)
    return True


def refuse_newer(version: object, name: str) -> None:
    """Raise StoreError if `version`, found in `name`, is beyond this fr-reader."""
    if type(version) is int and version > VERSION:
        raise StoreError(
            f"{visible(name)} was made by a newer fr-reader "
            f"(format {version}; this one reads up to {VERSION}): update fr-reader"
        )
