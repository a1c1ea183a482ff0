"""Nobody is said to have said what they did not, and what they said is counted plainly."""

from __future__ import annotations

import re

import pytest

from fr_reader.export import Annotated, notes
from fr_reader.model import (
    CLAIM,
    CONCERN,
    Annotations,
    Quotation,
    QuotationKind,
    Reading,
    Speaker,
    Speakers,
)
from tests.export.made_up import ANN, ANNS, BO, BOS, CODEBOOK, SPEAKERS, TEXT, at, mark, reading
from tests.export.test_notes import section, split

WHERE = reading()
SENTENCE = "“We need trees,” Ann Example said, “and we need them now."
CY = Speaker("c3", "Cy Example")
EVERYBODY = Speakers.of([ANN, BO, CY])


def who(*annotations: object, words: str, coder: str = "me") -> str:
    """By whom the notes say the passage `words` was said, under a code and in a memo alike."""
    tags = [
        mark(WHERE, [words], code=CLAIM, coder=coder),
        mark(WHERE, [words], memo="Made up.", coder=coder),
    ]
    kept = Annotations.of([*annotations, *tags])  # type: ignore[list-item]
    made = notes([Annotated(WHERE, kept)], EVERYBODY, CODEBOOK)
    said = section(made, "### claim").rpartition("— ")[2].partition(", ¶")[0]
    assert section(made, "## Memos").split("*, ", 1)[1].startswith(said)
    return said


ANNS_OWN = mark(WHERE, ANNS, speaker=ANN)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("We need trees", "Ann Example"),
        (ANNS[2], "Ann Example"),
        (f"{ANNS[1]}\n\n{ANNS[2]}", "Ann Example"),  # the gap between paragraphs is no word
        ("them now.\n\n“Without", "Ann Example"),
        (SENTENCE, "partly Ann Example"),
        ("Ann Example said, “and we need them", "partly Ann Example"),
        (f"{ANNS[2]}\n\nBo", "partly Ann Example"),
        ("Ann Example said, “", "no speaker marked"),  # a mark alone is not a word of hers
        ("The plan", "no speaker marked"),
        ("Bo Example disagreed", "no speaker marked"),
    ],
)
def test_only_what_a_quotation_holds_is_its_speakers(words: str, said: str) -> None:
    assert who(ANNS_OWN, words=words) == said


def test_every_speaker_of_a_part_is_named_in_text_order() -> None:
    whole = TEXT[TEXT.index(ANNS[0]) : TEXT.index(BOS[0]) + len(BOS[0])]
    marks = (mark(WHERE, BOS, speaker=BO), ANNS_OWN)
    assert who(*marks, words=whole) == "partly Ann Example and partly Bo Example"
    third = mark(WHERE, ["The plan is made up"], speaker=CY)
    assert (
        who(*marks, third, words=TEXT[TEXT.index("The plan") :].rstrip())
        == "partly Cy Example, partly Ann Example and partly Bo Example"
    )


def test_two_quotations_of_one_speaker_may_hold_it_together() -> None:
    marks = [mark(WHERE, [words], speaker=ANN) for words in ANNS[1:]]
    assert who(*marks, words=f"{ANNS[1]}\n\n{ANNS[2]}") == "Ann Example"
    assert who(marks[0], words=f"{ANNS[1]}\n\n{ANNS[2]}") == "partly Ann Example"


def test_the_nearest_quotation_and_the_own_coder_come_first() -> None:
    inner = mark(WHERE, ["too hot"], speaker=BO)
    assert who(ANNS_OWN, inner, words="too hot") == "Bo Example"
    assert who(ANNS_OWN, inner, words="will be too hot") == "Ann Example"
    other = mark(WHERE, ["too hot"], speaker=CY, coder="cy")
    assert who(inner, other, words="too hot") == "Bo Example"
    assert who(inner, other, words="too hot", coder="cy") == "Cy Example"
    assert who(inner, other, words="hot", coder="di") == "Bo Example or Cy Example"


def test_a_removed_speaker_is_said_to_be_one() -> None:
    gone = mark(WHERE, BOS, speaker=Speaker("gone", "Gone"))
    assert who(gone, words="It costs") == "a removed speaker"
    assert who(gone, words="disagreed: “It costs") == "partly a removed speaker"


def counted(where: Reading, *annotations: object) -> tuple[dict[str, int], str]:
    """The counts of the front matter, and the sentence of the summary."""
    kept = Annotations.of(annotations)  # type: ignore[arg-type]
    made = notes([Annotated(where, kept)], SPEAKERS, CODEBOOK)
    counts = {key: int(number) for key, number in re.findall(r"(?m)^(\w+): (\d+)$", split(made)[0])}
    return counts, section(made, "## Summary").split("\n", 1)[0]


def test_what_was_found_is_told_apart_from_what_has_a_speaker() -> None:
    counts, sentence = counted(WHERE)
    assert (counts["quotations"], counts["with_speaker"]) == (2, 0)
    assert sentence == "0 of 2 quotations have a speaker."
    counts, sentence = counted(WHERE, mark(WHERE, BOS, speaker=BO), mark(WHERE, BOS, code=CONCERN))
    assert (counts["quotations"], counts["with_speaker"], counts["coded"]) == (2, 1, 1)
    assert sentence == "1 of 2 quotations have a speaker."


def test_a_part_of_a_quotation_is_not_the_quotation() -> None:
    counts, sentence = counted(WHERE, mark(WHERE, ["It costs"], speaker=BO))
    assert (counts["with_speaker"], counts["further_with_speaker"]) == (0, 1)
    assert sentence == "0 of 2 quotations have a speaker. 1 further passage has one."
    counts, _ = counted(WHERE, mark(WHERE, [f"Example disagreed: {BOS[0]}"], speaker=BO))
    assert (counts["with_speaker"], counts["further_with_speaker"]) == (1, 0)


def test_reported_words_are_not_counted_and_may_have_a_speaker() -> None:
    reported = Quotation(at(TEXT, "The plan is made up"), QuotationKind.INDIRECT)
    where = Reading(WHERE.article, WHERE.paragraphs, (reported,))
    counts, sentence = counted(where, mark(where, ["The plan is made up"], speaker=BO))
    assert (counts["quotations"], counts["further_with_speaker"]) == (0, 1)
    assert sentence == "No quotation was found. 1 further passage has one."
