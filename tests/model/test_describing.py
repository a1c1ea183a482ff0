"""Changing what is known about an article, and where it was found."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.model import Metadata
from fr_reader.model.describing import (
    changed,
    corrected,
    date_doubt,
    filled,
    names_in,
    with_origin,
)

FOUND = with_origin(Metadata("Trees", ("Ann Example",), published="2026-01-02"), "JSON-LD")


def test_a_field_that_changes_loses_its_origin() -> None:
    now = changed(FOUND, title=" More \n trees ", authors=("Ann Example",), publisher="The Example")
    assert now == Metadata(
        "More trees",
        ("Ann Example",),
        "The Example",
        "2026-01-02",
        origins=(("authors", "JSON-LD"), ("published", "JSON-LD")),
    )
    assert changed(now, authors=["  ", "Bo  Example"]).authors == ("Bo Example",)
    assert changed(FOUND, title="Trees") == FOUND


def test_all_that_is_said_gets_the_origin_it_lacks() -> None:
    known = Metadata("Trees", url="https://example.org", origins=(("title", "og:title"),))
    assert with_origin(known, "RIS").origins == (("title", "og:title"), ("url", "RIS"))


def test_what_more_says_takes_the_place_and_the_rest_stays() -> None:
    more = with_origin(Metadata(publisher="The Example", published="2026"), "RIS")
    now = filled(FOUND, more)
    assert (now.title, now.publisher, now.published) == ("Trees", "The Example", "2026")
    assert dict(now.origins) == {
        "title": "JSON-LD",
        "authors": "JSON-LD",
        "publisher": "RIS",
        "published": "RIS",
    }
    assert (
        filled(FOUND, Metadata(published="2026")).origins == FOUND.origins[:1] + FOUND.origins[2:]
    )


def test_a_correction_by_hand_outlives_what_is_found_again() -> None:
    by_hand = changed(FOUND, title="Oaks", publisher="The Example")
    again = with_origin(Metadata("Trees!", ("Bo Example",), published="2026-01-03"), "JSON-LD")
    now = corrected(by_hand, again)
    assert (now.title, now.publisher) == ("Oaks", "The Example")
    assert (now.authors, now.published) == (("Bo Example",), "2026-01-03")
    assert dict(now.origins) == {"authors": "JSON-LD", "published": "JSON-LD"}
    written = Metadata("Written beside it")
    assert corrected(by_hand, written) == written


def test_names_come_one_a_line_or_between_semicolons() -> None:
    assert names_in(" Ann  Example;Bo Example\n\nCy Example, Jr. ; ") == (
        "Ann Example",
        "Bo Example",
        "Cy Example, Jr.",
    )
    assert names_in("\n;") == ()


@pytest.mark.parametrize(
    "good", ["", "2026", "2026-01", "2024-02-29", "2026-01-02T03:04:05Z", " 2026 "]
)
def test_good_dates(good: str) -> None:
    assert date_doubt(good) == ""


@pytest.mark.parametrize(
    ("doubtful", "why"),
    [
        ("2 January 2026", "kept as it is"),
        ("2026-1-2", "kept as it is"),
        ("02/01/2026", "kept as it is"),
        ("2026-13", "no such day"),
        ("2026-02-29", "no such day"),
        ("0000", "no such day"),
        ("٢٠٢٦", "kept as it is"),
    ],
)
def test_doubtful_dates(doubtful: str, why: str) -> None:
    assert why in date_doubt(doubtful)


@given(st.text(), st.lists(st.text()))
def test_nothing_written_is_too_odd(text: str, names: list[str]) -> None:
    date_doubt(text)
    now = changed(Metadata(), title=text, authors=tuple(names))
    assert changed(now, title=now.title, authors=now.authors) == now
    assert "\n" not in now.title
