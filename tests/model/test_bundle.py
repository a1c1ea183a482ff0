"""What could not be carried over is told so that it reads well of one thing and of many."""

from __future__ import annotations

import pytest

from fr_reader.model import Loss
from fr_reader.model.bundle import lost


@pytest.mark.parametrize(
    ("loss", "line"),
    [
        (Loss("texts", 1, "left out", ("a.txt",)), "texts (1: a.txt): left out"),
        (Loss("texts", 2, "left out", ("a.txt", "b.txt")), "texts (2: a.txt, b.txt): left out"),
        (Loss("texts", 2, "left out", ("a.txt",)), "texts (2, such as a.txt): left out"),
        (Loss("links", 1, "left out"), "links (1): left out"),
        (Loss("links", 1_200, "left out"), "links (1,200): left out"),
    ],
)
def test_a_loss_is_told_in_a_line(loss: Loss, line: str) -> None:
    assert lost([loss]) == [line]


def test_nothing_is_told_where_nothing_was_lost() -> None:
    assert lost([]) == []
