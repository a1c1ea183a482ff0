"""Filters of tables that are saved in the project, for all who work in it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from fr_reader.model import Act, Article, Change, Code, Reading, Span, Speaker
from fr_reader.store import ProjectStore
from fr_reader.store.desk import Desk
from tests.cli.conftest import Call

TEXT = "Made up: “We will see,” said Ann. “We will not,” said Bo. Nobody else spoke at all."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a claim by Ann and a concern by Bo."""
    with_store = ProjectStore.open(tmp_path / "project", "me")
    article = Article("made-up", TEXT)
    with_store.add(article)
    desk = Desk(with_store, Reading(article, ()))
    book = desk.codebook
    for span, name, code in ((Span(9, 23), "Ann", "claim"), (Span(34, 47), "Bo", "concern")):
        desk.assign((span,), name)
        desk.tag((span,), book.by_id[code])
    with_store.close()
    return tmp_path / "project"


def rows(command: Call, folder: Path, *asked: str) -> list[tuple[str, str]]:
    found = command("report", "ledger", "--format", "jsonl", *asked, "--project", folder)
    assert not found.code, found.err
    return [(row["speaker"], row["claim or concern"]) for row in found.records]


def saved(command: Call, folder: Path, name: str, *asked: str) -> str:
    found = command("report", "codes", "--save", name, *asked, "--project", folder)
    return found.err


def test_a_query_is_saved_listed_shown_used_and_removed(command: Call, folder: Path) -> None:
    at = ("--project", folder)
    assert "no query is saved yet" in command("queries", *at).out
    said = saved(
        command, folder, "anns-claims", "--speaker", "Ann", "--since", "", "--code", "claim"
    )
    assert "saved the query anns-claims" in said
    path = folder / "queries" / "anns-claims.json"
    assert json.loads(path.read_text("utf-8"))["codes"] == ["claim"]
    assert path.stat().st_mode & 0o777 == 0o600
    assert "anns-claims   speaker Ann; code claim" in command("queries", "list", *at).out
    assert command("queries", "show", "anns-claims", *at).out == "speaker: Ann\ncode: claim\n"
    assert rows(command, folder, "--query", "anns-claims") == [("Ann", "claim")]
    assert rows(command, folder, "--query", "anns-claims", "--speaker", "Bo") == []
    assert rows(
        command, folder, "--query", "anns-claims", "--speaker", "Bo", "--code", "concern"
    ) == [("Bo", "concern")]
    assert "removed the query" in command("queries", "remove", "anns-claims", *at).err
    assert not path.exists()
    assert "there is no query 'anns-claims'" in command("queries", "show", "anns-claims", *at).err


def test_a_query_finds_under_another_name_and_what_was_merged(command: Call, folder: Path) -> None:
    saved(command, folder, "ann", "--speaker", "Ann")
    store = ProjectStore.open(folder, "me")
    ann = next(one for one in store.speakers() if one.name == "Ann")
    store.apply(Act("rename", (Change(ann, replace(ann, name="Ann Example")),)))
    assert rows(command, folder, "--query", "ann") == [("Ann Example", "claim")]
    other = Speaker("other", "Other Example")
    merged = replace(ann, name="Ann Example", merged="other")
    store.apply(Act("make", (Change(None, other),)))
    store.apply(Act("merge", (Change(replace(ann, name="Ann Example"), merged),)))
    store.close()
    assert rows(command, folder, "--query", "ann") == [("Other Example", "claim")]


def test_what_cannot_be_saved_is_said_in_a_sentence(command: Call, folder: Path) -> None:
    assert "nothing to save" in saved(command, folder, "all")
    for name in ("../out", "A B", "", "x/y", "a" * 81):
        said = saved(command, folder, name, "--code", "claim")
        assert "cannot be the name of a query" in said
    saved(command, folder, "claims", "--code", "claim")
    assert "already" in saved(command, folder, "claims", "--code", "concern")
    assert rows(command, folder, "--query", "claims") == [("Ann", "claim")]
    assert list((folder / "queries").iterdir()) == [folder / "queries" / "claims.json"]


BAD = {
    "no json": "format 1",
    "no object": "[1]",
    "another format": '{"format": 2, "codes": ["claim"]}',
    "no format": '{"codes": ["claim"]}',
    "unknown field": '{"format": 1, "codes": ["claim"], "stance": ["denies"]}',
    "passages": '{"format": 1, "passages": []}',
    "wrong kind": '{"format": 1, "codes": "claim"}',
    "wrong items": '{"format": 1, "codes": [1]}',
    "nothing": '{"format": 1, "codes": []}',
    "deep": "[" * 100_000,
    "escape": '{"format": "\\u001b]52;c;eA==\\u0007", "codes": ["claim"]}',
}


@pytest.mark.parametrize("content", BAD.values(), ids=BAD)
def test_a_file_that_is_not_understood_lets_nothing_through(
    command: Call, folder: Path, content: str
) -> None:
    (folder / "queries").mkdir()
    (folder / "queries" / "bad.json").write_text(content, encoding="utf-8")
    found = command("report", "ledger", "--query", "bad", "--project", folder)
    assert found.code
    assert found.out == ""
    assert len(found.err.splitlines()) == 1
    assert "the query 'bad' is not understood" in found.err
    assert "\x1b" not in found.err
    assert "not understood" in command("queries", "--project", folder).out


def test_a_query_for_what_is_gone_is_said(command: Call, folder: Path) -> None:
    saved(command, folder, "extra", "--code", "claim")
    store = ProjectStore.open(folder, "me")
    extra = Code("extra", "extra")
    store.apply(Act("make", (Change(None, extra),)))
    saved(command, folder, "second", "--code", "extra")
    store.apply(Act("remove", (Change(extra, None),)))
    store.close()
    found = command("report", "--query", "second", "--project", folder)
    assert found.code
    assert "asks for a code that is gone: extra" in found.err


def test_a_backup_holds_the_queries(command: Call, folder: Path) -> None:
    saved(command, folder, "claims", "--code", "claim")
    made = command("backup", "--project", folder)
    assert not made.code, made.err
    name = next(path for path in (folder / "backups").iterdir() if path.name.startswith("made"))
    command("queries", "remove", "claims", "--project", folder)
    saved(command, folder, "other", "--code", "concern")
    back = command("restore", name.stem, "--project", folder)
    assert not back.code, back.err
    assert [path.name for path in (folder / "queries").iterdir()] == ["claims.json"]
