"""Archives that mean harm, made up here, are refused in a sentence and never unpacked."""

from __future__ import annotations

import io
import stat
import warnings
import zipfile

import pytest

from fr_reader.model import InputError
from fr_reader.safely.archives import Archive, Limits


def _zip(files: dict[str, bytes], packed: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packed) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return held.getvalue()


def test_files_are_read_in_their_order() -> None:
    archive = Archive(_zip({"b.txt": b"one", "a/c.txt": b"two"}), "made-up.zip")
    assert archive.names == ("b.txt", "a/c.txt")
    assert archive.read("a/c.txt") == b"two"
    assert "b.txt" in archive
    with pytest.raises(InputError, match=r"made-up\.zip has no x"):
        archive.read("x")


@pytest.mark.parametrize(
    "name",
    ["../out.txt", "/etc/made-up", "a/../../b", "C:/made-up", "\\\\made\\up", "a\\..\\..\\b"],
)
def test_a_path_that_leads_out_is_refused(name: str) -> None:
    with pytest.raises(InputError, match="leads out"):
        Archive(_zip({name: b"x"}), "made-up.zip")


def test_a_link_is_refused() -> None:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as made:
        link = zipfile.ZipInfo("link")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        made.writestr(link, "/etc/made-up")
    with pytest.raises(InputError, match="leads out"):
        Archive(held.getvalue(), "made-up.zip")


def test_a_bomb_is_refused_before_it_is_unpacked() -> None:
    with pytest.raises(InputError, match="unpack to more"):
        Archive(_zip({"bomb": b"\0" * 10_000_000}), "made-up.zip")
    with pytest.raises(InputError, match="unpack to more"):
        Archive(_zip({str(n): b"x" for n in range(11)}), "made-up.zip", Limits(files=10))


def test_a_file_that_is_longer_than_it_says_is_refused() -> None:
    data = _zip({"a": b"x" * 5000}, zipfile.ZIP_STORED)
    at = data.rindex(b"PK\x01\x02") + 24  # the size in the directory
    lying = data[:at] + (10).to_bytes(4, "little") + data[at + 4 :]
    with pytest.raises(InputError):
        Archive(lying, "made-up.zip").read("a")


def test_two_files_of_one_name_are_refused() -> None:
    held = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(held, "w") as made:
        warnings.simplefilter("ignore")
        made.writestr("a", "one")
        made.writestr("a", "two")
    with pytest.raises(InputError, match="twice"):
        Archive(held.getvalue(), "made-up.zip")


@pytest.mark.parametrize("cut", range(0, 120, 7))
def test_a_cut_archive_is_one_sentence(cut: int) -> None:
    whole = _zip({"a.txt": b"made up " * 20})
    with pytest.raises(InputError):
        archive = Archive(whole[: len(whole) - 1 - cut], "made-up.zip")
        archive.read("a.txt")
