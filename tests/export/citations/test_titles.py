"""Quotation marks within quotation marks, points at the end, short forms, keys."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.export.citations.keys import keys
from fr_reader.export.citations.titles import ended, nested, quoted, short
from fr_reader.model import Metadata


@pytest.mark.parametrize(
    ("title", "within"),
    [
        ("Plain", "Plain"),
        ("“No way”, mayor says", "‘No way’, mayor says"),
        ('"No way", mayor says', "‘No way’, mayor says"),
        ("Mayor’s “no”", "Mayor’s ‘no’"),
        ("Ann: “Bo’s ‘maybe’ is a no”", "Ann: ‘Bo’s “maybe” is a no’"),
        ("„Nein“, sagt sie", "‚Nein‘, sagt sie"),
        ("«Non», dit-elle", "«Non», dit-elle"),
        ("„Nein“ und ‚ja‘", "‚Nein‘ und ‚ja‘"),
        ("„Nein“ zum ‘Ja’", "‚Nein‘ zum ‘Ja’"),
    ],
)
def test_marks_within_marks(title: str, within: str) -> None:
    assert nested(title) == within


@pytest.mark.parametrize(
    ("title", "full", "comma"),
    [
        ("Trees", "Trees.", "Trees,"),
        ("Trees.", "Trees.", "Trees,"),
        ("Trees?", "Trees?", "Trees?,"),
        ("Say “no”", "Say “no.”", "Say “no,”"),
        ("Say “no!”", "Say “no!”", "Say “no!,”"),
        ("Trees (all of them)", "Trees (all of them).", "Trees (all of them),"),
        ("And so on…", "And so on…", "And so on…,"),
    ],
)
def test_points_at_the_end(title: str, full: str, comma: str) -> None:
    assert (ended(title), ended(title, ",")) == (full, comma)
    assert quoted("Say “no”", ",") == "“Say ‘no,’”"


@pytest.mark.parametrize(
    ("title", "first"),
    [
        ("The town that sings", "town that sings"),
        ("Council to plant 300 trees", "Council to plant 300"),
        ("Green summers: the made-up story of a town", "Green summers"),
        ("A day in the life of a mayor", "day in the life"),
        ("Mayors say “no way to this” again", "Mayors say “no way”"),
    ],
)
def test_short_titles(title: str, first: str) -> None:
    assert short(title) == first


def test_keys_are_told_apart_in_the_order_of_the_project() -> None:
    same = Metadata("The trees of the town", ("Ludwig van Beispiel",), "", "2026-01-02")
    other = Metadata("Trees", ("{Example News}",), "", "Spring")
    articles = [("a", same), ("b", same), ("c", other), ("d", same), ("e", Metadata())]
    assert keys(articles) == {
        "a": "vanbeispiel2026trees",
        "b": "vanbeispiel2026treesa",
        "c": "examplenewstrees",
        "d": "vanbeispiel2026treesb",
        "e": "articlee",
    }
    assert keys(articles[:2])["b"] == "vanbeispiel2026treesa"


@given(st.lists(st.tuples(st.text(max_size=3), st.text("ab é毛", max_size=4)), max_size=40))
def test_keys_are_one_of_a_kind_and_safe(known: list[tuple[str, str]]) -> None:
    articles = [
        (str(number), Metadata(title, (author,) if author.strip() else ()))
        for number, (author, title) in enumerate(known)
    ]
    made = keys(articles)
    assert len(set(made.values())) == len(articles)
    assert all(key.isascii() and key.isalnum() and key == key.lower() for key in made.values())
