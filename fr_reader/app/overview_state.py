"""What the overview of the project asks, and the counting of it, kept until it is out of date."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from threading import Lock
from typing import Any

from fr_reader.model import MACHINE, visible
from fr_reader.overview.coding import coders_of, who_saw
from fr_reader.overview.comparison import CODES, SPEAKERS, UNITS, Comparison
from fr_reader.overview.facts import Fact
from fr_reader.overview.project import READING, SHEETS, Overview, last_counted, overview
from fr_reader.overview.query import Differing, Query
from fr_reader.overview.settling import Settling
from fr_reader.overview.sheet import Cell, Sheet
from fr_reader.overview.standing import people
from fr_reader.store import Store

AGREEMENT, DIFFERENCES = "agreement", "differences"
COMPARED = (AGREEMENT, DIFFERENCES)
"""The sheets that compare coders, rather than count what is accepted."""
ANY = Differing()
NAMES = (*SHEETS, *COMPARED)
"""All sheets of the screen, in the order they are switched through."""


_ALL = Query()


@dataclass(frozen=True, slots=True)
class Asked:
    """Which sheet is wanted: its name, which passages count (`line` as it was typed, `query` as it
    was understood), whether every print in copies of one article does, and for those that compare
    coders what is compared over which unit, whether with the machine, and on which code or speaker
    they are to differ."""

    name: str = NAMES[0]
    line: str = ""
    query: Query = _ALL
    copies: bool = False
    what: str = CODES
    unit: str = UNITS[0]
    machine: bool = False
    differing: Differing = ANY

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
        self._last: dict[bool, Overview | None] = {}
        self._whole: dict[tuple[Query, bool], Overview] = {}
        self._compared: dict[tuple[str, bool], Comparison | str] = {}
        self._made: dict[Asked, Sheet] = {}

    def forget(self) -> None:
        """Count anew from now on, because something may have been changed."""
        with self._lock:
            self._whole.clear()
            self._compared.clear()
            self._made.clear()
        with self._first:
            self._last.clear()

    def sheet(self, asked: Asked) -> Sheet:
        """The sheet asked for. Raises what the project raises."""
        with self._lock:
            if asked not in self._made:
                self._made[asked] = self._compare(asked) if asked.compares else self._count(asked)
            return self._made[asked]

    def last(self, asked: Asked) -> Sheet | None:
        """The sheet asked for by the totals as they were counted last, which is quick but may be
        out of date; None where it cannot be had so, or is known. Raises what the project raises."""
        if asked in self._made or asked.compares or asked.query or asked.name in READING:
            return None
        with self._first:
            if asked.copies not in self._last:
                self._last[asked.copies] = last_counted(self._store, asked.copies)
            found = self._last[asked.copies]
            return None if found is None else found.sheet(asked.name)

    def found(self, query: Query, among: Asked) -> Overview:
        """What a query finds among what is asked. Raises what the project raises."""
        with self._lock:
            whole = self._counted(among)
            return replace(whole, facts=tuple(query.of(whole.facts)))

    def settling(self, asked: Asked) -> Settling | str:
        """The disagreements behind a sheet, to be settled, or why there are none."""
        with self._lock:
            found = self._comparison(asked)
            return found if isinstance(found, str) else self._settling(found, asked)

    def _settling(self, found: Comparison, asked: Asked) -> Settling:
        return Settling(self._store, found, asked.differing.one)

    def titles(self) -> dict[str, str]:
        """The titles of the articles by their ids."""
        return {entry.id: entry.metadata.title or entry.id for entry in self._store.entries()}

    def _counted(self, asked: Asked) -> Overview:
        key = asked.query, asked.copies
        if key not in self._whole:
            self._whole[key] = overview(self._store, *key)
        return self._whole[key]

    def _count(self, asked: Asked) -> Sheet:
        return self._counted(asked).sheet(asked.name)

    def _compare(self, asked: Asked) -> Sheet:
        found = self._comparison(asked)
        if isinstance(found, str):
            return Sheet(asked.name, asked.name.capitalize(), (), (), note=found)
        if asked.name == AGREEMENT:
            return found.figures(asked.unit)
        return found.differences(asked.unit, asked.differing.one)

    def _comparison(self, asked: Asked) -> Comparison | str:
        key = asked.what, asked.machine
        if key not in self._compared:
            self._compared[key] = _comparison(self._store, *key)
        return self._compared[key]


def _comparison(store: Store, what: str, machine: bool) -> Comparison | str:
    """The people of a project compared, maybe with the machine, or why they cannot be, in a
    sentence."""
    done = store.done()
    there = people(coders_of(store, done.values()))
    if there and machine:
        there = (*there, MACHINE)
    if len(there) >= 2:
        return Comparison(store, there, what, seen=who_saw(done))
    who = f"{visible(there[0])} alone has" if there else "nobody has yet"
    return f"Agreement takes two coders, and {who} tagged anything in this project."


@dataclass(frozen=True, slots=True)
class Among:
    """What is counted for one question, for a list of some of it."""

    counts: Counts
    asked: Asked

    def forget(self) -> None:
        """Count anew from now on."""
        self.counts.forget()

    def found(self, query: Query) -> Overview:
        """What a query finds there. Raises what the project raises."""
        return self.counts.found(query, self.asked)

    def titles(self) -> dict[str, str]:
        """The titles of the articles by their ids."""
        return self.counts.titles()


@dataclass(slots=True)
class OverviewState:
    """What the screen asks for, and which cell was chosen in each sheet."""

    asked: Asked = field(default_factory=Asked)
    places: dict[str, tuple[int, int]] = field(default_factory=dict)

    def ask(self, **changes: Any) -> None:
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
            where = f" · on {visible(asked.differing.name)}" if asked.differing.one else ""
            return f"{asked.what}, by {unit}{' · with the machine' * asked.machine}{where}"
        filtered = f"only {visible(asked.line)}" if asked.line else ""
        copies = "every print of copies counts" if asked.copies else ""
        return " · ".join(filter(None, (filtered, copies)))


def rows_of(sheet: Sheet) -> tuple[tuple[Cell, ...], ...]:
    """The rows of a sheet with the one for all together at the end, as `Sheet.words` gives them."""
    return (*sheet.rows, sheet.total) if sheet.total else sheet.rows


def opened_by(cell: Cell) -> Query | Differing | None:
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
