"""Words that must come out of TeX as they went in, and words out of TeX."""

from __future__ import annotations

import re

_NAMES = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "^": r"\textasciicircum{}",
    "~": r"\textasciitilde{}",
    '"': r"\textquotedbl{}",
    "$": r"\$",
    "&": r"\&",
    "%": r"\%",
    "#": r"\#",
    "_": r"\_",
    "@": "{@}",
    "`": r"\textasciigrave{}",
}
_SPECIAL = re.compile(r'[\\{}^~"$&%#_@`]')
_LIGATURE = re.compile(r"-(?=-)|'(?=')")
_BACK = {
    "textbackslash": "\\",
    "textbraceleft": "{",
    "textbraceright": "}",
    "textasciicircum": "^",
    "textasciitilde": "~",
    "textquotedbl": '"',
    "textasciigrave": "`",
    "textendash": "–",
    "textemdash": "—",
    "ss": "ß",
    "ae": "æ",
    "AE": "Æ",
    "oe": "œ",
    "OE": "Œ",
    "o": "ø",
    "O": "Ø",
    "aa": "å",
    "AA": "Å",
    "l": "ł",
    "L": "Ł",
    "i": "i",
    "j": "j",
    "ldots": "…",
    "dots": "…",
}
_ACCENTS = {
    "`": "\u0300",
    "'": "\u0301",
    "^": "\u0302",
    "~": "\u0303",
    "=": "\u0304",
    "u": "\u0306",
    ".": "\u0307",
    '"': "\u0308",
    "r": "\u030a",
    "H": "\u030b",
    "v": "\u030c",
    "c": "\u0327",
    "k": "\u0328",
}
_LIGATURES = {"--": "–", "---": "—", "``": "“", "''": "”"}
_TOKEN = re.compile(
    r"""
      \\(?P<accent>[`'^~=."]|[urHvck](?![A-Za-z]))\s*(?:\{\s*)?(?P<letter>\\[ij](?![A-Za-z])|[^\W\d_])\}?
    | \\(?P<name>[A-Za-z]{1,40})(?:\{\}|\ ?)
    | \\(?P<char>[^A-Za-z])
    | (?P<brace>[{}])
    | (?P<tie>~)
    | (?P<dash>-{2,3}|``|'')
    """,
    re.VERBOSE,
)


def escaped(text: str) -> str:
    """`text` with what TeX and BibTeX give a meaning written by its name."""
    named = _SPECIAL.sub(lambda match: _NAMES[match[0]], text)
    return _LIGATURE.sub(r"\g<0>{}", named)


def unescaped(tex: str) -> str:
    """The words of `tex`: names, accents and escapes resolved, braces dropped, ties as blanks.

    An unknown command stays as its name without the backslash. Of words without line breaks and
    doubled blanks it is the inverse of `escaped`.
    """
    from unicodedata import normalize  # noqa: PLC0415 - only where there is an accent

    def word(match: re.Match[str]) -> str:
        if match["accent"]:
            letter = match["letter"].lstrip("\\")
            return normalize("NFC", letter + _ACCENTS[match["accent"]])
        if match["name"]:
            return _BACK.get(match["name"], match["name"])
        if match["char"]:
            return match["char"]
        if match["dash"]:
            return _LIGATURES[match["dash"]]
        return " " if match["tie"] else ""

    return _TOKEN.sub(word, tex)
