"""Whether what leaves the program says what its articles say, character for character."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fr_reader.model import Article, ExportError, visible, visible_text
from fr_reader.verify.finding import find

_OMISSION = "[…]"


def check_outgoing(text: str, sources: Iterable[Article]) -> list[str]:
    """A sentence for each block quotation in `text` that stands in none of the articles.

    All characters but white space must be the article's, in one run or with omissions marked by
    `[…]`: no twin and no editor's bracket is let through, since nothing here puts one in. A
    passage may begin or end inside of a word. Indented block quotations are a memo's, the user's
    own writing, and let be.
    """
    articles = [_squeezed(article.text) for article in sources]
    quoted = [each for each in find(text) if each.block and _at_margin(text, each.offset)]
    return [
        f"“{visible(' '.join(cited.text.split())[:80])}” does not stand like this in the article"
        for cited in quoted
        if not any(_stands(_squeezed(cited.text), article) for article in articles)
    ]


def _at_margin(text: str, offset: int) -> bool:
    return text.startswith(">", text.rfind("\n", 0, offset) + 1)


def passed(text: str, sources: Iterable[Article]) -> str:
    """`text`, where `check_outgoing` finds nothing. Raises ExportError, naming the first fault."""
    faults = check_outgoing(text, sources)
    if faults:
        raise ExportError(
            f"nothing was handed out, since a quotation is not as it was: {faults[0]}"
        )
    return text


def _squeezed(text: str) -> str:
    return "".join(visible_text(text).split())


def _stands(quoted: str, article: str) -> bool:
    return quoted in article or _in_order(quoted.split(_OMISSION), article)


def _in_order(parts: Sequence[str], article: str) -> bool:
    at = 0
    for part in parts:
        found = article.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True
