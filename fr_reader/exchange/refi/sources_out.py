"""Texts and the selections in them, as they are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from fr_reader.exchange.losses import Losses
from fr_reader.exchange.refi.guids import guid_of, note_guid, segment_guid
from fr_reader.exchange.refi.xml_out import Writer
from fr_reader.model import Annotation, Article

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CONTINUES = "continues"
"""The name of a Link from one segment of an annotation to the next one."""
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_LONE = re.compile("[\ud800-\udfff]")


def text_of(article: Article, losses: Losses) -> bytes:
    """The text of an article in UTF-8, as long as it is; lone surrogates become U+FFFD."""
    found = len(_LONE.findall(article.text))
    why = "replaced by U+FFFD, since no text file can hold them"
    losses.add("halves of characters", why, article.id, count=found)
    return _LONE.sub("\ufffd", article.text).encode("utf-8")


def selections(
    writer: Writer, source: Element, own: Sequence[Annotation], end: Callable[[str], str]
) -> None:
    """Put a selection for each segment of each annotation; `end` gives the code one counts as."""
    for one in own:
        for part, anchor in enumerate(one.anchors):
            made = writer.put(
                source,
                "PlainTextSelection",
                guid=segment_guid(one, part),
                name=anchor.exact,
                startPosition=str(anchor.span.start),
                endPosition=str(anchor.span.end),
                creatingUser=guid_of("user", one.coder),
                creationDateTime=_time(one.created),
                modifyingUser=guid_of("user", one.coder),
                modifiedDateTime=_time(one.modified),
            )
            if one.code:
                _coding(writer, made, one, part, end(one.code))
            if one.memo and not part:
                writer.put(made, "NoteRef", targetGUID=note_guid(one))


def _coding(writer: Writer, selection: Element, one: Annotation, part: int, code: str) -> None:
    made = writer.put(
        selection,
        "Coding",
        guid=guid_of("annotation", one.id, part),
        creatingUser=guid_of("user", one.coder),
        creationDateTime=_time(one.created),
    )
    writer.put(made, "CodeRef", targetGUID=guid_of("code", code))


def _time(written: str) -> str:
    """A time as XML Schema has it, in UTC with Z, as most programs look for; empty where it is
    none."""
    return written.replace("+00:00", "Z") if _TIME.fullmatch(written) else ""
