"""Finding the quotations in a document: block quotations, and words in marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from fr_reader.verify.blocks import Block, blocks
from fr_reader.verify.inline import Plain

_CLOSES = {"“": "”", "«": "»", "„": "“”", '"': '"', "‘": "’"}
_MARK = re.compile('[“”«»„"]|(?<![\\w])‘(?=\\w)|’(?!\\w)')
_ATTRIBUTION = re.compile(r"\s*(?:—|–|―|--)\s*(?=\S)")
_TITLE = re.compile(r",?\s*(?:[“\"*_<(]|¶|\[)")
_NOBODY = "no speaker marked"
"""What notes say in the place of a speaker nobody has marked."""

_IN_TEXT = re.compile(r"\([^()\n]{1,300}(?:par(?:a|as)?\.|¶)\s*[0-9][^()\n]{0,40}\)\.?\s*$")
"""A citation in the text at the end of an attribution: the work itself follows below."""
_PARENTHESIS = re.compile(r"\s*\([^()\n]{1,300}\)\.?\s*$")


@dataclass(frozen=True, slots=True)
class Cited:
    """One quotation of a document: its words, where it begins (a document offset), the speaker
    its attribution names or empty, whether it is a block quotation, and the offsets of what is
    meant literally in `text`."""

    text: str
    offset: int
    speaker: str = ""
    block: bool = False
    escaped: frozenset[int] = frozenset()


def find(document: str) -> list[Cited]:
    """The quotations of a document, in its order.

    A block quotation is one quotation without its line of attribution; elsewhere it is what
    stands between marks, over several paragraphs where each opens again.
    """
    found: list[Cited] = []
    for group, members in groupby(blocks(document), key=lambda block: block.group):
        paragraphs = list(members)
        found += _in_block(paragraphs) if group else _in_prose(paragraphs)
    return sorted(found, key=lambda cited: cited.offset)


def _in_block(paragraphs: list[Block]) -> Iterator[Cited]:
    """The quotations of one block quotation, each ended by an attribution or by its end."""
    held: list[Plain] = []
    depth = 0
    for number, block in enumerate(paragraphs):
        text = block.words.text
        last = _ends(paragraphs, number)
        if held and block.depth != depth:  # a quotation inside of the quotation
            yield _joined(held, "")
            held = []
        depth = block.depth
        attribution = _ATTRIBUTION.match(text)
        entry = not last and bool(held) and _ends(paragraphs, number + 1)
        if attribution and (last or (entry and _IN_TEXT.search(text))):
            if held:
                yield _joined(held, _name(text[attribution.end() :]))
            held = []
            if entry:  # the work cited stands in a paragraph of its own below
                return
        elif held and last and _PARENTHESIS.fullmatch(text):
            yield _joined(held, "")
            held = []
        elif text.strip():
            held.append(block.words)
    if held:
        yield _joined(held, "")


def _ends(paragraphs: Sequence[Block], number: int) -> bool:
    """Whether a paragraph is the last one of its block quotation."""
    after = number + 1
    return after == len(paragraphs) or paragraphs[after].depth != paragraphs[number].depth


def _name(attribution: str) -> str:
    """The name an attribution begins with; empty where it begins with a title."""
    if _TITLE.match(attribution) or attribution.startswith(_NOBODY):
        return ""
    name = re.split(r", (?=[“\"*_<(¶\[]|by )| \(", attribution, maxsplit=1)[0]
    return "" if len(name) > 120 else name.strip(" ,.\n")


def _joined(parts: Sequence[Plain], speaker: str) -> Cited:
    escaped: set[int] = set()
    at = 0
    for part in parts:
        escaped.update(at + offset for offset in part.escaped)
        at += len(part.text) + 2
    text = "\n\n".join(part.text for part in parts)
    return Cited(text, parts[0].origin[0], speaker, True, frozenset(escaped))


def _in_prose(paragraphs: list[Block]) -> Iterator[Cited]:
    held: list[tuple[Plain, int, int]] = []
    for block in paragraphs:
        words = block.words
        reopened = words.text.lstrip()[:1] in ("“", '"')
        if held and not reopened:
            held = []
        for start, end, closed in _between(words.text):
            if held and (start > 2 or not reopened):
                held = []
            held.append((words, start, end))
            if closed:
                yield _pieces(held)
                held = []


def _between(text: str) -> Iterator[tuple[int, int, bool]]:
    """The stretches between outer marks, and whether each is closed in this paragraph."""
    wanted, start, opener, depth = "", 0, "", 0
    for match in _MARK.finditer(text):
        mark = match[0]
        if not opener:
            if mark in _CLOSES:
                opener, wanted, start, depth = mark, _CLOSES[mark], match.end(), 1
        elif mark in wanted:
            depth -= 1
            if not depth:
                yield start, match.start(), True
                opener = ""
        elif mark == opener:
            depth += 1
    if opener in ("“", '"'):
        yield start, len(text), False


def _pieces(held: Sequence[tuple[Plain, int, int]]) -> Cited:
    text = ""
    escaped: set[int] = set()
    for words, start, end in held:
        text += "\n\n" if text else ""
        escaped.update(o - start + len(text) for o in words.escaped if start <= o < end)
        text += words.text[start:end]
    first, start, _ = held[0]
    return Cited(text, first.origin[max(0, start - 1)], "", False, frozenset(escaped))
