"""How a citation is written down: as plain text, or as markdown that keeps its italics and links.

Styles are written once, over these three words. Nothing an article says is ever markup: in
markdown it is escaped, and in both what would command a terminal becomes a visible symbol.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from fr_reader.export.markdown import field
from fr_reader.model import visible

LINK = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%]+")
"""An address that is safe between the angle brackets of markdown."""


@dataclass(frozen=True, slots=True)
class Script:
    """Plain text, or markdown."""

    markdown: bool

    def text(self, words: str) -> str:
        """`words` upright, on one line."""
        return field(words) if self.markdown else visible(" ".join(words.split()))

    def italic(self, words: str) -> str:
        """`words` in italics, which plain text does not have."""
        set_ = self.text(words)
        return f"*{set_}*" if self.markdown and set_ else set_

    def link(self, url: str, protocol: bool = True) -> str:
        """`url`, a link where that is safe; plain text may leave `https://` out."""
        if self.markdown:
            return f"<{url}>" if LINK.fullmatch(url) else self.text(url)
        return self.text(url if protocol else re.sub(r"\Ahttps?://", "", url))


PLAIN = Script(False)
MARKDOWN = Script(True)
