"""Whom short forms, bodies, couples and pronouns mean; every person and body is made up."""

from __future__ import annotations

import pytest

from fr_reader.text import quotations
from fr_reader.text.names import is_owner
from fr_reader.text.naming import name_at_end
from fr_reader.text.offices import is_honour
from fr_reader.text.openers import name_starts


def who(text: str) -> list[str | None]:
    return [quotation.who for quotation in quotations(text)]


QUOTE = "“It will rain here.”"


@pytest.mark.parametrize(
    ("before", "speaker", "expected"),
    [
        # middle surnames, nicknames, honours, couples
        ("Iria Robles Vidal won.", "Robles", "Iria Robles Vidal"),
        ("Elinor “Nell” Oak won.", "Nell", "Elinor Oak"),
        ("Elinor 'Nell' Oak won.", "Nell Oak", "Elinor Oak"),
        ("Elinor (Nell) Oak won.", "Ms Oak", "Elinor Oak"),
        ("It rained.", "Anna Oak KC", "Anna Oak"),
        ("Anna Oak MP won.", "Oak", "Anna Oak"),
        ("Brothers Tom and Adam Elm won.", "Tom", "Tom Elm"),
        ("Anna and Tom Reed won.", "Mrs Reed", "Anna Reed"),
        ("Anna Oak won.", "Oak herself", "Anna Oak"),
        ("It rained.", "The two ministers, Anna Oak and Tom Elm,", "Anna Oak and Tom Elm"),
        ("It rained.", "The band’s singer, Zed,", "Zed"),
        # trades that are no part of a name
        ("WELDER ANNA OAK won.", "Oak", "ANNA OAK"),
        ("It rained.", "Beekeeper Ivo Trant", "Ivo Trant"),
        ("It rained.", "Lampmaker Anna Oak", "Anna Oak"),
        ("Father Tom Reed sang.", "Fr Reed", "Tom Reed"),
        # bodies
        ("Ham Metropolitan Police met.", "the Met", "Ham Metropolitan Police"),
        ("The United Bakers’ Union met.", "the union", "United Bakers’ Union"),
        ("The Ham County Sheriff's Office met.", "the sheriff’s office", None),
        ("The Royal College of Ham met.", "the college", "Royal College of Ham"),
        ("The Bureau of Lakes and Dams met.", "the bureau", "Bureau of Lakes and Dams"),
        ("Ham Constabulary met.", "the force", "Ham Constabulary"),
        ("Oakfly Airways met.", "the airline", "Oakfly Airways"),
        ("Warm Hearths, a charity, met.", "the charity", "Warm Hearths"),
        ("The charity Warm Hearths met.", "the charity", "Warm Hearths"),
        ("Ham Borough Council met.", "the authority", "Ham Borough Council"),
        ("Transport for Ham met.", "TfH", "Transport for Ham"),
        ("Oak & Elmley met.", "the retailer", "Oak & Elmley"),
        ("Oakify makes hats.", "the company", "Oakify"),
        ("Ham Water serves homes.", "it", "Ham Water"),
        ("Bus drivers walked out.", "the company", "company"),
    ],
)
def test_who(before: str, speaker: str, expected: str | None) -> None:
    expected = "Ham County Sheriff's Office" if expected is None else expected
    speaker = speaker[0].upper() + speaker[1:]
    assert who(f"A headline\n\n{before}\n{speaker} said: {QUOTE}\n") == [expected]


def test_the_first_of_several_speaks() -> None:
    assert who("“It rains,” said the first. “It pours,” said the second.\n") == ["first", "second"]


def test_of_two_firms_the_one_named_last_is_the_company() -> None:
    text = "Oak Homes met Elm Homes.\nElm Homes lost £4m.\nThe company said: “It rains.”\n"
    assert who(text) == ["Elm Homes"]


def test_he_and_she_are_two_people() -> None:
    text = "Sky Oak and Ash Elm run a shop. Oak lost her hat.\n“It was hard,” he said.\n"
    assert who(text) == ["Ash Elm"]
    assert who(f"{text}“It was easy,” she said.\n") == ["Ash Elm", "Sky Oak"]


def test_a_known_first_name_is_preferred_to_an_unknown_one() -> None:
    assert who("Anna Oak met Sky Elm.\n“It was hard,” she said.\n") == ["Anna Oak"]


def test_who_she_was_is_not_he_later() -> None:
    text = "Sky Oak won. “It was hard,” she said.\nAsh Elm lost. Oak laughed.\n“No,” he said.\n"
    assert who(text) == ["Sky Oak", "Ash Elm"]


