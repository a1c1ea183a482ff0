"""Projects go out for other programs and come back, from the shell."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.store import ProjectStore
from tests.cli.conftest import Call
from tests.store.making import article, making, note, speaker


@pytest.fixture
def project(tmp_path: Path) -> Path:
    store = ProjectStore.open(tmp_path / "project", "ann")
    entry, _ = store.add(article())
    text = store.article(entry.id)
    store.apply(making(speaker("a00000000001"), note(text, "b00000000001", "ann", memo="made up")))
    store.apply(making(note(text, "b00000000002", "ann", by="a00000000001")))
    store.close()
    return tmp_path / "project"


def test_a_project_goes_out_and_comes_back(command: Call, project: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.qdpx"
    done = command("--project", str(project), "export", "qdpx", "-o", str(target))
    assert done.code == 0
    again = command("--project", str(tmp_path / "again"), "import", str(target))
    assert again.code == 0
    assert "took in" in again.out
    assert "1 article, 1 speaker, 2 annotations" in again.out
    before, after = (ProjectStore.open(path, "ann") for path in (project, tmp_path / "again"))
    assert after.annotations() == before.annotations()
    assert after.speakers() == before.speakers()
    twice = command("--project", str(tmp_path / "again"), "import", str(target))
    assert "nothing that was not there already" in twice.out


def test_a_codebook_goes_out_and_comes_back(command: Call, project: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.qdc"
    assert command("--project", str(project), "export", "qdc", "-o", str(target)).code == 0
    assert command("--project", str(tmp_path / "again"), "import", str(target)).code == 0
    refused = command("--project", str(project), "export", "qdc", "-o", str(target))
    assert refused.code == 2
    assert "is there already" in refused.err


def test_what_is_no_project_is_one_sentence(command: Call, tmp_path: Path) -> None:
    bad = tmp_path / "bad.qdpx"
    bad.write_bytes(b"no archive")
    done = command("--project", str(tmp_path / "again"), "import", str(bad))
    assert done.code == 2
    assert done.err.count("\n") == 1
    assert "bad.qdpx is no whole zip archive" in done.err
    assert not (tmp_path / "again").exists()
