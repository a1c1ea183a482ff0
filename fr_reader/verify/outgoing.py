"""Whether what leaves the program says what its articles say."""

from __future__ import annotations

from collections.abc import Iterable

from fr_reader.model import Reading, visible
from fr_reader.verify.finding import find
from fr_reader.verify.library import Library
from fr_reader.verify.matching import matched
from fr_reader.verify.verdict import Finding


def check_outgoing(text: str, readings: Iterable[Reading]) -> list[str]:
    """A sentence for each block quotation in `text` that does not stand in one of the articles
    as it is; nothing where all do."""
    texts = Library.of_readings(readings).texts
    verdicts = (matched(cited, texts) for cited in find(text) if cited.block)
    return [
        f"“{visible(' '.join(each.cited.text.split())[:80])}”: {visible(each.sentence)}"
        for each in verdicts
        if each.finding is not Finding.EXACT
    ]
