"""Pieces of HTML: every text escaped, every element closed."""

from __future__ import annotations

import re
from html import escape

from fr_reader.model import visible_text

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_ADDRESS = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")


def text(words: str) -> str:
    """`words` as text of HTML, also inside of an attribute; controls are shown as symbols."""
    return escape(visible_text(words), quote=True)


def name(words: str, otherwise: str = "somebody") -> str:
    """A name, kept apart from the direction of what is around it."""
    return f'<bdi dir="auto">{text(words.strip() or otherwise)}</bdi>'


def language(code: str) -> str:
    """The attribute that says in which language a text is, if that is known."""
    return f' lang="{code}"' if _LANGUAGE.fullmatch(code) else ""


def link(address: str, inner: str) -> str:
    """`inner`, HTML, leading to a web address; bare where it is none."""
    if not _ADDRESS.fullmatch(address):
        return inner
    return f'<a href="{text(address)}" rel="noreferrer noopener">{inner}</a>'


def counted(number: int, one: str, many: str) -> str:
    """`1 quotation`, `2 quotations`."""
    return f"{number:,} {one if number == 1 else many}"
