"""The codebook as something to work on: every deed is one act, saved, and can be taken back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from fr_reader.model import (
    CODE_KEYS,
    COLOURS,
    SHIPPED,
    Act,
    Change,
    Code,
    StoreError,
    visible,
)
from fr_reader.store.plan import CODES
from fr_reader.store.shared_desk import SharedDesk


class CodebookDesk(SharedDesk):
    """One coder at work on the codebook. What cannot be done raises StoreError and says why."""

    kind = CODES

    def uses(self, code: Code) -> tuple[int, int]:
        """How many annotations have this code, and in how many articles."""
        found = self.counts.coded(code.id)
        return len(found), len(found.by_article)

    def make(self, name: str, parent: str = "") -> Code:
        """A new code, the last below its parent, with the next free key."""
        self.refresh()
        name = self._free_name(name)
        order = max((code.order for code in self.codebook.by_id.values()), default=-1) + 1
        key = self.codebook.free_key()
        code = Code(self._ids(), name, key=key, parent=self.codebook.end(parent), order=order)
        self._do(Act(f"new code {name}", (Change(None, code),)))
        return code

    def rename(self, code: Code, name: str) -> None:
        """Call a code something else."""
        if name.strip() != code.name:
            self.refresh()
            name = self._free_name(name, but=code.id)
            self._edit(f"rename {code.name}", code, name=name)

    def define(self, code: Code, definition: str) -> None:
        """Say what a code stands for."""
        self._edit(f"define {code.name}", code, definition=definition.strip())

    def key_fault(self, code: Code, key: str) -> str:
        """Why a code cannot have this key, in a sentence; empty where it can."""
        if key and key not in CODE_KEYS:
            return "a key is c, o or a digit from 1 to 9"
        other = self.codebook.by_key(key) if key else None
        if other is not None and other.id != code.id:
            return f"{key} tags with {visible(other.name)} already: give that another key first"
        return ""

    def set_key(self, code: Code, key: str) -> None:
        """Give a code its key, or none."""
        self.refresh()
        if fault := self.key_fault(code, key):
            raise StoreError(fault)
        self._edit(f"key of {code.name}", code, key=key)

    def set_colour(self, code: Code, colour: str) -> None:
        """Give a code one of the named colours, or none."""
        if colour and colour not in COLOURS:
            raise StoreError(f"{visible(colour)!r} is no colour: choose one of {_listed(COLOURS)}")
        self._edit(f"colour of {code.name}", code, colour=colour)

    def put_below(self, code: Code, parent: str) -> None:
        """Put a code below another one, the last there; below none for "" as `parent`."""
        self.refresh()
        if parent and self.codebook.end(parent) in (code.id, *self.codebook.below(code.id)):
            raise StoreError(f"{visible(code.name)!r} cannot stand below itself")
        self._edit(f"move {code.name}", code, parent=parent)

    def move(self, code: Code, by: int) -> bool:
        """Move a code up (-1) or down (1) among those beside it; False where it is at the end."""
        self.refresh()
        kept = self._kept(code)
        beside = self.codebook.children(_parent_id(self.codebook.parent(kept)))
        at = next((i for i, other in enumerate(beside) if other.id == code.id), -1)
        if at < 0 or not 0 <= at + by < len(beside):
            return False
        order = list(beside)
        order.insert(at + by, order.pop(at))
        places = _rising(one.order for one in beside)
        moved = zip(order, places, strict=True)
        changes = [Change(c, replace(c, order=to)) for c, to in moved if c.order != to]
        self._do(Act(f"move {code.name}", tuple(changes)))
        return True

    def merge(self, code: Code, into: Code) -> None:
        """Let everything that has `code` count as `into` from now on."""
        if code.id in SHIPPED:
            raise StoreError(f"{visible(code.name)!r} stays: merge the other one into it")
        self.refresh()
        target = self.codebook.end(into.id)
        if target == code.id:
            raise StoreError(f"{visible(code.name)!r} cannot be merged into itself")
        if target in self.codebook.below(code.id):
            raise StoreError(
                f"{visible(into.name)!r} stands below {visible(code.name)!r}: move it out first"
            )
        self._edit(f"merge {code.name} into {into.name}", code, merged=target)

    def part(self, code: Code) -> None:
        """Let a code that was merged into another be one of its own again.

        Another one may have its name or key by now; then it comes back without that key.
        """
        self.refresh()
        if self.codebook.named(code.name) not in (None, self.codebook.get(code.id)):
            raise StoreError(f"there is a code {visible(code.name)!r} again: rename that first")
        key = "" if self.codebook.by_key(code.key) else code.key
        self._edit(f"part {code.name}", code, merged="", key=key)

    def remove(self, code: Code) -> None:
        """Take a code out of the codebook, when nothing has it."""
        if code.id in SHIPPED:
            raise StoreError(f"{visible(code.name)!r} comes with fr-reader and stays")
        self.refresh()
        self.count()
        kept = self._kept(code)
        if self.codebook.children(code.id):
            raise StoreError(f"codes stand below {visible(code.name)!r}: move or merge them first")
        if self.codebook.merged_into(code.id):
            raise StoreError(
                f"codes were merged into {visible(code.name)!r}: part them from it first"
            )
        many, articles = self.uses(code)
        if many:
            raise StoreError(
                f"{visible(code.name)!r} stays: {many} annotation{'s' if many > 1 else ''} in "
                f"{articles} article{'s' if articles > 1 else ''} {'have' if many > 1 else 'has'} "
                "it; merge it into another code instead"
            )
        self._do(Act(f"remove {code.name}", (Change(kept, None),)))

    def _free_name(self, name: str, but: str = "") -> str:
        """A name as it is kept. Raises StoreError where it is empty or another code's."""
        name = " ".join(name.split())
        if not name:
            raise StoreError("a code needs a name")
        other = self.codebook.named(name)
        if other is not None and other.id != but:
            if other.name.casefold() != name.casefold():
                raise StoreError(f"{visible(name)!r} was merged into {visible(other.name)!r}")
            raise StoreError(f"there is a code {visible(other.name)!r} already")
        return name


def _rising(places: Iterable[int]) -> list[int]:
    """`places` in order, those that are not after the one before put there."""
    found: list[int] = []
    for place in places:
        found.append(max(place, found[-1] + 1) if found else place)
    return found


def _parent_id(parent: Code | None) -> str:
    return "" if parent is None else parent.id


def _listed(words: tuple[str, ...]) -> str:
    return f"{', '.join(words[:-1])} or {words[-1]}"
