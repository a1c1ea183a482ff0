"""A model of a disk that keeps what was synced, and of the rest what it likes.

Every call that changes files is told to it. From what is durable and what is only on its way it
makes images of what a power cut could leave: bytes dropped, kept in part or turned to zeros,
names and renames dropped, each on its own, in whatever order they were made.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

Image = dict[str, bytes | None]
"""What a disk holds: the content of each file by its path; None for a folder."""


@dataclass(slots=True)
class _File:
    durable: bytearray = field(default_factory=bytearray)
    now: bytearray = field(default_factory=bytearray)
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Pieces written at an offset; None cuts the file there."""


@dataclass(slots=True)
class _Folder:
    durable: dict[str, _File | _Folder] = field(default_factory=dict)
    now: dict[str, _File | _Folder] = field(default_factory=dict)
    pending: list[_Names] = field(default_factory=list)


@dataclass(slots=True, eq=False)
class _Names:
    """What one call made of the names in folders; None takes one away. All of it lasts or nothing,
    also where it is in two folders, as on every disk that keeps a journal."""

    of: list[tuple[_Folder, str, _File | _Folder | None]]


@dataclass(frozen=True, slots=True)
class Fate:
    """What a power cut does to what was not synced: a name, and the bytes of one write."""

    name: Callable[[], bool]
    bytes: Callable[[bytes], bytes | None]


def fates(random: Random, draws: int) -> list[Fate]:
    """All is lost, all is kept, names without bytes, bytes without names; then `draws` by lot."""
    return [
        Fate(lambda: False, lambda _: None),
        Fate(lambda: True, lambda data: data),
        Fate(lambda: True, lambda _: None),
        Fate(lambda: True, lambda data: bytes(len(data))),
        Fate(lambda: False, lambda data: data),
        *(
            Fate(lambda: random.random() < 0.6, lambda data: landed(data, random))
            for _ in range(draws)
        ),
    ]


def landed(data: bytes, random: Random) -> bytes | None:
    """What may land of a write: none of it, all, the first, or some with zeros for the rest."""
    place = random.randrange(len(data) + 1)
    return random.choice(
        [
            None,
            data,
            data[:place],
            data[:place],
            data[:place] + bytes(len(data) - place),
            bytes(place) + data[place:],
        ]
    )


