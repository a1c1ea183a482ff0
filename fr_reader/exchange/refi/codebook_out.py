"""Codes as REFI-QDA has them: nested, each with a GUID, a colour and a description."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from fr_reader.exchange.losses import Losses
from fr_reader.exchange.refi.colours import rgb
from fr_reader.exchange.refi.guids import guid_of
from fr_reader.exchange.refi.xml_out import CODEBOOK, ORIGIN, Writer, document
from fr_reader.model import CLAIM, CONCERN, Code, Codebook, ExportError, Loss

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_DEPTH = 100
"""Codes nested deeper than this are written beside one another: no reader takes more."""


def qdc(codebook: Codebook) -> tuple[bytes, tuple[Loss, ...]]:
    """The codebook as the bytes of a `.qdc`, and what it cannot say.

    Raises ExportError where there is no code: the standard has no empty codebook.
    """
    if not len(codebook):
        raise ExportError("there is no code to export: REFI-QDA has no empty codebook")
    losses = Losses()
    writer = Writer(losses)
    root = writer.root("CodeBook", CODEBOOK, origin=ORIGIN)
    put_codes(writer, root, codebook)
    tell_lost(codebook, losses)
    return document(root), losses.all()


def put_codes(writer: Writer, parent: Element, codebook: Codebook) -> None:
    """Put the codes of a codebook, which has some, into an element."""
    above: list[Element] = [writer.put(parent, "Codes")]
    for code, depth in codebook.tree():
        del above[min(depth, MOST_DEPTH) + 1 :]
        above.append(_put(writer, above[-1], code))


def _put(writer: Writer, parent: Element, code: Code) -> Element:
    made = writer.put(
        parent,
        "Code",
        guid=guid_of("code", code.id),
        name=code.name or "untitled",
        isCodable="true",
        color=rgb(code.colour),
    )
    if code.definition:
        writer.put(made, "Description", code.definition)
    return made


def tell_lost(codebook: Codebook, losses: Losses) -> None:
    """Tell what REFI-QDA cannot say of these codes."""
    for code_id in codebook.merges():
        name = codebook.by_id[code_id].name
        losses.add("codes merged into others", "left out; what they became is there", name)
    for code in _keyed(codebook):
        losses.add("keys of codes", "left out: REFI-QDA has none", code.name)


def _keyed(codebook: Codebook) -> Iterable[Code]:
    own = {CLAIM.id: CLAIM.key, CONCERN.id: CONCERN.key}
    return (code for code in codebook if code.key and own.get(code.id) != code.key)
