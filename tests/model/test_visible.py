"""What could command a terminal becomes a symbol, one code point for one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.model import slug, visible, visible_lines, visible_text

anything = st.text(st.characters(exclude_categories=()))
hostile = "\x1b]52;c;aGk=\x07 \x1b[31m \x9b31m \u202eabc\u2066 \ud800 \u2028 \x7f \ufeff"


@given(anything | st.just(hostile))
def test_offsets_keep_their_meaning_and_nothing_commands(text: str) -> None:
    for face, kept in (
        (visible(text), ""),
        (visible_lines(text), "\n"),
        (visible_text(text), "\n\t"),
    ):
        assert len(face) == len(text)
        for before, after in zip(text, face, strict=True):
            assert unicodedata.category(after) not in {"Cc", "Cs", "Zl", "Zp"} or after in kept
            assert unicodedata.bidirectional(after) not in {
                *("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"),
            }
            if before.isprintable() and unicodedata.category(before) != "Cf":
                assert after == before
        face.encode("utf-8")


def test_symbols_say_what_stood_there() -> None:
    assert visible("a\x1b[1m\n\t") == "a␛[1m␊␉"


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Met Police trial.txt", "met-police-trial-txt"),
        ("../../etc/passwd", "etc-passwd"),
        ("Zoë & Co", "zoe-co"),
        ("a" * 100, "a" * 60),
    ],
)
def test_slugs_are_safe_names(name: str, safe: str) -> None:
    assert slug(name) == safe


@given(anything)
def test_a_slug_is_never_empty_nor_a_path(name: str) -> None:
    made = slug(name)
    assert made
    assert set(made) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_names_without_a_letter_stay_apart() -> None:
    assert slug("漢字") != slug("日本")
