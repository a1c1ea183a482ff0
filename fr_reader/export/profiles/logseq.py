"""Logseq: an outline of bullets, `property:: value` lines, page links, regions below bullets.

Headings nest what stands under them, tabs indent as Logseq itself does. In the words of articles
what Logseq reads beyond CommonMark is escaped: tags, references to blocks (`((`), macros (`{{`),
highlights (`^^`, `==`), mathematics and properties (`::`).
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator

from fr_reader.export.document import (
    Block,
    Bullets,
    Heading,
    Inline,
    Keep,
    Memo,
    Note,
    Paragraph,
    Passage,
    Ref,
    Table,
)
from fr_reader.export.keeping.outline import Outline
from fr_reader.export.keeping.regions import Form
from fr_reader.export.markdown import cell, field
from fr_reader.export.memos import memo_item
from fr_reader.export.naming import plain_name
from fr_reader.export.profiles.flat import table_lines
from fr_reader.export.profiles.obsidian import flattened, plain_alias
from fr_reader.export.profiles.profile import Profile, Shelf
from fr_reader.model import visible

_SIGNS = re.compile(
    r"""
      (?P<kept>\\[\s\S] | <https?://[^<>\s]*>)
    | (?P<sign>:(?=:) | (?<=:): | \((?=\() | (?<=\()\( | \{(?=\{) | (?<=\{)\{ | \^(?=\^)
      | (?<=\^)\^ | =(?==) | (?<==)= | \$ | \#)
    """,
    re.VERBOSE,
)
_MARKER = re.compile(r"(?:TODO|DOING|DONE|LATER|NOW|WAITING|WAIT|CANCELL?ED|STARTED|IN-PROGRESS)\b")
_ADDRESS = re.compile(r"https?://[^\s\[\]{}()<>`]+")
_NAMESPACE = uuid.UUID("6f1cf0c4-6b2b-5d0e-9f0a-2f1d5b0c7a11")


def escaped(markdown: str) -> str:
    """Escaped markdown with Logseq's own signs escaped as well."""
    return _SIGNS.sub(lambda m: m["kept"] or "\\" + m["sign"], markdown)


_FORM = Outline()


class Logseq:
    """Pages for a graph."""

    name = "logseq"

    @property
    def form(self) -> Form:
        """How the regions that are the user's are written."""
        return _FORM

    def file_name(self, name: str) -> str:
        """The name as people read it, which is the page's name as well."""
        return plain_name(name)

    def inline(self, text: Inline, shelf: Shelf) -> str:
        """A line of markdown with links."""
        return "".join(
            self._link(part, shelf) if isinstance(part, Ref) else escaped(part) for part in text
        )

    def render(self, note: Note, shelf: Shelf) -> str:
        """The whole page."""
        lines = list(self._properties(note, shelf))
        lines.append("")
        above: list[int] = []
        for block in note.blocks:
            if isinstance(block, Heading):
                if block.level == 1:
                    continue  # the page is called so
                while above and above[-1] >= block.level:
                    above.pop()
                lines += _indented(self._block(block, shelf, note.key), len(above))
                above.append(block.level)
            elif isinstance(block, Keep) and block.inner:
                lines += _indented(self._block(block, shelf, note.key), len(above) + 1)
            else:
                lines += _indented(self._block(block, shelf, note.key), len(above))
        return "\n".join(lines).rstrip("\n") + "\n"

    def _properties(self, note: Note, shelf: Shelf) -> Iterator[str]:
        yield f"type:: {note.kind}"
        for key, value in note.properties:
            if key == "title":
                continue  # it would give the page another name than links to it have
            for name, one in flattened(key, value, note.ref):
                shown = self._value(one, shelf)
                if shown:
                    yield f"{name.replace('_', '-')}:: {shown}"

    def _value(self, value: str | int | tuple[str | Ref, ...], shelf: Shelf) -> str:
        if isinstance(value, tuple):
            parts = (one if isinstance(one, Ref) else _plain(one) for one in value)
            return ", ".join(self._link(p, shelf) if isinstance(p, Ref) else p for p in parts)
        return str(value) if isinstance(value, int) else _plain(value)

    def _link(self, ref: Ref, shelf: Shelf) -> str:
        stem = shelf.stems.get(ref, "")
        if not stem:
            return escaped(field(ref.name))
        alias = plain_alias(ref.name)
        return f"[[{stem}]]" if alias in (stem, "") else f"[{escaped(alias)}]([[{stem}]])"

    def _block(self, block: Block, shelf: Shelf, page: str) -> list[str]:
        match block:
            case Heading():
                return [f"- {'#' * block.level} {_unmarked(self.inline(block.text, shelf))}"]
            case Paragraph():
                return _bullet(_unmarked(self.inline(block.text, shelf)).split("\n"))
            case Table():
                return _bullet(list(table_lines(block, lambda one: self._cell(one, shelf))))
            case Bullets():
                return [f"- {_unmarked(self.inline(item, shelf))}" for item in block.items]
            case Passage():
                facts = self._facts(block, shelf, page)
                return _bullet([*facts, *map(escaped, _lines(block.quotation))])
            case Memo():
                return list(self._memo(block))
            case Keep():
                return self.form.empty(block.key, block.label)

    def _facts(self, block: Passage, shelf: Shelf, page: str) -> Iterator[str]:
        """What is told of a finding, and the block's id, which must be its own in all pages."""
        for name, text in block.facts:
            yield f"{name}:: {self.inline(text, shelf)}"
        yield f"id:: {uuid.uuid5(_NAMESPACE, f'{page} {block.key}')}"

    def _memo(self, block: Memo) -> Iterator[str]:
        """A bullet on what the memo is on, and one below it with the memo."""
        first, _, *lines = memo_item(escaped(block.about), block.memo, _safe_memo)
        yield first
        while lines and not lines[-1]:
            lines.pop()
        for number, line in enumerate(lines):
            yield (f"\t{line}" if number else f"\t- {line[2:]}") if line else ""

    def _cell(self, one: str | Ref, shelf: Shelf) -> str:
        if isinstance(one, Ref):
            return self._link(one, shelf).replace("|", "\\|")
        return escaped(cell(one))


def _lines(text: str) -> list[str]:
    return text.split("\n")


def _bullet(lines: list[str]) -> list[str]:
    shown = (f"{'  ' if number else '- '}{line}" for number, line in enumerate(lines))
    return [line if line.strip() else "" for line in shown]


def _indented(lines: list[str], depth: int) -> list[str]:
    tabs = "\t" * depth
    return [f"{tabs}{line}" if line else line for line in lines]


def _unmarked(line: str) -> str:
    """`line` without a first word that would make it a task."""
    return f"\u2060{line}" if _MARKER.match(line) else line


def _plain(text: str) -> str:
    """A text as the value of a property: one line, and no link unless we make it."""
    single = visible(" ".join(text.split()))
    return single if _ADDRESS.fullmatch(single) else escaped(field(single))


def _safe_memo(line: str) -> str:
    """A line of the user's markdown with properties escaped: those of a page are ours."""
    return line.replace("::", ":\\:")


PROFILE: Profile = Logseq()
