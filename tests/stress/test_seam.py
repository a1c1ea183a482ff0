"""The store changes files in one module alone, so that what is tried there is tried for all."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from fr_reader import store

_STORE = Path(store.__file__).parent
_SEAM = "files.py"
_HARMLESS = {"environ", "name", "urandom", "fspath", "PathLike"} | {
    *("scandir", "DirEntry", "fsencode", "fsdecode", "path"),
}
"""What may be used of `os` elsewhere: it writes nothing."""

_APART = {
    "lock.py": "the lock's file holds nothing",
    "index.py": "the index can be made again from the journals and is never believed over them",
    "backup.py": "a backup is read back before it counts",
    "restore.py": "what is restored stands beside what is there until it is whole",
    "trash.py": "a removal that was interrupted is finished at the next opening",
    "repair.py": "what is removed stands in a backup first",
    "history.py": "an archive is read from memory",
    "listing.py": "a folder is opened to be looked into, and nothing is opened to be written",
}
"""Rooms that may do more, and why nothing of the project is lost by it."""

_WRITERS = {
    *("write_text", "write_bytes", "touch", "unlink", "rmdir", "mkdir", "rename", "chmod"),
    *("symlink_to", "hardlink_to", "truncate", "writelines"),
}
_MODULES = {"shutil": {"disk_usage"}, "tempfile": set(), "io": set(), "mmap": set()}
"""Of these modules only what is named may be used."""


def _offences(tree: ast.AST) -> Iterator[str]:
    """What in `tree` could change a file, in words."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module in {"os", *_MODULES}:
            yield f"from {node.module}"
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            allowed = {"os": _HARMLESS, **_MODULES}.get(node.value.id)
            if allowed is not None and node.attr not in allowed:
                yield f"{node.value.id}.{node.attr}"
        if isinstance(node, ast.Call):
            yield from _call(node)


def _call(node: ast.Call) -> Iterator[str]:
    called = node.func
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    if name == "open" and not _only_reads(node, is_method=isinstance(called, ast.Attribute)):
        yield "open"
    if isinstance(called, ast.Attribute):
        of_a_path = name == "replace" and len(node.args) == 1 and not node.keywords
        if name in _WRITERS or of_a_path:
            yield f".{name}"


def _only_reads(node: ast.Call, *, is_method: bool) -> bool:
    """Whether an `open` is for reading, or is no opening of a file: it has no mode that writes."""
    given = node.args[0 if is_method else 1 :][:1]
    modes = [*given, *(word.value for word in node.keywords if word.arg == "mode")]
    plain = [mode.value for mode in modes if isinstance(mode, ast.Constant)]
    return not any(isinstance(mode, str) and set(mode) & set("wax+") for mode in plain)


@pytest.mark.parametrize("path", sorted(_STORE.rglob("*.py")), ids=lambda path: path.name)
def test_only_the_seam_changes_files(path: Path) -> None:
    found = set(_offences(ast.parse(path.read_text("utf-8"))))
    assert bool(found) is (path.name == _SEAM or path.name in _APART), found


def test_the_lock_file_is_the_locks_alone() -> None:
    """filelock makes that file, which holds nothing."""
    users = [
        p.name for p in sorted(_STORE.rglob("*.py")) if "import FileLock" in p.read_text("utf-8")
    ]
    assert users == ["lock.py"]


@pytest.mark.parametrize(
    "written",
    [
        "os.open(path, os.O_WRONLY)",
        "os.replace(a, b)",
        "from os import unlink",
        "path.write_bytes(b'')",
        "open(path, 'w')",
        "path.open('ab')",
        "path.open(mode='r+b')",
        "draft.replace(path)",
        "shutil.rmtree(folder)",
        "tempfile.mkstemp()",
    ],
)
def test_what_changes_files_is_recognised(written: str) -> None:
    assert list(_offences(ast.parse(written)))


@pytest.mark.parametrize(
    "written",
    [
        "text.replace('a', 'b')",
        "replace(entry, metadata=metadata)",
        "path.open('rb')",
        "path.read_bytes()",
        "os.environ.get('X')",
        "ProjectStore.open(folder, coder)",
    ],
)
def test_what_only_reads_is_not(written: str) -> None:
    assert not list(_offences(ast.parse(written)))
