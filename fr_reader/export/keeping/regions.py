"""Regions of a note whose text is the user's, and the signature that tells of other changes.

A form of regions is a `Form`: it finds the regions in the lines of a note and writes them. What
stands outside of regions is generated; its digest stands in the signature, so a change to it is
seen. White space does not count in the digest: editors tidy it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

VERSION = "1"
"""The first word of a signature: by which rules it was made."""


@dataclass(frozen=True, slots=True)
class Region:
    """One region: its content is the lines `start` to `stop`, half-open, of the note.

    `indent` stands before each line of the content and is not part of it. `sound` is false where
    its end was not found: then `stop` is where the next region begins, or the end of the note.
    """

    key: str
    label: str
    start: int
    stop: int
    indent: str = ""
    sound: bool = True

    def content(self, lines: Sequence[str]) -> tuple[str, ...]:
        """The user's lines, without the indentation of the region."""
        return tuple(line.removeprefix(self.indent) for line in lines[self.start : self.stop])


@dataclass(frozen=True, slots=True)
class Scanned:
    """A note taken apart: its lines, the regions in order, and the line of the signature."""

    lines: tuple[str, ...]
    regions: tuple[Region, ...]
    signature: int | None

    def outer(self) -> list[str]:
        """The lines that are not the user's, without the signature."""
        lines: list[str] = []
        at = 0
        for region in self.regions:
            lines += self.lines[at : region.start]
            at = region.stop
        lines += self.lines[at:]
        if self.signature is None:
            return lines
        signed = self.lines[self.signature]
        found = len(lines) - 1 - lines[::-1].index(signed)
        return lines[:found] + lines[found + 1 :]


class Form(Protocol):
    """How regions and the signature are written in one kind of note."""

    def scan(self, text: str) -> Scanned:
        """The parts of a note; never raises, whatever the text is."""
        ...

    def empty(self, key: str, label: str) -> list[str]:
        """The lines of a region with nothing in it."""
        ...

    def orphanage(self) -> list[str]:
        """The lines that head the regions whose finding is gone, as the note's last section."""
        ...

    def orphan(self, key: str, label: str) -> list[str]:
        """The lines of an empty region in that section, with what it was on."""
        ...

    def signed(self, text: str, note: str, digest: str) -> str:
        """`text`, a note without a signature, with one that names its key and digest."""
        ...

    def signature(self, line: str) -> tuple[str, str]:
        """The note's key and the digest in the line of a signature; empty where it has none."""
        ...

    def fitting(self, content: tuple[str, ...]) -> tuple[str, ...]:
        """What the user wrote, in whatever form, as the content of a region of this one."""
        ...

    def counts(self, line: str) -> bool:
        """Whether a line outside of regions counts: programs write some for themselves."""
        ...


def digest(form: Form, scanned: Scanned) -> str:
    """The digest of what is not the user's: 32 hex digits of SHA-256, white space left out."""
    counted = "".join("".join(line.split()) for line in scanned.outer() if form.counts(line))
    return hashlib.sha256(counted.encode("utf-8", "surrogatepass")).hexdigest()[:32]
