"""The keys articles are called by in bibliographies, as in `holland2026council`.

The first author's family name (or else the publication's, without its “The”), the year and the
first word of the title that says something, in ASCII letters and digits: the convention of BibTeX.
Where two articles would have the same key the one that came into the project first keeps it and
the later ones get `a`, `b`, … `z`, `aa`; so a new article never changes the key of an older one.
Removing one may.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from itertools import count

from fr_reader.export.citations.work import Work, work_of
from fr_reader.model import Metadata
from fr_reader.text.grammar import word_set

_SMALL = word_set("""
    a an the and as at but by for from how if in into is it its no of on or over that this to was
    what when where who why will with
    der die das ein eine und le la les un une et el los las de del
    """)
_LONGEST = 40


def keys(articles: Iterable[tuple[str, Metadata]]) -> dict[str, str]:
    """The key of each article by its id; `articles` in the order of the project."""
    taken: set[str] = set()
    found: dict[str, str] = {}
    for article_id, metadata in articles:
        first = base_key(work_of(metadata), article_id)
        key = first
        for number in count(1) if first in taken else ():
            key = first + _letters(number)
            if key not in taken:
                break
        taken.add(key)
        found[article_id] = key
    return found


def base_key(work: Work, article_id: str = "") -> str:
    """The key of `work` were it alone; made from `article_id` where nothing is known of it."""
    by = re.sub(r"\A[Tt]he\s+", "", work.authors[0].surname if work.authors else work.publisher)
    words = [plain for word in re.split(r"[\s\-—–/]+", work.title) if (plain := _plain(word))]
    word = next((word for word in words if word not in _SMALL), words[0] if words else "")
    named = (
        _plain(by)[:_LONGEST] + (str(work.date.year) if work.date.year else "") + word[:_LONGEST]
    )
    return named if re.search("[a-z]", named) else f"article{_plain(article_id) or named}"


def _plain(text: str) -> str:
    ascii_ = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", ascii_)


def _letters(number: int) -> str:
    """`a` for 1, `z` for 26, `aa` for 27."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters
