"""Codes and the codebook: what passages are tagged with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """A label with its definition.

    `key` is the key that tags with it in the app (`c`, `o`, `1` to `9`) or empty, `colour` a name
    of the theme's palette or empty, `parent` the id of the code above it or empty, `order` its
    place in the codebook.
    """

    id: str
    name: str
    definition: str = ""
    colour: str = ""
    key: str = ""
    parent: str = ""
    order: int = 0


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

CODE_KEYS = ("c", "o", *"123456789")
"""The keys a code may have, in the order they are given away."""


@dataclass(frozen=True, slots=True)
class Codebook:
    """The codes of a project, by id; iterates in order. A changed codebook is a new one."""

    by_id: dict[str, Code]

    @classmethod
    def of(cls, codes: Iterable[Code] = (CLAIM, CONCERN)) -> Codebook:
        """The codebook of `codes`; by default the two every project begins with."""
        return cls({code.id: code for code in codes})

    def __iter__(self) -> Iterator[Code]:
        return iter(sorted(self.by_id.values(), key=lambda c: (c.order, c.name.casefold(), c.id)))

    def __len__(self) -> int:
        return len(self.by_id)

    def get(self, code_id: str) -> Code | None:
        """The code with this id, or None."""
        return self.by_id.get(code_id)

    def named(self, name: str) -> Code | None:
        """The first code with this name, whatever the case."""
        return next((c for c in self if c.name.casefold() == name.casefold()), None)

    def by_key(self, key: str) -> Code | None:
        """The code the key stands for, or None."""
        return next((code for code in self if code.key == key), None)

    def free_key(self) -> str:
        """The first digit no code has, or empty when all are taken."""
        taken = {code.key for code in self}
        return next((key for key in CODE_KEYS if key.isdigit() and key not in taken), "")
