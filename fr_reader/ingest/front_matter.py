"""The lines of metadata many markdown files begin with.

A small, careful part of what is in use: between `---` lines, `key: value` with plain or quoted
values and lists of names (YAML's simplest forms); between `+++` lines, TOML. Other tools write
these lines for themselves, so what is not understood is passed over. The lines stay in the text.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from fr_reader.ingest.toml import TomlError, parse
from fr_reader.model import Metadata

_BLOCK = re.compile(r"(---|\+\+\+)[ \t]*\n(.*?)^(?:\1|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_LONGEST = 20_000
_LINE = re.compile(r"([A-Za-z_-]+):(?:[ \t]+(.*))?$")
_ITEM = re.compile(r"[ \t]*-[ \t]+(.*)$")
_KEYS = {
    "title": "title",
    "author": "authors",
    "authors": "authors",
    "publisher": "publisher",
    "date": "published",
    "published": "published",
    "url": "url",
    "lang": "language",
    "language": "language",
}


def front_matter(text: str) -> Metadata:
    """What the front matter of `text` says; empty metadata where there is none. Never raises."""
    block = _BLOCK.match(text[:_LONGEST])
    if not block:
        return Metadata()
    table = _toml(block[2]) if block[1] == "+++" else _yaml(block[2])
    known: dict[str, Any] = {}
    for key, value in table.items():
        field = _KEYS.get(key.lower())
        names = _names(value)
        if field and names and field not in known:
            known[field] = names if field == "authors" else names[0]
    return Metadata(**known)


def after_front_matter(text: str) -> str:
    """`text` from behind its front matter on; all of it where there is none."""
    block = _BLOCK.match(text[:_LONGEST])
    return text[block.end() :] if block else text


def _toml(block: str) -> dict[str, Any]:
    try:
        return parse(block)
    except TomlError:
        return {}


def _yaml(block: str) -> dict[str, Any]:
    table: dict[str, Any] = {}
    key = ""
    for line in block.split("\n"):
        pair, item = _LINE.match(line), _ITEM.match(line)
        if pair:
            key = pair[1]
            table.setdefault(key, _value(pair[2] or ""))
        elif item and key and isinstance(table[key], list):
            table[key].append(_scalar(item[1]))
    return table


def _value(written: str) -> str | list[str]:
    """A scalar, or a list: `[a, b]` on the line, or nothing because the items follow below."""
    written = written.strip()
    if not written:
        return []
    if written.startswith("[") and written.endswith("]"):
        return [_scalar(item) for item in written[1:-1].split(",")]
    return _scalar(written)


def _scalar(written: str) -> str:
    written = written.strip()
    if len(written) >= 2 and written[0] == written[-1] == "'":
        return written[1:-1].replace("''", "'")
    if len(written) >= 2 and written[0] == written[-1] == '"':
        try:
            return str(json.loads(written))
        except ValueError:
            return ""
    if written[:1] in {"{", "[", "|", ">", "&", "*", "!", "'", '"', "#"}:
        return ""  # more of YAML than is understood here
    return written.partition(" #")[0].rstrip()


def _names(value: object) -> tuple[str, ...]:
    """The value as the texts in it, white space joined; nothing for what is no text."""
    values = value if isinstance(value, list) else [value]
    texts = (v.isoformat() if isinstance(v, date) else v for v in values)
    joined = (" ".join(text.split()) for text in texts if isinstance(text, str))
    return tuple(text for text in joined if text)
