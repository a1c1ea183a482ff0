"""The texts of a project: in the XML, or in files beside it."""

from __future__ import annotations

import codecs
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fr_reader.exchange.losses import Losses
from fr_reader.exchange.refi.offsets import Text
from fr_reader.exchange.refi.xml_in import child, children, described, local
from fr_reader.model import InputError
from fr_reader.safely.archives import Archive

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_OTHERS = {
    "PictureSource": ("pictures", "PictureSelection"),
    "PDFSource": ("PDF files", "PDFSelection"),
    "AudioSource": ("audio files", "AudioSelection"),
    "VideoSource": ("video files", "VideoSelection"),
}
_TEXTS = {"PictureSource": "TextDescription", "PDFSource": "Representation"}
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """A text with the element it came from, the one whose variables it has, and those whose codes
    and notes are on all of it."""

    element: Element
    text: Text
    name: str
    outer: Element
    wholes: tuple[Element, ...]


def sources(parent: Element | None, archive: Archive, losses: Losses) -> Iterator[Source]:
    """Every text among the sources; pictures, PDFs and recordings are told, their texts kept."""
    for element in parent if parent is not None else ():
        kind = local(element)
        if kind == "TextSource":
            yield from _text(element, element, archive, losses)
        elif kind in _OTHERS:
            what, selection = _OTHERS[kind]
            losses.add(what, "left out: fr-reader keeps texts alone", element.get("name", ""))
            found = len(list(children(element, selection)))
            losses.add(f"selections in {what}", "left out with them", count=found)
            yield from _inner(element, kind, archive, losses)


def _inner(element: Element, kind: str, archive: Archive, losses: Losses) -> Iterator[Source]:
    """The texts of a picture, a PDF or a recording; what is said of all of it is on the first."""
    alone = True
    for inner in children(element, _TEXTS.get(kind, ""), "Transcript"):
        for source in _text(inner, element, archive, losses):
            yield replace(source, wholes=(element, inner)) if alone else source
            alone = False
    if alone:
        found = len(list(children(element, "Coding")))
        losses.add(f"codes of {_OTHERS[kind][0]}", "left out with them", count=found)


def _text(element: Element, outer: Element, archive: Archive, losses: Losses) -> Iterator[Source]:
    name = element.get("name", "") or outer.get("name", "")
    text = content(element, archive, losses)
    if text is None:
        found = len(list(children(element, "PlainTextSelection")))
        rich = element.get("richTextPath") and not element.get("plainTextPath")
        what = "texts that are there as Word or RTF alone" if rich else "texts that are missing"
        why = "export them as plain text, too" if rich else "there are no words of them"
        losses.add(what, f"left out: {why}", name)
        losses.add(f"selections in {what}", "left out with them", count=found)
    elif not text.strip():
        losses.add("empty texts", "left out: there is nothing to read in them", name)
    else:
        yield Source(element, Text(text), " ".join(name.split()), outer, (element,))


def content(element: Element, archive: Archive, losses: Losses) -> str | None:
    """The words of a text, or of a note: in the XML, or in a file of the archive."""
    inline = child(element, "PlainTextContent")
    if inline is not None and inline.text:
        return inline.text
    path = element.get("plainTextPath", "")
    if not path:
        return None
    wanted = path.partition("://")[2] or path
    found = _member(archive, wanted.lstrip("/"))
    if found is None:
        return None
    return _decoded(archive.read(found), found, losses)


def _member(archive: Archive, wanted: str) -> str | None:
    """The file a path means: beside the XML or in a folder, whatever its case."""
    exact = [name for name in archive.names if name in (wanted, f"sources/{wanted}")]
    if exact:
        return exact[0]
    low = wanted.lower().replace("\\", "/")
    last = low.rpartition("/")[2]
    names = {name.lower().replace("\\", "/"): name for name in archive.names}
    found = names.get(low) or names.get(f"sources/{low}")
    same = [name for key, name in names.items() if key.rpartition("/")[2] == last]
    return found or (same[0] if len(same) == 1 and last else None)


def _decoded(data: bytes, name: str, losses: Losses) -> str:
    mark, encoding = next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
    data = data.removeprefix(mark)
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        pass
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise InputError(f"{name} is not in UTF-8: save it as UTF-8 and export it again") from None
    losses.add("texts that are not in UTF-8", "read as Windows-1252", name)
    return text


def memo_of(element: Element, archive: Archive, losses: Losses) -> str:
    """The words of a note."""
    found = content(element, archive, losses) or described(element)
    return found if found.strip() else ""
