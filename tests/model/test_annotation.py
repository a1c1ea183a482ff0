"""Annotations and the immutable collection of them."""

from __future__ import annotations

import random

import pytest

from fr_reader.model import Anchor, Annotation, Annotations, Article, Span, Status

ARTICLE = Article("made-up", "A made-up text: one two three four five six seven.")


def annotation(start: int, end: int, **more: str) -> Annotation:
    name = f"{start}-{end}-{more.get('code', '')}{more.get('speaker', '')}"
    anchor = Anchor.at(ARTICLE, Span(start, end))
    fields = {"coder": "me", "created": "2026-01-01", "modified": "2026-01-01"} | more
    return Annotation(name, ARTICLE.id, (anchor,), **fields)  # type: ignore[arg-type]


def test_a_passage_is_needed_and_one_body_at_most() -> None:
    anchor = Anchor.at(ARTICLE, Span(0, 4))
    with pytest.raises(ValueError, match="passage"):
        Annotation("x", "made-up", (), "me", "", "")
    with pytest.raises(ValueError, match="not both"):
        Annotation("x", "made-up", (anchor,), "me", "", "", code="claim", speaker="s")


def test_the_order_is_that_of_the_text_outer_first() -> None:
    items = [annotation(2, 9), annotation(0, 4), annotation(2, 20), annotation(2, 9, code="claim")]
    expected = Annotations.of(items).items
    for seed in range(5):
        random.Random(seed).shuffle(items)
        assert Annotations.of(items).items == expected
    assert [len(a.span) for a in expected] == [4, 18, 7, 7]


def test_filters_and_changes_leave_the_original_alone() -> None:
    claim, said = annotation(0, 4, code="claim"), annotation(2, 9, speaker="s")
    both = Annotations.of([claim, said])
    assert both.coded().items == (claim,)
    assert both.spoken("s").items == (said,)
    assert both.at(Span(5, 6)).items == (said,)
    assert both.exactly((Span(0, 4),)).items == (claim,)
    assert both.without(claim.id).items == (said,)
    assert both.put(annotation(30, 31)).items[:2] == both.items
    assert len(both) == 2
    assert both.get(said.id) is said
    assert both.get("nobody") is None


def test_only_accepted_ones_count_as_accepted() -> None:
    anchor = (Anchor.at(ARTICLE, Span(0, 4)),)
    for status in Status:
        one = Annotation("x", "made-up", anchor, "me", "", "", status=status)
        assert len(Annotations.of([one]).accepted()) == (status is Status.ACCEPTED)


def test_an_anchor_keeps_the_words_and_their_surroundings() -> None:
    anchor = Anchor.at(ARTICLE, Span(16, 19))
    assert (anchor.exact, anchor.prefix, anchor.suffix[:4]) == ("one", ARTICLE.text[:16], " two")
    assert anchor.holds(ARTICLE)
    assert not anchor.holds(Article("other", "x" + ARTICLE.text))
    for span in (Span(3, 3), Span(0, 1000)):
        with pytest.raises(ValueError, match="is not in"):
            Anchor.at(ARTICLE, span)
