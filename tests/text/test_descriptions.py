"""What an article says of its people: role and affiliation, in its own words or not at all."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.model import Article, Reading
from fr_reader.text import paragraphs, read
from fr_reader.text.descriptions import Described
from tests.effort import steps

CASES = tomllib.loads(Path(__file__).with_name("described.toml").read_text("utf-8"))["case"]


def described(text: str) -> Described:
    return Described(read(Article("made-up", text)))


def pair(text: str, name: str) -> tuple[str, str]:
    found = described(text).get(name)
    return (found.role, found.affiliation) if found else ("", "")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['group']}: {case['text'][:60]}")
def test_the_table(case: dict[str, str]) -> None:
    wanted = case.get("role", ""), case.get("affiliation", "")
    assert pair(case["text"], case["name"]) == wanted


def test_the_table_is_long_and_has_as_many_kinds_of_silence() -> None:
    silent = [case for case in CASES if not case.get("role") and not case.get("affiliation")]
    assert len(CASES) >= 60
    assert len(silent) >= 20


def test_people_are_asked_for_by_shorter_names_too() -> None:
    found = described("Made up. Ann Example, a nurse, met Bo Sample.")
    assert found["Example"] == found["Ann Example"]
    for nobody in ("Bo Sample", "Cy Example", "spokesman for Ann Example", "the nurse", "", " "):
        assert found.get(nobody) is None, nobody


WORDS = st.sampled_from(
    "Ann Bo Example Oak Ann_Example Bo_Oak Mayor mayor nurse chief executive leader of for at the"
    " a and who is also Green Party Labour Trust Example_Trust University the_bakery’s owner’s wife"
    " Dr Sen. (R-Ohio) ( ) , . – — “ ” : 52 aged former RSPB said told council member \n".replace(
        "\n", "\N{PILCROW SIGN}"
    ).split()
)


def squeezed(text: str) -> str:
    return " ".join(text.replace("\xa0", " ").split())


def assert_own_words(text: str, *, spaced: bool = True) -> None:
    """What is described stands in the text; unless `spaced`, spaces may be others."""
    there = squeezed(text) if spaced else "".join(text.split())
    for told in described(text).values():
        assert told.role or told.affiliation
        for part in (*told.role.split("; "), told.affiliation):
            assert (part if spaced else "".join(part.split())) in there, (part, text)


@given(st.lists(WORDS, max_size=40))
def test_only_words_of_the_article_are_given(chosen: list[str]) -> None:
    text = " ".join(chosen).replace("_", " ").replace("\N{PILCROW SIGN}", "\n")
    for mark in ",.:)”":
        text = text.replace(f" {mark}", mark)
    assert_own_words(text.replace("( ", "(").replace("“ ", "“"))


@given(st.text(max_size=200))
def test_no_text_is_too_strange(text: str) -> None:
    assert_own_words(
        f"Ann Example, {text}, said Ann Example. The {text} Ann Example ({text})", spaced=False
    )


def test_work_grows_with_the_text_alone() -> None:
    def work(sentences: list[str]) -> int:
        text = "".join(sentences)
        reading = Reading(Article("made-up", text), paragraphs(text))
        return steps(lambda: len(Described(reading)))

    sentence = "Ann Example{n}, a nurse, and the nurse Bo Oak{n}, of the Elm Trust, met the mayor. "
    many = [sentence.format(n=n) for n in range(1_000, 3_000)]
    work(many)  # forms once seen are kept between articles
    assert work(many) < work(many[:200]) * 11
