"""The audit trail, and the project as it stood at some time."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.ingest import load
from fr_reader.model import Reading, Span
from fr_reader.store import ProjectStore
from fr_reader.store.desk import Desk
from fr_reader.store.past import moment
from tests.cli.conftest import Call

PASSAGE = (Span(0, 7),)


@pytest.fixture
def folder(tmp_path: Path, article: Path) -> Path:
    """A project where a coder tags, writes a memo and takes it back; and another coder tags."""
    folder = tmp_path / "p"
    store = ProjectStore.open(folder, "tester")
    entry, _ = store.add(load(article))
    desk = Desk(store, Reading(store.article(entry.id), ()))
    desk.assign(PASSAGE, "Ann Example")
    desk.tag(PASSAGE, desk.codebook.by_id["claim"])
    desk.write_memo(desk.annotations.coded().items[0], "a memo \x1b[31m")
    desk.undo()
    other = ProjectStore.open(folder, "zoe")
    Desk(other, Reading(store.article(entry.id), ())).tag(PASSAGE, desk.codebook.by_id["claim"])
    return folder


def test_the_history_has_every_act_in_order(command: Call, folder: Path) -> None:
    records = command("--project", folder, "history", "--format", "jsonl").records
    told = [(one["coder"], one["act"], one["articles"]) for one in records]
    assert told == [
        ("", "begin the codes", []),
        ("tester", "add trees", ["trees"]),
        ("tester", "speaker Ann Example", ["trees"]),
        ("tester", "tag claim", ["trees"]),
        ("tester", "memo", ["trees"]),
        ("tester", "memo", ["trees"]),
        ("zoe", "tag claim", ["trees"]),
    ]
    assert [one["time"] for one in records] == sorted(one["time"] for one in records)
    assert [change["kind"] for change in records[2]["changes"]] == ["speaker", "annotation"]
    memo, back = records[4:6]
    assert (memo["undoes"], back["undoes"]) == (None, memo["id"])
    (change,) = memo["changes"]
    assert (change["before"]["memo"], change["after"]["memo"]) == ("", "a memo \x1b[31m")
    assert back["changes"] == [{**change, "before": change["after"], "after": change["before"]}]


def test_the_history_of_an_article_and_of_a_coder(command: Call, folder: Path) -> None:
    def acts(*more: str) -> list[str]:
        records = command("history", *more, "--project", folder, "--format", "jsonl").records
        return [one["act"] for one in records]

    tester = ["speaker Ann Example", "tag claim", "memo", "memo"]
    assert acts("trees") == ["add trees", *tester, "tag claim"]
    assert acts("trees", "--coder", "zoe") == ["tag claim"]
    assert acts("--coder", "tester") == ["add trees", *tester]
    outcome = command("--project", folder, "history", "wood")
    assert outcome.code == 2
    assert "there is no article 'wood'" in outcome.err


def test_the_table_is_safe_and_has_a_line_an_act(command: Call, folder: Path) -> None:
    lines = command("--project", folder, "history").out.splitlines()
    assert len(lines) == 8
    assert lines[0].split() == ["when", "coder", "article", "act", "what"]
    assert lines[4].endswith(
        "tester        trees                     tag claim                 Council"
    )
    assert "undo memo" in lines[6]
    assert not any("\x1b" in line for line in lines)


def test_the_annotations_as_they_stood(command: Call, folder: Path) -> None:
    times = [
        r["time"] for r in command("--project", folder, "history", "--format", "jsonl").records
    ]

    def at(time: str) -> list[tuple[str, str | None, str]]:
        records = command(
            "--project", folder, "annotations", "--format", "jsonl", "--at", time
        ).records
        return [(r["coder"], r["code"] or r["speaker"], r["memo"]) for r in records]

    ann, tag = ("tester", "Ann Example", ""), ("tester", "claim", "")
    assert at("2000-01-01") == at(times[1]) == []
    assert at(times[2]) == [ann]
    assert at(times[3]) == [ann, tag]
    assert at(times[4]) == [ann, ("tester", "claim", "a memo \x1b[31m")]
    assert at(times[5]) == [ann, tag]
    assert at(times[6]) == at("2999-01-01") == [ann, tag, ("zoe", "claim", "")]
    empty = command("--project", folder, "annotations", "--at", "1999-12-31")
    assert empty.out == "no annotations yet\n"


@pytest.mark.parametrize("time", ["", "yesterday", "2026-13-01", "2026-01-31T25:00", "1\x1b[m"])
def test_what_is_no_time_is_told(command: Call, folder: Path, time: str) -> None:
    outcome = command("--project", folder, "annotations", "--at", time)
    assert (outcome.code, outcome.out) == (2, "")
    assert "is no time: write it as in 2026-01-31" in outcome.err
    assert "\x1b" not in outcome.err


def test_a_time_may_have_a_zone_and_a_day_means_its_end(monkeypatch: pytest.MonkeyPatch) -> None:
    assert moment("2026-01-31T18:30+02:00") == "2026-01-31T16:30:00.000000+00:00"
    assert moment("2026-01-31 18:30:01.5Z") == "2026-01-31T18:30:01.500000+00:00"
    day, begin, noon = moment("2026-01-31"), moment("2026-01-31T00:00"), moment("2026-01-31T12:00")
    assert begin < noon < day < moment("2026-02-01T00:00")
