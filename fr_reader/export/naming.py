"""File names of notes, made from the names of what they are about: safe on every system, unique.

Names that would be the same file where case or accents do not count are told apart by the kind of
what they name, and then by a few digits made of its id: who comes first keeps the plain name, and
no later one changes the name of another.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Iterable

from fr_reader.export.document import Ref
from fr_reader.model import slug

LONGEST = 80
_LONGEST_BYTES = 180
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|conin\$|conout\$)(?:\..*)?", re.IGNORECASE)
INDEXES = {"article": "articles", "speaker": "speakers", "code": "codes"}
"""The name of the index of each kind of note; no other note has it."""


def plain_name(name: str) -> str:
    """`name` as people read it, without what a file or a wikilink cannot hold; may be empty.

    Letters, marks and digits of any script stay, with spaces and a few signs; everything else
    becomes a space. Percent signs, brackets and runs of underscores mean something in links.
    """
    composed = unicodedata.normalize("NFC", name)
    kept = "".join(char if _stays(char) else " " for char in composed)
    single = re.sub(r"__+", "_", " ".join(kept.split()))[:LONGEST]
    while len(single.encode("utf-8", "replace")) > _LONGEST_BYTES:
        single = single[:-1]
    return single.strip(" .-_,")


def slug_name(name: str) -> str:
    """`name` as a slug: lower-case ASCII letters, digits and hyphens; empty where none is left."""
    made = slug(name)
    return "" if made.startswith("untitled-") and not name.lower().startswith("untitled") else made


def stems(refs: Iterable[Ref], plain: Callable[[str], str]) -> dict[Ref, str]:
    """A file name without its suffix for each of `refs`, all different.

    `plain` makes a name fit for a file. Earlier ones have the plainer names.
    """
    taken = {_folded(name) for name in INDEXES.values()}
    found: dict[Ref, str] = {}
    for ref in refs:
        marked = hashlib.sha256(f"{ref.kind} {ref.id}".encode("utf-8", "surrogatepass")).hexdigest()
        base = plain(ref.name) or ref.kind
        if _RESERVED.fullmatch(base):
            base = plain(f"{ref.kind} {base}")
        tries = [base, plain(f"{base} {ref.kind}")]
        tries += [plain(f"{base[:40]} {marked[:n]}") for n in (4, 8, 16)]
        stem = next(t for t in tries if _folded(t) not in taken)
        taken.add(_folded(stem))
        found[ref] = stem
    return found


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _stays(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN" or char in "-_'’,.& "
