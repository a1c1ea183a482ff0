"""Who speaks, said inside the speech or between its halves; every text is made up."""

from __future__ import annotations

import pytest

from fr_reader.text import quotations

Said = list[tuple[tuple[str, ...], str, str, str | None]]


def direct(text: str) -> Said:
    """Segments, cue, mention and person of each quotation; all must be direct."""
    found = quotations(text)
    assert {q.kind.value for q in found} <= {"direct"}
    return [
        (
            q.text(text),
            q.cue.of(text) if q.cue else "",
            q.speaker.of(text) if q.speaker else "",
            q.who,
        )
        for q in found
    ]


@pytest.mark.parametrize(
    ("text", "segments", "cue"),
    [
        (
            "« The mill is shut, explains Odile Roux. Nobody told us. »",
            ("« The mill is shut,", "Nobody told us. »"),
            "explains",
        ),
        ("«The mill, Odile Roux said, is shut.»", ("«The mill,", "is shut.»"), "said"),
        ("« Is it shut? asks Odile Roux. »", ("« Is it shut?",), "asks"),
    ],
)
def test_french_marks_hold_the_attribution(text: str, segments: tuple[str, ...], cue: str) -> None:
    assert direct(text) == [(segments, cue, "Odile Roux", "Odile Roux")]


def test_marks_that_hold_no_attribution_are_left_whole() -> None:
    text = "« The mill, a ruin now, is shut. »"
    assert [q.text(text) for q in quotations(text)] == [(text,)]


def test_dashes_open_the_lines_of_a_dialogue() -> None:
    text = (
        "It was late.\n\n— Where is the key? asked Olga Brandt.\n\n"
        "— In the well, said the boy. It fell.\n\n— Again?\n"
    )
    assert direct(text) == [
        (("Where is the key?",), "asked", "Olga Brandt", "Olga Brandt"),
        (("In the well", "It fell."), "said", "the boy", "boy"),
        (("Again?",), "", "", None),
    ]


def test_dashes_that_open_a_list_say_nothing() -> None:
    assert (
        quotations("We need three things.\n\n— Milk from the farm.\n\n— Bread, of course.\n") == []
    )


@pytest.mark.parametrize(
    "text",
    [
        "“We won” — by a single point — “and we danced,” said Olga Brandt.",
        "“We won,” – she paused – “and we danced,” said Olga Brandt.",
        "“We won” – the crowd roared – “and we danced,” Olga Brandt said.",
    ],
)
def test_a_remark_between_dashes_parts_two_halves(text: str) -> None:
    found = [q for q in quotations(text) if q.kind.value == "direct"]
    assert [len(q.segments) for q in found] == [2]
    assert found[0].who == "Olga Brandt"


def test_whom_the_remark_is_about_speaks_where_nobody_else_does() -> None:
    text = "“The worst of it” — and here Olga Brandt lowered her voice — “is that they knew.”"
    assert direct(text) == [
        (("“The worst of it”", "“is that they knew.”"), "", "Olga Brandt", "Olga Brandt")
    ]


def test_a_manner_does_not_begin_another_quotation() -> None:
    text = "“Then,” Olga Brandt added, laughing, “they asked again.”"
    assert [segments for segments, _, _, _ in direct(text)] == [("“Then,”", "“they asked again.”")]


def test_a_sentence_between_two_quotations_tells_who_speaks() -> None:
    text = "“Pull it down.” Olga Brandt shook her head. “Let them try.”"
    assert [who for _, _, _, who in direct(text)] == ["Olga Brandt", "Olga Brandt"]
