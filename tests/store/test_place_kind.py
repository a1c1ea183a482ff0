"""Network disks and synced folders are told from local disks."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.store.place_kind import place_kind, warning


@pytest.fixture
def mounts(tmp_path: Path) -> Path:
    """What Linux says of the disks in use, made up."""
    path = tmp_path / "mounts"
    here = str(tmp_path).replace(" ", "\\040")
    path.write_text(
        "/dev/sda1 / ext4 rw 0 0\n"
        f"server:/home {here}/nfs nfs4 rw 0 0\n"
        f"//server/share {here}/my\\040share cifs rw 0 0\n"
        f"me@server: {here}/ssh fuse.sshfs rw 0 0\n"
        f"/dev/sdb1 {here}/nfs/usb ext4 rw 0 0\n"
        "nonsense\n"
    )
    return path


@pytest.mark.parametrize(
    ("place", "kind"),
    [
        ("local/project", ("", "")),
        ("nfs/project", ("network", "NFS")),
        ("nfs/usb/project", ("", "")),
        ("nfs-not/project", ("", "")),
        ("my share/project", ("network", "SMB")),
        ("ssh/deep/project", ("network", "sshfs")),
        ("Dropbox/project", ("synced", "Dropbox")),
        ("Dropbox (Made Up)/project", ("synced", "Dropbox")),
        ("My Dropboxes/project", ("", "")),
        ("OneDrive - Made Up/project", ("synced", "OneDrive")),
        ("GoogleDrive-me@example.org/My Drive/project", ("synced", "Google Drive")),
        ("Library/Mobile Documents/com~apple~CloudDocs/project", ("synced", "iCloud")),
        ("Nextcloud/project", ("synced", "Nextcloud")),
    ],
)
def test_kinds(tmp_path: Path, mounts: Path, place: str, kind: tuple[str, str]) -> None:
    assert place_kind(tmp_path / place, mounts) == kind


def test_markers_above_the_project_count(tmp_path: Path, mounts: Path) -> None:
    (tmp_path / "shared" / ".stfolder").mkdir(parents=True)
    assert place_kind(tmp_path / "shared" / "deep" / "p", mounts) == ("synced", "Syncthing")


def test_a_link_is_judged_by_where_it_leads(tmp_path: Path, mounts: Path) -> None:
    (tmp_path / "Dropbox" / "p").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "Dropbox" / "p")
    assert place_kind(tmp_path / "link", mounts)[1] == "Dropbox"


def test_it_is_said_once(tmp_path: Path, mounts: Path) -> None:
    folder = tmp_path / "nfs" / "p"
    folder.mkdir(parents=True)
    said = warning(folder, mounts)
    assert said.startswith(f"{folder} is in a folder on the network (NFS): work on it from one")
    assert warning(folder, mounts) == ""
    assert warning(tmp_path, mounts) == ""
    assert list(folder.iterdir())
    assert warning(folder, tmp_path / "not there") == ""


def test_where_nothing_is_known_nothing_is_said(tmp_path: Path) -> None:
    assert place_kind(tmp_path, tmp_path / "not there") == ("", "")
