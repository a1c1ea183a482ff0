"""Words and marks of a text, with typographic twins made one.

A token is a word, a number with its separators, or a single mark. Curly and straight marks, outer
and nested quotation marks, the kinds of dash, the ways to write an ellipsis and the composed and
decomposed forms of a letter are one; white space, line ends and soft hyphens are none. Case
counts, and so does every other mark.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from fr_reader.model import visible_text

QUOTE = '"'
ELLIPSIS = "…"
_NUMBER = r"\d+(?:[.,:]\d+)*\w*"  # with letters that stand on it: a lost space changes it
_WORD = r"[^\W\d_](?:[\w\u00ad\u0300-\u036f]|['’ʼ](?=[^\W_]))*"
_TOKEN = re.compile(rf"(?:\.[ \u00a0]?){{2}}\.|…|{_NUMBER}|{_WORD}|\w|[^\w\s]")
_QUOTES = dict.fromkeys("“”„‟\"«»‹›‘’‚‛'`´", QUOTE)
_DASHES = dict.fromkeys("‐‑‒–—―−-", "-")
_TWINS = {**_QUOTES, **_DASHES}
_INVISIBLE = ("\u00ad", "\u200b", "\u2060")
_APOSTROPHES = re.compile("[’ʼ]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark: its folded form and its place in the text, in code points, half-open."""

    form: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number."""
        return self.form[:1].isalnum()


def tokens(text: str) -> list[Token]:
    """The tokens of a text, in its order. Control characters count as the symbols shown for
    them, so that what left through an export is the same as what stands in the article."""
    shown = visible_text(text)
    found = []
    for match in _TOKEN.finditer(shown):
        raw = match[0]
        if raw not in _INVISIBLE:
            found.append(Token(_form(raw), match.start(), match.end()))
    return found


def _form(raw: str) -> str:
    if len(raw) == 1:
        return _TWINS.get(raw, raw)
    if raw[0] == ".":
        return ELLIPSIS
    plain = _APOSTROPHES.sub("'", raw.replace("\u00ad", ""))
    return plain if plain.isascii() else unicodedata.normalize("NFC", plain)
