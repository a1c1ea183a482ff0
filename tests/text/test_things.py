"""What in marks names a thing and quotes nobody; every sentence is made up."""

from __future__ import annotations

import pytest

from fr_reader.text import quotations


@pytest.mark.parametrize(
    "text",
    [
        "Protesters held “Hands Off Our Library” signs outside the town hall.",
        "A banner reading “Hands Off Our Library” hung from the bridge.",
        "A sign reads “No Swimming”.",
        "The T-shirts say “Born Lazy” and cost ten pounds.",
        "The van carries the slogan “Fresh from the Fen”.",
        "Locals call the tower “the Pencil”.",
        "His team-mates call him “the Ferret”.",
        "Everyone called her “Auntie Bel”.",
        "The tower is called “the Pencil”.",
        "The train, affectionately called “the Flying Duck”, made its last trip.",
        "The stretch of river referred to as “the Elbow” froze.",
        "The road, known to locals simply as “the Snake”, is closed.",
        "She read “The Owl and the Ferryman” to the children.",
        "He wrote “Song of the Sluice” in 1911.",
        "She quoted from “The Salt Year”.",
        "A chapter called “Why I Left” was cut.",
        "The brewery’s slogan is “Strong and Silent”.",
        "Wilfred Hobbs, known to everyone as “Nobby”, ran the shop.",
        "The road, dubbed “Suicide Alley” by locals, is to be widened.",
        "The painting, called “Woman with a Hen”, hangs in the hall.",
        "“Dead Reckoning Bay,” which ends tonight, was filmed in a quarry.",
        "“The Heron at Low Tide” is her best poem.",
    ],
)
def test_names_titles_and_slogans_quote_nobody(text: str) -> None:
    assert [q.text(text) for q in quotations(text)] == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The critic called the tower “an eyesore”.", "mixed"),
        ("The mayor called him “a clown”.", "mixed"),
        ("The message read “We are closing on Friday, thank you all.”", "direct"),
        ("The judge wrote: “The Owl Must Go.”", "direct"),
        ("The mayor said the man nicknamed “the Ferret” had left town.", "mixed"),
        ("The mayor referred to the plan as “a farce”.", "mixed"),
    ],
)
def test_what_somebody_says_of_a_thing_is_quoted(text: str, kind: str) -> None:
    assert [q.kind.value for q in quotations(text)] == [kind]
