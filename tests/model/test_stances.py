"""Which stances a code has, and which comes after which."""

from __future__ import annotations

from fr_reader.model import CLAIM, CONCERN, Code, Codebook, kind_of, next_stance


def test_a_code_is_what_it_stands_below() -> None:
    below = Code("made-up", "made up", parent=CONCERN.id)
    deeper = Code("deeper", "deeper", parent=below.id)
    book = Codebook.of([CLAIM, CONCERN, below, deeper, Code("other", "other")])
    kinds = {code_id: kind_of(book, code_id) for code_id in (*book.by_id, "gone")}
    assert kinds == {
        "claim": "claim",
        "concern": "concern",
        "made-up": "concern",
        "deeper": "concern",
        "other": "",
        "gone": "",
    }


def test_codes_that_stand_below_one_another_are_no_claim() -> None:
    book = Codebook.of([Code("a", "a", parent="b"), Code("b", "b", parent="a")])
    assert kind_of(book, "a") == ""


def test_stances_go_round_from_the_one_that_holds_where_none_is_given() -> None:
    seen, stance = [], ""
    for _ in range(5):
        stance = next_stance("claim", stance) or "none"
        seen.append(stance)
    assert seen == ["denies", "hedges", "reports", "asserts", "denies"]
    assert next_stance("concern", "") == "dismisses"
    assert next_stance("concern", "denies") == "dismisses"  # of a code moved from claim to concern
    assert next_stance("", "") is None
