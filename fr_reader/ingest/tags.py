"""Markup to tags and text in one pass that never looks back.

The standard library's HTML parser may look for the end of a tag again from every `<`
(CVE-2025-6069 and its kin), which took half a minute for a hostile page of 60 kB (measured with
Python 3.11.7); here each character is looked at a bounded number of times. Rules after the HTML
standard's tokenization, simplified: what is not closed when the page ends is dropped, scripts and
styles end at their end tag only.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Protocol

_NAME = re.compile(r"[A-Za-z][^\s/>]{0,100}")
_ATTRIBUTE = re.compile(
    r"[\s/]*+([^\s=>/][^\s=>/]*+)(?:\s*+=\s*+(\"[^\"]*+\"|'[^']*+'|[^\s>]*+))?", re.DOTALL
)
_TAG_END = re.compile(r"[\s/=]*+>")
_RAW = {
    tag: re.compile(rf"</{tag}(?=[\s/>])", re.IGNORECASE)
    for tag in ("script", "style", "title", "textarea", "xmp", "noframes")
}
_MOST_ATTRIBUTES = 200
_LONGEST_REFERENCE = 2_000_000


class Handler(Protocol):
    """What is told of tags and text, in the page's order."""

    def start(self, tag: str, attributes: dict[str, str], closed: bool) -> None:
        """A start tag; `closed` tells that it closes itself (`<x/>`)."""

    def end(self, tag: str) -> None:
        """An end tag."""

    def text(self, text: str) -> None:
        """Text between tags, its character references resolved; a script's as it stands."""


def walk(markup: str, handler: Handler, *, xml: bool = False) -> None:
    """Tell `handler` of the tags and texts of `markup`. In XML any element may close itself."""
    at = 0
    while at < len(markup):
        opening = markup.find("<", at)
        if opening < 0:
            handler.text(unescape(markup[at:]))
            return
        if opening > at:
            handler.text(unescape(markup[at:opening]))
        at = _tag(markup, opening, handler, xml)


def _tag(markup: str, at: int, handler: Handler, xml: bool) -> int:
    """Tell of the tag that begins `at`; where what follows it begins."""
    if markup.startswith("<!--", at):
        return _after(markup, "-->", at + 4)
    if markup.startswith("<![CDATA[", at):
        stop = markup.find("]]>", at)
        handler.text(markup[at + 9 : stop if stop >= 0 else None])
        return _after(markup, "]]>", at)
    if markup[at + 1 : at + 2] in ("!", "?"):
        return _after(markup, ">", at)
    if markup[at + 1 : at + 2] == "/":
        name = _NAME.match(markup, at + 2)
        stop = _after(markup, ">", at)
        if name:
            handler.end(name[0].lower())
        return stop
    name = _NAME.match(markup, at + 1)
    if not name:
        handler.text("<")
        return at + 1
    return _start(markup, name[0].lower(), name.end(), handler, xml)


def _start(markup: str, tag: str, at: int, handler: Handler, xml: bool) -> int:
    attributes: dict[str, str] = {}
    while (end := _TAG_END.match(markup, at)) is None:
        found = _ATTRIBUTE.match(markup, at)
        if found is None:
            at += 1
            if at >= len(markup):
                return at
            continue
        value = found[2] or ""
        if value[:1] in ('"', "'") and value[-1:] == value[:1] and len(value) > 1:
            value = value[1:-1]
        if len(attributes) < _MOST_ATTRIBUTES:
            attributes.setdefault(found[1].lower()[:100], unescape(value[:_LONGEST_REFERENCE]))
        at = found.end()
    closed = markup[end.end() - 2] == "/"
    handler.start(tag, attributes, closed)
    at = end.end()
    raw = _RAW.get(tag)
    if raw is None or (closed and xml):
        return at
    stop = raw.search(markup, at)
    inside = markup[at : stop.start() if stop else len(markup)]
    if inside:
        handler.text(unescape(inside) if tag in ("title", "textarea") else inside)
    if stop is None:
        return len(markup)
    handler.end(tag)
    return _after(markup, ">", stop.start())


def _after(markup: str, end: str, at: int) -> int:
    """Where what follows the next `end` begins; the end of the page where there is none."""
    found = markup.find(end, at)
    return found + len(end) if found >= 0 else len(markup)
