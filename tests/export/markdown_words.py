"""What a reader of rendered markdown sees, by markdown-it-py (CommonMark with GitHub's tables)."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])


def parse(markdown: str) -> list[Token]:
    """The tokens of `markdown`."""
    return _PARSER.parse(markdown)


def structure(markdown: str) -> list[str]:
    """The kinds of blocks in `markdown`, opened and closed."""
    return [token.type for token in parse(markdown) if token.type != "inline"]


def words(token: Token) -> str:
    """The text an inline token shows; markup that should not be there is shown as `<type>`."""
    shown = {"text": None, "softbreak": "\n", "em_open": "", "em_close": "", "link_open": ""}
    shown["link_close"] = ""
    parts = []
    for child in token.children or []:
        plain = shown.get(child.type, f"<{child.type}>")
        parts.append(child.content if plain is None else plain)
    return "".join(parts)


def texts(markdown: str) -> list[str]:
    """The words of every paragraph, heading and cell, in order."""
    return [words(token) for token in parse(markdown) if token.type == "inline"]
