"""Text objects, labels and nudges: pure parts of selecting. The article is made up."""

from __future__ import annotations

import pytest

from fr_reader.app.cursor import Moves, Unit
from fr_reader.app.labels import LETTERS, Labels
from fr_reader.app.nudging import nudged
from fr_reader.app.objects import segments_of
from fr_reader.model import Article, Span
from fr_reader.text import read

TEXT = (
    "Made up: “We fear the flood, which will come again,” said Ann Rivers. Nobody listened.\n"
    "“The boys’ dam is old. It’s cracked,” said Bo Waters, ‘and it’s full’.\n"
    "“Every year we ask.\n"
    "“Every year they wait.”\n"
)


@pytest.fixture(scope="module")
def moves() -> Moves:
    return Moves(read(Article("made-up", TEXT)))


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


CASES = [
    (Unit.QUOTATION, "fear", False, "We fear the flood, which will come again,"),
    (Unit.QUOTATION, "fear", True, "“We fear the flood, which will come again,”"),
    (Unit.QUOTATION, "ask", False, "Every year we ask.|Every year they wait."),
    (Unit.QUOTATION, "listened", False, ""),
    (Unit.SENTENCE, "listened", False, "Nobody listened."),
    (Unit.SENTENCE, "boys", False, "The boys’ dam is old."),
    (Unit.SENTENCE, "boys", True, "“The boys’ dam is old."),
    (Unit.CLAUSE, "come", False, "which will come again"),
    (Unit.CLAUSE, "come", True, "which will come again,”"),
    (Unit.CLAUSE, "cracked", False, "It’s cracked"),
    (Unit.PARAGRAPH, "listened", False, TEXT.splitlines()[0]),
    (Unit.PARAGRAPH, "they wait", False, "Every year they wait."),
    (Unit.PARAGRAPH, "they wait", True, "“Every year they wait.”"),
    (Unit.WORD, "fear", False, "fear"),
]


@pytest.mark.parametrize(("unit", "words", "around", "taken"), CASES)
def test_objects(moves: Moves, unit: Unit, words: str, around: bool, taken: str) -> None:
    found = segments_of(moves, unit, at(words), around)
    assert "|".join(span.of(TEXT) for span in found) == taken


def test_asking_again_takes_in_the_next_one(moves: Moves) -> None:
    first = segments_of(moves, Unit.WORD, at("flood"), around=False)
    second = segments_of(moves, Unit.WORD, first[0], around=False, again=True)
    third = segments_of(moves, Unit.WORD, second[0], around=False, again=True)
    assert [s.of(TEXT) for s in (*second, *third)] == ["flood, which", "flood, which will"]
    end = at("Nobody listened.")
    last = segments_of(moves, Unit.SENTENCE, end, around=False, again=True)
    assert last[0].of(TEXT) == "Nobody listened."


def test_labels_are_typed_letter_by_letter() -> None:
    labels = Labels.over([4, 9, 4, 30])
    assert len(set(labels.shown.values())) == 3
    assert set("".join(labels.shown.values())) <= set(LETTERS)
    label = labels.shown[9]
    one = labels.type(label[0])
    assert one is not None
    assert one.reached is None
    assert one.shown[9] == label[1]
    two = one.type(label[1])
    assert two is not None
    assert two.reached == 9
    assert labels.type("1") is None
    assert len(Labels.over(range(5000)).shown) == len(LETTERS) ** 2


def test_an_edge_is_nudged_from_word_to_word(moves: Moves) -> None:
    here = (at("fear the flood"),)

    def after(by: int, beginning: bool = False) -> str:
        there = nudged(moves, here, by, beginning)
        return there[0].of(TEXT) if there else ""

    assert after(1) == "fear the flood, which"
    assert after(-1) == "fear the"
    assert after(-1, beginning=True) == "We fear the flood"
    assert after(1, beginning=True) == "the flood"


def test_an_edge_stays_in_its_paragraph_and_leaves_a_word(moves: Moves) -> None:
    last = (at("Nobody listened"),)
    dot = nudged(moves, last, 1)
    assert dot is not None
    assert dot[0].of(TEXT) == "Nobody listened."
    assert nudged(moves, dot, 1) is None
    assert nudged(moves, (at("Nobody"),), -1) is None
    assert nudged(moves, (at("Nobody"),), 1, beginning=True) is None
    many = (at("“Every year we ask."), at("“Every year they"))
    longer = nudged(moves, many, 1)
    assert longer is not None
    assert longer[0] == many[0]
    assert longer[1].of(TEXT) == "“Every year they wait"
