"""XML as it is written: only what XML 1.0 can hold, and the same bytes for the same content."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from fr_reader.exchange.losses import Losses

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"
ORIGIN = "fr-reader"
CANNOT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 cannot hold."""
_REPLACED = "\ufffd"


class Writer:
    """Makes elements; characters XML cannot hold become U+FFFD, and are counted as a loss."""

    def __init__(self, losses: Losses) -> None:
        self._losses = losses

    def text(self, words: str) -> str:
        """Words as they may stand in XML."""
        found = len(CANNOT.findall(words))
        if found:
            why = "replaced by U+FFFD in the XML, which cannot hold them"
            self._losses.add("control characters", why, count=found)
        return CANNOT.sub(_REPLACED, words)

    def root(self, tag: str, namespace: str, **attributes: str) -> Element:
        """The root element of a document."""
        return Element(tag, {"xmlns": namespace, **self._attributes(attributes)})

    def put(self, parent: Element, tag: str, words: str = "", **attributes: str) -> Element:
        """A new element inside another one; attributes without a value are left out."""
        made = SubElement(parent, tag, self._attributes(attributes))
        if words:
            made.text = self.text(words)
        return made

    def _attributes(self, attributes: dict[str, str]) -> dict[str, str]:
        return {name: self.text(value) for name, value in attributes.items() if value}


def document(root: Element) -> bytes:
    """The document with this root, in UTF-8; carriage returns in words are written as references,
    since a reader would take them for line feeds."""
    indent(root)
    found: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return found.replace(b"\r", b"&#13;") + b"\n"
