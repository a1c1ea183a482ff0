"""Words broken at the ends of lines, made whole again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+(?:[-‐][^\W\d_]+)*)[-‐]$")
_BEGIN = re.compile(r"[^\W\d_]+")


def vocabulary(lines: Iterable[str]) -> Counter[str]:
    """How often each word is written whole within the lines of a document, in small letters."""
    return Counter(word.lower() for line in lines for word in _WORD.findall(line[:5000]))


def join(above: str, below: str, words: Counter[str]) -> str:
    """Two lines of one paragraph as one, after `seam`."""
    kept, between = seam(above, below, words)
    return f"{kept}{between}{below}"


def seam(above: str, below: str, words: Counter[str]) -> tuple[str, str]:
    """What is kept of the upper of two lines, and what comes between them.

    A word broken by a hyphen is joined where its rest begins with a small letter, unless the
    document writes it with the hyphen elsewhere, and more often than without.
    """
    broken, rest = _BROKEN.search(above[-80:]), _BEGIN.match(below[:80])
    if not broken or not rest:
        return above, "" if above.endswith("-") and below[:1].isdigit() else " "
    if rest[0] in {"and", "or", "und", "oder"}:
        return above, " "
    hyphened, whole = f"{broken[1]}-{rest[0]}".lower(), f"{broken[1]}{rest[0]}".lower()
    if not rest[0][0].islower() or words[hyphened] > words[whole]:
        return above, ""
    return above[:-1], ""
