"""The seed article against its hand-made expectations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fr_reader.text import paragraphs, quotations

NAME = "met-police-handheld-facial-recognition"
SHARED = Path(__file__).resolve().parents[3] / "shared"


def gold() -> dict[str, Any]:
    path = SHARED / "gold" / f"{NAME}.json"
    if not path.exists():
        pytest.skip("the shared material is not here, so the gold of the seed article is not")
    loaded: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return loaded


def seed() -> str:
    return (SHARED / "seeds" / f"{NAME}.txt").read_text("utf-8")


def test_paragraphs_and_kinds() -> None:
    expected = gold()["paragraphs"]
    found = [{"span": p.span.as_list(), "kind": p.kind.value} for p in paragraphs(seed())]
    assert found == expected


def test_direct_quotations_cues_speakers_and_who() -> None:
    expected = [
        (quote["segments"], quote["cue"], quote["speaker"], quote["who"])
        for quote in gold()["direct"]
    ]
    found = [
        (
            [segment.as_list() for segment in quote.segments],
            quote.cue.as_list() if quote.cue else None,
            quote.speaker.as_list() if quote.speaker else None,
            quote.who,
        )
        for quote in quotations(seed())
        if quote.kind == "direct"
    ]
    assert found == expected


def test_nothing_else_is_speech() -> None:
    expected = gold()
    found = quotations(seed())
    assert len([quote for quote in found if quote.kind != "indirect"]) == len(expected["direct"])
    for start, end in (each["span"] for each in expected["not_quotations"]):
        assert all([start, end] != s.as_list() for quote in found for s in quote.segments)
