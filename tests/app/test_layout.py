"""Rows and heights."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from fr_reader.app.layout import Heights, index_at, line_face, wrap

letters = st.text(st.sampled_from("ab é漢字e\u0301“”👩नम स्ते\t\nعر"), max_size=80)
widths = st.integers(1, 30)


@given(letters, widths)
def test_rows_cover_the_line_and_fit(text: str, width: int) -> None:
    face = line_face(text)
    rows = wrap(face, width)
    assert len(face) == len(text)
    assert rows[0][0] == 0
    assert rows[-1][1] == len(face)
    assert all(a[1] == b[0] and a[0] < a[1] for a, b in pairwise(rows))
    for start, end in rows:
        assert cell_len(face[start:end].rstrip(" ")) <= max(2, width)


@given(st.lists(st.text("abcdefgh", min_size=1, max_size=6), min_size=1), st.integers(6, 30))
def test_words_that_fit_are_not_broken(words: list[str], width: int) -> None:
    face = " ".join(words)
    rows = [face[a:b].rstrip(" ") for a, b in wrap(face, width)]
    assert [w for row in rows for w in row.split(" ")] == words
    for row, after in pairwise(rows):
        assert len(row) + 1 + len(after.split(" ")[0]) > width


def test_a_word_longer_than_a_row_is_broken_by_clusters() -> None:
    face = "e\u0301" * 5
    assert wrap(face, 2) == [(0, 4), (4, 8), (8, 10)]


def test_a_cell_belongs_to_a_cluster() -> None:
    face = "a漢e\u0301b"
    assert [index_at(face, 0, len(face), cell) for cell in range(6)] == [0, 1, 1, 2, 4, 5]
    assert index_at(face, 1, 4, 99) == 4


@given(st.lists(st.integers(1, 9), min_size=1, max_size=60), st.data())
def test_heights_are_sums(heights: list[int], data: st.DataObject) -> None:
    tree = Heights(heights)
    for _ in range(5):
        index = data.draw(st.integers(0, len(heights) - 1))
        height = data.draw(st.integers(1, 9))
        assert tree.set(index, height) == height - heights[index]
        heights[index] = height
    assert tree.total == sum(heights)
    assert [tree.top(i) for i in range(len(heights))] == [
        sum(heights[:i]) for i in range(len(heights))
    ]
    rows = [(i, line) for i, height in enumerate(heights) for line in range(height)]
    assert [tree.at(row) for row in range(tree.total)] == rows
    assert tree.at(-5) == rows[0]
    assert tree.at(10**6) == rows[-1]
