"""What a writer changes is caught, and what an editor may do is let through."""

from __future__ import annotations

import pytest

from fr_reader.verify import Finding, Library, verify
from tests.verify.edits import exported, flagged, missed
from tests.verify.made_up import articles


@pytest.fixture(scope="module")
def library() -> Library:
    return Library(tuple(articles()))


@pytest.mark.parametrize("seed", [7, 102])
def test_one_character_changed_is_always_caught(library: Library, seed: int) -> None:
    assert missed(1000, library, seed) == []


def test_edits_that_may_be_made_are_never_flagged(library: Library) -> None:
    assert flagged(1000, library) == []


def test_citations_are_exact(library: Library) -> None:
    citations = exported(library)
    assert len(citations) > 10
    for citation in citations:
        assert [v.finding for v in verify(citation, library)] == [Finding.EXACT], citation


@pytest.mark.parametrize(
    ("document", "finding", "sentence"),
    [
        ("He: “We ever promised a date”", "altered", "says “ever”, the article says “never”"),
        ("“We never promised a date,”", "exact", ""),
        ("“Nobody wants a half-built weir.”", "unmarked ellipsis", "leaves out “here”"),
        ("“Nobody here […] least of all me.”", "exact", ""),
        ("“spend 12.5% of your budget on a hole in the ground.”", "altered", None),
        ("“[T]he board has said ‘last year’”", "altered", "says “last”, the article says “next”"),
        ("“[they] can't start until the £4,500,000 grant is paid”", "exact", ""),
        ("“can start until the £4,500,000 grant is paid”", "altered", None),
        ("“Nothing like this stands in any of them”", "unknown", "no article has it"),
        ("> We never promised a date\n> > and more\n", "exact", ""),
    ],
)
def test_findings(library: Library, document: str, finding: str, sentence: str | None) -> None:
    first = verify(document, library)[0]
    assert first.finding == finding
    if sentence is not None:
        assert first.sentence == sentence
