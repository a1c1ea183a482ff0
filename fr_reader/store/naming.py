"""Safe and unique names for articles and coders, as ids and as file names."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import chain, count

from fr_reader.model import StoreError, slug, visible

LONGEST_ID = 80
LONGEST_CODER = 60


def is_safe(article_id: str) -> bool:
    """Whether an id can name a file, here and on every system."""
    return bool(re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", article_id))


def article_id(wanted: str, taken: Callable[[str], bool]) -> str:
    """`wanted`, made a safe file name, or with the first free number: `id-2`, `id-3` …"""
    stem = wanted if is_safe(wanted) and len(wanted) <= LONGEST_ID else slug(wanted)
    names = chain([stem], (f"{stem}-{number}" for number in count(2)))
    return next(name for name in names if not taken(name))


def coder_file(coder: str) -> str:
    """The name of the file a coder's annotations are in.

    Small letters, digits, hyphens and underscores stand for themselves, every other byte as
    `%XX`, so no two coders share a file, also where case does not count.
    """
    kept = b"abcdefghijklmnopqrstuvwxyz0123456789-_"
    raw = coder.encode("utf-8", "surrogatepass")
    return "".join(chr(byte) if byte in kept else f"%{byte:02x}" for byte in raw) + ".jsonl"


def check_coder(coder: str) -> str:
    """`coder`. Raises StoreError if it cannot name a file."""
    if not coder or len(coder_file(coder)) > 3 * LONGEST_CODER:
        raise StoreError(
            f"{visible(coder)[:LONGEST_CODER]!r} cannot be a coder: "
            f"take a name of one to {LONGEST_CODER} plain letters"
        )
    return coder
