"""Stems, so that “evicted” and “evictions” speak for the same code."""

from __future__ import annotations

from functools import lru_cache
from typing import Any


@lru_cache(maxsize=1)
def _stemmer() -> Any:
    from nltk.stem.snowball import EnglishStemmer  # noqa: PLC0415 - nltk takes most of a second

    return EnglishStemmer()


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """The stem of a word in lower case, by Porter's second English stemmer (Snowball)."""
    return str(_stemmer().stem(word.replace("’", "'")))
