"""`quotes` over files, folders and standard input, in every form; all articles are made up."""

from __future__ import annotations

import csv
import io
import json
import sys
from pathlib import Path

import pytest

from fr_reader.model import visible_text
from tests.cli.conftest import MADE_UP, Call


def write(path: Path, text: str = MADE_UP) -> Path:
    """A file with `text`, its folder made if need be."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def paths_of(out: str) -> list[str]:
    """The paths in JSON Lines, each once, in order."""
    return list(dict.fromkeys(json.loads(line)["path"] for line in out.splitlines()))


def feed(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    """Put `data` on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))


def test_a_folder_is_read_sorted_and_without_what_is_hidden(command: Call, tmp_path: Path) -> None:
    folder = tmp_path / "clippings"
    wanted = ["a/z.txt", "a.txt", "b.MD", "c/d/e.txt", "é.txt"]
    passed_over = [".hidden.txt", ".git/x.txt", "c/.d/x.txt", "page.html", "b.toml", "txt"]
    for name in (*reversed(wanted), *passed_over):
        write(folder / name, "" if name == "b.toml" else MADE_UP)
    (folder / "c" / "loop").symlink_to(folder, target_is_directory=True)
    outcome = command("quotes", folder, "--format", "jsonl")
    assert (outcome.code, outcome.err) == (0, "")
    assert paths_of(outcome.out) == [str(folder / name) for name in wanted]


def test_paths_keep_the_order_they_were_named_in(command: Call, tmp_path: Path) -> None:
    last, first = write(tmp_path / "a.txt"), write(tmp_path / "b.txt")
    inside = write(tmp_path / "f" / "c.md")
    outcome = command("quotes", first, tmp_path / "f", last, "--format", "jsonl")
    assert paths_of(outcome.out) == [str(first), str(inside), str(last)]


def test_a_file_that_is_named_may_have_any_ending(command: Call, tmp_path: Path) -> None:
    path = write(tmp_path / "trees.news")
    assert paths_of(command("quotes", path, "--format", "jsonl").out) == [str(path)]


def test_standard_input(command: Call, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, MADE_UP.replace("\n", "\r\n").encode())
    outcome = command("quotes", "-", article, "--format", "jsonl")
    assert (outcome.code, paths_of(outcome.out)) == (0, ["-", str(article)])
    half = len(outcome.records) // 2
    piped, read = outcome.records[:half], outcome.records[half:]
    for one, other in zip(piped, read, strict=True):
        assert (one.pop("article"), other.pop("article")) == ("standard-input", "trees")
        assert (one.pop("path"), other.pop("path")) == ("-", str(article))
        assert one == other


@pytest.mark.parametrize(("data", "told"), [(b"", "is empty"), (b"\0\1\2", "is binary")])
def test_bad_standard_input(
    command: Call, monkeypatch: pytest.MonkeyPatch, data: bytes, told: str
) -> None:
    feed(monkeypatch, data)
    outcome = command("quotes", "-")
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith(f"fr-reader: standard input {told}")


def test_standard_input_without_end(command: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, b"made up " * 2_500_001)
    outcome = command("quotes", "-")
    assert outcome.code == 2
    assert "has more than 20 MB" in outcome.err


@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "md"])
def test_bad_files_are_told_and_the_others_listed(
    command: Call, article: Path, tmp_path: Path, form: str
) -> None:
    gone, empty = tmp_path / "gone.txt", write(tmp_path / "empty.txt", "")
    wanted = command("quotes", article, "--format", form)
    some = command("quotes", gone, article, empty, "--format", form)
    assert (wanted.code, wanted.err) == (0, "")
    assert (some.code, some.out) == (1, wanted.out)
    told = some.err.splitlines()
    assert len(told) == 2
    assert str(gone) in told[0]
    assert str(empty) in told[1]
    none = command("quotes", gone, empty, "--format", form)
    assert (none.code, none.out, none.err) == (2, "", some.err)


