"""Regions in an outline of Logseq: a bullet with a property, and everything indented below it.

Logseq writes a page anew when a block of it is changed; properties and the bullets below a block
survive that, comments between blocks do not. The signature is a property of the page. Programs
indent with tabs here, so the bullets of a memo, indented with spaces too, are never taken for
these.
"""

from __future__ import annotations

import re
from itertools import takewhile

from fr_reader.export.keeping.comments import ORPHANAGE, WHY
from fr_reader.export.keeping.regions import VERSION, Region, Scanned
from fr_reader.export.keys import label as labelled

KEEP = "fr-reader-keep"
SIGNATURE = "fr-reader"

_BULLET = re.compile(r"(?P<indent>\t*)- (?:Notes(?:: (?P<label>[^\n]*))?)?[ \t]*")
_KEEP = re.compile(rf"(?P<indent>\t*)  {KEEP}:: (?P<key>[a-z0-9][a-z0-9-]{{0,63}})[ \t]*")
_SIGNATURE = re.compile(
    rf"{SIGNATURE}:: {VERSION} (?P<note>[a-z0-9-]{{1,64}}) (?P<digest>[0-9a-f]{{32}})[ \t]*"
)
_PROPERTY = re.compile(r"[A-Za-z][\w-]*:: ?.*")
_FOLDED = re.compile(r"\s*collapsed:: (?:true|false)\s*")


class Outline:
    """Regions that are bullets."""

    def scan(self, text: str) -> Scanned:
        """The parts of a page."""
        lines = tuple(text.removesuffix("\n").split("\n"))
        regions: list[Region] = []
        signature, at = None, 0
        while at < len(lines):
            kept = _KEEP.fullmatch(lines[at])
            bullet = self._bullet(lines, at, kept["indent"]) if kept else None
            if kept and bullet:
                stop = _below(lines, at + 1, kept["indent"])
                about = labelled(bullet["label"] or "")
                regions.append(Region(kept["key"], about, at + 1, stop, kept["indent"]))
                at = stop
                continue
            if signature is None and _SIGNATURE.fullmatch(lines[at]):
                signature = at
            at += 1
        return Scanned(lines, tuple(regions), signature)

    def _bullet(self, lines: tuple[str, ...], at: int, indent: str) -> re.Match[str] | None:
        """The bullet the property in line `at` belongs to."""
        above = at - 1
        while above >= 0 and _FOLDED.fullmatch(lines[above]):
            above -= 1
        match = _BULLET.fullmatch(lines[above]) if above >= 0 else None
        return match if match and match["indent"] == indent else None

    def empty(self, key: str, label: str) -> list[str]:
        """A bullet with the property that makes it a region."""
        return [f"- Notes: {label}" if label else "- Notes", f"  {KEEP}:: {key}"]

    def orphanage(self) -> list[str]:
        """A bullet, and what stands below it."""
        return [f"- ## {ORPHANAGE}", f"\t- {WHY}"]

    def orphan(self, key: str, label: str) -> list[str]:
        """An empty region below that bullet."""
        return [f"\t{line}" for line in self.empty(key, label)]

    def signed(self, text: str, note: str, digest: str) -> str:
        """`text` with a property more at the end of those of the page."""
        lines = text.split("\n")
        count = len(list(takewhile(_PROPERTY.fullmatch, lines)))
        lines.insert(count, f"{SIGNATURE}:: {VERSION} {note} {digest}")
        return "\n".join(lines)

    def signature(self, line: str) -> tuple[str, str]:
        """The key and the digest in it."""
        match = _SIGNATURE.fullmatch(line)
        return (match["note"], match["digest"]) if match else ("", "")

    def fitting(self, content: tuple[str, ...]) -> tuple[str, ...]:
        """The content, as a bullet of its own where it is no outline yet."""
        if all(line.startswith(("\t", "  ")) or not line.strip() for line in content):
            return content
        first = next(at for at, line in enumerate(content) if line.strip())
        return tuple(
            f"\t{'- ' if at == first else '  '}{line}" if line.strip() else line
            for at, line in enumerate(content)
        )

    def counts(self, line: str) -> bool:
        """Whether a block is folded does not count."""
        return not _FOLDED.fullmatch(line)


def _below(lines: tuple[str, ...], start: int, indent: str) -> int:
    """Where the lines from `start` on that are indented deeper than `indent`, or empty, end."""
    deeper = (f"{indent}\t", f"{indent}  ")
    at = start
    while at < len(lines) and (not lines[at].strip() or lines[at].startswith(deeper)):
        at += 1
    return at
