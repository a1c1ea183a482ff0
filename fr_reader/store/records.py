"""Records as documents: what is kept of a project, to plain JSON values and back.

Reading is strict: a field that is missing, unknown or of another type is a ValueError, since
guessing would lose what it meant at the next write.
"""

from __future__ import annotations

from fr_reader.model import Record
from fr_reader.model.plain import (
    Check,
    Fields,
    annotation_of,
    checked,
    code_of,
    fields_of,
    metadata_of,
    number_of,
    plain,
    speaker_of,
    text_of,
    texts_of,
)
from fr_reader.store.naming import is_safe
from fr_reader.store.protocol import Entry

__all__ = ["annotation_of", "code_of", "document_of", "entry_of", "speaker_of"]

_ENTRY: dict[str, Check] = {
    "id": text_of,
    "metadata": metadata_of,
    "sha256": text_of,
    "source": text_of,
    "added": text_of,
    "length": number_of,
    "earlier": texts_of,
}


def entry_of(document: Fields) -> Entry:
    """The entry a document of articles.jsonl stands for. Raises ValueError."""
    if isinstance(document, dict):
        document = {"earlier": [], **document}  # only what has been revised has any
    entry = Entry(**checked(document, _ENTRY))
    if not is_safe(entry.id):
        raise ValueError("its id is no safe file name")
    return entry


def document_of(record: Record | Entry) -> Fields:
    """The document of any record."""
    if not isinstance(record, Entry):
        return fields_of(record)
    document = {name: plain(getattr(record, name)) for name in _ENTRY}
    if document["earlier"] == []:
        del document["earlier"]
    return document
