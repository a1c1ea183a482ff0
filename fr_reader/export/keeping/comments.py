"""Regions between two lines that are comments: `<!-- … -->` in HTML, `%% … %%` in Obsidian.

A region ends at the line that names its key again, so lines that look like other markers are the
user's text in it; a pair with the region's own key inside of it is passed over as well.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from fr_reader.export.keeping.regions import VERSION, Region, Scanned
from fr_reader.export.keys import label as labelled

ORPHANAGE = "Orphaned notes"
WHY = "What you wrote on passages that are no longer in this note."


class Comments:
    """Regions whose markers stand between `before` and `after`, at the beginning of a line."""

    def __init__(self, before: str, after: str) -> None:
        self._before, self._after = before, after
        key = r"(?P<key>[a-z0-9][a-z0-9-]{0,63})"
        start, end = re.escape(before), rf"{re.escape(after)}[ \t]*"
        self._opens = re.compile(rf"{start} fr-reader:keep {key}(?: (?P<label>[^\n]*?))? {end}")
        self._closes = re.compile(rf"{start} fr-reader:end {key} {end}")
        self._signs = re.compile(
            rf"{start} fr-reader:made {VERSION} (?P<note>{key}) (?P<digest>[0-9a-f]{{32}}) {end}"
        )

    def scan(self, text: str) -> Scanned:
        """The parts of a note."""
        lines = tuple(text.removesuffix("\n").split("\n"))
        opens, ends = self._pairs(lines)
        regions: list[Region] = []
        signature = None
        for at in self._outside(lines, opens, ends, regions):
            if self._signs.fullmatch(lines[at]):
                signature = at
        return Scanned(lines, tuple(regions), signature)

    def _outside(
        self,
        lines: Sequence[str],
        opens: dict[int, re.Match[str]],
        ends: dict[int, int],
        regions: list[Region],
    ) -> Iterator[int]:
        """The lines that stand in no region, one after the other; fills `regions` on the way."""
        following = sorted(opens)
        at = 0
        while at < len(lines):
            yield at
            if opened := opens.get(at):
                after = bisect_right(following, at)
                cut = following[after] if after < len(following) else len(lines)
                stop = ends.get(at, cut)
                about = labelled(opened["label"] or "")
                regions.append(Region(opened["key"], about, at + 1, stop, sound=at in ends))
                at = stop
            else:
                at += 1

    def _pairs(self, lines: Sequence[str]) -> tuple[dict[int, re.Match[str]], dict[int, int]]:
        """Where markers open regions, and for each that is closed the line that closes it."""
        opens: dict[int, re.Match[str]] = {}
        ends: dict[int, int] = {}
        waiting: dict[str, list[int]] = {}
        for at, line in enumerate(lines):
            if not line.startswith(self._before):
                continue
            if opened := self._opens.fullmatch(line):
                opens[at] = opened
                waiting.setdefault(opened["key"], []).append(at)
            elif (closed := self._closes.fullmatch(line)) and waiting.get(closed["key"]):
                ends[waiting[closed["key"]].pop()] = at
        return opens, ends

    def empty(self, key: str, label: str) -> list[str]:
        """The two markers of a region, nothing between them."""
        about = f" {label}" if label else ""
        return [
            f"{self._before} fr-reader:keep {key}{about} {self._after}",
            f"{self._before} fr-reader:end {key} {self._after}",
        ]

    def orphanage(self) -> list[str]:
        """A heading, and what stands under it."""
        return ["", f"## {ORPHANAGE}", "", WHY]

    def orphan(self, key: str, label: str) -> list[str]:
        """An empty region, under what it was on."""
        return ["", f"### {label or 'Without words'}", "", *self.empty(key, label)]

    def signed(self, text: str, note: str, digest: str) -> str:
        """`text` with a last line that is the signature."""
        made = f"fr-reader:made {VERSION} {note} {digest}"
        return f"{text.rstrip(chr(10))}\n\n{self._before} {made} {self._after}\n"

    def signature(self, line: str) -> tuple[str, str]:
        """The key and the digest in it."""
        match = self._signs.fullmatch(line)
        return (match["note"], match["digest"]) if match else ("", "")

    def fitting(self, content: tuple[str, ...]) -> tuple[str, ...]:
        """The content as it is."""
        return content

    def counts(self, line: str) -> bool:  # noqa: ARG002 - nobody else writes into these notes
        """Every line counts."""
        return True
