"""Who a mention is; all people and sentences are made up."""

from __future__ import annotations

import pytest

from fr_reader.text import quotations
from fr_reader.text.naming import name_at_end


def who(text: str) -> str | None:
    return [quotation for quotation in quotations(text) if quotation.kind == "direct"][-1].who


QUOTE = "“It will rain here.”"


@pytest.mark.parametrize(
    ("before", "speaker", "expected"),
    [
        ("Anna Oak won.", "Oak", "Anna Oak"),
        ("Anna Oak won.", "Ms. Oak", "Anna Oak"),
        ("Anna M. Oak won, and Anna Oak left.", "Oak", "Anna M. Oak"),
        ("Anna Oak and John Oak won.", "Mr. Oak", "John Oak"),
        ("Anna Oak and John Oak won.", "Mrs Oak", "Anna Oak"),
        ("Maria van der Berg won.", "Berg", "Maria van der Berg"),
        ("Anna Oak won.", "she", "Anna Oak"),
        ("Anna Oak beat John Reed.", "he", "John Reed"),
        ("Anna Oak, a nurse, met Tara Reed, a farmer.", "the nurse", "Anna Oak"),
        ("Nurse Anna Oak met farmer Tara Reed.", "the nurse", "Anna Oak"),
        ("Anna Oak – who is also a councillor – won.", "the councillor", "Anna Oak"),
        ("Tom Reed lost. Anna Oak won.", "the winner", "Anna Oak"),
        ("The Ham Town Council met.", "the council", "Ham Town Council"),
        ("The Metro Ham Police met.", "The Metro", "Metro Ham Police"),
        ("The Ham Town website changed.", "the page", "Ham Town website"),
        ("Anna Oak won.", "a spokesperson for Anna Oak", "spokesperson for Anna Oak"),
        ("Anna Oak won.", "Anna Oak’s lawyer", "Anna Oak’s lawyer"),
        ("It rained.", "Sen. Anna Oak (Ham)", "Anna Oak"),
        ("It rained.", "Anna Oak, the head of Ham Town,", "Anna Oak"),
        ("It rained.", "former town clerk Anna Oak", "Anna Oak"),
        ("It rained.", "a young man", "young man"),
        ("A. J. Oak won.", "Oak", "A. J. Oak"),
        ("Happy Anna Oak won. Anna Oak left.", "Oak", "Anna Oak"),
        ("Anna Oak of Elm Town won.", "Oak", "Anna Oak"),
        ("Anna Oak Jr. and Anna Oak Sr. won.", "Anna Oak Sr.", "Anna Oak Sr."),
        ("Anna van den Oak won.", "Van den Oak", "Anna van den Oak"),
        ("Omar al-Oak won.", "Al-Oak", "Omar al-Oak"),
        ("Zelig Oak and Tom Oak won.", "Tom", "Tom Oak"),
        ("Zelig Oak and Tom Oak won.", "Mr Oak", "Tom Oak"),
        ("Marian King won.", "King", "Marian King"),
        ("Sir Tom Oak won.", "Sir Tom", "Tom Oak"),
        ("Oak Jin-soo won.", "Mr Oak", "Oak Jin-soo"),
        ("Detective Inspector Anna Oak won.", "DI Oak", "Anna Oak"),
        ("It rained.", "Then-mayor Anna Oak", "Anna Oak"),
        ("It rained.", "Ham Town Press Secretary Anna Oak", "Anna Oak"),
        ("It rained.", "Secretary of State Anna Oak", "Anna Oak"),
        ("It rained.", "Anna Oak – a nurse for years –", "Anna Oak"),
        ("It rained.", "Anna Oak and Bo Elm", "Anna Oak and Bo Elm"),
        ("It rained.", "Mayor Anna Oak of Elm Town", "Anna Oak"),
        ("Anna Oak, 52, met Tom Reed, 53.", "the 52-year-old", "Anna Oak"),
        ("Anna Oak, 52, chief diver at the dam, met Tom Reed.", "the diver", "Anna Oak"),
        ("Sen. Anna Oak won, it was said, and Tom Reed lost.", "the senator", "Anna Oak"),
        ("Mayor Anna Oak won.", "the clerk", "clerk"),
        ("The Ham Oak Trust (HOT) met.", "the HOT", "Ham Oak Trust"),
        ("The Ham and Oak Trust (HOT) met.", "the HOT", "Ham and Oak Trust"),
        ("The Ham Oak Trust met.", "the HOT", "Ham Oak Trust"),
        ("The University of Ham met.", "the university", "University of Ham"),
        ("The Ministry for Ham met.", "the ministry", "Ministry for Ham"),
        ("Hamoak Energy plc met.", "Hamoak", "Hamoak Energy plc"),
        ("Hamoak Homes met.", "the company", "Hamoak Homes"),
        ("The Ham Quartet met.", "they", "Ham Quartet"),
        ("Sky Oak met a friend.", "they", "Sky Oak"),
    ],
)
def test_who(before: str, speaker: str, expected: str) -> None:
    speaker = speaker[0].upper() + speaker[1:]
    assert who(f"A headline\n\n{before}\n{speaker} said: {QUOTE}\n") == expected


def test_names_inside_quotations_do_not_speak() -> None:
    text = "Anna Oak won.\n“I beat John Reed,” said Oak.\n“It was hard,” she added.\n"
    assert who(text) == "Anna Oak"


def test_photographers_do_not_speak() -> None:
    text = "Anna Oak won.\nThe winner. Photograph: Zed Flash\n“It was hard,” the winner said.\n"
    assert who(text) == "Anna Oak"


def test_places_do_not_speak() -> None:
    text = "Anna Oak lives in Great Ham.\nIt is cold in Great Ham.\n“It is hard,” she said.\n"
    assert who(text) == "Anna Oak"


def test_the_reason_names_the_person() -> None:
    text = "Anna Oak won.\n“It was hard,” she said.\n"
    (found,) = [quotation for quotation in quotations(text) if quotation.kind == "direct"]
    assert "“she” is taken for Anna Oak" in found.reason


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("Anna Oak", ["Anna", "Oak"]),
        ("the nurse Anna Oak", ["Anna", "Oak"]),
        ("Prime Minister Oak", ["Oak"]),
        ("a friend of Anna Oak", None),
        ("Anna Oak’s friend", None),
        ("Ludwig van der Oak", ["Ludwig", "van", "der", "Oak"]),
        ("the mayor", None),
    ],
)
def test_name_at_end(phrase: str, expected: list[str] | None) -> None:
    assert name_at_end(phrase) == (None if expected is None else tuple(expected))


def test_an_office_is_not_the_place_it_is_of() -> None:
    text = "Green Ham London met.\n“It rained,” the Mayor of London said."
    assert [quotation.who for quotation in quotations(text)] == ["Mayor of London"]


def test_a_nameless_speaker_is_spoken_of_again() -> None:
    text = "“It rains,” said a spokeswoman for Oak Trains.\n“It pours,” she added.\n"
    text += "“It stopped,” the spokeswoman said.\n"
    found = [quotation.who for quotation in quotations(text) if quotation.kind == "direct"]
    assert found == ["spokeswoman for Oak Trains"] * 3


def test_two_who_spoke_together_are_they() -> None:
    text = "“It rains,” said Anna Oak and Bo Elm.\n“It pours,” they added.\n"
    assert who(text) == "Anna Oak and Bo Elm"


def test_what_many_say_is_not_said_by_the_person_named_before() -> None:
    text = "Anna Oak met farmers who said that it would rain.\n"
    assert [quotation.who for quotation in quotations(text)] == [None]
