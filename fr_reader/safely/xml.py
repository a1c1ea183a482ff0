"""XML of strangers: no entities but XML's own, nothing fetched, a bounded depth and size."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from fr_reader.model import InputError, visible

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_DEPTH = 200
MOST_ELEMENTS = 3_000_000


def parse(data: bytes, name: str, *, dtd: bool = False) -> Element:
    """The root of the XML document in `data`, from a file called `name`.

    Byte order marks and encodings that the document declares are honoured. With `dtd` a document
    type may be named, as XHTML files do; entities declared in it are refused all the same. Raises
    InputError for what is no XML, what declares entities, and what is nested or grows too far.
    """
    from xml.etree.ElementTree import ParseError  # noqa: PLC0415 - only for formats of XML

    from defusedxml import DefusedXmlException  # noqa: PLC0415
    from defusedxml.ElementTree import iterparse  # noqa: PLC0415

    named = visible(name)
    depth = count = 0
    root: Element | None = None
    try:
        for event, element in iterparse(io.BytesIO(data), ("start", "end"), forbid_dtd=not dtd):
            if event == "end":
                depth -= 1
                continue
            root = element if root is None else root
            depth, count = depth + 1, count + 1
            if depth > MOST_DEPTH or count > MOST_ELEMENTS:
                raise InputError(f"{named} is nested too deeply or too large: it was not read")
    except DefusedXmlException:
        raise InputError(
            f"{named} declares entities or a document type, which could fetch or grow: "
            "it was not read"
        ) from None
    except (ParseError, ValueError, LookupError) as error:
        raise InputError(f"{named} is not well-formed XML ({visible(str(error))[:120]})") from None
    if root is None:
        raise InputError(f"{named} is not well-formed XML: it is empty")
    return root
