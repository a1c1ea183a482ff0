"""GUIDs for our ids, always the same ones, and ids for GUIDs of other programs.

Ids made by fr-reader are twelve hexadecimal digits, which a GUID holds as they are; so a project
that went through another program comes back with the ids it had. Any other id has a GUID made
from its letters (UUID version 5, RFC 9562), and an id that is a GUID is its own.
"""

from __future__ import annotations

import re
from uuid import UUID, uuid5

from fr_reader.model import Annotation

_NAMES = UUID("7d0cf3b2-5a5e-4b0b-9c57-1f0a5b6f2e11")
"""The namespace of the GUIDs of fr-reader, drawn once."""
_OURS = re.compile(r"f5eade00-([0-9a-f]{4})-8([0-9a-f])00-8000-([0-9a-f]{12})")
_ID = re.compile(r"[0-9a-f]{12}")
_GUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_KINDS = ("user", "code", "speaker", "article", "annotation", "segment", "variable", "note", "link")
_MOST_PARTS = 0xFFFF


def guid_of(kind: str, own: str, part: int = 0, *, of: bool = False) -> str:
    """The GUID of the thing of this kind with our id `own`; `part` tells its parts apart.

    With `of` it is that of something which belongs to the thing and so is never the id itself.
    """
    if _GUID.fullmatch(own) and not part and not of and not _OURS.fullmatch(own):
        return own
    if _ID.fullmatch(own) and part <= _MOST_PARTS:
        return f"f5eade00-{part:04x}-8{_KINDS.index(kind):x}00-8000-{own}"
    return str(uuid5(_NAMES, f"{kind}/{part}/{own}"))


def segment_guid(one: Annotation, part: int) -> str:
    """The GUID of the selection for a segment of an annotation.

    The id of an annotation with a code is that of its coding, otherwise that of its selection.
    """
    return guid_of("segment", one.id, part, of=bool(one.code))


def note_guid(one: Annotation) -> str:
    """The GUID of the note with the memo of an annotation."""
    return guid_of("note", one.id, of=True)


def id_of(guid: str) -> str:
    """Our id for a GUID: the one it holds, or else itself, in small letters without braces.

    What is no GUID at all gets one made from its letters, so that it may be referred to.
    """
    plain = plain_guid(guid)
    ours = _OURS.fullmatch(plain)
    return ours[3] if ours else plain


def plain_guid(guid: str) -> str:
    """A GUID as it is compared: in small letters, without braces and blanks."""
    plain = guid.strip().strip("{}").lower()
    return plain if _GUID.fullmatch(plain) else str(uuid5(_NAMES, f"foreign/{guid}"))
