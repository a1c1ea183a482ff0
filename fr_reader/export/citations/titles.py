"""Titles inside a citation: quotation marks in quotation marks, points at the end, short forms.

A title keeps its words and its capitals. APA asks for sentence case, MLA and Chicago for headline
case; either would change what the author wrote, and no rule tells “Apple” from “apple”, so the
capitals are left to the one who cites.
"""

from __future__ import annotations

import re

from fr_reader.text.grammar import word_set

_OPENS_AFTER = " \t([{—–-“‘«‹/"
_FLIPPED = {"“": "‘", "”": "’", "„": "‚", "‟": "‘"}
_CLOSERS = "’”\"'»›)]"
_ARTICLE = re.compile(r"(?:an?|the)\s+(?=\S)", re.IGNORECASE)
_WORDS = 4
_NOT_LAST = word_set(
    "a an and as at but by for from in into is it its of on or over that the to with"
)


def nested(title: str) -> str:
    """`title` as it stands inside double quotation marks: its own double marks become single.

    Straight marks take the direction their place gives them. Single marks within double ones
    become double; an apostrophe stays. Guillemets stay as they are.
    """
    out: list[str] = []
    depth = 0
    inner = 0
    low = False
    for at, char in enumerate(title):
        opens = at == 0 or title[at - 1] in _OPENS_AFTER
        follows = title[at + 1 : at + 2]
        turned = char
        if char == '"':
            turned = "‘" if opens else "’"
            depth += 1 if opens else -1
        elif char in _FLIPPED:
            turned = _FLIPPED[char]
            closes = char == "”" or (char == "“" and low)
            depth += -1 if closes else 1
            low = char == "„"
        elif depth > 0 and char == "‘" and opens:
            turned, inner = "“", inner + 1
        elif inner and char == "’" and not follows.isalnum():
            turned, inner = "”", inner - 1
        depth = max(0, depth)
        out.append(turned)
    return "".join(out)


def ended(title: str, point: str = ".") -> str:
    """`title` with `point` at its end, inside closing quotation marks, the American way.

    A full point is left out behind `.`, `?`, `!` and `…`; a comma only behind `.`.
    """
    body = title.rstrip(_CLOSERS)
    if not body:
        return title + point
    closers = title[len(body) :]
    kept = "" if {")", "]"}.isdisjoint(closers) else closers
    body, closers = body + kept, closers if not kept else ""
    if point == ".":
        return title if body[-1] in ".?!…" else body + point + closers
    return body.removesuffix(".") + point + closers


def quoted(title: str, point: str = "") -> str:
    """`title` in double quotation marks, with `point` inside them."""
    within = nested(title)
    return f"“{ended(within, point) if point else within}”"


def short(title: str) -> str:
    """The short form of `title`: four words at the most, no article at the start.

    Words behind a colon or a dash go first (Chicago 17, 14.33; MLA 9, 6.10): a title cut in the
    middle does not end on a small word such as “of”. No rule finds the noun phrase the handbooks
    would like; the first words find the entry, and that is what a short form is for.
    """
    bare = _ARTICLE.sub("", title, count=1) if _ARTICLE.match(title) else title
    words = bare.split()
    if len(words) <= _WORDS:
        return bare
    main = re.split(r":\s|\s[—–-]\s", bare, maxsplit=1)[0].split()
    if 2 <= len(main) <= _WORDS:
        return " ".join(main)
    words = words[:_WORDS]
    while len(words) > 1 and words[-1].casefold().strip("“”‘’\"',") in _NOT_LAST:
        words.pop()
    return _balanced(" ".join(words).rstrip(",;:—–- "))


def _balanced(cut: str) -> str:
    """`cut` with the quotation marks closed that were open where it was cut."""
    missing = cut.count("“") - cut.count("”")
    if cut.count('"') % 2:
        cut += '"'
    return cut + "”" * max(0, missing)
