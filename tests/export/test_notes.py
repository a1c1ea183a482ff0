"""Whole notes: complete, in order, the same every time, and not to be broken into."""

from __future__ import annotations

import json
import random
import re
from dataclasses import replace

from fr_reader.export import Annotated, notes
from fr_reader.model import (
    Annotations,
    Code,
    Codebook,
    Metadata,
    Speakers,
    visible,
)
from tests.export.made_up import ANN, ANNS, BO, BOS, CODEBOOK, SPEAKERS, TEXT, mark, marks, reading

WHERE = reading()


def split(markdown: str) -> tuple[str, str]:
    """The front matter, and the rest."""
    match = re.match(r"---\n(.*?)\n---\n", markdown, re.DOTALL)
    assert match
    return match[1], markdown[match.end() :]


def section(markdown: str, heading: str) -> str:
    """What stands under `heading`, up to the next heading of the same or a higher level."""
    level = heading.split(" ", 1)[0]
    rest = markdown.split(f"\n{heading}\n", 1)[1]
    return re.split(rf"\n#{{1,{len(level)}}} ", rest, maxsplit=1)[0].strip()


def test_the_whole() -> None:
    made = notes([Annotated(WHERE, marks(WHERE))], SPEAKERS, CODEBOOK)
    origin = "“Council to plant 300 trees”, *The Example*, 2026-01-02, <https://example.org/trees>"
    assert made == (
        "---\n"
        'title: "Notes on “Council to plant 300 trees”"\n'
        "articles:\n"
        '  - title: "Council to plant 300 trees"\n'
        '    publisher: "The Example"\n'
        '    published: "2026-01-02"\n'
        '    url: "https://example.org/trees"\n'
        '    source: "trees.txt"\n'
        f'    sha256: "{WHERE.article.sha256}"\n'
        "    paragraphs: 5\n"
        "speakers: 2\n"
        "quotations: 2\n"
        "with_speaker: 2\n"
        "further_with_speaker: 0\n"
        "coded: 3\n"
        "memos: 2\n"
        "---\n\n"
        "# Notes on “Council to plant 300 trees”\n\n"
        "## Summary\n\n"
        "2 of 2 quotations have a speaker.\n\n"
        "| Speaker | Passages | Words |\n"
        "| --- | ---: | ---: |\n"
        "| Ann Example | 1 | 16 |\n"
        "| Bo Example | 1 | 4 |\n\n"
        "| Code | Passages |\n"
        "| --- | ---: |\n"
        "| claim | 2 |\n"
        "| concern | 1 |\n"
        "| doubt | 0 |\n\n"
        "## Quotations\n\n"
        "### Ann Example\n\n"
        "mayor, Example Town\n\n"
        "> “We need trees,” […] “and we need them now.\n>\n"
        "> “Without them the summers will be too hot.”\n>\n"
        f"> — Ann Example, {origin}, ¶ 3–4\n\n"
        "### Bo Example\n\n"
        f"> “It costs too much.”\n>\n> — Bo Example, {origin}, ¶ 5\n\n"
        "## Codes\n\n"
        "### claim\n\n"
        "What is asserted as true and could be checked.\n\n"
        "> The plan\n>\n> — no speaker marked, ¶ 2\n\n"
        "> “It costs too much.”\n>\n> — Bo Example, ¶ 5\n\n"
        "### concern\n\n"
        "What is feared, warned of or objected to.\n\n"
        "> the summers will be too hot\n>\n> — Ann Example, ¶ 4\n\n"
        "## Memos\n\n"
        "- ¶ 2, *made up*, no speaker marked\n\n"
        "  A memo alone.\n\n"
        "- ¶ 5, *“It costs too much.”*, Bo Example, claim\n\n"
        "  How much?\n\n  Ask the council.\n"
    )


def test_the_same_state_gives_the_same_bytes_whatever_its_ids_and_times() -> None:
    made = {
        notes([Annotated(WHERE, marks(WHERE))], SPEAKERS, CODEBOOK)  # new ids and times each time
        for _ in range(5)
    }
    items = list(marks(WHERE))
    for seed in range(5):
        random.Random(seed).shuffle(items)
        made.add(notes([Annotated(WHERE, Annotations(tuple(items)))], SPEAKERS, CODEBOOK))
    assert len(made) == 1


