"""Bylines in parts: what the string tells, and nothing more."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.text.author_names import AuthorName, parsed, written
from fr_reader.text.publication_dates import publication_date


@pytest.mark.parametrize(
    ("author", "family", "given_", "particle", "suffix"),
    [
        ("Ann Example", "Example", "Ann", "", ""),
        ("By Ann Example", "Example", "Ann", "", ""),
        ("Byron Example", "Example", "Byron", "", ""),
        ("Shelby Example", "Example", "Shelby", "", ""),
        ("Zadie", "Zadie", "", "", ""),
        ("毛泽东", "毛泽东", "", "", ""),
        ("Jean-Paul Example-Sample", "Example-Sample", "Jean-Paul", "", ""),
        ("Ludwig van Beethoven", "Beethoven", "Ludwig", "van", ""),
        ("Charles de Gaulle", "Gaulle", "Charles", "de", ""),
        ("Ursula von der Leyen", "Leyen", "Ursula", "von der", ""),
        ("Ahmed al-Rashid", "al-Rashid", "Ahmed", "", ""),
        ("Robert De Niro", "De Niro", "Robert", "", ""),
        ("José Ortega y Gasset", "Ortega y Gasset", "José", "", ""),
        ("Robert Downey Jr.", "Downey", "Robert", "", "Jr."),
        ("Robert Downey, Jr.", "Downey", "Robert", "", "Jr."),
        ("Downey, Jr., Robert", "Downey", "Robert", "", "Jr."),
        ("Downey, Robert, Jr.", "Downey", "Robert", "", "Jr."),
        ("van Beethoven, Ludwig", "Beethoven", "Ludwig", "van", ""),
        ("García Márquez, Gabriel", "García Márquez", "Gabriel", "", ""),
        ("Gabriel García Márquez", "Márquez", "Gabriel García", "", ""),
        ("Press, Ann", "Press", "Ann", "", ""),
        ("Bad Bunny,", "Bad Bunny", "", "", ""),
    ],
)
def test_people(author: str, family: str, given_: str, particle: str, suffix: str) -> None:
    assert parsed(author) == AuthorName(family, given_, particle, suffix)


@pytest.mark.parametrize(
    ("author", "literal"),
    [
        ("{Beispiel Online}", "Beispiel Online"),
        ("Example News Agency", "Example News Agency"),
        ("Reuters", "Reuters"),
        ("Guardian staff", "Guardian staff"),
        ("Ministry of Examples", "Ministry of Examples"),
        ("The Example", "The Example"),
        ("Editorial Board", "Editorial Board"),
        ("Ann Example and Bo Example", "Ann Example and Bo Example"),
        ("Le Exemple", "Le Exemple"),
    ],
)
def test_organisations(author: str, literal: str) -> None:
    assert parsed(author, publisher="Le exemple") == AuthorName(literal=literal)


def test_nobody_has_no_name() -> None:
    with pytest.raises(ValueError, match="needs a name"):
        parsed(" \n")


_NAMES = st.text(min_size=1) | st.text(" ,{}.Jr vandeyABy", min_size=1)


@given(_NAMES.filter(str.strip))
def test_what_is_written_is_understood_again(author: str) -> None:
    name = parsed(author)
    assert parsed(written(name)) == name
    assert name.surname
    assert name.natural


@pytest.mark.parametrize("author", ["Ann Example", "Ludwig van Beethoven", "Robert Downey Jr."])
def test_plain_names_are_written_plainly(author: str) -> None:
    assert written(parsed(author)) == author
    assert written(AuthorName("García Márquez", "Gabriel")) == "García Márquez, Gabriel"
    assert written(AuthorName(literal="Beispiel Online")) == "{Beispiel Online}"
    assert written(AuthorName(literal="Example News")) == "Example News"


@pytest.mark.parametrize(
    ("said", "parts", "iso", "literal"),
    [
        ("2026", (2026,), "2026", ""),
        ("2026-01", (2026, 1), "2026-01", ""),
        ("2026-01-02", (2026, 1, 2), "2026-01-02", ""),
        ("2026-01-02T03:04:05Z", (2026, 1, 2), "2026-01-02", ""),
        ("2026-02-30", (), "", "2026-02-30"),
        ("2026-00", (), "", "2026-00"),
        ("  Spring\n2026 ", (), "", "Spring 2026"),
        ("0000", (), "", "0000"),
        ("", (), "", ""),
    ],
)
def test_dates(said: str, parts: tuple[int, ...], iso: str, literal: str) -> None:
    date = publication_date(said)
    assert (date.parts, date.iso, date.literal) == (parts, iso, literal)
    assert bool(date) == bool(said)
