"""Made-up projects to carry from one program to another."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from fr_reader.model import (
    CLAIM,
    COLOURS,
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
)

_PLAIN = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff\ufeff")
HOSTILE = st.sampled_from(
    (
        "[/b]",
        "</x>",
        "“said”",
        "&amp;",
        "\n",
        "\t",
        "=1+1",
        "é",
        "😀",
        "👩‍👩‍👧",
        "\u202e",
        "]]>",
        "\u0301",
    )
)
WORDS = st.lists(st.one_of(_PLAIN, HOSTILE, st.just(" a ")), min_size=1, max_size=40).map("".join)
LINE = WORDS.map(lambda text: " ".join(text.split())).filter(bool)
TEXTS = WORDS.map(lambda text: f"A made-up text: {text} and so on.")
IDS = st.integers(0, 2**48 - 1).map("{:012x}".format)
DATES = st.sampled_from(("", "2026-01-02", "2026", "the other day"))


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    made: dict[str, Article] = {}
    for number, text in enumerate(draw(st.lists(TEXTS, min_size=1, max_size=3, unique=True))):
        known = Metadata(
            title=draw(st.one_of(st.just(""), LINE)),
            authors=tuple(draw(st.lists(LINE, max_size=2))),
            publisher=draw(st.one_of(st.just(""), LINE)),
            published=draw(DATES),
            url=draw(st.sampled_from(("", "https://made.up/?a=1&b=<2>"))),
            language=draw(st.sampled_from(("", "en"))),
            photographers=tuple(draw(st.sampled_from(((), (Photographer("A. Made-Up", 3),))))),
        )
        made[text] = Article(f"made-up-{number}", text, known, source=f"made up {number}.txt")
    return list(made.values())


@st.composite
def bundles(draw: st.DrawFn) -> Bundle:
    """A project of some made-up articles that two coders have annotated."""
    texts = draw(articles())
    ids = iter(draw(st.lists(IDS, min_size=30, max_size=30, unique=True)))
    codes = [CLAIM, CONCERN]
    for order in range(2, 2 + draw(st.integers(0, 3))):
        parent = draw(st.sampled_from(["", *(code.id for code in codes)]))
        definition = draw(st.one_of(st.just(""), LINE))
        colour = draw(st.sampled_from(("", *COLOURS)))
        name = f"{draw(LINE)} {order}"
        codes.append(Code(next(ids), name, definition, colour, parent=parent, order=order))
    speakers = [
        Speaker(
            next(ids),
            f"{draw(LINE)} {number}",
            draw(st.one_of(st.just(""), LINE)),
            draw(st.one_of(st.just(""), LINE)),
            tuple(draw(st.lists(LINE, max_size=2, unique=True))),
        )
        for number in range(draw(st.integers(0, 2)))
    ]
    bodies = [("code", code.id) for code in codes] + [("speaker", one.id) for one in speakers]
    made = []
    for _ in range(draw(st.integers(0, 8))):
        article = draw(st.sampled_from(texts))
        kind, body = draw(st.sampled_from([*bodies, ("memo", "")]))
        memo = draw(LINE if kind == "memo" else st.one_of(st.just(""), LINE))
        made.append(
            Annotation(
                next(ids),
                article.id,
                tuple(Anchor.at(article, span) for span in draw(_spans(len(article.text)))),
                draw(st.sampled_from(("ann", "Bob & Co."))),
                "2026-01-02T03:04:05.000006+00:00",
                "2026-01-03T03:04:05.000006+00:00",
                code=body if kind == "code" else "",
                speaker=body if kind == "speaker" else "",
                memo=memo,
            )
        )
    made = [replace(one, links=tuple(sorted(draw(_links(one, made))))) for one in made]
    name = draw(LINE)
    return Bundle(name, tuple(texts), Codebook.of(codes), Speakers.of(speakers), tuple(made))


def _links(one: Annotation, made: list[Annotation]) -> st.SearchStrategy[list[Link]]:
    """What an annotation is to others, one thing to each."""
    others = [other for other in made if other.id != one.id]
    if not others:
        return st.just([])
    link = st.builds(
        lambda relation, to: Link(relation, to.article, to.id),
        st.sampled_from(Relation),
        st.sampled_from(others),
    )
    return st.lists(link, max_size=2, unique_by=lambda made: made.to)


@st.composite
def _spans(draw: st.DrawFn, length: int) -> list[Span]:
    """One or two spans of a text, apart from one another."""
    cuts = draw(st.lists(st.integers(0, length), min_size=2, max_size=4, unique=True))
    edges = sorted(cuts)[: len(cuts) // 2 * 2]
    return [Span(a, b) for a, b in zip(edges[::2], edges[1::2], strict=True)]
