"""Made-up articles and annotations for the tests of what is taken away."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from fr_reader.model import (
    CLAIM,
    CONCERN,
    Anchor,
    Annotation,
    Annotations,
    Article,
    Code,
    Codebook,
    Metadata,
    Reading,
    Span,
    Speaker,
    Speakers,
    Status,
)
from fr_reader.text import read

TEXT = """Council to plant 300 trees

The plan is made up, and so is Ann Example.

“We need trees,” Ann Example said, “and we need them now.

“Without them the summers will be too hot.”

Bo Example disagreed: “It costs too much.”
"""
ANN = Speaker("a1", "Ann Example", "mayor", "Example Town")
BO = Speaker("b2", "Bo Example")
SPEAKERS = Speakers.of([ANN, BO])
DOUBT = Code("f00", "doubt", "What is called into question.", order=2)
CODEBOOK = Codebook.of([CLAIM, CONCERN, DOUBT])
KNOWN = Metadata(
    title="Council to plant 300 trees",
    publisher="The Example",
    published="2026-01-02",
    url="https://example.org/trees",
)
_ids = count()


def reading(text: str = TEXT, metadata: Metadata = KNOWN, name: str = "trees") -> Reading:
    """The article `text` as it is read."""
    return read(Article(name, text, metadata, source=f"{name}.txt"))


def at(text: str, *words: str) -> tuple[Span, ...]:
    """The spans of `words` in `text`."""
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in words)


def mark(
    where: Reading,
    words: Iterable[str],
    *,
    code: Code | None = None,
    speaker: Speaker | None = None,
    memo: str = "",
    coder: str = "me",
    status: Status = Status.ACCEPTED,
) -> Annotation:
    """An annotation of `words`, with an id and times nobody could foresee."""
    number = next(_ids)
    return Annotation(
        id=f"id{number * 7919 % 1000:03}-{number}",
        article=where.article.id,
        anchors=tuple(Anchor.at(where.article, span) for span in at(where.article.text, *words)),
        coder=coder,
        created=f"2026-01-01T00:00:00.{number:06}+00:00",
        modified=f"2026-01-01T00:00:00.{number:06}+00:00",
        code=code.id if code else "",
        speaker=speaker.id if speaker else "",
        memo=memo,
        status=status,
    )


ANNS = ("“We need trees,”", "“and we need them now.", "“Without them the summers will be too hot.”")
BOS = ("“It costs too much.”",)


def marks(where: Reading, coder: str = "me") -> Annotations:
    """Two speakers, a claim, a concern, memos, and what must not count."""
    return Annotations.of(
        [
            mark(where, BOS, speaker=BO, coder=coder),
            mark(where, BOS, code=CLAIM, memo="How much?\n\nAsk the council.", coder=coder),
            mark(where, ANNS, speaker=ANN, coder=coder),
            mark(where, ["the summers will be too hot"], code=CONCERN, coder=coder),
            mark(where, ["The plan"], code=CLAIM, coder=coder),
            mark(where, ["made up"], memo="A memo alone.", coder=coder),
            mark(where, ["The plan"], code=DOUBT, coder=coder, status=Status.REJECTED),
            mark(where, ["is made up"], speaker=BO, coder=coder, status=Status.SUGGESTED),
        ]
    )
