"""Files are cut at every byte, and bits in them flipped: that is told, and never believed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Any

from fr_reader.model import StoreError
from fr_reader.store import ProjectStore
from fr_reader.store.records import document_of
from tests.stress.disk import Image
from tests.stress.scenes import final_image
from tests.stress.script import CODER, state_of
from tests.stress.stage import Stage, Tally, a_stage, afterwards

Documents = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Damage:
    """What has become of the file at `path`."""

    path: str
    content: bytes
    what: str


def cuts(path: str, whole: bytes) -> Iterator[Damage]:
    """`whole` cut before every byte."""
    for end in range(len(whole)):
        yield Damage(path, whole[:end], f"cut at {end}")


def flips(path: str, whole: bytes, random: Random) -> Iterator[Damage]:
    """`whole` with a bit flipped, one in every byte, drawn by lot."""
    for place in range(len(whole)):
        content = bytearray(whole)
        content[place] ^= 1 << random.randrange(8)
        yield Damage(path, bytes(content), f"bit flipped at {place}")


def run(random: Random, *, cut_one_in: int = 1, flip_one_in: int = 1) -> list[Tally]:
    """Cut every journal, flip bits in every file; or at one place in so many, by lot."""
    image = final_image()
    cut, flipped = Tally("journals cut"), Tally("bits flipped")
    with a_stage() as stage:
        for path, whole in sorted(image.items()):
            if not whole or ".fr-reader-" in path:
                continue
            if path.endswith(".jsonl"):
                _try(stage, image, _some(cuts(path, whole), random, cut_one_in), cut)
            _try(stage, image, _some(flips(path, whole, random), random, flip_one_in), flipped)
    return [cut, flipped]


def _some(found: Iterator[Damage], random: Random, one_in: int) -> Iterator[Damage]:
    return (damage for damage in found if random.randrange(one_in) == 0)


def _try(stage: Stage, image: Image, found: Iterator[Damage], tally: Tally) -> None:
    for damage in found:
        tally.add(f"{damage.path} {damage.what}", _fails(stage, image, damage, tally))


def _fails(stage: Stage, image: Image, damage: Damage, tally: Tally) -> str:
    stage.set({**image, damage.path: damage.content})
    try:
        store = stage.open()
        state_of(store)
    except StoreError as error:
        tally.note("refused by name")
        left = (stage.folder / damage.path).read_bytes()
        named = str(stage.project) in str(error)
        return "" if named and left == damage.content else f"refuses: {error}"
    told = bool(store.problems)
    tally.note("told of" if told else "harmless")
    if not damage.path.endswith(".jsonl"):
        return _other_file(stage, image, damage, told=told)
    original = image[damage.path]
    assert original is not None
    kept = surviving(original, damage.content)
    if (found := documents(store, damage.path)) != fold(kept):
        return f"believes {found!r:.300} instead of {fold(kept)!r:.300}"
    tidy = damage.content == original[: len(damage.content)] and damage.content in (
        b"\n".join(kept),
        b"\n".join([*kept, b""]),
    )
    if not told and not tidy:
        return "says nothing"
    if tidy:
        tally.note("cut where a line ends")
    return _goes_on(stage, store)


def _goes_on(stage: Stage, store: ProjectStore) -> str:
    expected = afterwards(store)
    store.close()
    again = stage.open()
    if state_of(again) != expected:
        return "does not hold the next act when reopened"
    return ""


def _other_file(stage: Stage, image: Image, damage: Damage, *, told: bool) -> str:
    """What is no journal: it is refused, told of, or means the same."""
    if told:
        return _goes_on(stage, ProjectStore.open(stage.project, CODER))
    found, name = stage.open(), stage.project.name
    return "" if found.name == name else f"says nothing, and is called {found.name!r}"


def surviving(original: bytes, damaged: bytes) -> list[bytes]:
    """The lines of a damaged journal that are as they were, in order; no checksum is asked."""
    known = set(original.split(b"\n"))
    return [line for line in damaged.split(b"\n") if line and line in known]


def fold(lines: list[bytes]) -> Documents:
    """What the acts in these lines come to."""
    found: Documents = {}
    for line in lines:
        for rows in json.loads(line).get("d", {}).values():
            for name, document in rows.items():
                found.pop(name, None) if document is None else found.update({name: document})
    return found


def documents(store: ProjectStore, path: str) -> Documents:
    """The documents `store` holds of the file at `path`."""
    name = path.rpartition("/")[2]
    records: Any
    if name == "articles.jsonl":
        records = store.entries()
    elif name == "codebook.jsonl":
        records = store.codebook()
    elif name == "speakers.jsonl":
        records = store.speakers()
    else:
        records = store._cabinet.journal(
            store.folder / "annotations" / path.rsplit("/", 2)[1] / name
        )
    return {record.id: document_of(record) for record in records}