def test_a_folder_without_texts_is_a_problem_of_its_own(
    command: Call, article: Path, tmp_path: Path
) -> None:
    (tmp_path / "none").mkdir()
    outcome = command("quotes", tmp_path / "none", article, "--format", "jsonl")
    assert (outcome.code, paths_of(outcome.out)) == (1, [str(article)])
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [["--jobs", "0"], ["--jobs", "-1"], ["--jobs", "x"], ["--format", "xml"], ["-", "-"]],
)
def test_bad_usage(command: Call, article: Path, arguments: list[str]) -> None:
    outcome = command("quotes", article, *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err.startswith("fr-reader: ")
    assert outcome.err.count("\n") == 1


def test_csv_is_rfc_4180_with_the_records_of_jsonl(command: Call, article: Path) -> None:
    out = command("quotes", article, "--format", "csv").out
    records = command("quotes", article, "--format", "jsonl").records
    assert out.count("\r\n") == out.count("\n")
    read = list(csv.DictReader(io.StringIO(out, newline=""), strict=True))
    assert len(read) == len(records) > 0
    for row, record in zip(read, records, strict=True):
        for name in ("article", "path", "kind", "who", "rule"):
            assert row[name] == (record[name] or "")
        assert (int(row["n"]), float(row["confidence"])) == (record["n"], record["confidence"])
        assert json.loads(row["segments"]) == record["segments"]
        assert row["text"].split(" […] ") == record["text"]
        assert row["speaker"] == (record["speaker"] or {"text": ""})["text"]
    assert [row["paragraphs"] for row in read] == ["2", "3"]


CELLS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", 'a"b', "a,b", "a\nb", "–1", "x=1", "\x1b[m"]


@pytest.mark.parametrize("cell", CELLS)
def test_no_cell_is_a_formula(cell: str) -> None:
    from fr_reader.cli.quote_forms import csv_records

    ((read, number),) = csv.reader(io.StringIO(csv_records([(cell, 7)]), newline=""), strict=True)
    guarded = cell[0] in "=+-@\t\r"
    assert read == "'" * guarded + visible_text(cell)
    assert "\x1b" not in read
    assert number == "7"


def test_a_file_named_like_a_formula(
    command: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "=cmd.txt")
    monkeypatch.chdir(tmp_path)
    out = command("quotes", "=cmd.txt", "--format", "csv").out
    for row in csv.DictReader(io.StringIO(out, newline="")):
        assert (row["article"], row["path"]) == ("'=cmd", "'=cmd.txt")


def test_markdown_quotes_with_who_cue_and_place(command: Call, article: Path) -> None:
    out = command("quotes", article, "--format", "md").out
    assert out == (
        "## Council to plant 300 trees\n\n"
        "> “We need trees,” […] “and we need them now.”\n>\n> — Ann Example, “said”, ¶ 2\n\n"
        "> “It costs too much.”\n>\n> — Bo Example, “disagreed”, ¶ 3\n\n"
    )


def test_nothing_found(command: Call, tmp_path: Path) -> None:
    path = write(tmp_path / "dull.txt", "A made-up text.\n")
    assert command("quotes", path).out == "no quotations found\n"
    assert command("quotes", path, "--format", "jsonl").out == ""
    assert command("quotes", path, "--format", "md").out == ""
    assert command("quotes", path, "--format", "csv").out.startswith("article,path,n,kind,")


def test_a_long_table_has_one_head_and_keeps_its_widths(command: Call, tmp_path: Path) -> None:
    many = "\n\n".join(f"“Number {n} is made up,” Ann Example said." for n in range(450))
    out = command("quotes", write(tmp_path / "many.txt", many)).out
    lines = out.splitlines()
    assert sum("kind" in line and "who" in line for line in lines) == 1
    starts = {line.index("Ann Example") for line in lines if "Ann Example" in line}
    assert len(starts) == 1
    assert [f"“Number {n} is" in out for n in range(450)] == [True] * 450