class Disk:
    """A disk that holds `image`, durably, in `folder`."""

    def __init__(self, folder: Path, image: Image) -> None:
        self._root = _Folder()
        self._top = folder
        self._fds: dict[int, tuple[_File | _Folder, bool]] = {}
        for path in sorted(image):
            content = image[path]
            node: _File | _Folder = _Folder()
            if content is not None:
                node = _File(bytearray(content), bytearray(content))
            above, name = self._find_above(folder / path)
            above.durable[name] = above.now[name] = node

    def now(self) -> Image:
        """What a process sees."""
        return self._collect(lambda folder: folder.now, lambda file: bytes(file.now))

    def after(self, fate: Fate) -> Image:
        """What is there after a power cut with this fate."""

        lasting: dict[int, bool] = {}

        def names(folder: _Folder) -> dict[str, _File | _Folder]:
            kept: dict[str, _File | _Folder] = dict(folder.durable)
            for change in folder.pending:
                if id(change) not in lasting:
                    lasting[id(change)] = fate.name()
                if lasting[id(change)]:
                    _rename_in(folder, kept, change)
            return kept

        def content(file: _File) -> bytes:
            kept = bytearray(file.durable)
            for offset, data in file.pending:
                if data is None:
                    if fate.name():
                        del kept[offset:]
                elif (piece := fate.bytes(data)) is not None:
                    _put(kept, offset, piece)
            return bytes(kept)

        return self._collect(names, content)

    def _collect(
        self,
        names: Callable[[_Folder], dict[str, _File | _Folder]],
        content: Callable[[_File], bytes],
    ) -> Image:
        image: Image = {}
        waiting: list[tuple[str, _Folder]] = [("", self._root)]
        while waiting:
            above, folder = waiting.pop()
            for name, node in names(folder).items():
                path = f"{above}{name}"
                if isinstance(node, _Folder):
                    image[path] = None
                    waiting.append((f"{path}/", node))
                else:
                    image[path] = content(node)
        return image

    # What was done --------------------------------------------------------------------------

    def done(self, name: str, arguments: tuple[Any, ...], result: Any) -> None:
        """Take in one call. Raises NotImplementedError for one it does not know."""
        known = getattr(self, f"_{name}", None)
        if known is None:
            raise NotImplementedError(name)
        known(*arguments, **({"result": result} if name in ("open", "write") else {}))

    def _open(self, path: Any, flags: int, mode: int = 0o777, *, result: int) -> None:
        if Path(path) == self._top:
            self._fds[result] = self._root, False
            return
        above, name = self._find_above(Path(path))
        if name not in above.now:
            self._named((above, name, _File()))
        self._fds[result] = above.now[name], bool(flags & os.O_APPEND)

    def _close(self, fd: int, path: str) -> None:
        del self._fds[fd]

    def _write(self, fd: int, data: bytes, *, result: int) -> None:
        file, _ = self._fds[fd]
        assert isinstance(file, _File)
        piece = bytes(data)[:result]
        file.pending.append((len(file.now), piece))  # all writes are at the end
        file.now += piece

    def _ftruncate(self, fd: int, size: int) -> None:
        file, _ = self._fds[fd]
        assert isinstance(file, _File)
        file.pending.append((size, None))
        del file.now[size:]

    def _fsync(self, fd: int) -> None:
        node, _ = self._fds[fd]
        _sync(node)

    def _sync(self) -> None:
        waiting: list[_File | _Folder] = [self._root]
        while waiting:
            node = waiting.pop()
            _sync(node)
            if isinstance(node, _Folder):
                waiting += node.now.values()

    def _replace(self, source: Any, target: Any) -> None:
        above, name = self._find_above(Path(source))
        there, new = self._find_above(Path(target))
        self._named((above, name, None), (there, new, above.now[name]))

    _rename = _replace

    def _mkdir(self, path: Any, mode: int = 0o777) -> None:
        self._named((*self._find_above(Path(path)), _Folder()))

    def _unlink(self, path: Any) -> None:
        self._named((*self._find_above(Path(path)), None))

    _rmdir = _unlink

    def _named(self, *of: tuple[_Folder, str, _File | _Folder | None]) -> None:
        """Names are given and taken, as one change of each folder concerned."""
        change = _Names(list(of))
        for folder in {id(folder): folder for folder, _, _ in of}.values():
            _rename_in(folder, folder.now, change)
            folder.pending.append(change)

    def _find_above(self, path: Path) -> tuple[_Folder, str]:
        *folders, name = path.relative_to(self._top).parts
        above = self._root
        for part in folders:
            node = above.now[part]
            assert isinstance(node, _Folder)
            above = node
        return above, name


def _put(content: bytearray, offset: int, piece: bytes) -> None:
    """Put `piece` at `offset`, with zeros where nothing was before it."""
    if len(content) < offset:
        content += bytes(offset - len(content))
    content[offset : offset + len(piece)] = piece


def _rename_in(folder: _Folder, names: dict[str, _File | _Folder], change: _Names) -> None:
    """Make of the `names` of `folder` what a change makes of them."""
    for where, name, node in change.of:
        if where is not folder:
            continue
        if node is None:
            names.pop(name, None)
        else:
            names[name] = node


def _sync(node: _File | _Folder) -> None:
    if isinstance(node, _File):
        node.pending.clear()
        node.durable = bytearray(node.now)
        return
    done, node.pending = node.pending, []
    node.durable = dict(node.now)
    for change in done:
        for other in {id(each): each for each, _, _ in change.of if each is not node}.values():
            other.pending.remove(change)
            _rename_in(other, other.durable, change)
