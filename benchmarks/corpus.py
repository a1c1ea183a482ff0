"""A corpus of news texts with attributions marked by hand, and what fr-reader finds in them.

The corpus lies in a folder beside the repository: `eval/polnear/SPLIT/text/*.txt` and its brat
standoff, and `eval/score_attribution.py`, its scorer. Nothing of it is part of the project.

The scorer wants the surface spans of each quotation, and the mention of its speaker. A quotation
that goes on from an earlier one has no mention of its own, only the same `who`: for the scorer it
takes over the mention of the nearest earlier quotation with this `who`. Offsets count the code
points of the file as it is, while fr-reader reads newlines as LF and drops a byte order mark;
where the file has such, offsets are mapped back.
"""

from __future__ import annotations

import importlib.util
import re
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from fr_reader.cli.quote_record import found, record
from fr_reader.ingest import load

SHARED = Path(__file__).resolve().parents[2] / "shared"
CARRIED = "carry-over"
"""How the names of the rules begin that give a quotation the speaker of an earlier one."""

Quote = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Corpus:
    """One split of the corpus, and its scorer."""

    split: Path
    scorer: ModuleType

    def texts(self) -> list[Path]:
        """The articles, by name."""
        return sorted((self.split / "text").glob("*.txt"))

    def annotations(self, path: Path) -> Path:
        """The standoff of the article at `path`, the one the scorer takes."""
        folder = self.split / "attributions"
        return min(one for one in folder.glob("*.ann") if one.name.startswith(f"{path.stem}_"))


def corpus(split: str, shared: Path = SHARED) -> Corpus:
    """The part of the corpus called `split`. Exits with a sentence where it is not there."""
    folder = shared / "eval" / "polnear" / split
    file = shared / "eval" / "score_attribution.py"
    if not (folder / "text").is_dir() or not file.is_file():
        sys.exit(f"there is no corpus in {folder}: name the shared folder with --shared")
    spec = importlib.util.spec_from_file_location("score_attribution", file)
    assert spec is not None and spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    return Corpus(folder, scorer)


def asked(description: str, splits: Sequence[str] = ("dev", "train")) -> Corpus:
    """The corpus the command line asks for."""
    parser = ArgumentParser(description=description)
    parser.add_argument("split", nargs="?", choices=splits, default=splits[0])
    parser.add_argument("--shared", type=Path, default=SHARED, metavar="DIR")
    given = parser.parse_args()
    return corpus(given.split, given.shared)


def raw_text(path: Path) -> str:
    """The text as the scorer reads it."""
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


def quotes(path: Path) -> list[Quote]:
    """What fr-reader finds in the article at `path`, as the scorer takes it."""
    article = load(path)
    records = [record(article, str(path), n, one) for n, one in enumerate(found(article), 1)]
    return adapted(records, positions(raw_text(path)))


def adapted(records: Sequence[Quote], places: Sequence[int] | None = None) -> list[Quote]:
    """Records of `quotes --format jsonl` as quotes for the scorer, with rule and confidence kept.

    `places` has, for each offset of a record, the one to give the scorer.
    """
    result = []
    for number, one in enumerate(records):
        speaker = one["speaker"] or _carried(records[:number], one)
        result.append(
            {
                "segments": [_placed(segment, places) for segment in one["segments"]],
                "kind": one["kind"],
                "cue": _placed(one["cue"]["span"], places) if one["cue"] else None,
                "speaker": _placed(speaker["span"], places) if speaker else None,
                "rule": one["rule"],
                "confidence": one["confidence"],
            }
        )
    return result


def _carried(earlier: Sequence[Quote], one: Quote) -> Quote | None:
    """The mention of the quotation this one goes on from."""
    if not one["rule"].startswith(CARRIED):
        return None
    said = (each["speaker"] for each in reversed(earlier) if each["who"] == one["who"])
    return next((mention for mention in said if mention), None)


def positions(raw: str) -> list[int] | None:
    """For each offset of the text as fr-reader reads it, that of `raw`; None if they are equal."""
    start = 1 if raw.startswith("\ufeff") else 0
    if not start and "\r" not in raw:
        return None
    return [*(m.start() for m in re.compile(r"\r\n|.", re.DOTALL).finditer(raw, start)), len(raw)]


def _placed(span: Sequence[int], places: Sequence[int] | None) -> list[int]:
    return [places[offset] for offset in span] if places else list(span)
