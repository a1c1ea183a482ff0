"""What was merged is one in everything the command line tells."""

from __future__ import annotations

from pathlib import Path

from fr_reader.store import ProjectStore
from fr_reader.store.codebook_desk import CodebookDesk
from fr_reader.store.desk import Desk
from fr_reader.store.speakers_desk import SpeakersDesk
from fr_reader.text import read
from tests.cli.conftest import Call


def test_lists_exports_and_history_know_what_was_merged(
    command: Call, article: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "merged"
    assert command("import", article, "--project", folder).code == 0
    store = ProjectStore.open(folder, "tester")
    (entry,) = store.entries()
    reading = read(store.article(entry.id))
    desk = Desk(store, reading)
    first, last = (reading.quotations[at].segments for at in (0, -1))
    desk.assign(first, "Ann Example")
    desk.assign(last, "A. Example")
    old, new = desk.new_code("trees"), desk.new_code("woods")
    desk.tag(first, old)
    desk.tag(last, new)
    written = command("history", "--format", "jsonl", "--project", folder).records
    people, codes = SpeakersDesk(store), CodebookDesk(store)
    ann, a = (people.speakers.named(name) for name in ("Ann Example", "A. Example"))
    assert ann is not None
    assert a is not None
    people.merge(a, ann)
    codes.merge(old, new)
    store.close()

    told = command("annotations", "--format", "jsonl", "--project", folder).records
    assert [one["speaker"] for one in told if one["speaker"]] == ["Ann Example"] * 2
    assert [one["code"] for one in told if one["code"]] == ["woods"] * 2
    plain = command("--plain", "--project", folder).out
    assert plain.count("accepted by tester, speaker Ann Example: ") == 2
    assert "A. Example" not in plain
    assert plain.count("Tag woods, given by tester: ") == 2
    assert "Tag trees" not in plain
    notes = command("export", "markdown", "--project", folder).out
    assert "A. Example" not in notes
    assert "trees |" not in notes
    assert "| woods | 2 |" in notes
    found = command("history", "--format", "jsonl", "--project", folder).records
    assert found[: len(written)] == written, "what was done before stays as it was done"
    merge = found[-2]
    assert merge["act"] == "merge A. Example into Ann Example"
    (change,) = merge["changes"]
    assert change["after"] == {**change["before"], "merged": ann.id}
    assert found[-1]["act"] == "merge trees into woods"
    assert command("check", "--project", folder).code == 0
