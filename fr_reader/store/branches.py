"""The branches of a journal: what two clones of a project wrote since they parted, as one.

Every line names the one it was written after, so the lines of a journal that a merge has put one
below the other are a graph still, wherever they stand in the file and however often. What comes of
them depends on the lines alone: a document that was changed in one branch is as it is there; of
versions that do not know of each other the later one counts (times first, then checksums), and of
an annotation the others are kept beside it, as conflicts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from fr_reader.model import visible
from fr_reader.store import records
from fr_reader.store.changes import Tables
from fr_reader.store.conflicts import set_aside
from fr_reader.store.graph import Graph
from fr_reader.store.lines import Changes, Documents, Line, read_line
from fr_reader.store.plan import ANNOTATIONS

Key = tuple[str, str]
"""A document: its table and its id."""

_ONE = {"codes": "code", "speakers": "speaker", "articles": "article", "done": "mark of"}
_OF_NO_WEIGHT = {"added", "modified", "created"}
"""Fields that only say when something was done."""


@dataclass(frozen=True, slots=True)
class Joined:
    """What comes of the branches.

    `tables` is what is there, `heads` the checksums of the lines nothing was written after, the
    first one first in the order of the graph; `changes` says all that any branch changed as it is
    now, `new` the ids of what came in them; `told` is a sentence for everything else than an
    annotation that was changed in two branches.
    """

    tables: Tables
    heads: tuple[str, ...]
    number: int
    changes: Changes
    new: dict[str, list[str]]
    told: tuple[str, ...]


def lines_in(data: bytes) -> Iterator[Line]:
    """The intact acts in `data`, in the order of the file."""
    return filter(None, (read_line(raw) for raw in data.split(b"\n") if raw))


def joined(lines: Iterable[Line]) -> Joined:
    """What comes of these lines, in the order of their file, which says little; one that is there
    twice counts once."""
    once: dict[str, Line] = {}
    for line in lines:
        once.setdefault(line.check, line)
    graph = Graph.of(list(once.values()))
    versions = _Versions(graph)
    for place in range(len(graph.lines)):
        versions.take(place)
    return _Joining(graph, versions).done()


class _Versions:
    """The versions of every document that no later line knew: the places of their lines.

    `born` is the place of the line since which a document is there; where one branch removed it, of
    that line, so that it comes after the others in whichever branch it is put back.
    """

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self.of: dict[Key, list[int]] = {}
        self.born: dict[Key, int] = {}
        self._all: dict[Key, list[int]] = {}

    def take(self, place: int) -> None:
        """Go on with the line at `place`."""
        line = self._graph.lines[place]
        for table, documents in line.changes.items():
            known = [key for key in self.of if key[0] == table] if documents is None else ()
            for key in (*known, *((table, doc_id) for doc_id in documents or {})):
                if not (line.settles and self._chose(key, place)):
                    self._put(key, place)

    def document(self, key: Key, place: int) -> dict[str, Any] | None:
        """The document as the line at `place` has it; None where it removed it."""
        return (self._graph.lines[place].changes[key[0]] or {}).get(key[1])

    def _chose(self, key: Key, place: int) -> bool:
        """Drop what a line that settles decided against; False where it says something new.

        What it only says again is no version of its own, or it would stand against what another
        clone makes of that meanwhile.
        """
        chosen = self.document(key, place)
        knew = [each for each in self._all.get(key, ()) if self._graph.knew(place, each)]
        if all(self.document(key, each) != chosen for each in knew):
            return False
        left = [
            each
            for each in self.of[key]
            if self.document(key, each) == chosen or not self._graph.knew(place, each)
        ]
        self.of[key] = left or self.of[key]
        return bool(left)

    def _put(self, key: Key, place: int) -> None:
        before = self.of.get(key, [])
        there = any(self.document(key, each) is not None for each in before)
        if not there or self.document(key, place) is None:
            self.of.pop(key, None)
            self.born[key] = place
        rest = [each for each in before if not self._graph.knew(place, each)]
        self.of[key] = [*rest, place]
        self._all.setdefault(key, []).append(place)


class _Joining:
    """Brings the versions of every document together."""

    def __init__(self, graph: Graph, versions: _Versions) -> None:
        self._graph, self._versions = graph, versions
        self._shared = graph.shared()
        self._tables: Tables = {}
        self._changes: dict[str, dict[str, dict[str, Any] | None]] = {}
        self._new: dict[str, list[str]] = {}
        self._told: list[str] = []
        self._lost: list[tuple[Key, dict[str, Any]]] = []

    def done(self) -> Joined:
        """What comes of it."""
        for line in self._graph.lines:
            for table in line.changes:
                self._tables.setdefault(table, {})
        touched = {
            (table, doc_id)
            for place, line in enumerate(self._graph.lines)
            if self._is_apart(place)
            for table, documents in line.changes.items()
            for doc_id in self._ids(table, documents)
        }
        born = self._versions.born
        of = sorted(self._versions.of.items(), key=lambda one: self._is_apart(born[one[0]]))
        for key, places in of:
            self._one(key, places, touched=key in touched)
        for key, document in self._lost:
            self._keep_beside(key, document)
        heads = tuple(self._graph.lines[place].check for place in self._graph.heads)
        number = self._graph.lines[-1].number if self._graph.lines else 0
        changes: Changes = dict(self._changes)
        return Joined(self._tables, heads, number, changes, self._new, tuple(self._told))

    def _ids(self, table: str, documents: Documents | None) -> Iterable[str]:
        """The documents a line says something of: where it drops the table, all there were."""
        if documents is not None:
            return documents
        return [doc_id for name, doc_id in self._versions.of if name == table]

    def _one(self, key: Key, places: list[int], *, touched: bool) -> None:
        lines = self._graph.lines
        order = sorted(places, key=lambda at: (lines[at].time, lines[at].check), reverse=True)
        winner = self._versions.document(key, order[0])
        lost = [self._versions.document(key, each) for each in order[1:]]
        self._put(key, winner, touched=touched)
        others = _others(winner, lost)
        if key[0] == ANNOTATIONS:
            self._lost += [(key, each) for each in others if each is not None]
        elif others:
            self._told.append(_sentence(key, winner, others, lines[order[0]].time))

    def _put(self, key: Key, document: dict[str, Any] | None, *, touched: bool) -> None:
        table, doc_id = key
        if document is not None:
            self._tables[table][doc_id] = document
        if touched:
            self._changes.setdefault(table, {})[doc_id] = document
            if document is not None and self._is_apart(self._versions.born[key]):
                self._new.setdefault(table, []).append(doc_id)

    def _is_apart(self, place: int) -> bool:
        """Whether the line at `place` is in a branch of its own."""
        return not self._shared >> self._graph.stretch[place] & 1

    def _keep_beside(self, key: Key, document: dict[str, Any]) -> None:
        """Keep a version of an annotation that does not count as a conflict beside it."""
        table = self._tables[key[0]]
        try:
            kept = records.document_of(set_aside(records.annotation_of(document), table))
        except ValueError:
            self._told.append(f"a version of annotation {visible(key[1])} is not understood")
            return
        table[kept["id"]] = kept
        self._changes.setdefault(key[0], {})[kept["id"]] = kept
        self._new.setdefault(key[0], []).append(kept["id"])


def _others(
    winner: dict[str, Any] | None, lost: Iterable[dict[str, Any] | None]
) -> list[dict[str, Any] | None]:
    """The versions that say something else, each once."""
    found: list[dict[str, Any] | None] = []
    for each in lost:
        if all(_said(each) != _said(other) for other in (winner, *found)):
            found.append(each)
    return found


def _said(document: dict[str, Any] | None) -> dict[str, Any] | None:
    if document is None:
        return None
    return {name: value for name, value in document.items() if name not in _OF_NO_WEIGHT}


def _sentence(
    key: Key,
    winner: dict[str, Any] | None,
    others: Sequence[dict[str, Any] | None],
    time: str,
) -> str:
    named = winner or next(each for each in others if each is not None)
    name = visible(str(named.get("name") or key[1]))
    what = "removed" if winner is None else "as it was made"
    return (
        f"{_ONE.get(key[0], key[0])} {name!r} was changed in two copies of the project: it is "
        f"{what} at {visible(time)}, and the other version is in the history"
    )
