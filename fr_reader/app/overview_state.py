"""What the overview of the project asks, and the counting of it, kept until it is out of date."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from threading import Lock

from fr_reader.model import visible
from fr_reader.overview.coding import coders_of, who_saw
from fr_reader.overview.comparison import CODES, SPEAKERS, UNITS, Comparison
from fr_reader.overview.facts import Fact
from fr_reader.overview.project import READING, SHEETS, Overview, last_counted, overview
from fr_reader.overview.query import Query
from fr_reader.overview.sheet import Cell, Sheet
from fr_reader.store import Store

AGREEMENT, DIFFERENCES = "agreement", "differences"
COMPARED = (AGREEMENT, DIFFERENCES)
"""The sheets that compare coders, rather than count what is accepted."""
NAMES = (*SHEETS, *COMPARED)
"""All sheets of the screen, in the order they are switched through."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which sheet is wanted: its name, the words its passages must have, and for those that
    compare coders what is compared over which unit."""

    name: str = NAMES[0]
    words: str = ""
    what: str = CODES
    unit: str = UNITS[0]

    @property
    def query(self) -> Query:
        """The passages it counts."""
        return Query(words=self.words)

    @property
    def compares(self) -> bool:
        """Whether it compares coders; words narrow nothing then."""
        return self.name in COMPARED


class Counts:
    """The sheets of a project. Counting reads the articles, so it is done in a thread; who asks
    while it goes on waits. All of it is kept until `forget`."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._lock, self._first = Lock(), Lock()
        self._last: Overview | None = None
        self._whole: dict[str, Overview] = {}
        self._compared: dict[str, Comparison | str] = {}
        self._made: dict[Asked, Sheet] = {}

    def forget(self) -> None:
        """Count anew from now on, because something may have been changed."""
        with self._lock:
            self._whole.clear()
            self._compared.clear()
            self._made.clear()
        with self._first:
            self._last = None

    def sheet(self, asked: Asked) -> Sheet:
        """The sheet asked for. Raises what the project raises."""
        with self._lock:
            if asked not in self._made:
                self._made[asked] = self._compare(asked) if asked.compares else self._count(asked)
            return self._made[asked]

    def last(self, asked: Asked) -> Sheet | None:
        """The sheet asked for by the totals as they were counted last, which is quick but may be
        out of date; None where it cannot be had so, or is known. Raises what the project raises."""
        if asked in self._made or asked.compares or asked.words or asked.name in READING:
            return None
        with self._first:
            if self._last is None:
                self._last = last_counted(self._store)
            return None if self._last is None else self._last.sheet(asked.name)

    def found(self, query: Query) -> Overview:
        """What a query finds. Raises what the project raises."""
        with self._lock:
            return self._narrowed(query)

    def titles(self) -> dict[str, str]:
        """The titles of the articles by their ids."""
        return {entry.id: entry.metadata.title or entry.id for entry in self._store.entries()}

    def _narrowed(self, query: Query) -> Overview:
        words = query.words
        if words not in self._whole:
            self._whole[words] = overview(self._store, Query(words=words))
        whole = self._whole[words]
        if query == Query(words=words):
            return whole
        return replace(whole, facts=tuple(query.of(whole.facts)))

    def _count(self, asked: Asked) -> Sheet:
        return self._narrowed(asked.query).sheet(asked.name)

    def _compare(self, asked: Asked) -> Sheet:
        if asked.what not in self._compared:
            self._compared[asked.what] = _comparison(self._store, asked.what)
        found = self._compared[asked.what]
        if isinstance(found, str):
            return Sheet(asked.name, asked.name.capitalize(), (), (), note=found)
        if asked.name == AGREEMENT:
            return found.figures(asked.unit)
        return found.differences(asked.unit)


def _comparison(store: Store, what: str) -> Comparison | str:
    """The coders of a project compared, or why they cannot be, in a sentence."""
    done = store.done()
    there = coders_of(store, done.values())
    if len(there) >= 2:
        return Comparison(store, there, what, seen=who_saw(done))
    who = f"{visible(there[0])} alone has" if there else "nobody has yet"
    return f"Agreement takes two coders, and {who} tagged anything in this project."


@dataclass(slots=True)
class OverviewState:
    """What the screen asks for, and which cell was chosen in each sheet."""

    asked: Asked = field(default_factory=Asked)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    def ask(self, **changes: str) -> None:
        """Ask for another sheet, or the same in another way."""
        self.asked = replace(self.asked, **changes)

    def beside(self, by: int) -> str:
        """The name of the sheet so many further on; after the last comes the first."""
        return NAMES[(NAMES.index(self.asked.name) + by) % len(NAMES)]

    def next_unit(self) -> str:
        """The next kind of unit to compare coders over."""
        return UNITS[(UNITS.index(self.asked.unit) + 1) % len(UNITS)]

    def other_what(self) -> str:
        """Speakers where codes are compared, and the other way round."""
        return SPEAKERS if self.asked.what == CODES else CODES

    @property
    def place(self) -> tuple[int, int]:
        """Row and column of the cell chosen in the sheet asked for."""
        return self.places.get(self.asked.name, (0, 0))

    @place.setter
    def place(self, place: tuple[int, int]) -> None:
        self.places[self.asked.name] = place

    def filter_line(self) -> str:
        """What is asked, in words; empty where nothing special is."""
        asked = self.asked
        if asked.compares:
            unit = "passages wherever they begin and end" if asked.unit == "passage" else asked.unit
            return f"{asked.what}, by {unit}"
        return f"passages with the words: {visible(asked.words)}" if asked.words else ""


def rows_of(sheet: Sheet) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a sheet with the one for all together at the end, as `Sheet.words` gives them."""
    return (*sheet.rows, sheet.total) if sheet.total else sheet.rows


def opened_by(cell: Cell) -> Query | None:
    """What a cell opens; None where it was counted from nothing, as a count of 0 is."""
    return None if isinstance(cell.value, int) and cell.value == 0 else cell.opens


@dataclass(frozen=True, slots=True)
class Quoted:
    """One passage of a list: where it is, who says it, and which codes it has."""

    fact: Fact
    speakers: tuple[str, ...]
    codes: tuple[str, ...]


def quoted(found: Overview) -> list[Quoted]:
    """The passages of facts, each once, with all that is said of it, in the order of the facts."""
    grouped: dict[object, list[Fact]] = {}
    for fact in found.facts:
        grouped.setdefault(fact.passage, []).append(fact)
    names = found.names
    return [
        Quoted(
            facts[0],
            tuple(dict.fromkeys(names.speaker(one) for fact in facts for one in fact.speakers)),
            tuple(dict.fromkeys(names.code(fact.code) for fact in facts if fact.code)),
        )
        for facts in grouped.values()
    ]
