"""`fr-reader export FORMAT`: each format is written, whole and over nothing unasked."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from fr_reader.cli.exporting import EXPORTS
from fr_reader.exchange import json_lines
from fr_reader.exchange.reading import read_bundle
from tests.cli.conftest import Call
from tests.exchange.made_up import small

FILES = ["csv", "report", "graphml", "json-lines", "web-annotation"]


@pytest.fixture
def project(command: Call, tmp_path: Path) -> Path:
    """A made-up project on disk, with an article more than that of `small`."""
    (tmp_path / "theirs.jsonl").write_bytes(json_lines.write(small()))
    (tmp_path / "other.txt").write_text("Another made-up article, “about nothing”, it said.\n")
    folder = tmp_path / "project"
    paths = tmp_path / "theirs.jsonl", tmp_path / "other.txt"
    assert command("import", *paths, "--project", folder).code == 0
    return folder


@pytest.mark.parametrize("form", FILES)
def test_to_standard_output_and_to_a_file(
    command: Call, project: Path, tmp_path: Path, form: str
) -> None:
    printed = command("export", form, "--project", project)
    assert (printed.code, printed.err) == (0, "")
    path = tmp_path / "out"
    assert command("export", form, "--project", project, "-o", path).code == 0
    assert path.read_bytes().decode() == printed.out
    again = command("export", form, "--project", project, "-o", path)
    assert again.code == 2
    assert "--force" in again.err
    assert command("export", form, "--project", project, "-o", path, "--force").code == 0


@pytest.mark.parametrize("form", [name for name in EXPORTS if name != "markdown"])
def test_articles_are_chosen_by_id(command: Call, project: Path, tmp_path: Path, form: str) -> None:
    path = tmp_path / "out"
    assert command("export", form, "other", "-o", path, "--project", project).code == 0
    told = b"".join(p.read_bytes() for p in (path.iterdir() if path.is_dir() else [path]))
    assert b"trees," not in told
    gone = command("export", form, "gone", "-o", tmp_path / "x", "--project", project)
    assert (gone.code, gone.out) == (2, "")
    assert "gone" in gone.err
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("form", ["json-lines", "web-annotation", "brat"])
def test_a_project_goes_out_and_in_again(
    command: Call, project: Path, tmp_path: Path, form: str
) -> None:
    suffix = {"json-lines": "jsonl", "web-annotation": "jsonld", "brat": "folder"}[form]
    path, copy = tmp_path / f"out.{suffix}", tmp_path / "copy"
    assert command("export", form, "-o", path, "--project", project).code == 0
    assert command("import", path, "--project", copy).code == 0
    before, after = (
        command("export", "json-lines", "--project", each).out.splitlines()[1:]
        for each in (project, copy)
    )
    assert before == after
    found = read_bundle(path)
    assert found is not None
    assert len(found[0].annotations) == 3


def test_brat_wants_a_folder(command: Call, project: Path) -> None:
    done = command("export", "brat", "--project", project)
    assert (done.code, done.out) == (2, "")
    assert "-o folder" in done.err


def test_tables_of_csv(command: Call, project: Path) -> None:
    plain = command("export", "csv", "--project", project)
    rows = list(csv.DictReader(io.StringIO(plain.out, newline="")))
    assert [row["kind"] for row in rows] == ["speaker", "code", "memo"]
    assert command("export", "csv", "--bom", "--project", project).out == "\ufeff" + plain.out
    out = command("export", "csv", "--table", "quotations", "--project", project).out
    (row,) = csv.DictReader(io.StringIO(out, newline=""))
    assert (row["speaker"], row["codes"], row["role"]) == ("Ann Example", "claim", "mayor")


def test_json_lines_say_what_they_are(command: Call, project: Path) -> None:
    records = command("export", "json-lines", "--project", project).records
    assert [record["type"] for record in records[:3]] == ["project", "article", "article"]
    document = json.loads(command("export", "web-annotation", "--project", project).out)
    assert document["type"] == "AnnotationCollection"


def test_a_report_is_called_after_its_project(command: Call, project: Path) -> None:
    plain = command("export", "report", "--project", project).out
    assert "<title>Report on project</title>" in plain
    named = command("export", "report", "--title", "A <made-up> title", "--project", project).out
    assert "<title>A &lt;made-up&gt; title</title>" in named
    assert "We need 😀 trees" in named
