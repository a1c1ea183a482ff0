"""Copies of one report are found among unrelated reports on the same subject. All is made up."""

from __future__ import annotations

import subprocess
import sys
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.text.wire import LEAST_ALIKE, Copy, NearCopies, Signature, likeness
from tests.text.reports import Newsroom, printed

REPORTS, PAIRS = 300, 100


def signatures(room: Newsroom, share: float) -> dict[int, Signature]:
    """Unrelated reports, and after them copies of the first of them."""
    reports = [room.report() for _ in range(REPORTS)]
    copies = [room.edited(report, share) for report in reports[:PAIRS]]
    return {n: Signature.of(printed(report)) for n, report in enumerate([*reports, *copies])}


def pairs(copies: NearCopies[int], texts: dict[int, Signature]) -> set[tuple[int, int]]:
    """All pairs of texts that are found to be copies."""
    found = set()
    for key, signature in texts.items():
        for copy in copies.find(signature, but=key):
            found.add((min(key, copy.key), max(key, copy.key)))
    return found


@pytest.mark.parametrize("share", [0.0, 0.1, 0.2, 0.3])
@pytest.mark.parametrize("seed", [1, 2])
def test_planted_copies_are_found_and_others_are_not(seed: int, share: float) -> None:
    texts = signatures(Newsroom(seed), share)
    copies = NearCopies[int]()
    for key, signature in texts.items():
        copies.put(key, signature)
    planted = {(n, REPORTS + n) for n in range(PAIRS)}
    found = pairs(copies, texts)
    assert len(found & planted) / len(found) >= 0.95
    assert len(found & planted) / len(planted) >= 0.90


def test_the_reports_have_as_much_in_common_as_reports_on_one_subject() -> None:
    texts = list(signatures(Newsroom(1), 0.3).values())[:60]
    shared = [
        len(set(one.hashes()) & set(other.hashes())) / min(len(one), len(other))
        for one, other in combinations(texts, 2)
    ]
    assert 0.02 <= sum(shared) / len(shared) <= 0.1


def test_the_likeness_is_the_share_of_the_words_left() -> None:
    room = Newsroom(3)
    report = room.report(40)
    text = Signature.of(printed(report))
    for share, least, most in ((0.1, 0.85, 0.93), (0.3, 0.6, 0.76)):
        copy = Signature.of(printed(room.edited(report, share, moved=False)))
        assert least <= likeness(text, copy) <= most
    assert likeness(text, text) == 1.0
    assert likeness(text, Signature.of(printed(report[:20]))) > 0.98
    half = Signature.of(printed([*report[:20], *room.report(20)]))
    assert 0.4 <= likeness(text, half) <= 0.65


def test_articles_that_quote_the_same_statement_are_no_copies() -> None:
    room = Newsroom(4)
    statement = room.statement(10)
    texts = [Signature.of(printed(room.report(30, statement))) for _ in range(8)]
    for one, other in combinations(texts, 2):
        assert 0.2 < likeness(one, other) < LEAST_ALIKE


def test_a_short_excerpt_is_no_copy_and_a_cut_one_is() -> None:
    room = Newsroom(5)
    report = room.report(40)
    copies = NearCopies[str]()
    copies.put("whole", Signature.of(printed(report)))
    assert copies.find(Signature.of(printed(report[:8]))) == []
    (copy,) = copies.find(Signature.of(printed(room.edited(report[:18], 0.2))))
    assert copy.key == "whole"


def test_punctuation_case_and_kinds_of_quotation_marks_do_not_count() -> None:
    words = "“It’s made up,” Ann Example said — and ﬁne. " * 8
    other = words.upper().replace("“", '"').replace("”", '"').replace("’", "'").replace("ﬁ", "fi")
    assert likeness(Signature.of(words), Signature.of(other)) == 1.0


