"""Codes as they are read from a project or a codebook."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from fr_reader.exchange.losses import Losses
from fr_reader.exchange.refi.colours import nearest
from fr_reader.exchange.refi.guids import guid_of, id_of, plain_guid
from fr_reader.exchange.refi.notes_in import Notes
from fr_reader.exchange.refi.xml_in import child, children, described, local
from fr_reader.model import (
    CLAIM,
    CONCERN,
    Bundle,
    Code,
    Codebook,
    InputError,
    Loss,
    Speakers,
    visible,
)
from fr_reader.safely import xml

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SHIPPED = {guid_of("code", code.id): code for code in (CLAIM, CONCERN)}


@dataclass(frozen=True, slots=True)
class Defined:
    """What a project has beside its codes: the GUIDs of cases, and the notes."""

    cases: Container[str]
    notes: Notes


def read_qdc(data: bytes, name: str) -> tuple[Bundle, tuple[Loss, ...]]:
    """The codebook in the bytes of a `.qdc` called `name`, and what it holds that has no place.

    The bundle has codes alone. Raises InputError, naming the file, for what is no codebook.
    """
    root = xml.parse(data, name)
    if local(root) != "CodeBook":
        raise InputError(
            f"{visible(name)} is no REFI-QDA codebook: its first element is "
            f"{visible(local(root))[:40]}, not CodeBook"
        )
    losses = Losses()
    codebook, _ = codes(root, losses)
    sets = len(list(children(child(root, "Sets"), "Set")))
    losses.add("sets of codes", "left out: fr-reader has none", count=sets)
    return Bundle(name, (), codebook, Speakers.of(), ()), losses.all()


def codes(
    parent: Element | None, losses: Losses, known: Defined | None = None
) -> tuple[Codebook, dict[str, str]]:
    """The codes in a CodeBook element, and the id of each by its GUID.

    NVivo has every case as a code, too: those are passed over. Memos on a code
    follow its definition.
    Those every project has come first where they are not among them, so that keys stay.
    """
    found: dict[str, Code] = {}
    ids: dict[str, str] = {}
    for order, (element, above) in enumerate(_nested(child(parent, "Codes"))):
        guid = plain_guid(element.get("guid", "") or f"code {order}")
        if known is not None and guid in known.cases:
            continue
        shipped = _SHIPPED.get(guid)
        code_id = shipped.id if shipped else id_of(guid)
        if code_id in found:
            why = "the second one was left out"
            losses.add("codes with the GUID of another one", why, element.get("name", ""))
            continue
        ids[guid] = code_id
        found[code_id] = Code(
            code_id,
            " ".join(element.get("name", "").split()) or "untitled",
            described(element) if known is None else known.notes.of(element, described(element)),
            _colour(element, losses),
            key=shipped.key if shipped else "",
            parent=ids.get(above, ""),
            order=order,
        )
    missing = [code for code in (CLAIM, CONCERN) if code.id not in found]
    every = enumerate((*missing, *found.values()))
    return Codebook.of(replace(code, order=order) for order, code in every), ids


def _nested(parent: Element | None) -> Iterator[tuple[Element, str]]:
    """Every code, those below another right after it, with the GUID of the one above."""
    waiting = [(code, "") for code in reversed(list(children(parent, "Code")))]
    while waiting:
        element, above = waiting.pop()
        yield element, above
        own = plain_guid(element.get("guid", ""))
        waiting += [(below, own) for below in reversed(list(children(element, "Code")))]


def _colour(element: Element, losses: Losses) -> str:
    written = element.get("color", "")
    found = nearest(written)
    if written and not found:
        losses.add("colours of codes", "left out: greys are no colours here", written)
    return found
