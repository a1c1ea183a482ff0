"""A note made anew with what the user wrote into the old one, and whether the old one may go."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from fr_reader.export.keeping.regions import Form, Region, Scanned, digest


class State(Enum):
    """What a file that is there already is."""

    OURS = "as it was exported but for its regions"
    CHANGED = "changed outside of its regions"
    FOREIGN = "not exported by fr-reader, or without its signature"


@dataclass(frozen=True, slots=True)
class Kept:
    """What the user wrote under one key, and the label its region had."""

    label: str
    content: tuple[str, ...]


def state(form: Form, scanned: Scanned) -> State:
    """Whether the note was changed outside of its regions."""
    if scanned.signature is None:
        return State.FOREIGN
    _, signed = form.signature(scanned.lines[scanned.signature])
    sound = all(region.sound for region in scanned.regions)
    keys = [region.key for region in scanned.regions]
    same = sound and len(set(keys)) == len(keys) and signed == digest(form, scanned)
    return State.OURS if same else State.CHANGED


def kept(scanned: Scanned) -> dict[str, Kept]:
    """What stands in the regions, by key; what stands twice under one key is put together."""
    found: dict[str, Kept] = {}
    for region in scanned.regions:
        content = region.content(scanned.lines)
        there = found.get(region.key)
        if there is None or not _worded(there.content):
            found[region.key] = Kept(region.label, content)
        elif _worded(content) and content != there.content:
            found[region.key] = Kept(there.label, (*there.content, "", *content))
    return found


def merged(form: Form, text: str, note: str, written: Mapping[str, Kept]) -> str:
    """`text`, a note just made, with what is kept in its regions, signed for the note `note`.

    What belongs to no region of it stands in a section of its own at the end.
    """
    fresh = form.scan(text)
    places = {region.key for region in fresh.regions}
    lost = {k: one for k, one in written.items() if k not in places and _worded(one.content)}
    if lost:
        text = "\n".join([*fresh.lines, *_orphans(form, lost), ""])
        fresh = form.scan(text)
    filled = "\n".join([*_filled(form, fresh, written), ""])
    return form.signed(filled, note, digest(form, form.scan(filled)))


def _orphans(form: Form, lost: Mapping[str, Kept]) -> Iterable[str]:
    yield from form.orphanage()
    for key, one in lost.items():
        yield from form.orphan(key, one.label)


def _filled(form: Form, fresh: Scanned, written: Mapping[str, Kept]) -> Iterable[str]:
    at = 0
    for region in fresh.regions:
        yield from fresh.lines[at : region.start]
        one = written.get(region.key)
        yield from _indented(region, form.fitting(one.content) if one else ())
        at = region.stop
    yield from fresh.lines[at:]


def _indented(region: Region, content: Iterable[str]) -> Iterable[str]:
    return (region.indent + line if line.strip() else line for line in content)


def _worded(content: Iterable[str]) -> bool:
    return any(line.strip() for line in content)
