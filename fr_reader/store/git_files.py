"""What git is to know of a project folder that lies in a work tree.

Journals are merged by keeping the lines of both sides, which their fold understands; texts and
journals keep the bytes they have, since their checksums are of those; what only concerns one
machine stays out.
"""

from __future__ import annotations

from pathlib import Path

from fr_reader.store import files

ATTRIBUTES, IGNORED = ".gitattributes", ".gitignore"

_CONTENTS = {
    ATTRIBUTES: (
        "# Journals: the acts of both sides are kept, and fr-reader makes one of them.\n"
        "*.jsonl merge=union -text\n"
        "*.txt -text\n"
    ),
    IGNORED: (
        f"# Lock, index and reserve of this machine, and its backups.\n{files.OURS}*\nbackups/\n"
    ),
}


def in_work_tree(folder: Path) -> bool:
    """Whether `folder` lies in a work tree of git."""
    return any((above / ".git").exists() for above in (folder, *folder.parents))


def prepare(folder: Path) -> list[Path]:
    """Write what git is to know of the project in `folder`, where it lies in a work tree.

    A file that is there stays as it is. Returns those written. Raises OSError.
    """
    if not in_work_tree(folder):
        return []
    missing = [folder / name for name in _CONTENTS if not (folder / name).exists()]
    for path in missing:
        files.write_atomically(path, _CONTENTS[path.name].encode())
    return missing
