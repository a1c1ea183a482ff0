"""Reported speech, rule by rule; every sentence is made up."""

from __future__ import annotations

from itertools import pairwise

import pytest

from fr_reader.model import Quotation, QuotationKind
from fr_reader.text import RULES, quotations
from fr_reader.text.indirect.classes import word_class
from fr_reader.text.indirect.weights import content_ends, cue_contexts, cue_words


def reported(text: str) -> list[Quotation]:
    return [q for q in quotations(text) if q.kind is not QuotationKind.DIRECT]


def parts(text: str) -> tuple[str, str, tuple[str, ...], str]:
    """Speaker, cue, contents and rule of the only reported clause of a text."""
    (found,) = reported(text)
    speaker = found.speaker.of(text) if found.speaker else ""
    cue = found.cue.of(text) if found.cue else ""
    return speaker, cue, found.text(text), found.rule


@pytest.mark.parametrize(
    ("text", "speaker", "cue", "content"),
    [
        ("Ada Moss said that the bridge was safe.", "Ada Moss", "said", "that the bridge was safe"),
        ("Ada Moss said the bridge was safe.", "Ada Moss", "said", "the bridge was safe"),
        ("She has also warned that it may rain.", "She", "has also warned", "that it may rain"),
        ("The council told reporters that it was late.", "The council", "told", "that it was late"),
        ("Ada Moss called for a new bridge.", "Ada Moss", "called for", "a new bridge"),
        (
            "Ada Moss raised concerns that the bridge was unsafe.",
            "Ada Moss",
            "raised concerns",
            "that the bridge was unsafe",
        ),
    ],
)
def test_what_a_cue_reports_follows_it(text: str, speaker: str, cue: str, content: str) -> None:
    assert parts(text) == (speaker, cue, (content,), "source-cue-content")


def test_what_is_reported_may_come_first() -> None:
    text = "The bridge was closed for a week, Ada Moss said."
    assert parts(text) == (
        "Ada Moss",
        "said",
        ("The bridge was closed for a week",),
        "content-source-cue",
    )
    text = "The bridge was closed for a week, said Ada Moss."
    assert parts(text)[::3] == ("Ada Moss", "content-cue-source")


@pytest.mark.parametrize(
    "text",
    [
        "According to a Moss spokesperson, the bridge is safe.",
        "The bridge is safe, according to a Moss spokesperson.",
    ],
)
def test_according_to_names_the_source(text: str) -> None:
    speaker, cue, (content,), rule = parts(text)
    assert speaker == "a Moss spokesperson" and rule == "according-to"
    assert cue.lower() == "according to" and content.lower() == "the bridge is safe"


def test_the_subject_of_a_passive_is_reported() -> None:
    text = "The bridge is expected to open in May."
    speaker, cue, contents, rule = parts(text)
    assert (speaker, rule) == ("", "passive")
    assert "expected" in cue and contents == ("The bridge", "to open in May")


def test_a_quoted_fragment_makes_a_reported_clause_mixed() -> None:
    text = "Ada Moss said that the bridge was “a bad joke” from the start."
    (found,) = reported(text)
    assert found.kind is QuotationKind.MIXED
    assert found.text(text) == ("that the bridge was “a bad joke” from the start",)


def test_what_another_cue_reports_is_not_told_twice() -> None:
    text = "Ada Moss said that the mayor hopes the bridge will open."
    assert len(reported(text)) == 1


def test_a_coordinated_cue_shares_the_source_and_ends_the_clause_before() -> None:
    text = "Ada Moss said the bridge was old and warned that it might fall."
    first, second = reported(text)
    assert first.text(text) == ("the bridge was old",)
    assert second.text(text) == ("that it might fall",)
    assert second.speaker is not None and second.speaker.of(text) == "Ada Moss"


def test_plain_telling_reports_nothing() -> None:
    assert reported("The bridge is long. Two trains cross it each hour. It was painted blue.") == []


def test_segments_never_overlap() -> None:
    text = (
        "Ada Moss said, according to Tom Reed, that critics fear the plan, he told reporters. "
        "It seems, she said, that Reed’s claim that it works was denied, and it is said to fail."
    )
    spans = sorted(segment for found in quotations(text) for segment in found.segments)
    assert all(a.end <= b.start for a, b in pairwise(spans))


def test_every_result_names_a_known_rule_and_says_why() -> None:
    for found in quotations("Ada Moss said that it rains. It seems to rain, according to Reed."):
        assert found.rule in RULES
        assert 0 < found.confidence <= 1
        assert found.reason.endswith(".")


def test_more_for_a_cue_means_more_confidence() -> None:
    (sure,) = reported("Ada Moss said that the bridge was safe.")
    (unsure,) = reported("The bridge is expected to open in May.")
    assert sure.confidence > unsure.confidence


