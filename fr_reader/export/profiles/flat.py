"""Notes that are markdown from top to bottom: what CommonMark and Obsidian have in common."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator

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
from fr_reader.export.keeping.regions import Form
from fr_reader.export.markdown import cell, guarded
from fr_reader.export.memos import memo_item
from fr_reader.export.profiles.profile import Shelf
from fr_reader.model import visible


class Flat:
    """A profile of blocks with an empty line between them; what differs is overridden."""

    name: str

    @property
    def form(self) -> Form:
        """How the regions that are the user's are written."""
        raise NotImplementedError

    def render(self, note: Note, shelf: Shelf) -> str:
        """The whole note."""
        parts = ["\n".join(self.front(note, shelf))]
        parts += ["\n".join(self.block(block, shelf)) for block in note.blocks]
        return "\n\n".join(part for part in parts if part).rstrip("\n") + "\n"

    def front(self, note: Note, shelf: Shelf) -> Iterable[str]:
        """The lines of the front matter."""
        raise NotImplementedError

    def link(self, ref: Ref, shelf: Shelf) -> str:
        """A reference, as markdown."""
        raise NotImplementedError

    def safe(self, markdown: str) -> str:
        """Escaped markdown with what this program takes for more than CommonMark does escaped."""
        return markdown

    def inline(self, text: Inline, shelf: Shelf) -> str:
        """A line of markdown with links."""
        return "".join(
            self.link(part, shelf) if isinstance(part, Ref) else self.safe(part) for part in text
        )

    def block(self, block: Block, shelf: Shelf) -> Iterable[str]:
        """The lines of a block."""
        match block:
            case Heading():
                return [f"{'#' * block.level} {self.inline(block.text, shelf)}"]
            case Paragraph():
                return [self.inline(block.text, shelf)]
            case Table():
                return table_lines(block, lambda one: self.cell(one, shelf))
            case Bullets():
                return [f"- {guarded(self.inline(item, shelf))}" for item in block.items]
            case Passage():
                return self.passage(block, shelf)
            case Memo():
                return self.memo(block)
            case Keep():
                return self.form.empty(block.key, block.label)

    def passage(self, block: Passage, shelf: Shelf) -> Iterable[str]:  # noqa: ARG002 - for others
        """The lines of a finding."""
        return [self.safe(line) for line in block.quotation.split("\n")]

    def memo(self, block: Memo) -> Iterable[str]:
        """The lines of a memo, an item of a list."""
        lines = memo_item(self.safe(block.about), block.memo, self.safe_memo)
        return "\n".join(lines).rstrip("\n").split("\n")

    def safe_memo(self, line: str) -> str:
        """A line of the user's markdown that is not in a block of code, as it may stand here."""
        return line

    def cell(self, one: str | Ref, shelf: Shelf) -> str:
        """What stands in a cell of a table."""
        if isinstance(one, Ref):
            return self.link(one, shelf).replace("|", "\\|")
        return self.safe(cell(one))


def table_lines(block: Table, cell_of: Callable[[str | Ref], str]) -> Iterator[str]:
    """The lines of a table of GitHub's dialect, the numbers to the right."""
    yield f"| {' | '.join(block.heads)} |"
    yield f"| --- |{' ---: |' * (len(block.heads) - 1)}"
    for row in block.rows:
        shown = (str(one) if isinstance(one, int) else cell_of(one) for one in row)
        yield f"| {' | '.join(shown)} |"


def quoted(text: str) -> str:
    """A text as a JSON string, which YAML 1.2 takes as a double-quoted scalar: nothing in it can
    end it early."""
    return json.dumps(visible(" ".join(text.split())), ensure_ascii=False)


def yaml(value: str | int | Iterable[str]) -> str:
    """A text, a number or a list of texts in YAML, on one line."""
    if isinstance(value, int):
        return str(value)
    if isinstance(value, str):
        return quoted(value)
    return f"[{', '.join(map(quoted, value))}]"
