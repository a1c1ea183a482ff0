"""Codes and the codebook: what passages are tagged with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from fr_reader.model.links import chain, closes, end


@dataclass(frozen=True, slots=True)
class Code:
    """A label with its definition.

    `key` is the key that tags with it in the app (`c`, `o`, `1` to `9`) or empty, `colour` a name
    of `COLOURS` or empty, `parent` the id of the code above it or empty, `order` its place in the
    codebook. `merged` is the id of the code it was merged into, or empty: everything tagged with
    it then counts as that one, and it comes back as it was when that is taken back.
    """

    id: str
    name: str
    definition: str = ""
    colour: str = ""
    key: str = ""
    parent: str = ""
    order: int = 0
    merged: str = ""


CLAIM = Code(
    id="claim",
    name="claim",
    definition="What is asserted as true and could be checked.",
    key="c",
    order=0,
)
CONCERN = Code(
    id="concern",
    name="concern",
    definition="What is feared, warned of or objected to.",
    key="o",
    order=1,
)
SHIPPED = (CLAIM.id, CONCERN.id)
"""The codes every project has; they have signs of their own and are suggested by the machine."""

CODE_KEYS = ("c", "o", *"123456789")
"""The keys a code may have, in the order they are given away."""

COLOURS = ("blue", "red", "violet", "green", "teal", "amber", "pink", "brown")
"""The colours a code may have; every theme shows them so that they can be read."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """The codes of a project, by id; iterates in order. A changed codebook is a new one.

    `by_id` has every code as it is kept. One that was merged into another is passed over when
    iterating, and looking it up finds that other one.
    """

    by_id: dict[str, Code]

    @classmethod
    def of(cls, codes: Iterable[Code] = (CLAIM, CONCERN)) -> Codebook:
        """The codebook of `codes`; by default the two every project begins with."""
        return cls({code.id: code for code in codes})

    def __iter__(self) -> Iterator[Code]:
        kept = (code for code in self.by_id.values() if self.end(code.id) == code.id)
        return iter(sorted(kept, key=_order))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def end(self, code_id: str) -> str:
        """The id of the code that one with this id counts as: its own unless it was merged."""
        code = self.by_id.get(code_id)
        return end(code_id, self._merged) if code is not None and code.merged else code_id

    def get(self, code_id: str) -> Code | None:
        """The code with this id, or the one it was merged into; None where there is none."""
        return self.by_id.get(self.end(code_id))

    def merges(self) -> Mapping[str, str]:
        """The ids of the codes that count as another, each with the id of that other."""
        ends = ((code.id, self.end(code.id)) for code in self.by_id.values() if code.merged)
        return {code_id: found for code_id, found in ends if found != code_id}

    def merged_into(self, code_id: str) -> tuple[Code, ...]:
        """The codes that were merged into the one with this id, as they are kept, in order."""
        ids = (own for own, found in self.merges().items() if found == code_id)
        return tuple(sorted(map(self.by_id.__getitem__, ids), key=_order))

    def named(self, name: str) -> Code | None:
        """The first code with this name, whatever the case; else one that another of this name
        was merged into."""
        low = name.casefold()
        old = (self.get(m) for m in self.merges() if self.by_id[m].name.casefold() == low)
        return next((c for c in self if c.name.casefold() == low), None) or next(old, None)

    def by_key(self, key: str) -> Code | None:
        """The code the key stands for, or None."""
        return next((code for code in self if code.key == key), None)

    def free_key(self) -> str:
        """The first digit no code has, or empty when all are taken."""
        taken = {code.key for code in self}
        return next((key for key in CODE_KEYS if key.isdigit() and key not in taken), "")

    def parent(self, code: Code) -> Code | None:
        """The code above, or None.

        A code below one that was merged is below what that became. Where what is written leads
        round in a circle, the least of the codes in it stands on top.
        """
        above = self._above(code.id)
        if above and closes(code.id, self._above) and end(code.id, self._above) == code.id:
            return None
        return self.by_id.get(above) if above else None

    def children(self, code_id: str) -> tuple[Code, ...]:
        """The codes right below the one with this id, in order; of "", those on top."""
        return tuple(code for code in self if _id(self.parent(code)) == code_id)

    def below(self, code_id: str) -> tuple[str, ...]:
        """The ids of all codes below the one with this id, in the order of the tree."""
        return tuple(code.id for code, _ in self._tree(code_id, 0))

    def tree(self) -> tuple[tuple[Code, int], ...]:
        """All codes, those below another right after it, each with how deep it stands, from 0."""
        return tuple(self._tree("", 0))

    def _tree(self, above: str, depth: int) -> Iterator[tuple[Code, int]]:
        below: dict[str, list[Code]] = {}
        for code in self:
            below.setdefault(_id(self.parent(code)), []).append(code)
        waiting = [(code, depth) for code in reversed(below.get(above, []))]
        while waiting:
            code, deep = waiting.pop()
            yield code, deep
            waiting += [(child, deep + 1) for child in reversed(below.get(code.id, []))]

    def is_sound(self, code_id: str) -> bool:
        """Whether what the code with this id points at is there, and does not lead back to it."""
        code = self.by_id[code_id]
        named = (code.parent, code.merged)
        if any(other and other not in self.by_id for other in named):
            return False
        if closes(code_id, self._merged):
            return False
        return not closes(self.end(code_id), self._above)

    def _merged(self, code_id: str) -> str | None:
        code = self.by_id.get(code_id)
        return None if code is None else code.merged

    def _above(self, code_id: str) -> str | None:
        """The id of what stands above a code, as what it was merged into; empty on top."""
        if code_id not in self.by_id:
            return None
        for above in chain(code_id, partial(_parent, self.by_id))[1:]:
            if (found := self.end(above)) != code_id:
                return found
        return ""


def _order(code: Code) -> tuple[int, str, str]:
    return code.order, code.name.casefold(), code.id


def _id(code: Code | None) -> str:
    return "" if code is None else code.id


def _parent(codes: Mapping[str, Code], code_id: str) -> str | None:
    code = codes.get(code_id)
    return None if code is None else code.parent