def test_word_classes() -> None:
    words = ["that", "They", "Monday", "Leeds", "walked", "quickly", "12", "“", "May"]
    found = [word_class(word, word.lower()) for word in words]
    assert found == ["that", "he", "Time", "Cap", "ed", "adv", "num", "“", "Cap"]


def test_the_data_hold_general_words_only() -> None:
    assert all(form == form.lower() for form in cue_words())
    assert {word.sense for word in cue_words().values()} <= {
        *("says", "asks", "claims", "denies", "fears", "objects", "supports", "wants")
    }
    assert "*" in cue_contexts() and "bias" in content_ends()["*"]


def test_two_attributions_of_the_same_words_report_them_once() -> None:
    found = quotations("“” according to #” according to according to ")
    segments = sorted(segment for quote in found for segment in quote.segments)
    assert len(segments) == len(set(segments))


@pytest.mark.parametrize(
    ("text", "speaker", "contents"),
    [
        # to whom it was told
        ("Ada Moss told jurors the man had fled.", "Ada Moss", ["the man had fled"]),
        ("Ada Moss told the inquest Elm had fallen.", "Ada Moss", ["Elm had fallen"]),
        ("Ada Moss told the Sunday Ham that it rained.", "Ada Moss", ["that it rained"]),
        ("Ada Moss said in a letter on Monday that it rained.", "Ada Moss", ["that it rained"]),
        (
            "There would be no inquiry, Ada Moss told MPs.",
            "Ada Moss",
            ["There would be no inquiry"],
        ),
        # attributions inside a clause
        ("The boat, according to Ada Moss, had sunk.", "Ada Moss", ["The boat", "had sunk"]),
        ("The boat, said Ada Moss, had sunk.", "Ada Moss", ["The boat", "had sunk"]),
        ("Sales, said Ada Moss, were up.", "Ada Moss", ["Sales", "were up"]),
        (
            "According to Ada Moss, who was there, the boat sank.",
            "Ada Moss, who was there",
            ["the boat sank"],
        ),
        # clauses of the writer's own
        ("Ada Moss said it was over, but the court fined him.", "Ada Moss", ["it was over"]),
        # agents and what they say
        (
            "The bank was accused by Ada Moss of hiding it.",
            "Ada Moss",
            ["The bank", "of hiding it"],
        ),
        ("The mayor was urged by Ada Moss to resign.", "Ada Moss", ["to resign"]),
        ("The mine was described by Ada Moss as a trap.", "Ada Moss", ["The mine", "as a trap"]),
        ("The boat is thought to be lost.", "", ["The boat", "to be lost"]),
        ("The road is expected to reopen on Monday.", "", ["The road", "to reopen on Monday"]),
        # nouns
        ("Ada Moss’s promise to freeze fees lasted a week.", "Ada Moss", ["to freeze fees"]),
        ("Claims by Ada Moss that it sank led to a raid.", "Ada Moss", ["that it sank"]),
        ("Ada Moss’s denial that she knew was met with boos.", "Ada Moss", ["that she knew"]),
        ("The clerk’s claim that it feeds 40 was false.", "The clerk", ["that it feeds 40"]),
        # participles and documents
        ("Ada Moss quit, complaining that nobody came.", "Ada Moss", ["that nobody came"]),
        ("A leaked memo warned that it may fall.", "A leaked memo", ["that it may fall"]),
        (
            "Ada Moss, who asked not to be named, said it sank.",
            "Ada Moss, who asked not to be named",
            ["it sank"],
        ),
    ],
)
def test_what_is_reported_by_whom(text: str, speaker: str, contents: list[str]) -> None:
    (found,) = reported(text)
    told = found.speaker.of(text).removesuffix("’s") if found.speaker else ""
    assert (told, list(found.text(text))) == (speaker, contents)


def test_what_another_says_ends_what_the_first_says() -> None:
    for joint in (", while", ", but", ";"):
        text = f"Ada Moss says it is broken{joint} the landlord denies that it ever was."
        first, second = reported(text)
        assert first.text(text) == ("it is broken",)
        assert second.text(text) == ("that it ever was",)
        assert second.speaker is not None and second.speaker.of(text) == "the landlord"


@pytest.mark.parametrize(
    "text",
    [
        "Ada Moss published three novels.",
        "Ada Moss shares a room with a nurse.",
        "Ada Moss was sentenced on Friday to nine years.",
        "Ada Moss called the police.",
        "Ada Moss knows every path.",
    ],
)
def test_a_thing_done_is_not_reported(text: str) -> None:
    assert reported(text) == []


def test_a_thing_said_by_the_same_verbs_is_reported() -> None:
    text = "Ada Moss shared her concerns about the bridge."
    (found,) = reported(text)
    assert found.text(text) == ("her concerns about the bridge",)


def test_a_time_behind_by_is_no_source() -> None:
    text = "The result is expected by dawn."
    (found,) = reported(text)
    assert found.speaker is None
