"""The quotations of the seed article, as a person reads them."""

from __future__ import annotations

import pytest

from fr_reader.ingest import seeds
from fr_reader.model import Quotation, QuotationKind
from fr_reader.text import quotations

# By hand: the first and the last words of every stretch, and who says them.
MET = "Met Police website"
DIRECT = [
    ([("“The Met keeps its need", "Operator Initiated Facial Recognition”")], MET),
    ([("“Further details about", "how we refer to them”")], MET),
    (
        [
            ("“It’s shocking that I", "expansion of police powers."),
            ("“What’s even more concerning", "do not use this technology."),
            ("“In Britain, no one has", "suspicion of wrongdoing."),
            ("“With the government’s consultation", "to safeguard our rights”"),
        ],
        "Zoë Garbett",
    ),
    (
        [
            ("“We are set to trial", "for longer than needed."),
            ("“This will initially be", "deleted straight away”"),
        ],
        "Lindsey Chiswick",
    ),
    (
        [
            ("“The Met are leading", "this technology since 2024."),
            ("“As part of a new", "money and resources."),
            ("“The Mayor is absolutely", "Recognition technology is used”"),
        ],
        "spokesperson for the Mayor of London",
    ),
]


@pytest.fixture(scope="module")
def found() -> list[Quotation]:
    """The direct quotations fr-reader finds in the seed article."""
    (seed,) = seeds()
    return [one for one in quotations(seed) if one.kind is QuotationKind.DIRECT]


def test_there_are_five_and_no_more(found: list[Quotation]) -> None:
    assert len(found) == len(DIRECT)


@pytest.mark.parametrize("number", range(len(DIRECT)))
def test_each_has_all_its_words_and_its_speaker(found: list[Quotation], number: int) -> None:
    (seed,) = seeds()
    stretches, who = DIRECT[number]
    words = found[number].text(seed.text)
    for text, (first, last) in zip(words, stretches, strict=True):
        assert text.startswith(first)
        assert text.endswith(last)
        assert "\n" not in text
    assert found[number].who == who
