"""Documents are read strictly: what is not understood is named, never guessed."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from fr_reader.model import CLAIM, StoreError
from fr_reader.store import ProjectStore
from fr_reader.store.entries import entry_for
from fr_reader.store.records import annotation_of, code_of, document_of, entry_of, speaker_of
from tests.store.making import article, note, speaker

_RECORDS = [
    (note(article(), "1"), annotation_of),
    (CLAIM, code_of),
    (speaker(), speaker_of),
    (entry_for(article()), entry_of),
]


@pytest.mark.parametrize(("record", "read"), _RECORDS)
def test_there_and_back(record: Any, read: Any) -> None:
    assert read(document_of(record)) == record


@pytest.mark.parametrize(("record", "read"), _RECORDS)
def test_a_missing_unknown_or_wrong_field_is_named(record: Any, read: Any) -> None:
    document = document_of(record)
    for name in document:
        with pytest.raises(ValueError, match=f"without {name}"):
            read({key: value for key, value in document.items() if key != name})
        with pytest.raises(ValueError, match=f"^{name}: "):
            read({**document, name: {"a": 1.5}})
    with pytest.raises(ValueError, match="unknown colours"):
        read({**document, "colours": ""})


@pytest.mark.parametrize(
    "anchors", [[], [{}], [None], "x", [{"span": [1]}], [{"span": [2, 1]}], [{"span": [True, 2]}]]
)
def test_a_broken_anchor_is_refused(anchors: Any) -> None:
    document = document_of(note(article(), "1"))
    if anchors and isinstance(anchors[0], dict) and anchors[0]:
        anchors = [{**document["anchors"][0], **anchors[0]}]
    with pytest.raises(ValueError, match=r"anchors|passage"):
        annotation_of({**document, "anchors": anchors})


def test_the_file_of_a_strange_record_is_named(tmp_path: Path) -> None:
    store = ProjectStore.open(tmp_path / "p", "me")
    storage = store._cabinet.speakers.storage
    storage.write({"speakers": {"x": {"id": "x", "name": "Made Up", "species": "unknown"}}})
    with pytest.raises(StoreError, match=r"speakers\.jsonl .*\(x: without"):
        store.speakers()
