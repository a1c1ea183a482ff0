"""A changed text is a revision on the command line too, and what is astray is reviewed there.

Every article is made up.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from fr_reader.model import Act, Annotation, Article, Change, Speaker, Status
from fr_reader.store import ProjectStore
from tests.cli.conftest import Call, Outcome
from tests.cli.test_listing import RAW
from tests.store.test_revisions import CHANGED, GONE, KEPT, NEW, OLD, note

PLACE = "“Nobody has told us much about the new plan,”"
NEVER = "“Nobody has told us anything at [b]all[/b] \x1b]0;owned\x07 about that \u202eplan\u202c,”"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "p"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "bridge.txt"
    path.write_text(OLD, encoding="utf-8")
    return path


@pytest.fixture
def at_work(command: Call, folder: Path) -> Call:
    """The command line on the project."""

    def call(*arguments: object) -> Outcome:
        return command("--project", folder, *arguments)

    return call


@pytest.fixture
def revised(at_work: Call, folder: Path, path: Path) -> Outcome:
    """A project with a revised article, and what the import of the new text said.

    Of its annotations "kept" was carried over, "changed" has a proposal, "gone" is an orphan;
    "theirs" is another coder's, on the words of "changed".
    """
    at_work("import", path)
    store = ProjectStore.open(folder, "tester")
    article = store.article("bridge")
    bo = Speaker("s1", "Bo \x1b[31mExample")
    kept = _note(article, KEPT, "kept", memo="made up")
    changed = _note(article, CHANGED, "changed", speaker="s1")
    gone = _note(article, GONE, "gone", code="claim")
    notes = (bo, kept, changed, gone)
    store.apply(Act("notes", tuple(Change(None, one) for one in notes)))
    store.close()
    other = ProjectStore.open(folder, "zoe")
    theirs = replace(
        _note(article, CHANGED, "theirs", coder="zoe", code="concern"), status=Status.REJECTED
    )
    other.apply(Act("notes", (Change(None, theirs),)))
    other.close()
    path.write_text(NEW, encoding="utf-8")
    return at_work("import", path)


def _note(article: Article, words: str, name: str, **more: str) -> Annotation:
    made = note(article, words, name, more.get("memo", ""))

    return replace(
        made,
        coder=more.get("coder", "tester"),
        code=more.get("code", ""),
        speaker=more.get("speaker", ""),
    )


def waiting(at_work: Call, *arguments: object) -> dict[str, dict[str, Any]]:
    records = at_work("review", "--format", "jsonl", *arguments).records
    return {one["id"]: one for one in records}


def test_the_import_tells_what_became_of_the_annotations(revised: Outcome, at_work: Call) -> None:
    assert revised.code == 0
    assert revised.out == (
        "revised: bridge (revision 2): 1 annotation moved, 2 to review, 1 without its words\n"
    )
    assert revised.err == (
        "fr-reader: 3 annotations wait for review: "
        "fr-reader review lists what does, R in the reader shows it\n"
    )


def test_an_earlier_text_is_there_already(revised: Outcome, at_work: Call, path: Path) -> None:
    path.write_text(OLD, encoding="utf-8")
    outcome = at_work("import", path)
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.startswith("there already (an earlier text of bridge)")
    (record,) = at_work("articles", "--format", "jsonl").records
    assert (record["revision"], record["to_review"], record["length"]) == (2, 3, len(NEW))


def test_it_may_be_an_article_of_its_own(at_work: Call, path: Path) -> None:
    at_work("import", path)
    path.write_text(NEW, encoding="utf-8")
    assert at_work("import", path, "--new").out.startswith("added: bridge-2")
    records = at_work("articles", "--format", "jsonl").records
    assert [(one["revision"], one["to_review"]) for one in records] == [(1, 0), (1, 0)]
    assert "revision" not in at_work("articles").out


def test_the_article_may_be_named(at_work: Call, path: Path, tmp_path: Path) -> None:
    at_work("import", path)
    other = tmp_path / "other.txt"
    other.write_text("Nothing of the kind.", encoding="utf-8")
    outcome = at_work("import", other, "--revises", "bridge")
    assert outcome.out == "revised: bridge (revision 2): no annotations\n"
    for options, told in (
        (["--revises", "nowhere"], "there is no article 'nowhere'"),
        (["--revises", "bridge", "--new"], "leave one out"),
        ([path, "--revises", "bridge"], "--revises takes one PATH"),
    ):
        other.write_text("Something else again.", encoding="utf-8")
        outcome = at_work("import", other, *options)
        assert (outcome.code, outcome.out) == (2, "")
        assert told in outcome.err
        assert outcome.err.count("\n") == 1
    at_work("import", other)
    outcome = at_work("import", other, "--revises", "bridge")
    assert (outcome.code, "other has this text already" in outcome.err) == (2, True)


def test_articles_tell_the_revision_and_what_is_to_review(
    revised: Outcome, at_work: Call, tmp_path: Path
) -> None:
    fish = tmp_path / "fish.txt"
    fish.write_text("Fish, made up.")
    at_work("import", fish)
    heads, _, *rows = at_work("articles").out.split("\n")[1:]
    assert heads.split() == ["id", "title", "publisher", "published", "revision", "to", "review"]
    assert rows[0].split()[-2:] == ["2", "3"]
    assert rows[1].split() == ["fish"]


def test_a_text_that_was_altered_leaves_the_list_of_articles(
    revised: Outcome, at_work: Call, folder: Path, path: Path
) -> None:
    for text in (folder / "articles").iterdir():
        text.write_text("Altered.", encoding="utf-8")
    listed = at_work("articles")
    assert (listed.code, listed.out.split()[-2:]) == (0, ["2", "?"])
    assert listed.err.count("\n") == 1
    (record,) = at_work("articles", "--format", "jsonl").records
    assert (record["revision"], record["to_review"]) == (2, None)
    path.write_text(f"{NEW}One line more.\n", encoding="utf-8")
    refused = at_work("import", path, "--revises", "bridge")
    assert (refused.code, refused.out) == (2, "")
    assert at_work("articles", "--format", "jsonl").records == [record]


def test_what_waits_is_listed(revised: Outcome, at_work: Call) -> None:
    one = waiting(at_work)
    assert set(one) == {"changed", "gone", "theirs"}
    start = NEW.index(PLACE)
    (place, *_) = one["changed"].pop("proposals")
    assert place["segments"] == [[start, start + len(PLACE)]]
    assert (place["n"], place["text"]) == (1, [PLACE])
    assert 0.5 < place["likeness"] < 1
    assert one["changed"] == {
        "id": "changed",
        "article": "bridge",
        "code": None,
        "speaker": "Bo \x1b[31mExample",
        "text": [CHANGED],
        "memo": "",
        "coder": "tester",
        "status": "accepted",
        "created": "2026-01-01T00:00:00.000000+00:00",
        "modified": "2026-01-01T00:00:00.000000+00:00",
    }
    assert (one["gone"]["proposals"], one["gone"]["code"]) == ([], "claim")
    assert waiting(at_work, "bridge").keys() == one.keys()
    table = at_work("review").out
    joined = re.sub(r"\s+", "", table)
    for shown in ("Bo␛[31mExample", "zoe", "concern(rejected)", "(nothinglikeitisleft)", "1"):
        assert shown in joined
    assert not RAW.search(table)
    outcome = at_work("review", "nowhere")
    assert (outcome.code, "no article 'nowhere'" in outcome.err) == (2, True)


def test_hostile_text_is_shown_and_not_obeyed(revised: Outcome, at_work: Call, path: Path) -> None:
    path.write_text(NEW.replace(PLACE, NEVER), encoding="utf-8")
    at_work("import", path)
    shown = at_work("review")
    assert not RAW.search(shown.out)
    jsonl = at_work("review", "--format", "jsonl")
    assert not RAW.search(jsonl.out)
    (place, *_) = {one["id"]: one for one in jsonl.records}["changed"]["proposals"]
    assert "".join(place["text"]) in NEVER
    placed = at_work("review", "--place", "changed")
    assert placed.code == 0
    assert not RAW.search(placed.err)


def test_an_annotation_is_placed(revised: Outcome, at_work: Call) -> None:
    outcome = at_work("review", "bridge", "--place", "changed", "--at", "1")
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == f"fr-reader: placed changed in bridge: {PLACE}\n"
    assert set(waiting(at_work)) == {"gone", "theirs"}
    placed = {one["id"]: one for one in at_work("annotations", "--format", "jsonl").records}
    assert set(placed) == {"kept", "changed"}
    assert (placed["changed"]["exact"], placed["changed"]["coder"]) == (PLACE, "tester")
    assert placed["changed"]["created"] < placed["changed"]["modified"]
    (act,) = at_work("history", "--format", "jsonl").records[-1:]
    assert (act["act"], act["coder"]) == ("place", "tester")


def test_an_orphan_is_removed(revised: Outcome, at_work: Call) -> None:
    outcome = at_work("review", "--remove", "gone")
    assert (outcome.code, "removed gone" in outcome.err) == (0, True)
    assert set(waiting(at_work)) == {"changed", "theirs"}
    assert at_work("review", "--place", "changed").code == 0
    assert at_work("--coder", "zoe", "review", "--place", "theirs").code == 0
    assert at_work("review").out == "nothing to review\n"
    assert at_work("review", "--format", "jsonl").out == ""


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--place", "theirs"], "theirs is zoe's, and tester is at work"),
        (["--remove", "theirs"], "theirs is zoe's, and tester is at work"),
        (["--place", "kept"], "no annotation kept waits for review"),
        (["--remove", "kept"], "no annotation kept waits for review"),
        (["--place", "\x1b[31m"], "no annotation ␛[31m waits for review"),
        (["nowhere", "--place", "changed"], "there is no article 'nowhere'"),
        (["--place", "gone"], "nothing like the words of gone is left"),
        (["--place", "changed", "--at", "9"], "where changed may belong: no number 9"),
        (["--place", "changed", "--at", "0"], "0"),
        (["--place", "changed", "--remove", "gone"], "leave one out"),
        (["--at", "1"], "--place"),
    ],
)
def test_what_cannot_be_done_is_told(
    revised: Outcome, at_work: Call, arguments: list[str], told: str
) -> None:
    outcome = at_work("review", *arguments)
    assert (outcome.code, outcome.out) == (2, "")
    assert told in outcome.err
    assert outcome.err.count("\n") == 1
    assert set(waiting(at_work)) == {"changed", "gone", "theirs"}


def test_what_goes_out_stands_in_the_text(revised: Outcome, at_work: Call) -> None:
    told = (
        "fr-reader: 3 annotations wait for review and are left out: "
        "fr-reader review lists what does, R in the reader shows it\n"
    )
    notes = at_work("export", "markdown")
    assert (notes.code, notes.err) == (0, told)
    assert "The made-up bridge has to be closed" in notes.out
    for gone in ("Nobody has told us anything", "It will rain all day", "Nobody has told us much"):
        assert gone not in notes.out
    listed = at_work("annotations", "--format", "jsonl")
    assert listed.err == told
    (kept,) = listed.records
    start, end = kept["span"]
    assert kept["exact"] == KEPT == NEW[start:end]
    later = at_work("annotations", "--at", "2100-01-01", "--format", "jsonl")
    assert later.records == [kept]
    quoted = at_work("quotes", "--format", "jsonl").records
    assert all(
        NEW[s:e] == t for q in quoted for (s, e), t in zip(q["segments"], q["text"], strict=True)
    )


def test_a_project_without_revisions_says_nothing(at_work: Call, path: Path) -> None:
    at_work("import", path)
    assert at_work("export", "markdown").err == at_work("annotations").err == ""
    assert at_work("review").out == "nothing to review\n"


def test_a_project_that_is_not_there_is_not_made(at_work: Call, folder: Path) -> None:
    assert at_work("review").code == 2
    assert not folder.exists()
