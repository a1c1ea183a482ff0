"""Whose words a colon introduces, and how much names the speaker; every text is made up."""

from __future__ import annotations

import pytest

from fr_reader.text import quotations


@pytest.mark.parametrize(
    ("before", "mention", "who"),
    [
        ("The lawyer Dana Frost’s answer was brisk", "The lawyer Dana Frost", "Dana Frost"),
        ("Midwife Carol Teague’s verdict", "Midwife Carol Teague", "Carol Teague"),
        ("The reaction of coach Lyle Benton", "coach Lyle Benton", "Lyle Benton"),
        ("Ivo Strand left early. His reason", "His", "Ivo Strand"),
        ("Lena Marsh offered two words", "Lena Marsh", "Lena Marsh"),
        (
            "Asked why he left, the mayor, Roy Pell, used one word",
            "the mayor, Roy Pell,",
            "Roy Pell",
        ),
        ("Then came news from his doctor, Ellen Voss", "his doctor, Ellen Voss", "Ellen Voss"),
        ("Not so, says Roy Pell", "Roy Pell", "Roy Pell"),
        ("To quote Roy Pell", "Roy Pell", "Roy Pell"),
        (
            "Her lawyer, Ann Reid, a partner at Moss & Tarn, said",
            "Her lawyer, Ann Reid, a partner at Moss & Tarn,",
            "Ann Reid",
        ),
        ("@marsh_walker wrote", "@marsh_walker", "@marsh_walker"),
        ("One fan, @marsh_walker, wrote", "One fan, @marsh_walker,", "@marsh_walker"),
        ("Another user, BogTrotter, added", "Another user, BogTrotter,", "BogTrotter"),
        ("Potter Ines Maldon said", "Potter Ines Maldon", "Ines Maldon"),
        ("Mum-of-two Jo Bell said", "Mum-of-two Jo Bell", "Jo Bell"),
        ("Winger Dele Okoro said", "Winger Dele Okoro", "Dele Okoro"),
        ("Great-grandmother Elsie Plant said", "Great-grandmother Elsie Plant", "Elsie Plant"),
    ],
)
def test_who_stands_before_the_colon(before: str, mention: str, who: str) -> None:
    text = f"{before}: “It is what it is.”"
    found = [q for q in quotations(text) if q.kind.value == "direct"]
    assert [(q.speaker and q.speaker.of(text), q.who) for q in found] == [(mention, who)]


def test_a_count_of_words_is_not_reported() -> None:
    text = "Asked about his plans, Roy Pell said just three words: “Beer, then bed.”"
    assert [q.text(text) for q in quotations(text)] == [("“Beer, then bed.”",)]


def test_the_subject_of_a_question_is_not_reported_before_a_paragraph_of_speech() -> None:
    text = "It rained.\n\nAsked about it, Roy Pell said:\n\n“It will be mended.”\n\nIt was late.\n"
    assert [q.text(text) for q in quotations(text)] == [("“It will be mended.”",)]


def test_a_name_that_a_trade_could_be_stays_whole() -> None:
    for name in ("Baker Street", "Potter Ltd", "Chandler Van Oak"):
        text = f"{name} said: “It is what it is.”"
        assert quotations(text)[0].who == name


@pytest.mark.parametrize(
    "text",
    ["“No,” was the answer of Roy Pell.", "“It is late” was all Roy Pell would say."],
)
def test_who_follows_a_noun_of_speech(text: str) -> None:
    assert [q.who for q in quotations(text)] == ["Roy Pell"]


@pytest.mark.parametrize(
    "text",
    [
        "“Who hurries eats alone.” (Marthe Duval)",
        "“Who hurries eats alone” – chef Marthe Duval",
        "Marthe Duval (cook) — “Who hurries eats alone.”",
    ],
)
def test_brackets_and_dashes_sign(text: str) -> None:
    assert [(q.rule, q.who) for q in quotations(text)] == [("dash", "Marthe Duval")]


def test_a_sentence_in_brackets_signs_nothing() -> None:
    text = "“It was an egregious act.” (The gate was opened on Saturday.)"
    assert [q.speaker for q in quotations(text)] == [None]
