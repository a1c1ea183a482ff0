"""The names a project has for its speakers win over what the rules found."""

from __future__ import annotations

from fr_reader.model import Quotation, Span, Speaker, Speakers
from fr_reader.text.known import as_known, proper_mention

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
