"""What kind of place a project lies in: disks shared over a network, folders that are synced.

Locks and the order of writes cannot be relied on there when two machines work at once.
"""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from fr_reader.store import files

_MARK = f"{files.OURS}place"
_MOUNTS = Path("/proc/mounts")
_NETWORK = {
    **dict.fromkeys(("nfs", "nfs3", "nfs4"), "NFS"),
    **dict.fromkeys(("cifs", "smb", "smb2", "smb3", "smbfs"), "SMB"),
    **dict.fromkeys(("fuse.sshfs", "sshfs"), "sshfs"),
    **dict.fromkeys(("fuse.rclone", "fuse.davfs", "davfs", "fuse.s3fs"), "network"),
    **dict.fromkeys(("afs", "ncpfs", "9p", "ceph", "glusterfs", "fuse.glusterfs"), "network"),
}
_NAMES = (
    (re.compile(r"dropbox( \(.*\))?"), "Dropbox"),
    (re.compile(r"onedrive( ?- ?.*)?"), "OneDrive"),
    (re.compile(r"google ?drive(-.*)?"), "Google Drive"),
    (re.compile(r"icloud ?drive|mobile documents|com~apple~clouddocs"), "iCloud"),
    (re.compile(r"nextcloud|owncloud"), "Nextcloud"),
)
_MARKERS = ((".dropbox", "Dropbox"), (".dropbox.cache", "Dropbox"), (".stfolder", "Syncthing"))


def place_kind(folder: Path, mounts: Path = _MOUNTS) -> tuple[str, str]:
    """What `folder` lies in: `network` or `synced` and its name; both empty for a local disk."""
    folder = Path(os.path.realpath(folder))
    for above in (folder, *folder.parents):
        for pattern, name in _NAMES:
            if pattern.fullmatch(above.name.lower()):
                return "synced", name
        for marker, name in _MARKERS:
            if _there(above / marker):
                return "synced", name
    kind = _NETWORK.get(_file_system(folder, mounts), "")
    return ("network", kind) if kind else ("", "")


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:
        return False


def _file_system(folder: Path, mounts: Path) -> str:
    """The type of the file system `folder` is on, as the system names it; empty if not known."""
    try:
        lines = mounts.read_text("utf-8", "surrogateescape").splitlines()
    except OSError:
        return ""
    deepest, found = -1, ""
    for line in lines:
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        # Spaces, tabs, newlines and backslashes in the path are written as \040 and so on.
        point = Path(re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), fields[1]))
        if folder.is_relative_to(point) and len(point.parts) >= deepest:
            deepest, found = len(point.parts), fields[2]
    return found


def warning(folder: Path, mounts: Path = _MOUNTS) -> str:
    """The sentence to warn of the place of a project with, the first time; else nothing.

    That it was said is kept in the project's folder.
    """
    kind, name = place_kind(folder, mounts)
    mark = folder / _MARK
    try:
        if not kind or mark.read_text("utf-8") == f"{kind} {name}":
            return ""
    except (OSError, ValueError):
        pass
    with suppress(OSError):  # one may only read here: then it is said every time
        files.write_atomically(mark, f"{kind} {name}".encode())
    where = f"a folder {name} keeps in step" if kind == "synced" else _share(name)
    return (
        f"{files.named(folder)} is in {where}: work on it from one machine at a time, "
        "and let it finish copying before you open it elsewhere"
    )


def _share(name: str) -> str:
    return "a folder on the network" + (f" ({name})" if name != "network" else "")
