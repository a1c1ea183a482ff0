"""Word documents: their paragraphs as plain text, without footnotes, comments and deletions."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from fr_reader.ingest import plausible
from fr_reader.ingest.reading import Reading, clean, reading
from fr_reader.model import InputError, Metadata, visible
from fr_reader.safely import xml
from fr_reader.safely.archives import Archive

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OUT = frozenset(_W + tag for tag in ("del", "moveFrom", "txbxContent", "instrText", "pPr"))
_BREAKS = frozenset(_W + tag for tag in ("tab", "br", "cr"))
_HYPHEN = _W + "noBreakHyphen"


def read(data: bytes, name: str, encoding: str | None) -> Reading:  # noqa: ARG001 - XML says its own
    """The text of the document in `data`, table rows with ` | ` between cells, lists with `- `.

    Tracked insertions are read, deletions are not. Raises InputError where it is damaged, declares
    entities or would unpack to too much, and where the extra `docx` is not installed.
    """
    try:
        from docx import Document  # noqa: PLC0415 - an extra
    except ImportError:
        raise InputError(
            f"{visible(name)} is a Word document, and reading those needs "
            "python-docx: pip install 'fr-reader[docx]'"
        ) from None
    archive = Archive(data, name)
    for path in archive.names:
        if path.endswith((".xml", ".rels")):
            xml.parse(archive.read(path), f"{name}: {path}")
    try:
        document = Document(io.BytesIO(data))
        blocks = [block for block in _blocks(document, document.element.body) if block]
        known = _metadata(document.core_properties)
    except Exception:  # python-docx raises whatever a missing part leads to
        raise InputError(
            f"{visible(name)} is no whole Word document: it is damaged, open and save it again"
        ) from None
    return reading(blocks, known, name)


def _blocks(document: Any, body: Any) -> Iterator[str]:
    names = {style.style_id: style.name or "" for style in document.styles}
    for element in body.iter(_W + "p", _W + "tr"):
        if element.tag == _W + "tr":
            cells = (
                clean(" ".join(map(_text, cell.iter(_W + "p"))))
                for cell in element.iterchildren(_W + "tc")
            )
            yield " | ".join(filter(None, cells))
        elif next(element.iterancestors(_W + "tc", _W + "txbxContent"), None) is None:
            yield _paragraph(element, names)


def _paragraph(element: Any, names: dict[str, str]) -> str:
    text = clean(_text(element))
    properties = element.find(_W + "pPr")
    if not text or properties is None:
        return text
    style = properties.find(_W + "pStyle")
    named = names.get(style.get(_W + "val"), "") if style is not None else ""
    if "Quote" in named:
        return f"> {text}"
    numbered = properties.find(_W + "numPr") is not None and not named.startswith("Heading")
    return f"- {text}" if numbered or named.startswith("List") else text


def _text(paragraph: Any) -> str:
    """The text of a paragraph's runs, those inside links and tracked insertions too."""
    parts: list[str] = []
    waiting = list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag == _W + "t":
            parts.append(element.text or "")
        elif element.tag in _BREAKS:
            parts.append(" ")
        elif element.tag == _HYPHEN:
            parts.append("‑")
        elif element.tag not in _LEFT_OUT:
            waiting.extend(reversed(element))
    return "".join(parts)


def _metadata(properties: Any) -> Metadata:
    """What the document says of itself; when the file was made is not when it was published."""
    known = Metadata(
        title=plausible.title(properties.title or ""),
        authors=tuple(
            name
            for name in plausible.names((properties.author or "").split(";"))
            if name != "python-docx"
        ),
        language=plausible.language(properties.language or ""),
    )
    return plausible.with_origin(known, "document properties")
