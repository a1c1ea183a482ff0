"""What the benchmarks hand to the scorer of a corpus; the articles and the scorer are made up."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from benchmarks.attribution import figures
from benchmarks.calibration import judged
from benchmarks.corpus import SHARED, Corpus, adapted, corpus, positions, quotes
from tests.cli.conftest import MADE_UP, Call

# The scorer leaves its files to the garbage collector, and it is not ours to mend.
leaves_files_open = pytest.mark.filterwarnings(
    "ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning"
)


def quote(rule: str, who: str | None, speaker: tuple[int, int] | None) -> dict[str, object]:
    """A record with what the adapter looks at."""
    mention = {"span": list(speaker), "text": "…"} if speaker else None
    return {
        "kind": "direct",
        "segments": [[10, 20]],
        "cue": None,
        "speaker": mention,
        "who": who,
        "rule": rule,
        "confidence": 0.5,
    }


def test_spans_are_those_of_the_jsonl(command: Call, article: Path) -> None:
    records = command("quotes", article, "--format", "jsonl").records
    for mine, one in zip(quotes(article), records, strict=True):
        assert mine["segments"] == one["segments"]
        assert mine["kind"] == one["kind"]
        assert mine["cue"] == (one["cue"] and one["cue"]["span"])
        assert mine["speaker"] == (one["speaker"] and one["speaker"]["span"])


def test_a_carried_quotation_takes_the_mention_of_the_same_speaker() -> None:
    records = [
        quote("colon", "Ann", (0, 3)),
        quote("colon", "Bo", (40, 42)),
        quote("carry-over", "Ann", None),
        quote("carry-over", "Bo", None),
        quote("carry-over", "Cy", None),
        quote("unattributed", "Ann", None),
    ]
    found = [one["speaker"] for one in adapted(records)]
    assert found == [[0, 3], [40, 42], [0, 3], [40, 42], None, None]


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_offsets_are_those_of_the_file_as_it_is(tmp_path: Path, newline: str, mark: str) -> None:
    raw = mark + MADE_UP.replace("\n", newline)
    path = tmp_path / "trees.txt"
    path.write_bytes(raw.encode())
    plain = tmp_path / "plain.txt"
    plain.write_bytes(MADE_UP.encode())
    assert positions(MADE_UP) is None
    found, wanted = quotes(path), quotes(plain)
    assert found
    for one, other in zip(found, wanted, strict=True):
        spans = [*zip(one["segments"], other["segments"], strict=True)]
        spans += [(one[role], other[role]) for role in ("cue", "speaker")]
        for (a, b), (c, d) in spans:
            assert raw[a:b] == MADE_UP[c:d]


def standoff(text: str, source: str, cue: str, content: str) -> str:
    """One attribution in brat standoff."""
    lines = []
    for number, (role, words) in enumerate(
        (("Source", source), ("Cue", cue), ("Content", content)), 1
    ):
        at = text.index(words)
        lines.append(f"T{number}\t{role} {at} {at + len(words)}\t{words}")
    return "\n".join([*lines, "E1\tCue:T2 Source:T1 Content:T3", ""])


@pytest.fixture
def small(tmp_path: Path) -> Corpus:
    """A made-up corpus of one article, for the real scorer."""
    if not (SHARED / "eval" / "score_attribution.py").is_file():
        pytest.skip("the shared material is not here")
    split = tmp_path / "eval" / "polnear" / "dev"
    for folder in ("text", "attributions"):
        (split / folder).mkdir(parents=True)
    text = "“It costs too much for this made-up town,” said Ann Example.\n"
    (split / "text" / "one.txt").write_text(text, encoding="utf-8")
    marked = standoff(text, "Ann Example", "said", text[: text.index(" said")])
    (split / "attributions" / "one_x.ann").write_text(marked, encoding="utf-8")
    return Corpus(split, corpus("dev").scorer)


@leaves_files_open
def test_the_scorer_takes_it(small: Corpus) -> None:
    scored = figures(small)
    assert scored["missing"] == 0
    for name in ("direct.recall", "direct.precision", "direct.speaker", "pair.f", "content.f"):
        assert scored[name] == 1.0


@leaves_files_open
def test_a_quotation_is_right_only_with_its_speaker(small: Corpus) -> None:
    ((_, confidence, right),) = judged(small)
    assert right
    assert 0 < confidence <= 1
    file = small.split / "attributions" / "one_x.ann"
    at = small.texts()[0].read_text("utf-8").index("town")
    wrong = re.sub(r"Source \d+ \d+\t.*", f"Source {at} {at + 4}\ttown", file.read_text("utf-8"))
    file.write_text(wrong, encoding="utf-8")
    ((_, _, right),) = judged(small)
    assert not right
    file.write_text(wrong.replace(" Source:T1", ""), encoding="utf-8")
    assert [verdict for _, _, verdict in judged(small)] == [True]


def test_predictions_are_json(article: Path) -> None:
    assert json.loads(json.dumps(quotes(article))) == quotes(article)
