"""Figures over made-up articles, counted by hand."""

from __future__ import annotations

import pytest

from fr_reader.agreement.comparing import (
    ALL,
    UNITIZING,
    Agreement,
    agreement,
    disagreements,
    unitizing,
)
from fr_reader.agreement.labels import Coded, Unit, labelled
from fr_reader.agreement.rows import Row
from fr_reader.model import Anchor, Annotation, Article, Span
from fr_reader.text import read

TEXT = (
    "A made-up headline\n\n"
    "“Nothing of this was said,” said Ann Example. The council was silent.\n\n"
    "“It may cost a fortune,” warned Bob Example. Nobody knew.\n"
)
ARTICLE = Article("made-up", TEXT)
READING = read(ARTICLE)


def _tag(coder: str, words: str, code: str) -> Annotation:
    at = TEXT.index(words)
    anchor = Anchor.at(ARTICLE, Span(at, at + len(words)))
    return Annotation(f"{coder}-{at}-{code}", "made-up", (anchor,), coder, "", "", code=code)


def _code(annotation: Annotation) -> str:
    return annotation.code


ANN = (
    _tag("ann", "“Nothing of this was said,”", "claim"),
    _tag("ann", "It may cost a fortune", "concern"),
    _tag("ann", "Nobody knew.", "claim"),
)
BOB = (
    _tag("bob", "Nothing of this was said", "claim"),
    _tag("bob", "“It may cost a fortune,” warned", "claim"),
)
CODED = Coded(READING, (*ANN, *BOB), frozenset(("ann", "bob")))


def _figure(found: Agreement, code: str, name: str) -> float | None:
    measured = next(one for one in found.measured if one.code == code)
    return next(one.value for one in measured.figures if one.name == name)


def test_quotations_are_counted_by_hand() -> None:
    """Two quotations: both say claim on the first; on the second one says concern, one claim."""
    found = agreement([CODED], ["ann", "bob"], ["claim", "concern"], Unit.QUOTATION, _code)
    every, claim, concern = found.measured
    assert (every.code, claim.code, concern.code) == (ALL, "claim", "concern")
    assert every.units == claim.units == 2
    assert (claim.marked, concern.marked) == ((1, 2), (1, 0))
    assert _figure(found, ALL, "percent") == 0.5
    assert _figure(found, "claim", "percent") == 0.5
    assert _figure(found, "claim", "Cohen's kappa") == pytest.approx(0.0)
    # One of four labels is concern: 1 - (4 - 1) * 2 / (16 - 9 - 1) = 0.
    assert _figure(found, "concern", "Krippendorff's alpha") == pytest.approx(0.0)


def test_sentences_are_counted_by_hand() -> None:
    """Five sentences: headline, two and two. Ann marks 2, 4 and 5, Bob 2 and 4."""
    units = labelled(CODED, ["ann", "bob"], Unit.SENTENCE, _code)
    assert len(units) == 5
    found = agreement([CODED], ["ann", "bob"], ["claim", "concern"], Unit.SENTENCE, _code)
    assert _figure(found, ALL, "percent") == pytest.approx(3 / 5)
    assert _figure(found, "claim", "percent") == pytest.approx(3 / 5)
    # Ann says claim twice, Bob twice, one time of the same sentence: (3/5 - 13/25) / (1 - 13/25).
    assert _figure(found, "claim", "Cohen's kappa") == pytest.approx((0.6 - 0.52) / 0.48)


def test_characters_are_counted_by_hand() -> None:
    """Over all characters, coded or not."""
    found = agreement([CODED], ["ann", "bob"], ["claim", "concern"], Unit.CHARACTER, _code)
    claim = next(one for one in found.measured if one.code == "claim")
    said, warned, knew = len("“Nothing of this was said,”"), 31, len("Nobody knew.")
    assert len("“It may cost a fortune,” warned") == warned
    assert claim.units == len(TEXT)
    assert claim.marked == (said + knew, said - 3 + warned)
    apart = 3 + knew + warned
    assert _figure(found, "claim", "percent") == pytest.approx(1 - apart / len(TEXT))
    n, one, other = len(TEXT), said + knew, said - 3 + warned
    chance = (one * other + (n - one) * (n - other)) / n**2
    kappa = (1 - apart / n - chance) / (1 - chance)
    assert _figure(found, "claim", "Cohen's kappa") == pytest.approx(kappa)


def test_the_stretches_are_the_whole_text() -> None:
    units = labelled(CODED, ["ann", "bob"], Unit.CHARACTER, _code)
    assert "".join(span.of(TEXT) for unit in units for span in unit.segments) == TEXT


def test_who_has_not_seen_an_article_says_nothing_of_it() -> None:
    unseen = Coded(READING, ANN, frozenset(("ann",)))
    found = agreement([CODED, unseen], ["ann", "bob"], ["claim"], Unit.QUOTATION, _code)
    assert found.articles == 1
    assert found.measured[0].units == 2
    rows: list[Row] = [unit.row for unit in labelled(unseen, ["ann", "bob"], Unit.QUOTATION, _code)]
    assert all(row[1] is None for row in rows)


def test_unitizing_is_over_the_articles_all_have_seen() -> None:
    unseen = Coded(READING, ANN, frozenset(("ann",)))
    found = unitizing([CODED, unseen], ["ann", "bob"], ["claim", "concern"], _code)
    assert found.articles == 1
    every, claim, _ = found.measured
    assert every.units == claim.units == len(TEXT)
    assert claim.marked == (2, 2)
    value = _figure(found, "claim", UNITIZING)
    assert value is not None
    assert -1 < value < 1
    same = Coded(
        READING, (*ANN, *(_tag("bob", a.anchors[0].exact, a.code) for a in ANN)), CODED.seen
    )
    perfect = unitizing([same], ["ann", "bob"], ["claim", "concern"], _code)
    assert [figure.value for one in perfect.measured for figure in one.figures] == [1.0, 1.0, 1.0]


def test_disagreements_are_the_units_on_which_they_differ() -> None:
    units = labelled(CODED, ["ann", "bob"], Unit.SENTENCE, _code)
    words = [unit.segments[0].of(TEXT) for unit in disagreements(units, "claim")]
    assert words == ["“It may cost a fortune,” warned Bob Example.", "Nobody knew."]
    assert len(disagreements(units, "concern")) == 1
    assert len(disagreements(units, ALL)) == 2


def test_intervals_are_told_from_five_groups_on_and_always_the_same() -> None:
    few = agreement([CODED], ["ann", "bob"], ["claim"], Unit.SENTENCE, _code)
    assert few.measured[0].drawn == "paragraphs"
    assert all(figure.interval is None for figure in few.measured[0].figures)
    many = [CODED] * 3 + [Coded(READING, ANN, CODED.seen)] * 3
    first, again = (
        agreement(many, ["ann", "bob"], ["claim"], Unit.SENTENCE, _code) for _ in range(2)
    )
    assert first == again
    assert first.measured[0].drawn == "articles"


def test_one_coder_agrees_with_nobody() -> None:
    with pytest.raises(ValueError, match="two coders"):
        agreement([CODED], ["ann"], ["claim"], Unit.SENTENCE, _code)
