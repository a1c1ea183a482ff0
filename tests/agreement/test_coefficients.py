"""The coefficients give what their authors printed, and what other people's code gives."""

from __future__ import annotations

import random
from collections import Counter
from itertools import combinations

import krippendorff
import pytest
from nltk.metrics.agreement import AnnotationTask

from fr_reader.agreement.coefficients import alpha, cohen, fleiss, mean_cohen, percent
from fr_reader.agreement.rows import Row, counted, of_pair, together, units, whole

COHEN_1960: dict[Row, int] = {
    ("1", "1"): 88,
    ("1", "2"): 14,
    ("1", "3"): 18,
    ("2", "1"): 10,
    ("2", "2"): 40,
    ("2", "3"): 10,
    ("3", "1"): 2,
    ("3", "2"): 6,
    ("3", "3"): 12,
}
"""Cohen (1960), p. 45: two clinicians, 200 patients."""

FLEISS_1971 = """
444444 222555 233335 555555 222444 113333 333355 113334 114444 555555
144444 124444 222333 144444 224445 333335 111455 111112 224444 133555
555555 244444 222455 114444 144445 222224 111155 224444 133333 555555
"""
"""Fleiss (1971), p. 379: six psychiatrists, thirty patients, a word for each."""

FLEISS_FOURTEEN = """
0 0 0 0 14
0 2 6 4 2
0 0 3 5 6
0 3 9 2 0
2 2 8 1 1
7 7 0 0 0
3 2 6 3 0
2 5 3 2 2
6 5 2 1 0
0 2 2 3 7
"""
"""Wikipedia, “Fleiss' kappa”, worked example: how many of fourteen raters gave each label."""

ALPHA_2011 = """
1 2 3 3 2 1 4 1 2 . . .
1 2 3 3 2 2 4 1 2 5 . 3
. 3 3 3 2 3 4 2 2 5 1 .
1 2 3 3 2 4 4 1 2 5 1 .
"""
"""Krippendorff (2011), example C: a line for each of four observers, `.` where one is missing."""

ALPHA_1980_TWO = ("0100000010", "0110010100")
"""Krippendorff (1980), p. 133: two observers, ten units."""
ALPHA_1980_THREE = ("112412132", "122442232", "122442332")
"""Krippendorff (1980), p. 139: three observers, nine units."""


def _rows(*coders: str) -> Counter[Row]:
    labels = zip(*(coder.split() if " " in coder else coder for coder in coders), strict=True)
    return counted(tuple(None if label == "." else label for label in row) for row in labels)


def test_cohen_is_what_cohen_printed() -> None:
    assert percent(COHEN_1960) == pytest.approx(0.70, abs=0.0005)
    assert cohen(COHEN_1960) == pytest.approx(0.492, abs=0.0005)


def test_fleiss_is_what_fleiss_printed() -> None:
    rows = counted(tuple(word) for word in FLEISS_1971.split())
    assert sum(rows.values()) == 30
    assert percent(rows) == pytest.approx(0.5556, abs=0.0005)
    # From chance rounded to .2201 he has .430; it is .2199, which gives .431.
    assert fleiss(rows) == pytest.approx(0.430, abs=0.001)


def test_fleiss_is_what_encyclopaedias_print() -> None:
    rows = counted(
        tuple(label for label, times in enumerate(line.split()) for _ in range(int(times)))
        for line in FLEISS_FOURTEEN.strip().split("\n")
    )
    assert fleiss(rows) == pytest.approx(0.210, abs=0.0005)


def test_alpha_is_what_krippendorff_printed() -> None:
    assert alpha(_rows(*ALPHA_2011.strip().split("\n"))) == pytest.approx(0.743, abs=0.0005)
    assert alpha(_rows(*ALPHA_1980_TWO)) == pytest.approx(0.095, abs=0.0005)
    three = _rows(*ALPHA_1980_THREE)
    assert percent(three) == pytest.approx(0.741, abs=0.0005)  # printed .740, cut off
    assert alpha(three) == pytest.approx(0.642, abs=0.0005)


