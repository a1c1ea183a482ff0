"""`export markdown` for programs and by things, and templates, on the command line."""

from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Call, marked


def test_a_note_for_each_thing(command: Call, article: Path, tmp_path: Path) -> None:
    marked(tmp_path / "p", article)
    line = ["--project", tmp_path / "p", "export", "markdown", "--by", "article", "--by", "speaker"]
    folder = tmp_path / "vault"
    outcome = command(*line, "--profile", "obsidian", "-o", folder)
    assert outcome.err == f"fr-reader: wrote 4 of 4 notes into {folder}\n"
    assert sorted(p.name for p in folder.iterdir()) == [
        "Ann Example.md",
        "Council to plant 300 trees.md",
        "articles.md",
        "speakers.md",
    ]
    outcome = command(*line, "--profile", "obsidian", "-o", folder)
    assert outcome.err.startswith("fr-reader: wrote 0 of 4 notes")
    note = folder / "Ann Example.md"
    note.write_text(note.read_text("utf-8").replace("# Ann", "# My Ann"), "utf-8")
    refused = command(*line, "--profile", "obsidian", "-o", folder)
    assert refused.code == 2
    assert f"{note} was changed outside of its keep regions" in refused.err
    assert command(*line, "--profile", "obsidian", "-o", folder, "--force").code == 0
    assert "# My Ann" not in note.read_text("utf-8")


def test_what_cannot_be_asked_for(command: Call, tmp_path: Path) -> None:
    assert "--by needs a folder" in command("export", "markdown", "--by", "code").err
    both = ["export", "markdown", "--by", "code", "--by", "project", "-o", tmp_path / "x"]
    assert "--by project makes one file" in command(*both).err
    file = tmp_path / "file"
    file.write_text("")
    outcome = command("export", "markdown", "--by", "code", "-o", file)
    assert (outcome.code, outcome.err.count("\n")) == (2, outcome.err.count("fr-reader: "))
    assert "is no folder" in outcome.err
    outcome = command("export", "markdown", "--by", "code", "-o", tmp_path / "gone" / "x")
    assert "make it first" in outcome.err


def test_the_setting_holds_unless_an_option_says_otherwise(command: Call, home: Path) -> None:
    (home / "config").mkdir(parents=True)
    (home / "config" / "config.toml").write_text('profile = "logseq"')
    assert command("export", "markdown").out.startswith("type:: notes\n")
    assert command("export", "markdown", "--profile", "commonmark").out.startswith("---\ntitle")


def test_templates_from_making_to_exporting(command: Call, home: Path, tmp_path: Path) -> None:
    assert "there is no template in" in command("templates").err
    assert command("templates", "new", "mine", "--from", "quotation-list").code == 0
    assert command("templates", "list").out == "mine\n"
    assert command("templates", "show", "mine").out.startswith("{#")
    assert command("templates", "check", "mine").err == "fr-reader: mine is sound\n"
    assert "# Quotations" in command("export", "markdown", "--template", "mine").out
    path = home / "config" / "templates" / "mine.md.j2"
    path.write_text("one\n{{ two }}")
    for line in (["templates", "check", "mine"], ["export", "markdown", "--template", "mine"]):
        outcome = command(*line)
        assert outcome.code == 2
        assert outcome.err == "fr-reader: the template mine.md.j2, line 2: 'two' is undefined\n"
    assert "there is no template other" in command("templates", "show", "other").err
    assert "is no name for a template" in command("templates", "new", "../x").err