def test_scripts_without_blanks_have_words_too() -> None:
    text = "".join(chr(0x4E00 + n * 37 % 2_000) for n in range(400))
    assert len(Signature.of(text)) == 398
    assert likeness(Signature.of(text), Signature.of(text[100:])) > 0.95


def test_short_texts_are_told_apart_from_nothing() -> None:
    copies = NearCopies[str]()
    for key, text in (("empty", ""), ("few", "Made up it is"), ("more", "So it is. " * 5)):
        copies.put(key, Signature.of(text))
        assert copies.find(Signature.of(text)) == []
    assert copies.groups() == []
    assert likeness(Signature.of(""), Signature.of("Made up it is, all of it")) == 0.0


def test_a_monotonous_text_is_its_own_copy_and_nobody_else_s() -> None:
    copies = NearCopies[str]()
    copies.put("made", Signature.of("made " * 500))
    copies.put("up", Signature.of("up " * 500))
    assert copies.find(Signature.of("made " * 400)) == [Copy("made", 1.0)]
    assert copies.groups() == []


def test_groups_hold_copies_of_copies_in_the_order_put() -> None:
    room = Newsroom(6)
    first, second, lone = room.report(30), room.report(30), room.report(30)
    texts = {
        "b1": second,
        "a1": first,
        "lone": lone,
        "a2": room.edited(first, 0.1),
        "b2": room.edited(second, 0.3),
    }
    texts["a3"] = room.edited(texts["a2"], 0.3)
    copies = NearCopies[str]()
    for key, report in texts.items():
        copies.put(key, Signature.of(printed(report)))
    assert copies.groups() == [("b1", "b2"), ("a1", "a2", "a3")]
    best, *others = copies.find(Signature.of(printed(first)))
    assert best == Copy("a1", 1.0)
    assert [copy.key for copy in others] == ["a2", "a3"]


def test_a_text_put_anew_takes_the_place_of_the_one_before() -> None:
    room = Newsroom(8)
    was, now = (Signature.of(printed(room.report(20))) for _ in range(2))
    copies = NearCopies[str]()
    copies.put("article", was)
    copies.put("article", now)
    assert copies.find(was) == []
    assert copies.find(now) == [Copy("article", 1.0)]
    assert len(copies) == 1


def test_more_copies_than_are_listed_under_a_shingle_are_one_group() -> None:
    room = Newsroom(9)
    report = room.report(20)
    copies = NearCopies[int]()
    for number in range(150):
        copies.put(number, Signature.of(printed(room.edited(report, 0.05))))
    assert copies.groups() == [tuple(range(150))]


def test_the_texts_looked_at_closely_do_not_grow_with_all_the_articles() -> None:
    room = Newsroom(10)
    copies = NearCopies[int]()
    asked = [Signature.of(printed(room.report(16))) for _ in range(20)]
    looked_at = []
    for number in range(2_000):
        copies.put(number, Signature.of(printed(room.report(16))))
        if number + 1 in (400, 2_000):
            looked_at.append(sum(len(list(copies._candidates(one, number + 1))) for one in asked))
    few, many = looked_at
    assert many < 2.5 * few
    assert many < 0.1 * 2_000 * len(asked)


def test_a_signature_is_the_same_in_every_process() -> None:
    text = printed(Newsroom(11).report(5))
    program = (
        "import sys; from fr_reader.text.wire import Signature;"
        "print(Signature.of(sys.argv[1]).shingles.hex())"
    )
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", program, text],
            capture_output=True,
            text=True,
            check=True,
            env={"PYTHONHASHSEED": seed},
        )
        assert done.stdout.strip() == Signature.of(text).shingles.hex()


@given(st.text(), st.text())
def test_likeness_is_symmetric_and_within_bounds(one: str, other: str) -> None:
    a, b = Signature.of(one), Signature.of(other)
    assert likeness(a, b) == likeness(b, a)
    assert 0.0 <= likeness(a, b) <= 1.0
