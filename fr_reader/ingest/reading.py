"""What a reader of a format finds in a file: a plain text and what the file says about it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from fr_reader.ingest.files import LIMIT
from fr_reader.model import InputError, Metadata, visible

_CONTROLS = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """The text of an article, paragraphs parted by blank lines, and its own metadata."""

    text: str
    metadata: Metadata = field(default_factory=Metadata)


def clean(text: str) -> str:
    """`text` in one line: white space joined, control characters and lone surrogates left out.

    Soft hyphens go too: they say where a word may be broken, not how it is written.
    """
    return " ".join(_CONTROLS.sub("", text).replace("\xad", "").split())


def reading(blocks: Iterable[str], metadata: Metadata, name: str) -> Reading:
    """The reading of the paragraphs `blocks`, with the title first where they do not begin so.

    Raises InputError, naming the file `name`, where no block has a word, and where the text has
    more than 20 MB.
    """
    kept = [block for block in blocks if any(map(str.isalnum, block))]
    if not kept:
        raise InputError(f"{visible(name)} has no text in it: there is nothing to read")
    if metadata.title and not _begins_with(kept[0], metadata.title):
        kept.insert(0, metadata.title)
    text = "\n\n".join(kept) + "\n"
    if len(text) > LIMIT or len(text.encode("utf-8")) > LIMIT:
        raise InputError(
            f"{visible(name)} has more than {LIMIT // 1_000_000} MB of text, the most fr-reader "
            "reads: split it into its articles"
        )
    return Reading(text, metadata)


def _begins_with(block: str, title: str) -> bool:
    """Whether the first block is the title, marks and capitals aside, or holds no more than it."""
    first, wanted = _letters(block[:1000]), _letters(title)
    return first == wanted or (len(first) > 12 and wanted.startswith(first))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))