def test_no_id_is_ever_shown() -> None:
    kept = Annotations.of([*marks(WHERE), mark(WHERE, ["made up"], code=Code("gone", "x"))])
    made = notes([Annotated(WHERE, kept)], Speakers.of([ANN]), CODEBOOK)
    assert "a removed speaker" in made
    assert "a removed code" in made
    for secret in ("gone", BO.id, ANN.id, "f00", *(one.id for one in kept)):
        assert not re.search(rf"\b{secret}\b", made)


def test_empty_states_say_so() -> None:
    made = notes([Annotated(WHERE, Annotations())], SPEAKERS, CODEBOOK)
    assert section(made, "## Quotations") == "No quotation has a speaker yet."
    assert section(made, "## Summary").startswith("0 of 2 quotations have a speaker.\n\n| Code")
    assert section(made, "## Codes") == "No passage has a code yet."
    assert section(made, "## Memos") == "There are no memos yet."
    nothing = notes([], Speakers.of(), Codebook.of([]))
    assert "articles: []\n" in nothing
    assert "There is no article in this project yet." in nothing
    assert "The codebook is empty." in nothing


def test_several_articles_have_a_section_each_in_project_order() -> None:
    other = reading("Zoo opens\n\nThe zoo is made up. “Come,” Bo Example said.\n", name="zoo")
    other = replace(other, article=replace(other.article, metadata=Metadata("Zoo opens")))
    empty = reading("Nothing here\n\nMade up.\n", Metadata("Nothing here"), "nothing")
    there = Annotations.of([mark(other, ["“Come,”"], speaker=BO)])
    sources = [
        Annotated(other, there),
        Annotated(empty, Annotations()),
        Annotated(WHERE, marks(WHERE)),
    ]
    made = notes(sources, SPEAKERS, CODEBOOK)
    headings = [line for line in made.split("\n") if re.match("##? ", line)]
    assert headings == [
        "# Notes on 3 articles",
        "## Summary",
        "## Zoo opens",
        "## Council to plant 300 trees",
        "## Articles without annotations",
    ]
    assert "| Bo Example | 2 | 5 |" in section(made, "## Summary")
    assert "| Zoo opens | 1 | 1 | 0 | 0 |" in section(made, "## Summary")
    assert "### Quotations\n\n#### Bo Example\n\n> “Come,”" in section(made, "## Zoo opens")
    assert section(made, "## Articles without annotations") == "- Nothing here"


def test_coders_are_named_only_when_there_are_several() -> None:
    assert "coded by" not in notes([Annotated(WHERE, marks(WHERE, "ann"))], SPEAKERS, CODEBOOK)
    both = Annotations.of([*marks(WHERE, "ann"), *marks(WHERE, "bo"), mark(WHERE, BOS, speaker=BO)])
    made = notes([Annotated(WHERE, both)], SPEAKERS, CODEBOOK)
    assert "| Bo Example | 1 | 4 |" in made  # one finding of three coders
    assert "¶ 5 (coded by ann, bo, me)" in section(made, "## Quotations")
    assert made.count("(coded by ann, bo)\n") == 6


def test_front_matter_is_yaml_any_title_fits_in() -> None:
    title = 'A "title": --- \n---\n# with \\ and \x1b, made up'
    where = reading(metadata=Metadata(title, ("Ann: #", "Bo\n- x"), "P'"))
    front, _ = split(notes([Annotated(where, Annotations())], SPEAKERS, CODEBOOK))
    pairs = [line.strip(" -").split(": ", 1) for line in front.split("\n")]
    values = {key: json.loads(value) for key, value in filter(lambda p: len(p) == 2, pairs)}
    assert values["title"] == visible(" ".join(title.split()))
    assert values["authors"] == ["Ann: #", "Bo - x"]
    assert values["publisher"] == "P'"


def test_text_is_taken_from_the_article_exactly() -> None:
    made = notes([Annotated(WHERE, marks(WHERE))], SPEAKERS, CODEBOOK)
    for part in (*ANNS, *BOS):
        assert part in TEXT
        assert part in made
