"""EPUB books and magazines: their pages in reading order, all of their text.

After EPUB 3.3 (W3C): `META-INF/container.xml` names the package document, whose spine gives the
order; EPUB 2 has the same in this.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from fr_reader.ingest import plausible
from fr_reader.ingest.files import LIMIT
from fr_reader.ingest.html import page_text
from fr_reader.ingest.page import Page
from fr_reader.ingest.reading import Reading, reading
from fr_reader.model import InputError, Metadata, visible
from fr_reader.safely import xml
from fr_reader.safely.archives import Archive

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_PAGES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml")
_FONTS = (
    "http://www.idpf.org/2008/embedding",
    "http://ns.adobe.com/pdf/enc#RC",
)
"""Ways of hiding fonts, which do not touch the text (EPUB 3.3, section 4.3)."""


def read(data: bytes, name: str, encoding: str | None) -> Reading:
    """The text of the book in `data` in the order of its spine, metadata from Dublin Core.

    Raises InputError where it is damaged, protected against copying, or has no text.
    """
    archive = Archive(data, name)
    _check_open(archive, name)
    where = _package(archive, name)
    package = xml.parse(archive.read(where), f"{name}: {where}", dtd=True)
    blocks: list[str] = []
    size = 0
    for path in _spine(package, where):
        if path not in archive:
            continue
        content = archive.read(path)
        size += len(content)
        if size > 3 * LIMIT:
            raise InputError(f"{visible(name)} has far too much text: split it into its articles")
        blocks.extend(
            Page(page_text(content, f"{name}: {path}", encoding)).blocks if content.strip() else []
        )
    return reading(blocks, _metadata(package), name)


def _check_open(archive: Archive, name: str) -> None:
    """Raise InputError where more than fonts is encrypted."""
    if "META-INF/encryption.xml" not in archive:
        return
    root = xml.parse(archive.read("META-INF/encryption.xml"), f"{name}: encryption.xml", dtd=True)
    for element in root.iter():
        if _local(element) != "EncryptedData":
            continue
        ways = [e.get("Algorithm") for e in element if _local(e) == "EncryptionMethod"]
        if not ways or any(way not in _FONTS for way in ways):
            raise InputError(
                f"{visible(name)} is protected against copying (DRM), so its text cannot be read: "
                "get a copy without protection from its publisher"
            )


def _package(archive: Archive, name: str) -> str:
    root = xml.parse(archive.read("META-INF/container.xml"), f"{name}: container.xml", dtd=True)
    for element in root.iter():
        path = element.get("full-path")
        if _local(element) == "rootfile" and path:
            return path
    raise InputError(f"{visible(name)} does not say where its book begins: it is damaged")


def _spine(package: Element, where: str) -> list[str]:
    """The paths of the pages in reading order, each once."""
    folder = posixpath.dirname(where)
    items: dict[str, str] = {}
    order: list[str] = []
    for element in package.iter():
        kind = _local(element)
        if kind == "item" and element.get("media-type", "") in _PAGES:
            is_contents = "nav" in element.get("properties", "").split()
            path = unquote(element.get("href", "").partition("#")[0])
            if not is_contents:
                items[element.get("id", "")] = posixpath.normpath(posixpath.join(folder, path))
        elif kind == "itemref":
            order.append(element.get("idref", ""))
    return list(dict.fromkeys(items[one] for one in order if one in items))


def _metadata(package: Element) -> Metadata:
    said: dict[str, list[str]] = {}
    for element in package.iter():
        if element.tag.startswith("{http://purl.org/dc/elements/1.1/}"):
            said.setdefault(_local(element), []).append("".join(element.itertext()))

    def first(key: str) -> str:
        return said.get(key, [""])[0]

    known = Metadata(
        title=plausible.title(first("title")),
        authors=tuple(filter(None, map(plausible.name, said.get("creator", [])))),
        publisher=plausible.name(first("publisher")),
        published=plausible.published(first("date")),
        url=next(
            filter(None, map(plausible.url, said.get("identifier", []) + said.get("source", []))),
            "",
        ),
        language=plausible.language(first("language")),
    )
    return plausible.with_origin(known, "Dublin Core")


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