def test_over_all_characters_not_over_coded_ones() -> None:
    """One coder marks 10 of 20 characters, another 10 of which 7 are the same ones."""
    everything: dict[Row, int] = {
        (True, True): 7,
        (True, False): 3,
        (False, True): 3,
        (False, False): 7,
    }
    assert cohen(everything) == pytest.approx(0.4)
    assert cohen({row: n for row, n in everything.items() if True in row}) != pytest.approx(0.4)


def _random_rows(seed: int) -> list[Row]:
    chance = random.Random(seed)
    coders, labels = chance.randint(2, 5), chance.randint(2, 6)
    holes = chance.choice([0.0, 0.0, 0.2, 0.5])
    told = chance.random()  # how often a coder says what the first one says

    def row() -> Row:
        first = chance.randrange(labels)
        all_ = (
            first if chance.random() < told else chance.randrange(labels) for _ in range(coders)
        )
        return tuple(None if chance.random() < holes else f"l{label}" for label in all_)

    return [row() for _ in range(chance.randint(3, 60))]


def _nltk(rows: list[Row]) -> AnnotationTask:
    return AnnotationTask(
        [
            (f"c{coder}", f"i{unit}", label)
            for unit, row in enumerate(rows)
            for coder, label in enumerate(row)
        ]
    )


@pytest.mark.parametrize("start", range(0, 1000, 100))
def test_a_thousand_random_tables_are_as_others_compute_them(start: int) -> None:
    compared = 0
    for seed in range(start, start + 100):
        rows = _random_rows(seed)
        table = counted(rows)
        numbers = [[float("nan") if x is None else float(str(x)[1:]) for x in row] for row in rows]
        ours = alpha(table)
        if ours is not None:
            theirs = krippendorff.alpha(
                reliability_data=list(map(list, zip(*numbers, strict=True))),
                level_of_measurement="nominal",
            )
            assert ours == pytest.approx(theirs)
            compared += 1
        if all(None not in row for row in rows):
            _compare_complete(rows, table)
    assert compared > 80


def _compare_complete(rows: list[Row], table: Counter[Row]) -> None:
    task = _nltk(rows)
    coders = range(len(rows[0]))
    for one, other in combinations(coders, 2):
        ours = cohen(of_pair(table, one, other))
        if ours is not None:
            assert ours == pytest.approx(task.kappa_pairwise(f"c{one}", f"c{other}"))
    assert percent(table) == pytest.approx(task.avg_Ao())
    found, by_alpha = fleiss(table), alpha(table)
    if found is not None and by_alpha is not None:
        # Fleiss' chance is drawn with replacement, Krippendorff's without: 1 - κ is to 1 - α as
        # n is to n - 1, where n is the number of labels given.
        n = len(rows) * len(rows[0])
        assert 1 - found == pytest.approx((1 - task.alpha()) * n / (n - 1))


def test_what_is_not_defined_is_none() -> None:
    one_label: dict[Row, int] = {("a", "a"): 10}
    for coefficient in (cohen, fleiss, alpha, mean_cohen):
        assert coefficient(one_label) is None
        assert coefficient({}) is None
    assert percent(one_label) == 1.0
    assert percent({}) is None
    assert percent({("a", None): 3}) is None
    with pytest.raises(ValueError, match="two coders"):
        cohen({("a", "a", "b"): 1})


def test_rows_are_counted_joined_and_chosen() -> None:
    rows = counted([("a", "b"), ("a", "b"), ("a", None)])
    assert rows == {("a", "b"): 2, ("a", None): 1}
    assert together([rows, rows])["a", "b"] == 4
    assert whole(rows) == {("a", "b"): 2}
    assert units(rows) == 2
    three: dict[Row, int] = {("a", None, "c"): 2, ("a", "b", None): 1}
    assert of_pair(three, 0, 2) == {("a", "c"): 2}


def test_the_mean_of_pairs_leaves_out_what_is_not_defined() -> None:
    rows: dict[Row, int] = {("a", "a", "a"): 5, ("a", "a", "b"): 5}
    assert cohen(of_pair(rows, 0, 1)) is None
    assert cohen(of_pair(rows, 0, 2)) == cohen(of_pair(rows, 1, 2)) == 0
    assert mean_cohen(rows) == 0
    assert mean_cohen(COHEN_1960) == cohen(COHEN_1960)
