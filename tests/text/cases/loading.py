"""The hand-made cases, from their files. The format is told in README.md beside this file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fr_reader.model import QuotationKind, Span

HERE = Path(__file__).resolve().parent
FIELDS = frozenset({"kind", "words", "also", "cue", "speaker", "who"})


@dataclass(frozen=True, slots=True)
class Expected:
    """A quotation that has to be found.

    `segments`, `cues` and `speakers` are the answers that are right, any of them; an empty
    tuple of cues or speakers means there must be none, None that it is not looked at. `who`
    holds names in lower case, "" for nobody.
    """

    kind: QuotationKind
    segments: tuple[tuple[Span, ...], ...]
    cues: tuple[Span, ...] | None
    speakers: tuple[Span, ...] | None
    who: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Case:
    """A made-up text and the quotations in it; `family` is the file, `group` the table."""

    family: str
    group: str
    id: str
    text: str
    said: tuple[Expected, ...]

    @property
    def name(self) -> str:
        """The group and the id, which together are unique."""
        return f"{self.group}: {self.id}"


def located(text: str, wanted: str) -> Span:
    """Where `wanted` ("words" or "words#2") stands in `text`.

    Raises ValueError when it is not there, or more than once with no number to tell which.
    """
    numbered = re.fullmatch(r"(.+)#(\d+)", wanted, re.DOTALL)
    words, number = (numbered[1], int(numbered[2])) if numbered else (wanted, 0)
    before = r"(?<!\w)" if words[0].isalnum() else ""
    after = r"(?!\w)" if words[-1].isalnum() else ""
    found = list(re.finditer(f"{before}{re.escape(words)}{after}", text))
    if not found or number > len(found) or (not number and len(found) > 1):
        raise ValueError(f"{wanted!r} stands {len(found)} times in {text!r}")
    return Span(*found[max(number, 1) - 1].span())


def several(value: object) -> tuple[str, ...]:
    """A value of the file that may be one string or a list of them."""
    return tuple(str(each) for each in value) if isinstance(value, list) else (str(value),)


def expected(text: str, table: Mapping[str, Any]) -> Expected:
    """One entry of `said`. Raises ValueError for an unknown field or words not in the text."""
    if unknown := set(table) - FIELDS:
        raise ValueError(f"unknown fields {sorted(unknown)}")

    def spans(key: str) -> tuple[Span, ...] | None:
        if key not in table:
            return None
        return tuple(located(text, words) for words in several(table[key]) if words)

    return Expected(
        kind=QuotationKind(table["kind"]),
        segments=tuple(
            tuple(located(text, words) for words in segments)
            for segments in (table["words"], *table.get("also", ()))
        ),
        cues=spans("cue"),
        speakers=spans("speaker"),
        who=tuple(n.casefold() for n in several(table["who"])) if "who" in table else None,
    )


def cases() -> Iterator[Case]:
    """Every case, file by file and in the order written."""
    for path in sorted(HERE.glob("*.toml")):
        for group, tables in tomllib.loads(path.read_text("utf-8")).items():
            for table in tables:
                text = table["text"]
                said = tuple(expected(text, each) for each in table.get("said", ()))
                yield Case(path.stem, group, table["id"], text, said)
