"""The names a project has for its speakers win over what the rules found."""

from __future__ import annotations

from fr_reader.model import Quotation, Span, Speaker, Speakers
from fr_reader.text import quotations
from fr_reader.text.known import as_known, carried_mention, proper_mention

TEXT = "“One,” said the Made-Up Office. “Two.” “Three,” said Garbett. “Four,” said she."


def quotation(words: str, mention: str, who: str | None) -> Quotation:
    start = TEXT.index(words)
    speaker = None
    if mention:
        at = TEXT.index(mention, start)
        speaker = Span(at, at + len(mention))
    return Quotation((Span(start, start + len(words)),), speaker=speaker, who=who)


FOUND = (
    quotation("“One,”", "the Made-Up Office", "Made-Up Office"),
    quotation("“Two.”", "", "Made-Up Office"),
    quotation("“Three,”", "Garbett", "Garbett"),
    quotation("“Four,”", "she", "Garbett"),
)


def names(speakers: Speakers) -> list[str | None]:
    return [q.who for q in as_known(TEXT, FOUND, speakers)]


def test_without_speakers_nothing_changes() -> None:
    assert as_known(TEXT, FOUND, Speakers.of()) == FOUND


def test_an_alias_wins_and_what_goes_on_follows() -> None:
    office = Speaker("1", "Office for Made-Up Things", aliases=("made-up office",))
    assert names(Speakers.of([office])) == [office.name, office.name, "Garbett", "Garbett"]


def test_a_name_found_by_the_rules_is_asked_for_too() -> None:
    zoe = Speaker("2", "Zoë Garbett", aliases=("Garbett",))
    assert names(Speakers.of([zoe])) == ["Made-Up Office", "Made-Up Office", zoe.name, zoe.name]
    assert "Zoë Garbett" in as_known(TEXT, FOUND, Speakers.of([zoe]))[2].reason


def test_only_names_that_mean_the_same_elsewhere_become_aliases() -> None:
    assert [proper_mention(TEXT, q) for q in FOUND] == ["Made-Up Office", "", "Garbett", ""]


KHAN = Speaker("3", "Omar Example", aliases=("the mayor",))
OAK = Speaker("4", "Ann Oak", aliases=("Oak",))


def who(text: str, *speakers: Speaker) -> list[str | None]:
    return [q.who for q in quotations(text, Speakers.of(speakers))]


def test_an_alias_wins_over_whoever_was_spoken_of_last() -> None:
    text = "Made up: Zoë Elm was there that day. “It is true,” the mayor said."
    assert who(text) == ["Zoë Elm"]
    assert who(text, KHAN) == ["Omar Example"]


def test_an_office_the_article_gives_to_somebody_else_by_name_is_theirs() -> None:
    text = "Made up: Mayor Zoë Elm was there that day. “It is true,” the mayor said."
    assert who(text, KHAN) == ["Zoë Elm"]
    assert who(text + " Omar Example left.", KHAN) == ["Omar Example"]


def test_a_surname_is_that_of_the_only_one_the_article_names() -> None:
    text = "Made up: Bo Oak was there that day. “It is true,” Oak said."
    assert who(text, OAK) == ["Bo Oak"]
    assert who(text + " Ann Oak left.", OAK) == ["Ann Oak"]
    assert who(text.replace("Bo Oak", "A. Oak"), OAK) == ["Ann Oak"]


def test_offices_are_carried_over_where_they_correct_the_rules() -> None:
    for mention, carried in (
        ("the mayor", "the mayor"),
        ("the head of the Elm Trust", "the head of the Elm Trust"),
        ("the spokesman", ""),
        ("the woman", ""),
        ("a mayor", ""),
        ("the council", ""),
        ("the 83-year-old", ""),
        ("she", ""),
    ):
        text = f"Made up: “It is true,” {mention} said."
        start, cue = text.index(mention), text.index("“")
        found = Quotation((Span(cue, start - 1),), speaker=Span(start, start + len(mention)))
        assert carried_mention(text, found, "Omar Example") == carried, mention
    found = Quotation((Span(9, 22),), speaker=Span(23, 32), who="Omar Example")
    assert carried_mention("Made up: “It is true,” the mayor said.", found, "Omar Example") == ""
