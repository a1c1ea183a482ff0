"""Losses are counted by kind, with a few names that fit on a line of the terminal."""

from __future__ import annotations

from fr_reader.exchange.losses import Losses


def test_they_are_counted_by_kind_in_the_order_met() -> None:
    losses = Losses()
    losses.add("texts", "left out", "a.txt")
    losses.add("links", "left out", count=3)
    losses.add("texts", "read as UTF-8", "b.txt")
    losses.add("texts", "left out", "c.txt")
    losses.add("codes", "left out", "none", count=0)
    told = [(loss.what, loss.count, loss.why, loss.examples) for loss in losses.all()]
    assert told == [
        ("texts", 2, "left out", ("a.txt", "c.txt")),
        ("links", 3, "left out", ()),
        ("texts", 1, "read as UTF-8", ("b.txt",)),
    ]


def test_examples_are_few_short_different_and_shown_as_they_are() -> None:
    losses = Losses()
    for example in ("", "a\nb", "a b", "x" * 41, "\x1b[31m", "one more"):
        losses.add("texts", "left out", example)
    (loss,) = losses.all()
    assert loss.count == 6
    assert loss.examples == ("a b", "x" * 40 + "…", "␛[31m")
