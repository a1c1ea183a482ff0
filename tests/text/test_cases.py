"""The hand-made cases of every convention and every kind of mention; all of them are made up."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from fr_reader.model import Quotation, QuotationKind, Span
from fr_reader.text import quotations
from tests.text.cases.judging import IN_A_GROUP, OVERALL, Judgement, by_group, judge, share, told
from tests.text.cases.loading import Case, Expected, cases, located

ALL = tuple(cases())
WRITTEN_FOR = "handling"
"""The cases written for the rules they test, each of which has to be exact."""
FAMILIES_OF_FIVE = ("marks", "layouts", "mentions", "offices")


@cache
def judged() -> tuple[Judgement, ...]:
    return tuple(judge(case, quotations(case.text)) for case in ALL)


def failures(judgements: tuple[Judgement, ...] | list[Judgement]) -> str:
    return "\n".join(told(judgement) for judgement in judgements if not judgement.exact)


def test_the_cases_are_many_and_their_names_unique() -> None:
    assert len(ALL) >= 130
    assert max(Counter(case.name for case in ALL).values()) == 1
    sizes = Counter(case.group for case in ALL)
    assert min(sizes.values()) >= 3
    assert min(sizes[case.group] for case in ALL if case.family in FAMILIES_OF_FIVE) >= 5


def test_nine_in_ten_are_exact_with_the_right_speaker() -> None:
    assert share(judged()) >= OVERALL, failures(judged())


@pytest.mark.parametrize("group", sorted({case.group for case in ALL}))
def test_two_in_three_of_a_group_are_exact(group: str) -> None:
    of_it = by_group(judged())[group]
    assert share(of_it) >= IN_A_GROUP, failures(of_it)


@pytest.mark.parametrize(
    "group", sorted({case.group for case in ALL if case.family == WRITTEN_FOR})
)
def test_all_that_is_written_for_the_rules_is_exact(group: str) -> None:
    of_it = by_group(judged())[group]
    assert share(of_it) == 1, failures(of_it)


TEXT = "“It rains,” Ada Moss, a nurse, said. It has rained before, Moss said."


def the_case(**changes: object) -> Case:
    answer = {
        "kind": QuotationKind.DIRECT,
        "segments": ((located(TEXT, "“It rains,”"),),),
        "cues": (located(TEXT, "said#1"),),
        "speakers": (located(TEXT, "Ada Moss, a nurse"),),
        "who": ("ada moss",),
    }
    return Case("made-up", "made-up", "one", TEXT, (Expected(**{**answer, **changes}),))  # type: ignore[arg-type]


def the_answer(**changes: object) -> Quotation:
    answer = {
        "segments": (located(TEXT, "“It rains,”"),),
        "cue": located(TEXT, "said#1"),
        "speaker": located(TEXT, "Ada Moss, a nurse,"),
        "who": "Ada Moss",
    }
    return Quotation(**{**answer, **changes})  # type: ignore[arg-type]


def test_a_right_answer_is_exact() -> None:
    assert judge(the_case(), [the_answer()]).exact
    assert judge(the_case(cues=None, speakers=None, who=None), [the_answer()]).exact
    assert judge(the_case(who=("moss", "ada moss")), [the_answer()]).exact


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"who": "Moss"}, "who"),
        ({"who": None}, "who"),
        ({"cue": None}, "cue"),
        ({"cue": Span(len(TEXT) - 5, len(TEXT) - 1)}, "cue"),
        ({"cue": Span(0, 36)}, "cue"),
        ({"speaker": None}, "speaker"),
        ({"speaker": located(TEXT, "Ada Moss")}, "speaker"),
        ({"kind": QuotationKind.MIXED}, "words"),
    ],
)
def test_a_wrong_part_is_told(changes: dict[str, object], wrong: str) -> None:
    judgement = judge(the_case(), [the_answer(**changes)])
    assert judgement.wrong == (wrong,)
    assert told(judgement).startswith(f"made-up: one | wrong: {wrong} |")


def test_words_that_are_missing_or_too_many_are_wrong() -> None:
    assert judge(the_case(), []).wrong == ("words", "cue", "speaker", "who")
    more = the_answer(segments=(located(TEXT, "It has rained before"),))
    assert judge(the_case(), [the_answer(), more]).wrong == ("words",)
    assert not judge(the_case(), [the_answer(segments=(Span(0, 5),))]).exact


def test_an_occurrence_ends_at_the_edge_of_a_word() -> None:
    assert located("She left; then he left.", "he").start == 15
    with pytest.raises(ValueError, match="stands 2 times"):
        located("He said she said.", "said")
    with pytest.raises(ValueError, match="stands 0 times"):
        located("He said.", "she")
