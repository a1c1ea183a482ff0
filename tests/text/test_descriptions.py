"""What an article says of its people: role and affiliation, in its own words or not at all."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from fr_reader.model import Article
from fr_reader.text import read
from fr_reader.text.descriptions import Described

CASES = tomllib.loads(Path(__file__).with_name("described.toml").read_text("utf-8"))["case"]


def described(text: str) -> Described:
    return Described(read(Article("made-up", text)))


def pair(text: str, name: str) -> tuple[str, str]:
    found = described(text).get(name)
    return (found.role, found.affiliation) if found else ("", "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['group']}: {case['text'][:60]}")
def test_the_table(case: dict[str, str]) -> None:
    wanted = case.get("role", ""), case.get("affiliation", "")
    assert pair(case["text"], case["name"]) == wanted
