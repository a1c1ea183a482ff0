"""Made-up projects, with texts that formats stumble over."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from hypothesis import strategies as st

from fr_reader.model import (
    CLAIM,
    CONCERN,
    Anchor,
    Annotation,
    Article,
    Bundle,
    Code,
    Codebook,
    Link,
    Metadata,
    Photographer,
    Relation,
    Span,
    Speaker,
    Speakers,
    Stance,
    Status,
)

HOSTILE = (
    "Made up: “[/b] 😀” <b>&amp;</b> ]]> =1+1 \t@x; T1\tMemo 0 1\n\n"
    "\x00\x1b]52;c;eA==\x07 \u202eback\u202c \u2028 \x85 é \ud800 \U0001f600 |, {x} \\n end\n"
)
_WORDS = ("made", " up", "😀", "é", "“", "”", "<i>", "&", '"', "\\", "|", ";", "=1", "'")
_BREAKS = (
    "\n",
    "\n\n",
    "\t",
    "\r",
    "\r\n",
    "\x85",
    "\u2028",
    "\x00",
    "\x1b[2J",
    "\ufeff",
    "\u202e",
)
_PIECES = st.sampled_from((*_WORDS, *_BREAKS, "\ud800", "\udc00"))
hostile = st.lists(_PIECES, max_size=12).map("".join)
named = hostile.map(lambda text: f"made up {text}")
_SAFE = st.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,3})?", fullmatch=True)
_ENDS = st.sampled_from(["+00:00", "+00:00", "Z", "+02:00", ""])
_TIMES = st.builds("{}{}".format, st.datetimes().map(datetime.isoformat), _ENDS)


@st.composite
def _articles(draw: st.DrawFn) -> tuple[Article, ...]:
    ids = draw(st.lists(_SAFE, min_size=1, max_size=3, unique=True))
    return tuple(
        Article(
            each,
            f"made up {each} {draw(hostile)}{draw(st.sampled_from(['', HOSTILE]))}{draw(hostile)}",
            Metadata(
                draw(hostile),
                tuple(draw(st.lists(hostile, max_size=2))),
                draw(hostile),
                published=draw(st.sampled_from(["", "2026-01-02", "yesterday"])),
                photographers=(Photographer(draw(hostile), draw(st.none() | st.just(3))),),
                origins=(("title", draw(hostile)),) if draw(st.booleans()) else (),
            ),
            draw(hostile),
        )
        for each in ids
    )


@st.composite
def _codes(draw: st.DrawFn) -> dict[str, Code]:
    codes = [CLAIM, CONCERN]
    for number in range(draw(st.integers(0, 4))):
        parent = draw(st.sampled_from(["", *(code.id for code in codes)]))
        merged = draw(st.sampled_from(["", "", "claim"]))
        name = f"{draw(named)} {number}"
        key = draw(st.sampled_from(["", str(number + 1)]))
        order = number + 2
        codes.append(
            Code(f"c{number}", name, draw(hostile), "teal", key, parent, order, merged=merged)
        )
    return {code.id: code for code in codes}


@st.composite
def _speakers(draw: st.DrawFn) -> Speakers:
    speakers = []
    for number in range(draw(st.integers(0, 3))):
        aliases = tuple(draw(st.lists(hostile, max_size=2)))
        merged = draw(st.sampled_from(["", "s0"])) if number else ""
        name = f"{draw(named)} {number}"
        speakers.append(Speaker(f"s{number}", name, draw(hostile), draw(hostile), aliases, merged))
    return Speakers.of(speakers)


@st.composite
def _segments(draw: st.DrawFn, length: int) -> tuple[Span, ...]:
    count = draw(st.integers(1, 3))
    edges = st.lists(st.integers(0, length), min_size=2 * count, max_size=2 * count, unique=True)
    ends = sorted(draw(edges))
    return tuple(Span(*ends[at : at + 2]) for at in range(0, len(ends), 2))


def _links(articles: tuple[Article, ...]) -> st.SearchStrategy[tuple[Link, ...]]:
    ids = st.sampled_from([article.id for article in articles])
    to = st.sampled_from([f"a{number}" for number in range(10)])
    link = st.builds(Link, st.sampled_from(Relation), ids, to)
    return st.lists(link, max_size=2, unique=True).map(sorted).map(tuple)


@st.composite
def bundles(draw: st.DrawFn) -> Bundle:
    """A made-up project: hostile texts, several coders, codes below codes, many segments."""
    articles, codes, speakers = draw(_articles()), draw(_codes()), draw(_speakers())
    annotations = []
    for number in range(draw(st.integers(0, 8))):
        article = draw(st.sampled_from(articles))
        anchors = tuple(Anchor.at(article, s) for s in draw(_segments(len(article.text))))
        coder = draw(st.sampled_from(["me", "somebody élse", "machine:rules@2", "a/b: <c>"]))
        code = draw(st.sampled_from(["", *codes]))
        speaker = "" if code else draw(st.sampled_from(["", *speakers.by_id]))
        created, modified = draw(_TIMES), draw(_TIMES)
        said: dict[str, Any] = {"code": code, "speaker": speaker, "memo": draw(hostile)}
        status = draw(st.sampled_from(Status))
        said["stance"] = draw(st.sampled_from(["", *Stance])) if code else ""
        said["links"] = draw(_links(articles)) if code else ()
        annotations.append(
            Annotation(
                f"a{number}", article.id, anchors, coder, created, modified, **said, status=status
            )
        )
    return Bundle(draw(named), articles, Codebook(codes), speakers, tuple(annotations))


def small() -> Bundle:
    """A small made-up project: one article, one code, one speaker, three annotations."""
    article = Article("trees", "“We need 😀 trees,” Ann Example said.\nShe is made up.\n")
    ann, time = Speaker("s1", "Ann Example", "mayor"), "2026-01-02T03:04:05.000006+00:00"

    def note(name: str, start: int, end: int, coder: str = "me", **said: str) -> Annotation:
        anchors = (Anchor.at(article, Span(start, end)),)
        return Annotation(name, article.id, anchors, coder, time, time, **said)  # type: ignore[arg-type]

    notes = (
        note("a1", 0, 18, speaker="s1"),
        note("a2", 1, 16, code="claim", memo="made up\nin two lines"),
        note("a3", 30, 45, "other", memo="a memo alone"),
    )
    return Bundle("made up", (article,), Codebook.of(), Speakers.of([ann]), notes)
