"""Acts and what takes them back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from fr_reader.model import CLAIM, CONCERN, Act, Change, Code, Codebook, Speaker, Speakers


def test_a_change_is_of_one_record() -> None:
    with pytest.raises(ValueError, match="nothing changes"):
        Change(None, None)
    with pytest.raises(ValueError, match="different records"):
        Change(CLAIM, CONCERN)
    with pytest.raises(ValueError, match="different records"):
        Change(CLAIM, Speaker("claim", "claim"))


def test_an_act_reversed_twice_is_itself() -> None:
    renamed = Change(CLAIM, replace(CLAIM, name="assertion"))
    act = Act("rename", (renamed, Change(None, Speaker("s", "A. Body"))))
    assert act.reversed().reversed() == act
    assert [c.record.id for c in act.reversed().changes] == ["s", "claim"]


def test_speakers_answer_to_their_aliases() -> None:
    speakers = Speakers.of([Speaker("1", "Ann Made-Up", aliases=("Made-Up",)), Speaker("2", "Bo")])
    named = speakers.named("made-up")
    assert named is not None
    assert named.id == "1"
    assert speakers.named("nobody") is None
    assert [s.name for s in speakers] == ["Ann Made-Up", "Bo"]


def test_the_codebook_gives_away_free_keys() -> None:
    book = Codebook.of()
    assert book.free_key() == "1"
    book = Codebook.of([*book, *(Code(str(n), f"code {n}", key=str(n)) for n in range(1, 9))])
    assert book.free_key() == "9"
    book = Codebook.of([*book, Code("n", "nine", key="9")])
    assert book.free_key() == ""
    assert book.by_key("c") is CLAIM
    assert book.named("CONCERN") is CONCERN
