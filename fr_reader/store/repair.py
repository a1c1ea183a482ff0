"""Repairing a project: what can be mended without losing anything is, after a backup."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from fr_reader.model import (
    CLAIM,
    CONCERN,
    Code,
    Speaker,
    digest,
    visible,
)
from fr_reader.model.json_value import decode, encode
from fr_reader.store import files, records
from fr_reader.store.backup import BAD_ZIP, backups, make_backup
from fr_reader.store.branches import joined
from fr_reader.store.changes import changes_between
from fr_reader.store.check import check
from fr_reader.store.deed import new_id
from fr_reader.store.fault import Fault
from fr_reader.store.fold import Fold
from fr_reader.store.git_files import prepare
from fr_reader.store.lines import (
    HEADER,
    VERSION,
    Line,
    Origin,
    act_line,
    check_of,
    now,
    read_line,
    seal,
)
from fr_reader.store.lock import Lock
from fr_reader.store.lost_entries import entry_from
from fr_reader.store.manifest import FORMAT
from fr_reader.store.places import ARTICLES, FILES
from fr_reader.store.plan import CODES, SPEAKERS
from fr_reader.store.protocol import Entry
from fr_reader.store.scan import rows
from fr_reader.store.tables import Records
from fr_reader.store.texts import write_text

_BY = "repair"
Read = Callable[[dict[str, Any]], Any]


def repair(folder: Path) -> Iterator[str]:
    """Mend the project in `folder`; a sentence for everything done. Raises StoreError.

    Journals are written anew without their damaged lines, which are kept in a file beside; lost
    journals begin anew; texts come back from the backups; an article whose text is there comes
    back, and a code or speaker that is named comes back under its id. What only a person can
    decide is left as it is. In a work tree of git, what git is to know of the project is written.
    """
    lock = Lock(folder)
    with lock.hold():
        yield from _for_git(folder)
        faults = [fault for fault in check(folder) if fault.wrong]
        if not faults:
            return
        made = make_backup(folder, "before", exact=True)
        yield f"backed up the project as it was to {files.named(made.path)}"
        try:
            yield from _mended(folder, faults)
            yield from _completed(folder, lock)
        except OSError as error:
            raise files.cannot(
                "repair", folder, error, f"what was there before is in backup {made.name}"
            ) from error


def _for_git(folder: Path) -> Iterator[str]:
    try:
        for path in prepare(folder):
            yield f"wrote {files.named(path)}, so that git merges two copies of the project"
    except OSError as error:
        raise files.cannot("write to", folder, error, "nothing was repaired") from error


def _mended(folder: Path, faults: list[Fault]) -> Iterator[str]:
    """Files that are whole again."""
    for fault in _of(faults, "manifest"):
        yield _new_manifest(fault.path)
    lost = {fault.path for fault in _of(faults, "lost")}
    for path in dict.fromkeys(fault.path for fault in _of(faults, "line", "number")):
        if path not in lost:
            yield _rewritten(path)
    for fault in _of(faults, "lost"):
        yield _begun(fault)
    for fault in _of(faults, "text"):
        yield from _text_from_backup(folder, fault)


def _completed(folder: Path, lock: Lock) -> Iterator[str]:
    """What whole files name, and what is not there, put back."""

    def put(place: str, read: Read, found: dict[str, Any], what: str) -> Iterator[str]:
        path = folder / FILES[place]
        journal: Records[Any] = Records(path, place, read, records.document_of, lock, [])
        if found:
            journal.change("repair", found, Origin(new_id(), _BY))
        for record_id in found:
            yield f"put {what} {visible(record_id)} back into {files.named(path)}"

    lost = {fault.path: fault.about for fault in _of(check(folder), "stray", "revision")}
    names = dict.fromkeys(lost.values())
    known = _entries(folder, lock) if lost else {}
    found = ((name, entry_from(folder, name, known.get(name), lost)) for name in names)
    entries = {name: entry for name, entry in found if entry is not None}
    yield from put(ARTICLES, records.entry_of, entries, "article")
    faults = [*check(folder)]
    codes = {f.about: Code(f.about, f.about, order=99) for f in _of(faults, "code")}
    yield from put(CODES, records.code_of, codes, "code")
    speakers = {f.about: Speaker(f.about, f"unknown {f.about}") for f in _of(faults, "speaker")}
    yield from put(SPEAKERS, records.speaker_of, speakers, "speaker")


def _entries(folder: Path, lock: Lock) -> Mapping[str, Entry]:
    path = folder / FILES[ARTICLES]
    return Records(path, ARTICLES, records.entry_of, records.document_of, lock, []).all()


def _of(faults: Iterable[Fault], *kinds: str) -> list[Fault]:
    return [fault for fault in faults if fault.kind in kinds]


def _new_manifest(path: Path) -> str:
    kept = f"; what was in it is in {_aside(path, path.read_bytes()).name}" if path.exists() else ""
    content = {"format": FORMAT, "version": VERSION, "name": path.parent.name or "project"}
    files.write_atomically(path, json.dumps(content, indent=2).encode() + b"\n")
    return f"wrote {files.named(path)} anew{kept}"


def _aside(path: Path, data: bytes) -> Path:
    """Keep `data`, taken out of `path`, in a new file beside it."""
    number = 1
    while (kept := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    files.write_atomically(kept, data)
    return kept


def _rewritten(path: Path) -> str:
    """Write a journal anew with the lines that can be read, numbered in their order.

    The branches of one that was merged become one, and a last act says what comes of them.
    """
    found = list(rows(path))
    damaged = [row.raw + b"\n" for row in found if row.damaged]
    lines = {row.act.check: row.raw for row in found if row.act}
    merged = joined(row.act for row in found if row.act)
    ordered = sorted(
        (read for raw in lines.values() if (read := read_line(raw))),
        key=lambda line: (line.number, line.time, line.check),
    )
    whole = [HEADER]
    for number, line in enumerate(ordered, 1):
        after = check_of(whole[-1]) if number > 1 else ""
        whole.append(_chained(lines[line.check], line, number, after) + b"\n")
    fold = Fold(str(path), [])
    fold.feed(b"".join(whole))
    if changes := changes_between(fold.tables, merged.tables):
        whole.append(act_line(len(whole), now(), "merge", changes, after=fold.heads))
    kept = _aside(path, b"".join(damaged)) if damaged else None
    files.write_atomically(path, b"".join(whole))
    beside = f"; {len(damaged)} damaged lines are in {kept.name}" if kept else ""
    return f"wrote {files.named(path)} anew with its {len(ordered)} acts{beside}"


def _chained(raw: bytes, line: Line, wanted: int, after: str) -> bytes:
    """The line of an act with the number `wanted`, after the one with this checksum."""
    if line.number == wanted and line.after in ((), (after,)):
        return raw
    told = decode(raw)
    told = {name: value for name, value in told.items() if name not in ("sum", "after", "new")}
    told |= {"after": [after]} if after else {}
    return seal(encode({**told, "n": wanted, "d": told.pop("d")}))


def _begun(fault: Fault) -> str:
    """A journal none of whose acts can be read: begun anew if every project has it."""
    path = fault.path
    kept = f"; what was in it is in {_aside(path, path.read_bytes()).name}" if path.exists() else ""
    if fault.about not in FILES:
        path.unlink()
        files.sync_folder(path.parent)
        return f"took {files.named(path)} away{kept}"
    first: dict[str, Any] = {}
    if fault.about == CODES:
        first = {code.id: records.document_of(code) for code in (CLAIM, CONCERN)}
    title = f"begin the {fault.about}"
    files.write_atomically(path, HEADER + act_line(1, now(), title, {fault.about: first}))
    return f"began {files.named(path)} anew{kept}"


def _text_from_backup(folder: Path, fault: Fault) -> Iterator[str]:
    """The text of an article as it is in the newest backup that has it unaltered."""
    for backup in reversed(backups(folder)):
        text = _text_in(backup.path, f"{ARTICLES}/{fault.path.name}")
        if text is not None and digest(text) == fault.about:
            there = fault.path.exists()
            kept = _aside(fault.path, fault.path.read_bytes()) if there else None
            write_text(fault.path, text)
            what = f"; what was there is in {kept.name}" if kept else ""
            yield f"took {files.named(fault.path)} from backup {backup.name}{what}"
            return


def _text_in(backup: Path, name: str) -> str | None:
    try:
        with zipfile.ZipFile(backup) as archive:
            return archive.read(name).decode("utf-8", "surrogatepass")
    except (OSError, KeyError, *BAD_ZIP):
        return None
