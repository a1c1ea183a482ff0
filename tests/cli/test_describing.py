"""What is known about an article, shown and changed from the shell. All of it is made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.ingest import sidecar
from fr_reader.model import Metadata
from fr_reader.model.describing import with_origin
from fr_reader.store import ProjectStore
from tests.cli.conftest import Call
from tests.text.reports import Newsroom, printed


@pytest.fixture
def project(command: Call, article: Path, tmp_path: Path) -> Path:
    """A project with one article in it."""
    folder = tmp_path / "p"
    command("import", article, "--project", folder)
    return folder


def known(folder: Path) -> Metadata:
    with_it = ProjectStore.open(folder, "tester")
    try:
        return with_it.entry("trees").metadata
    finally:
        with_it.close()


def test_fields_are_changed_and_shown_with_their_origins(command: Call, project: Path) -> None:
    store = ProjectStore.open(project, "tester")
    found = with_origin(Metadata(publisher="The Example", language="en"), "JSON-LD")
    store.update(
        "trees",
        Metadata(
            "Council to plant 300 trees",
            publisher="The Example",
            language="en",
            origins=found.origins,
        ),
    )
    store.close()
    changed = command(
        *("--project", project, "describe", "trees", "--author", "Ann Example", "--author"),
        *("Bo  Example", "--published", "2026-01-02", "--publisher", "The Made-up Times"),
    )
    assert changed.out == (
        "updated: trees  Council to plant 300 trees (authors, publisher, published)\n"
    )
    assert (changed.code, changed.err) == (0, "")
    shown = command("describe", "trees", "--project", project, "--format", "jsonl").records
    assert [tuple(one.values()) for one in shown] == [
        ("title", "Council to plant 300 trees", "the text’s own"),
        ("authors", ["Ann Example", "Bo Example"], "given by hand"),
        ("publisher", "The Made-up Times", "given by hand"),
        ("published", "2026-01-02", "given by hand"),
        ("url", "", ""),
        ("language", "en", "JSON-LD"),
    ]
    table = command("describe", "trees", "--project", project).out
    assert "Ann Example; Bo Example" in table
    assert "JSON-LD" in table


def test_a_field_is_made_empty_and_the_same_is_no_change(command: Call, project: Path) -> None:
    command("describe", "trees", "--publisher", "The Example", "--project", project)
    emptied = command("describe", "trees", "--publisher", "", "--author", "", "--project", project)
    assert emptied.out == "updated: trees  Council to plant 300 trees (publisher)\n"
    same = command("describe", "trees", "--publisher", " ", "--project", project)
    assert same.out == "unchanged: trees  Council to plant 300 trees\n"


def test_an_odd_date_is_kept_with_a_warning(command: Call, project: Path) -> None:
    outcome = command("describe", "trees", "--published", "Spring 2026", "--project", project)
    assert outcome.code == 0
    assert outcome.err.startswith("fr-reader: published: kept as it is, best is 2026-01-02")
    assert known(project).published == "Spring 2026"


def test_what_a_file_says_is_taken_and_options_win(
    command: Call, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [Metadata("Trees", ("Ann Example",), published="2026")]
    monkeypatch.setattr(sidecar, "_read_references", lambda data, name: said)
    reference = tmp_path / "exported.ris"
    reference.write_text("made up")
    outcome = command(
        *("describe", "trees", "--from", reference, "--title", "Oaks", "--project", project)
    )
    assert outcome.out == "updated: trees  Oaks (title, authors, published)\n"
    assert known(project) == Metadata(
        "Oaks",
        ("Ann Example",),
        published="2026",
        origins=(("authors", "RIS"), ("published", "RIS")),
    )
    toml = tmp_path / "more.toml"
    toml.write_text('publisher = "The Example"')
    command("describe", "trees", "--from", toml, "--project", project)
    assert (known(project).title, known(project).publisher) == ("Oaks", "The Example")


def test_what_is_wrong_is_told_in_a_sentence(command: Call, project: Path, tmp_path: Path) -> None:
    for arguments, why in (
        (["nowhere"], "there is no article 'nowhere'"),
        (["trees", "--from", tmp_path / "a.txt"], "a.txt is no description: --from takes .toml"),
        (["trees", "--from", tmp_path / "a.toml"], "there is no file"),
    ):
        outcome = command("describe", *arguments, "--project", project)
        assert (outcome.code, outcome.out) == (2, "")
        assert why in outcome.err
        assert outcome.err.count("\n") == 1


def test_a_title_of_an_altered_text_is_shown_all_the_same(command: Call, project: Path) -> None:
    (project / "articles" / "trees.txt").write_text("altered")
    outcome = command("describe", "trees", "--project", project, "--format", "jsonl")
    assert outcome.records[0]["from"] == "given by hand"


def test_copies_are_listed_in_groups(command: Call, tmp_path: Path) -> None:
    room, folder = Newsroom(31), tmp_path / "clippings"
    folder.mkdir()
    first, second = room.report(20), room.report(20)
    texts = {
        "a-wire": first,
        "b-alone": room.report(20),
        "c-second": second,
        "d-edited": room.edited(first, 0.2),
        "e-again": room.edited(second, 0.1),
    }
    for name, report in texts.items():
        (folder / f"{name}.txt").write_text(printed(report), encoding="utf-8")
    imported = command("import", folder, "--project", tmp_path / "p").out.splitlines()
    assert [" looks like a copy of " in line for line in imported] == [False] * 3 + [True] * 2
    listed = command("articles", "--copies", "--format", "jsonl", "--project", tmp_path / "p")
    groups = [[one["id"] for one in record["articles"]] for record in listed.records]
    assert groups == [["a-wire", "d-edited"], ["c-second", "e-again"]]
    assert listed.records[0]["articles"][0]["likeness"] == 1.0
    assert 0.7 < listed.records[0]["articles"][1]["likeness"] < 0.9
    table = command("articles", "--copies", "--project", tmp_path / "p").out
    assert "b-alone" not in table
    assert "%" in table


def test_no_copies_are_told(command: Call, project: Path) -> None:
    outcome = command("articles", "--copies", "--project", project)
    assert outcome.out == "no article is a copy of another one\n"
    assert command("articles", "--copies", "--format", "jsonl", "--project", project).out == ""
