"""Whole projects of other programs, taken in by `import`."""

from __future__ import annotations

from pathlib import Path

from fr_reader.exchange import brat, json_lines, web_annotation
from fr_reader.store import ProjectStore
from fr_reader.store.bundling import bundle_of
from tests.cli.conftest import Call
from tests.exchange.made_up import small


def test_import_takes_projects_and_articles(command: Call, article: Path, tmp_path: Path) -> None:
    path = tmp_path / "theirs.jsonl"
    path.write_bytes(json_lines.write(small()))
    project = tmp_path / "project"
    article = article.rename(tmp_path / "council.txt")
    done = command("import", str(path), str(article), "--project", str(project))
    assert done.code == 0
    told, added = done.out.splitlines()
    assert told == "took in made up: 1 article, 1 speaker, 3 annotations"
    assert added.startswith("added: council  Council")
    store = ProjectStore.open(project, "tester", create=False)
    bundle = bundle_of(store, ["trees"])
    store.close()
    assert bundle.annotations == small().annotations
    assert {each.coder for each in bundle.annotations} == {"me", "other"}
    again = command("import", str(path), "--project", str(project))
    assert again.out == "took in made up: nothing that was not there already\n"


def test_folders_and_json_are_projects_too(command: Call, tmp_path: Path) -> None:
    folder = tmp_path / "brat"
    folder.mkdir()
    for name, data in brat.write(small()).items():
        (folder / name).write_bytes(data)
    (tmp_path / "x.json").write_bytes(web_annotation.write(small()))
    project = str(tmp_path / "project")
    done = command("import", str(folder), "--project", project)
    assert (done.code, done.err.count("left out")) == (0, 0)
    assert done.out == "took in made up: 1 article, 1 speaker, 3 annotations\n"
    done = command("import", str(tmp_path / "x.json"), "--project", project)
    assert done.out == "took in made up: nothing that was not there already\n"


def test_annotations_on_texts_of_the_project(command: Call, article: Path, tmp_path: Path) -> None:
    project = str(tmp_path / "project")
    command("import", str(article), "--project", project)
    path = tmp_path / "foreign.jsonld"
    path.write_text(
        '[{"type": "Annotation", "bodyValue": "made up", "target": {"source": "trees.txt",'
        '"selector": {"type": "TextQuoteSelector", "exact": "It costs too much"}}},'
        '{"type": "Annotation", "target": {"source": "trees.txt",'
        '"selector": {"type": "TextQuoteSelector", "exact": "It costs nothing"}}}]'
    )
    done = command("import", str(path), "--project", project)
    assert done.out.startswith("took in ")
    assert done.out.endswith(": 1 annotation\n")
    assert "passages (1: It costs nothing): left out" in done.err


def test_what_cannot_be_read_makes_no_project(command: Call, tmp_path: Path) -> None:
    path = tmp_path / "broken.jsonl"
    path.write_text('{"type": "article"}\n')
    done = command("import", str(path), "--project", str(tmp_path / "project"))
    assert (done.code, done.out) == (2, "")
    assert "line 1 of" in done.err
    assert not (tmp_path / "project").exists()
