"""Paragraphs: one a line, or lines wrapped by hand with blank lines between paragraphs.

Which habit a text has is told from its line breaks: where most of those between two lines of
writing fall inside a sentence, somebody wrapped the lines, and they are joined. Only a newline
ends a line, whatever other separators Unicode knows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from fr_reader.model import Paragraph, Span
from fr_reader.text.kinds import (
    ends_sentence,
    is_block_quotation,
    is_byline,
    is_caption,
    is_list_item,
    is_markdown_heading,
    is_underline,
    kind_of,
)

WIDEST_WRAP = 132
"""Lines longer than this were not wrapped by hand."""


@dataclass(slots=True)
class Line:
    """One line without its surrounding white space; `indent` is how much stood before it."""

    start: int
    end: int
    text: str
    indent: int


Block = list[Line]


def _blocks(text: str) -> Iterator[Block]:
    """The runs of lines between blank lines."""
    block: Block = []
    position = 0
    for raw in text.split("\n"):
        bare = raw.strip()
        if bare:
            indent = 0 if bare[0] == raw[0] else len(raw) - len(raw.lstrip())
            start = position + indent
            block.append(Line(start, start + len(bare), bare, indent))
        elif block:
            yield block
            block = []
        position += len(raw) + 1
    if block:
        yield block


def _stands_alone(line: Line) -> bool:
    return is_markdown_heading(line.text) or is_caption(line.text) or is_byline(line.text)


def _first_word(line: Line) -> int:
    return len(line.text[:80].split(None, 1)[0])


def _wrapped(above: Line, below: Line, width: int) -> bool:
    """Whether the break between two lines looks made to fit a width, not to end a paragraph."""
    if ends_sentence(above.text) and not above.text.endswith((",", ";")):
        return False
    full = len(above.text) + 1 + _first_word(below) > width
    return below.text[0].islower() or (full and width <= WIDEST_WRAP)


def _is_wrapped_by_hand(blocks: list[Block]) -> bool:
    several = [block for block in blocks if len(block) > 1]
    if not several:
        return False
    width = max(len(line.text) for block in blocks for line in block)
    wraps = ends = 0
    for block in several:
        for above, below in pairwise(block):
            if _wrapped(above, below, width):
                wraps += 1
            elif ends_sentence(above.text):
                ends += 1
    return wraps > ends


def _holds_together(above: Line, below: Line) -> bool:
    """Whether two lines are one paragraph whatever the habit: a heading and what underlines it,
    lines of one block quotation."""
    if is_block_quotation(above.text):
        return is_block_quotation(below.text)
    return is_underline(below.text) and not is_underline(above.text)


def _begins_anew(above: Line, below: Line) -> bool:
    """Whether `below` begins a paragraph although no blank line stands before it."""
    return (
        is_block_quotation(below.text) != is_block_quotation(above.text)
        or is_underline(above.text)
        or is_list_item(below.text)
        or _stands_alone(below)
        or _stands_alone(above)
        or (below.indent >= above.indent + 2 and not is_list_item(above.text))
    )


def _split(block: Block, joined: bool) -> Iterator[Block]:
    """The paragraphs of a block of lines; `joined` tells that these were wrapped by hand."""
    width = max(len(line.text) for line in block)
    joined = joined and any(
        _wrapped(above, below, width) or ends_sentence(above.text)
        for above, below in pairwise(block)
    )
    paragraph = block[:1]
    for above, below in pairwise(block):
        together = _holds_together(above, below) or (joined and not _begins_anew(above, below))
        if not together:
            yield paragraph
            paragraph = []
        paragraph.append(below)
    yield paragraph


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The paragraphs of `text` in order; together they hold all that is not white space.

    Lines of one Markdown block quotation are one paragraph.
    """
    blocks = list(_blocks(text))
    joined = _is_wrapped_by_hand(blocks)
    groups: list[Block] = []
    for block in blocks:
        groups += _split(block, joined) if len(block) > 1 else (block,)
    found = []
    for number, group in enumerate(groups):
        span = Span(group[0].start, group[-1].end)
        kind = kind_of(
            group[0].text if len(group) == 1 else span.of(text),
            first=number == 0,
            last=number == len(groups) - 1,
            underlined=len(group) == 2 and is_underline(group[1].text),
        )
        found.append(Paragraph(span, kind))
    return tuple(found)
