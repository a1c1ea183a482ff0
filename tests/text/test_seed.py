"""The seed article against its hand-made expectations."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from fr_reader.ingest import from_bytes
from fr_reader.text import paragraphs, quotations, read, suggestions

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


def overlap(one: list[int], other: list[int]) -> float:
    """The share of the longer of two spans that they have in common."""
    common = min(one[1], other[1]) - max(one[0], other[0])
    return max(0, common) / max(one[1] - one[0], other[1] - other[0])


def test_reported_speech_with_its_cue_and_who_reports_it() -> None:
    text = seed()
    found = [quote for quote in quotations(text) if quote.kind == "indirect"]
    missed = [
        wanted["text"]
        for wanted in gold()["indirect"]
        if not any(
            quote.cue
            and quote.speaker
            and quote.cue.as_list() == wanted["cue"]
            and quote.speaker.of(text) == wanted["speaker_text"]
            and overlap(quote.segments[0].as_list(), wanted["segments"][0]) >= 0.8
            for quote in found
        )
    ]
    assert len(missed) <= 1, missed
    who = {quote.speaker.of(text): quote.who for quote in found if quote.speaker}
    assert who["the mayor"] == "Sadiq Khan"
    assert who["she"] == "Zoë Garbett"
    assert who["the Met"] == "Metropolitan Police Service"


def test_a_feared_harm_is_suggested_as_a_concern() -> None:
    article = from_bytes(seed().encode(), "seed.txt")
    about = [each for each in suggestions(read(article)) if each.code == "concern"]
    assert any("LFR disproportionately targeted" in each.span.of(article.text) for each in about)
