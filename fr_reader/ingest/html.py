"""A saved web page: the article in it by trafilatura, without what stands around it."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from fr_reader.ingest.captions import with_captions
from fr_reader.ingest.decode import decode
from fr_reader.ingest.page import Page
from fr_reader.ingest.page_metadata import page_metadata
from fr_reader.ingest.reading import Reading, clean, reading
from fr_reader.model import InputError, visible

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_XML_CHARSET = re.compile(rb"\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})")
_DECLARED_WITHIN = 4096
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_WESTERN = {"iso-8859-1", "latin-1", "latin1", "iso8859-1", "ascii", "us-ascii"}
"""What browsers read as Windows-1252 (WHATWG Encoding Standard, section 4.2)."""
_DEEPEST = 200
_LARGEST = 4_000_000
_MOST = 60_000
_MOST_ANCESTORS = 1_000_000
"""Pages nested deeper, longer or with more elements than this are taken whole: finding the
article in them would take long."""


def read(data: bytes, name: str, encoding: str | None) -> Reading:
    """The article of the page in `data`, without comments, menus and advertisements.

    Nothing is fetched. Raises InputError where the page has no text, where its encoding is not
    certain, and where the extra `html` is not installed.
    """
    extract = _extract(name)
    markup = page_text(data, name, encoding)
    page = Page(markup)
    metadata = page_metadata(page)
    blocks: list[str] = []
    light = page.elements <= _MOST and page.ancestors <= _MOST_ANCESTORS
    if page.depth <= _DEEPEST and light and len(markup) <= _LARGEST:
        found = _article(extract, markup)
        blocks = with_captions(found, page.blocks, frozenset(page.captions)) if found else []
    return reading(blocks or page.blocks, metadata, name)


def page_text(data: bytes, name: str, encoding: str | None) -> str:
    """The markup of a page: `encoding` is believed, then a byte order mark, then what the page
    declares, then UTF-8 and a guess that is sure. Raises InputError as `decode` does."""
    if encoding or data.startswith(_MARKS):
        return decode(data, name, encoding)
    head = data[:_DECLARED_WITHIN]
    declared = _CHARSET.search(head) or _XML_CHARSET.match(head)
    if declared:
        said = declared[1].decode("ascii").lower()
        tried = ("cp1252", "latin-1") if said in _WESTERN else (said,)
        for codec in tried:
            if said.startswith(("utf-16", "utf-32")):
                break  # the declaration could be read, so it is wrong
            try:
                return decode(data, name, codec)
            except InputError:
                continue
    return decode(data, name)


def _extract(name: str) -> Any:
    try:
        from trafilatura import bare_extraction  # noqa: PLC0415 - an extra, and 700 ms
    except ImportError:
        raise InputError(
            f"{visible(name)} is a web page, and reading those needs "
            "trafilatura: pip install 'fr-reader[html]'"
        ) from None
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    return bare_extraction


def _article(extract: Any, markup: str) -> list[str]:
    """The blocks of the article; none where trafilatura finds none or gives up."""
    try:
        found = extract(
            markup,
            favor_recall=True,
            include_comments=False,
            include_tables=True,
            include_links=False,
            include_images=False,
            include_formatting=False,
            deduplicate=False,
            with_metadata=False,
        )
    except Exception:  # whatever a page does to it, the whole page is left
        return []
    body = getattr(found, "body", None)
    if body is None:
        return []
    for line_break in body.iter("lb"):
        line_break.tail = " " + (line_break.tail or "")
    return [block for block in _blocks(body) if block]


def _blocks(body: Any) -> Iterator[str]:
    """The blocks of what trafilatura found, as lines `fr_reader.text.paragraphs` knows."""
    for element in body:
        tag = element.tag if isinstance(element.tag, str) else ""
        if tag == "list":
            for item in element.iter("item"):
                text = clean(_own_text(item))
                yield f"- {text}" if text else ""
        elif tag == "quote":
            inner = [clean(" ".join(part.itertext())) for part in element.iter("p", "item", "head")]
            for text in inner or [clean("".join(element.itertext()))]:
                yield f"> {text}" if text else ""
        elif tag == "table":
            for row in element.iter("row"):
                cells = [clean(" ".join(cell.itertext())) for cell in row.iter("cell")]
                yield " | ".join(filter(None, cells))
        elif tag in ("div", "section", "figure"):
            yield from _blocks(element)
        elif tag:
            yield clean("".join(element.itertext()))
        yield clean(element.tail or "")


def _own_text(item: Any) -> str:
    """The text of a list item without that of the items of lists in it."""
    parts = [item.text or ""]
    for element in item:
        if element.tag != "list":
            parts += [" ", *element.itertext()]
        parts.append(element.tail or "")
    return "".join(parts)
