"""What is asked for in one line. All names are made up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.model import FrReaderError
from fr_reader.overview.asking import FIELDS, Known, asked, completed, pieces
from fr_reader.overview.query import Query

KNOWN = Known(
    {
        "speaker": {"": "no speaker", "ann-oak": "Ann Oak", "bo-oak": "Bo Oak", "c": "C. Elm"},
        "code": {"claim": "claim", "flood": "flood risk"},
        "publisher": {"The Example": "The Example", "": ""},
        "article": {"vote-1": "The vote", "vote-2": "The second vote"},
    },
    ("mine",),
    lambda _: Query(codes=("flood",), since="2025"),
)


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("", Query()),
        ("the  dam", Query(words="the dam")),
        ("speaker:oak", Query(speakers=("ann-oak", "bo-oak"))),
        ('speaker:"ann oak" speaker:c', Query(speakers=("ann-oak", "c"))),
        ("speaker:“Bo Oak”", Query(speakers=("bo-oak",))),
        ('speaker:"no speaker"', Query(speakers=("",))),
        ("code:risk dam", Query(codes=("flood",), words="dam")),
        ("publisher:example", Query(publishers=("The Example",))),
        ("article:vote-1", Query(articles=("vote-1",))),
        ("article:vote", Query(articles=("vote-1", "vote-2"))),
        (
            "since:2026 until:2026-03-01 by:me",
            Query(since="2026", until="2026-03-01", coders=("me",)),
        ),
        ("query:mine", Query(codes=("flood",), since="2025")),
        ("query:mine since:2026", Query(codes=("flood",), since="2026")),
        ("note: the dam", Query(words="note: the dam")),
    ],
)
def test_a_line_asks(line: str, query: Query) -> None:
    assert asked(line, KNOWN) == query


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("speaker:nobody", "there is no speaker with 'nobody' in the name here"),
        ("code:x", "there is no code with 'x'"),
        ("since:soon", "since: takes a year, month or day, as in since:2026-03"),
        ("query:other", "there is no query 'other' here: there are mine"),
    ],
)
def test_what_cannot_be_asked_is_said(line: str, told: str) -> None:
    with pytest.raises(FrReaderError, match=told):
        asked(line, KNOWN)


@pytest.mark.parametrize(
    ("line", "whole"),
    [
        ("sp", 'speaker:"'),
        ("dam un", "dam until:"),
        ("speaker:an", 'speaker:"Ann Oak"'),
        ('speaker:"bo o', 'speaker:"Bo Oak"'),
        ("dam code:fl", 'dam code:"flood risk"'),
        ("query:m", "query:mine"),
        ("zebra", ""),
        ("speaker:", ""),
        ("", ""),
    ],
)
def test_a_line_is_completed(line: str, whole: str) -> None:
    assert completed(line, KNOWN) == whole


@given(st.text(max_size=80))
def test_any_line_is_a_query_or_a_sentence(line: str) -> None:
    try:
        query = asked(line, KNOWN)
    except FrReaderError as error:
        assert str(error)
    else:
        assert bool(query) == bool(pieces(line))
    for made in (completed(line, KNOWN), completed(f"{line} speaker:a", KNOWN)):
        assert isinstance(made, str)


@given(
    st.sampled_from(FIELDS),
    st.text(st.characters(exclude_characters='"“”', categories=("L", "Zs"))),
)
def test_a_quoted_value_is_one_piece(of: str, value: str) -> None:
    assert pieces(f'{of}:"{value}"') == ([(of, value.strip())] if value.strip() else [])
