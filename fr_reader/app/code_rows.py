"""What the codebook says of a code: its row at any width, and all that is known of it."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from fr_reader.app.marks import role_of_code, sign_of_code
from fr_reader.model import Code, Codebook, visible

_GAP = "  "
_KEY, _TAGS, _ARTICLES, _COLOUR = 3, 6, 8, 6
_INDENT = 2


def heading(width: int) -> Content:
    """The names of the columns."""
    cells = [("Code", 0), ("Key", _KEY), ("Tags", _TAGS)]
    if width >= _MEDIUM:
        cells += [("Articles", _ARTICLES), ("Colour", _COLOUR)]
    return _joined([Content(name) for name, _ in cells], width)


_MEDIUM = 56
"""Cells from which there are columns for articles and colours."""


def row(
    code: Code, depth: int, below: bool | None, uses: tuple[int, int] | None, width: int
) -> Content:
    """One code. `below` says whether codes below it are hidden, None where there are none; `uses`
    is how many annotations in how many articles have it, None before they are counted."""
    style = f"bold $fr-{role_of_code(code)}"
    fold = "  " if below is None else ("▸ " if below else "▾ ")
    name = Content.assemble(
        " " * (_INDENT * depth) + fold, (sign_of_code(code), style), f" {visible(code.name)}"
    )
    tags, articles = ("…", "…") if uses is None else (f"{uses[0]:,}", f"{uses[1]:,}")
    cells = [name, Content(visible(code.key)), Content(tags)]
    if width >= _MEDIUM:
        colour = Content.styled(visible(code.colour), f"$fr-{role_of_code(code)}")
        cells += [Content(articles), colour]
    return _joined(cells, width)


def merged_row(code: Code, depth: int, width: int) -> Content:
    """A code that was merged into the one above it."""
    words = f"{' ' * (_INDENT * depth + 2)}  ↳ {visible(code.name)}, merged"
    return Content.styled(words, "$fr-muted").truncate(width, ellipsis=True)


def _joined(cells: list[Content], width: int) -> Content:
    """The cells of a row in their columns, the first one taking what the others leave."""
    sizes = (_KEY, _TAGS, _ARTICLES, _COLOUR)[: len(cells) - 1]
    room = max(4, width - sum(sizes) - len(_GAP) * len(sizes))
    parts = [cells[0].truncate(room, ellipsis=True, pad=True)]
    for index, (cell, size) in enumerate(zip(cells[1:], sizes, strict=True)):
        short = cell.truncate(size, ellipsis=True)
        blank = " " * (size - short.cell_length)
        numbers = index in (1, 2)
        parts.append(Content.assemble(blank, short) if numbers else Content.assemble(short, blank))
    return Content(_GAP).join(parts)


def about(code: Code, book: Codebook, uses: tuple[int, int] | None) -> Content:
    """All that is known of a code, in paragraphs that wrap."""
    style = f"bold $fr-{role_of_code(code)}"
    parts = [Content.assemble((f"{sign_of_code(code)} {visible(code.name)}", style))]
    if code.definition:
        parts.append(Content(visible(code.definition.replace("\n", " "))))
    else:
        parts.append(Content.styled("No definition yet.", "$fr-muted"))
    facts = [*_uses(uses), *_place(code, book)]
    parts.append(Content.styled(" · ".join(facts), "$fr-muted"))
    if merged := book.merged_into(code.id):
        parts.append(Content.styled(f"Merged into it: {_names(merged)}", "$fr-muted"))
    return Content("\n").join(parts)


def about_merged(code: Code, into: Code | None) -> Content:
    """What is known of a code that was merged into another."""
    name = visible(into.name) if into else "another code"
    words = f"What was tagged {visible(code.name)} counts as {name}."
    return Content("\n").join(
        [Content.styled(visible(code.name), "bold"), Content.styled(words, "$fr-muted")]
    )


def _uses(uses: tuple[int, int] | None) -> list[str]:
    if uses is None:
        return ["counting …"]
    many, articles = uses
    if not many:
        return ["not used yet"]
    return [f"{many:,} tag{'s' if many != 1 else ''} in {articles:,} article{_s(articles)}"]


def _s(number: int) -> str:
    return "s" if number != 1 else ""


def _place(code: Code, book: Codebook) -> list[str]:
    above = book.parent(code)
    found = [f"key {visible(code.key)}"] if code.key else ["no key"]
    if above is not None:
        found.append(f"below {visible(above.name)}")
    return found


def _names(codes: Iterable[Code]) -> str:
    return ", ".join(visible(code.name) for code in codes)
