"""Tables and JSON Lines of articles, quotations and annotations."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from fr_reader.ingest import load, seeds
from fr_reader.model import Quotation
from fr_reader.text import quotations
from tests.cli.conftest import MADE_UP, Call, marked, process

RAW = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
NASTY = (
    "Made-up [b]title[/b] \x1b]0;owned\x07\n\n"
    "“[He] said \x1b[31mred\x1b[0m \x9b31m \u202eevil\u202c [/nope] [@click=app.quit]x[/] \u2028"
    "and much more,” Ann Example said.\n"
)


def test_quotes_need_no_project(command: Call, article: Path, home: Path) -> None:
    outcome = command("quotes", article, "--format", "jsonl")
    assert outcome.code == 0
    assert not home.exists()
    found = quotations(load(article))
    assert found
    assert [one["segments"] for one in outcome.records] == [
        [segment.as_list() for segment in quotation.segments] for quotation in found
    ]
    for number, (record, quotation) in enumerate(zip(outcome.records, found, strict=True), 1):
        check_quote(record, number, quotation, article)


def check_quote(record: dict[str, object], n: int, quotation: Quotation, path: Path) -> None:
    assert list(record) == [
        *("article", "path", "n", "kind", "segments", "text"),
        *("cue", "speaker", "who", "rule", "confidence"),
    ]
    assert record["article"] == path.stem
    assert record["path"] == str(path)
    assert record["n"] == n
    assert record["kind"] == quotation.kind
    assert record["text"] == [MADE_UP[s.start : s.end] for s in quotation.segments]
    for name, span in (("cue", quotation.cue), ("speaker", quotation.speaker)):
        wanted = {"span": span.as_list(), "text": span.of(MADE_UP)} if span else None
        assert record[name] == wanted
    assert (record["who"], record["rule"]) == (quotation.who, quotation.rule)
    assert record["confidence"] == quotation.confidence
    assert 0 <= quotation.confidence <= 1


def test_quotes_of_the_project_and_of_the_file_are_the_same(command: Call, article: Path) -> None:
    command("--project", article.parent / "p", "import", article)
    inside = command("--project", article.parent / "p", "quotes", "--format", "jsonl").records
    outside = command("quotes", article, "--format", "jsonl").records
    assert [one.pop("path") for one in inside] == ["trees.txt"] * len(inside)
    assert [one.pop("path") for one in outside] == [str(article)] * len(outside)
    assert inside == outside


def test_quotes_of_the_seed_are_the_five(command: Call) -> None:
    gold = Path(__file__).resolve().parents[2].parent / "shared" / "gold"
    if not gold.is_dir():
        pytest.skip("the shared material is not here")
    (file,) = gold.glob("*.json")
    wanted = [one["segments"] for one in json.loads(file.read_text(encoding="utf-8"))["direct"]]
    found = command("quotes", "--format", "jsonl").records
    assert [one["segments"] for one in found if one["kind"] == "direct"] == wanted


def test_nothing_raw_reaches_the_terminal(command: Call, tmp_path: Path) -> None:
    path = tmp_path / "nasty.txt"
    path.write_text(NASTY, encoding="utf-8")
    jsonl = command("quotes", path, "--format", "jsonl")
    assert not RAW.search(jsonl.out)
    assert "".join(jsonl.records[0]["text"]) in NASTY
    table = command("quotes", path)
    assert not RAW.search(table.out)
    joined = re.sub(r"\s+", "", table.out)
    for shown in ("[b]title[/b]", "␛]0;owned␇", "“[He]", "[/nope]", "[@click=app.quit]x[/]"):
        assert shown in joined
    command("--project", tmp_path / "p", "import", path)
    for listing in ("articles", "quotes", "annotations"):
        for form in ("table", "jsonl"):
            outcome = command("--project", tmp_path / "p", listing, "--format", form)
            assert outcome.code == 0
            assert not RAW.search(outcome.out)


@pytest.mark.parametrize("locale", ["C", "en_US.ISO-8859-1"])
def test_output_is_utf8_whatever_the_locale(article: Path, locale: str) -> None:
    settings = {"LC_ALL": locale, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    for form in ("jsonl", "table"):
        outcome = process(["quotes", article, "--format", form], **settings)
        assert outcome.returncode == 0
        assert "“We need trees,”" in outcome.stdout.decode("utf-8")
        assert outcome.stderr == b""


def test_articles(command: Call, article: Path) -> None:
    command("import", article)
    records = command("articles", "--format", "jsonl").records
    (seed,) = seeds()
    assert [one["id"] for one in records] == [seed.id, "trees"]
    assert records[0]["publisher"] == "the Citizen"
    assert records[0]["photographers"][1] == {"name": "Charlotte Gray", "paragraph": 11}
    assert records[1]["sha256"] == load(article).sha256
    assert records[1]["length"] == len(MADE_UP)
    table = command("articles").out
    assert "trees" in table
    assert max(map(cell_len, table.splitlines())) <= 120


def test_annotations(command: Call, article: Path, tmp_path: Path) -> None:
    marked(tmp_path / "p", article)
    said, feared = command("--project", tmp_path / "p", "annotations", "--format", "jsonl").records
    start, end = MADE_UP.index("“We need"), MADE_UP.index("now.”") + len("now.”")
    assert said == {
        "id": "x1",
        "article": "trees",
        "code": None,
        "speaker": "Ann Example",
        "span": [start, end],
        "segments": [[start, start + len("“We need")], [end - len("now.”"), end]],
        "exact": MADE_UP[start:end],
        "text": ["“We need", "now.”"],
        "memo": "",
        "coder": "tester",
        "status": "accepted",
        "created": "2026-01-02T03:04:05.000006+00:00",
        "modified": "2026-01-02T03:04:05.000006+00:00",
    }
    assert (feared["code"], feared["speaker"], feared["memo"]) == ("concern", None, "Hm \x1b[m")
    table = command("--project", tmp_path / "p", "annotations").out
    assert "Ann Example" in table
    assert "␛" in table


def test_empty_lists_say_so(command: Call) -> None:
    assert command("annotations").out == "no annotations yet\n"
    assert command("annotations", "--format", "jsonl").out == ""