@pytest.mark.parametrize(
    ("word", "after", "expected"),
    [
        ("Oak’s", ["Council"], True),
        ("Sheriff’s", ["Office"], False),
        ("Ann's", ["Hospital"], False),
        ("Drivers’", ["Union"], False),
        ("Drivers’", ["Day"], True),
        ("Children’s", ["Day"], False),
        ("Oak", ["Council"], False),
    ],
)
def test_a_possessive_may_be_part_of_the_name_of_a_body(
    word: str, after: list[str], expected: bool
) -> None:
    assert is_owner(word, after) is expected


def test_names_without_what_stands_around_them() -> None:
    assert name_at_end("the Ham County Sheriff’s Office") == (
        "Ham",
        "County",
        "Sheriff’s",
        "Office",
    )
    assert name_at_end("Anna Oak QC") == ("Anna", "Oak")
    assert name_at_end("Housing Now director Anna Oak") == ("Anna", "Oak")
    assert name_starts(["Lampmaker", "Anna", "Oak"]) == 1
    assert name_starts(["Hunter", "Oak"]) == 0
    assert is_honour("K.C.") and not is_honour("Oak")


def test_a_capital_adverb_or_day_belongs_to_a_name() -> None:
    text = "“It rains,” said Housing Now director Anna Oak.\n"
    assert who(text) == ["Anna Oak"]
    (found,) = quotations(text)
    assert found.speaker is not None
    assert found.speaker.of(text) == "Housing Now director Anna Oak"
    text = "“It rains,” said Anna Oak Monday.\n"
    assert who(text) == ["Anna Oak"]


@pytest.mark.parametrize(
    ("before", "speaker", "expected"),
    [
        ("The Copper Larks split up on stage.", "they", "Copper Larks"),
        (
            "Nell Barraclough and Yusuf Demir walked home.",
            "they",
            "Nell Barraclough and Yusuf Demir",
        ),
        ("Nell Barra and her son, Tom Barra, walked home.", "they", "Nell Barra and Tom Barra"),
        ("Albert and Winifred Cope walked home.", "the couple", "Albert Cope and Winifred Cope"),
        ("Nell Barra met Yusuf Demir at noon.", "they", "Nell Barra and Yusuf Demir"),
        ("Ann Oakes, Bo Elmer and Cy Ashby came.", "they", "Ann Oakes, Bo Elmer and Cy Ashby"),
        ("Ann Oakes, the MP for Elm, met the mayor, Bo Elmer.", "the MP", "Ann Oakes"),
        ("Ann Oakes MP and Councillor Bo Elmer came at noon.", "the MP", "Ann Oakes"),
        (
            "Ann Oakes met Bo Elmer, chief executive of Elm Water.",
            "the chief executive",
            "Bo Elmer",
        ),
        ("Dame Ottoline Reeve opened the fair.", "Dame Ottoline", "Ottoline Reeve"),
        ("Prof Zelko Marn of Elm University came.", "Prof Marn", "Zelko Marn"),
        ("Zelko Marn of the Elm Alliance came.", "Marn", "Zelko Marn"),
    ],
)
def test_people_named_together_by_rank_or_by_body(before: str, speaker: str, expected: str) -> None:
    assert who(f"It was cold in the town on that day.\n\n{before}\n\n{QUOTE} {speaker} said.") == [
        expected
    ]


def test_a_short_first_line_in_sentence_case_names_people() -> None:
    text = f"Sen. Martha Oduya met Judge Carl Pfeiffer on Monday.\n\n{QUOTE} the senator said."
    assert who(text) == ["Martha Oduya"]


def test_a_line_that_runs_speaks() -> None:
    found = quotations(f"{QUOTE[:-2]},” runs a line in Oakham’s will.")[0]
    assert found.who == "line in Oakham’s will"


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Ana Brankov and her deputy, Bo Elmer", "Ana Brankov and Bo Elmer"),
        ("a nurse in Elm who asked not to be named", "nurse in Elm"),
        ("a nurse in Elm who works at night", "nurse in Elm"),
    ],
)
def test_the_whole_mention_behind_said(speaker: str, expected: str) -> None:
    text = f"{QUOTE[:-2]},” said {speaker}."
    found = quotations(text)
    assert [each.who for each in found] == [expected]
    assert found[0].speaker is not None
    assert found[0].speaker.of(text) == speaker
