"""Interviews, posts and block quotations, which need no marks; every text is made up."""

from __future__ import annotations

import pytest

from fr_reader.text import quotations

Turn = tuple[tuple[str, ...], str, str | None]


def direct(text: str) -> list[Turn]:
    """Segments, mention and person of each direct quotation."""
    return [
        (q.text(text), q.speaker.of(text) if q.speaker else "", q.who)
        for q in quotations(text)
        if q.kind == "direct"
    ]


def test_questions_and_answers() -> None:
    text = "A talk\n\nQ: What first?\nA: I will mend the roads.\nQ: And then?\nA: The bridge.\n"
    assert direct(text) == [
        (("What first?",), "Q", "Q"),
        (("I will mend the roads.",), "A", "A"),
        (("And then?",), "Q", "Q"),
        (("The bridge.",), "A", "A"),
    ]


def test_turns_of_named_speakers_are_their_persons() -> None:
    text = (
        "A talk with Anna Oak\n\nAnna Oak runs the farm.\n\nHost: What is the plan?\n"
        "Anna Oak: We will plant trees.\nAnd some more.\nHost: How many?\nOak: A thousand.\n"
    )
    assert direct(text) == [
        (("What is the plan?",), "Host", "Host"),
        (("We will plant trees.", "And some more."), "Anna Oak", "Anna Oak"),
        (("How many?",), "Host", "Host"),
        (("A thousand.",), "Oak", "Anna Oak"),
    ]


def test_the_cue_of_a_turn_is_its_colon() -> None:
    text = "ANNA OAK: It rains.\n\nTOM REED: It does.\n\nANNA OAK: It did.\n"
    found = [q for q in quotations(text) if q.rule == "turn"]
    assert [q.cue.of(text) for q in found if q.cue] == [":", ":", ":"]


def test_a_note_after_the_last_turn_is_nobodys_speech() -> None:
    text = "Q: What first?\nA: The roads.\nThis interview has been edited.\n"
    assert [segments for segments, _, _ in direct(text)] == [("What first?",), ("The roads.",)]


def test_a_short_exchange_in_an_article_ends_with_its_last_turn() -> None:
    text = (
        "It rained.\nPeople met.\nThey spoke.\nOAK: Is it wet?\nREED: It is.\nOAK: I see.\n"
        "The rain went on.\nIt was cold.\nNobody left.\nIt was late.\n"
    )
    assert [segments for segments, _, _ in direct(text)] == [
        ("Is it wet?",),
        ("It is.",),
        ("I see.",),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Place: Leeds\nTime: Noon\nPrice: Ten pounds\n",
        "It rained.\nNote: it was wet.\nIt was cold.\nNobody left.\n",
        "Oak: It rains.\n",
    ],
)
def test_lists_with_colons_are_no_interview(text: str) -> None:
    assert not any(q.rule == "turn" for q in quotations(text))


@pytest.mark.parametrize(
    ("post", "words", "speaker"),
    [
        ("@annaoak: It will rain all day.", "It will rain all day.", "@annaoak"),
        ("Anna Oak (@annaoak): It will rain.", "It will rain.", "Anna Oak (@annaoak)"),
        ("It will rain — Anna Oak (@annaoak) June 1, 2020", "It will rain", "Anna Oak (@annaoak)"),
    ],
)
def test_posts(post: str, words: str, speaker: str) -> None:
    text = f"It was a day of rain.\n\n{post}\n\nNobody left.\n"
    ((found, mention, _),) = direct(text)
    assert (found, mention) == ((words,), speaker)


@pytest.mark.parametrize("verb", ["tweeted", "posted", "wrote on Facebook"])
def test_posts_in_marks(verb: str) -> None:
    assert direct(f"Anna Oak {verb}: “It rains.”") == [(("“It rains.”",), "Anna Oak", "Anna Oak")]
    assert direct(f"“It rains,” Anna Oak {verb}.") == [(("“It rains,”",), "Anna Oak", "Anna Oak")]


def test_an_address_is_no_post() -> None:
    assert direct("Write to @annaoak: it is free.\n\nIt rained.\n") == []


def test_block_quotations() -> None:
    said = (("It will rain. It must.",), "Anna Oak", "Anna Oak")
    assert direct("The note is old. Anna Oak wrote:\n\n> It will rain. It must.\n") == [said]
    assert direct("It was read out.\n\n> It will rain. It must.\n>\n> — Anna Oak\n") == [said]
    assert direct("It was read out.\n\n> It will rain. It must.\n\n— Anna Oak\n") == [said]
    assert direct("It was read out.\n\n> It will rain. It must.\n") == [
        (("It will rain. It must.",), "", None)
    ]


def test_an_answer_is_by_whom_the_words_above_say_somebody_talked_to() -> None:
    text = "Tom Reed met the farmer Anna Oak.\n\nQ. What first?\n\nA. The roads.\n"
    assert [who for _, _, who in direct(text)] == ["Q", "Anna Oak"]


def test_labels_in_a_notice_are_nobodys() -> None:
    text = "The fair is back.\n\nWhen: On Monday.\n\nWhere: In the barn.\n"
    assert direct(text) == []


def test_a_paragraph_without_marks_is_said_where_a_colon_introduces_it() -> None:
    text = "Anna Oak wrote on her blog:\n\nThe river is low.\n\nIt rained.\n"
    assert direct(text) == [(("The river is low.",), "Anna Oak", "Anna Oak")]


def test_a_paragraph_that_says_whose_words_it_holds_is_not_introduced() -> None:
    text = "Anna Oak wrote on her blog:\n\n“It is low,” said Tom Reed. It rained.\n"
    assert direct(text) == [(("“It is low,”",), "Tom Reed", "Tom Reed")]


def test_paragraphs_of_a_block_are_one_quotation() -> None:
    text = "Anna Oak said:\n\n> It is low.\n\n> It was high.\n\nIt rained.\n"
    assert direct(text) == [(("It is low.", "It was high."), "Anna Oak", "Anna Oak")]


@pytest.mark.parametrize("indent", ["  ", "    ", "\t"])
def test_a_block_that_is_set_in_goes_on_as_long_as_it_is(indent: str) -> None:
    text = (
        f"In a letter, Anna Oak wrote:\n\n{indent}The mill is shut.\n\n{indent}Nobody told us.\n\n"
        "She left on Friday.\n"
    )
    assert direct(text) == [(("The mill is shut.", "Nobody told us."), "Anna Oak", "Anna Oak")]


def test_an_empty_line_parts_the_paragraphs_of_a_block() -> None:
    text = "Anna Oak wrote:\n\n> The mill is shut.\n>\n> Nobody told us.\n\nShe left.\n"
    assert direct(text) == [(("The mill is shut.", "Nobody told us."), "Anna Oak", "Anna Oak")]


def test_initials_stand_for_the_labels_before_them() -> None:
    text = (
        "It was noon.\n\nHam Voice: When did you start?\n\nAnna Oak: At nine.\n\n"
        "HV: And now?\n\nAO: I cook.\n"
    )
    assert [who for _, _, who in direct(text)] == ["Ham Voice", "Anna Oak", "Ham Voice", "Anna Oak"]
