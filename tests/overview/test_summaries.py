"""Summaries of small made-up projects, with figures counted by hand."""

from __future__ import annotations

from random import Random

import pytest

from fr_reader.model import Article, Code, Metadata, Reading, Span, Suggestion
from fr_reader.overview.project import overview
from fr_reader.overview.query import Query
from fr_reader.overview.summaries import LONGEST, Summary
from fr_reader.overview.summing import Summing
from fr_reader.store import MemoryStore
from fr_reader.store.desk import Desk
from fr_reader.verify.outgoing import check_outgoing

TREES = (
    "Council to plant trees\n\n"
    "“We need more trees in every street,” Ann Example said.\n\n"
    "Bo Example disagreed: “Trees cost too much.”\n"
)
BINS = "Bins stay full\n\n“Bins are full. Nobody empties them,” Ann Example said.\n"

EXPECTED = """\
## made up

3 quotations with 17 words by 2 speakers in 2 articles. Passages coded: claim 1 and concern 1.

### Who speaks

**Ann Example**, 2 quotations, 13 words, 76.5 % of all quoted words:

> “Bins are full. Nobody empties them,”
>
> — Ann Example, “Bins stay full”, *The Made-up Mail*, 2026-02-01, ¶ 2

**Bo Example**, 1 quotation, 4 words, 23.5 % of all quoted words:

> “Trees cost too much.”
>
> — Bo Example, “Council to plant trees”, ¶ 3

### Claims and concerns

**claim**, 1 passage, 1 speaker:

> Nobody empties them
>
> — Ann Example, “Bins stay full”, *The Made-up Mail*, 2026-02-01, ¶ 2

**concern**, 1 passage, 1 speaker:

> Trees cost too much.
>
> — Bo Example, “Council to plant trees”, ¶ 3
"""


class Project(MemoryStore):
    """A project in memory, coded by saying which words of which article."""

    def put(self, article_id: str, text: str, metadata: Metadata) -> None:
        """Add an article."""
        self.add(Article(article_id, text, metadata))

    def says(self, article_id: str, who: str, words: str) -> None:
        """Accept that somebody says these words of an article."""
        self._desk(article_id).accept([Suggestion((self._span(article_id, words),), who=who)])

    def tag(self, article_id: str, code: Code, words: str) -> None:
        """Give these words of an article a code."""
        self._desk(article_id).tag((self._span(article_id, words),), code)

    def _desk(self, article_id: str) -> Desk:
        return Desk(self, Reading(self.article(article_id), ()))

    def _span(self, article_id: str, words: str) -> Span:
        start = self.article(article_id).text.index(words)
        return Span(start, start + len(words))


@pytest.fixture
def project() -> Project:
    made = Project("me", "made up")
    made.put("trees", TREES, Metadata(title="Council to plant trees"))
    about = Metadata("Bins stay full", publisher="The Made-up Mail", published="2026-02-01")
    made.put("bins", BINS, about)
    made.says("trees", "Ann Example", "“We need more trees in every street,”")
    made.says("trees", "Bo Example", "“Trees cost too much.”")
    made.says("bins", "Ann Example", "“Bins are full. Nobody empties them,”")
    made.tag("trees", code(made, "concern"), "Trees cost too much.")
    made.tag("bins", code(made, "claim"), "Nobody empties them")
    return made


def code(project: Project, code_id: str) -> Code:
    found = project.codebook().get(code_id)
    assert found is not None
    return found


def quoted(found: Summary) -> list[str]:
    return [one.fact.text for one in found.telling]


def test_a_project_is_summed_up_as_it_was_by_hand(project: Project) -> None:
    summing = Summing(project)
    assert summing.written(summing.project()) == EXPECTED


def test_an_article_is_summed_up_by_itself(project: Project) -> None:
    summing = Summing(project)
    (found,) = summing.articles(["bins"])
    told = summing.written(found).split("\n\n")
    assert told[:2] == [
        "## Bins stay full",
        "1 quotation with 6 words by 1 speaker. Passages coded: claim 1.",
    ]
    assert "**Ann Example**, 1 quotation, 6 words, 100.0 % of all quoted words:" in told
    assert "Bo Example" not in summing.written(found)


def test_plain_text_quotes_the_same_without_markdown(project: Project) -> None:
    summing = Summing(project)
    told = summing.written(summing.project(), plain=True)
    assert told.startswith("made up\n=======\n\n3 quotations with 17 words")
    assert "\n\n“Bins are full. Nobody empties them,”\n\n— Ann Example, “Bins stay full”, " in told
    assert not any(mark in told for mark in ("**", "> ", "##", "*The"))


def test_every_figure_is_a_cell_of_a_sheet(project: Project) -> None:
    found = Summing(project).project()
    sheet = overview(project).sheet("speakers")
    cells = [dict(zip(sheet.heads, row, strict=True)) for row in sheet.words()]
    assert [one.figures for one in found.voices] == cells[:-1]
    assert found.figures == cells[-1]
    claims = overview(project).sheet("claims")
    rows = [dict(zip(claims.heads, row, strict=True)) for row in claims.words()]
    assert [one.figures for one in found.statements] == rows


def test_an_article_has_the_figures_of_a_report_on_it(project: Project) -> None:
    (found,) = Summing(project).articles(["trees"])
    sheet = overview(project, Query(articles=("trees",))).sheet("speakers")
    assert list(found.figures.values()) == sheet.words()[-1]


def test_of_equal_quotations_the_longest_counts_and_then_the_earliest(project: Project) -> None:
    made = Project("me", "made up")
    made.put(
        "one", "A made-up title\n\n“It is so,” he said. “It was so,” he said. “So?”\n", Metadata()
    )
    for words in ("“It was so,”", "“So?”", "“It is so,”"):
        made.says("one", "Cy Example", words)
    assert quoted(Summing(made).project()) == ["“It is so,”"]


def test_a_quotation_with_more_codes_comes_before_a_longer_one(project: Project) -> None:
    project.tag("trees", code(project, "claim"), "We need more trees")
    project.tag("trees", code(project, "concern"), "in every street")
    assert quoted(Summing(project).project())[0] == "“We need more trees in every street,”"


def test_a_claim_that_is_not_quoted_yet_comes_first(project: Project) -> None:
    project.tag("trees", code(project, "claim"), "We need more trees")  # longer, but quoted already
    assert quoted(Summing(project).project()) == [
        "“We need more trees in every street,”",
        "“Trees cost too much.”",
        "Nobody empties them",
        "Trees cost too much.",
    ]


def test_a_claim_nobody_is_known_to_have_made_has_no_name(project: Project) -> None:
    made = Project("me", "made up")
    made.put("one", "A made-up title\n\nIt never rains here.\n", Metadata(title="Rain"))
    made.tag("one", code(made, "claim"), "It never rains here.")
    summing = Summing(made)
    told = summing.written(summing.project())
    assert "Passages coded: claim 1." in told
    assert (
        "**claim**, 1 passage, 0 speakers:\n\n> It never rains here.\n>\n> — “Rain”, ¶ 2\n" in told
    )
    assert "Who speaks" not in told


def _long(project: Project, *sentences: str) -> None:
    words = " ".join(sentences)
    project.put("long", f"A made-up title\n\nDi Example said: “{words}”\n", Metadata(title="Long"))
    project.says("long", "Di Example", f"“{words}”")


def _sentence(name: str, words: int) -> str:
    return f"{name} {'word ' * (words - 2)}ends."


def test_a_long_quotation_is_quoted_by_whole_sentences() -> None:
    made = Project("me", "made up")
    _long(made, _sentence("Anna", 30), _sentence("Berta", 30), _sentence("Carla", 30))
    summing = Summing(made)
    told = summing.written(summing.project())
    assert "1 quotation, 90 words" in told
    assert f"> {_sentence('Anna', 30)} {_sentence('Berta', 30)}\n>\n> — Di Example" in told
    assert "Carla" not in told


def test_a_long_quotation_is_quoted_from_what_is_coded_on() -> None:
    made = Project("me", "made up")
    _long(made, _sentence("Anna", 30), _sentence("Berta", 30), _sentence("Carla", 31))
    made.tag("long", Code("mine", "mine", order=7), "Berta")
    summing = Summing(made)
    told = summing.written(summing.project())
    assert f"\n> {_sentence('Berta', 30)}\n>\n> — Di Example" in told


def test_a_sentence_that_is_too_long_is_quoted_whole() -> None:
    made = Project("me", "made up")
    _long(made, _sentence("Anna", LONGEST + 1))
    summing = Summing(made)
    assert f"“{_sentence('Anna', LONGEST + 1)}”" in summing.written(summing.project())


def test_where_nothing_is_accepted_it_says_so() -> None:
    made = Project("me", "made up")
    made.put("one", TREES, Metadata())
    summing = Summing(made)
    assert summing.written(summing.project()) == "## made up\n\nNothing is accepted here yet.\n"
    assert list(summing.articles()) == []


def test_the_same_annotations_give_the_same_summary(project: Project) -> None:
    again = Project("me", "made up")
    for entry in project.entries():
        again.add(project.article(entry.id))
    again.tag("bins", code(again, "claim"), "Nobody empties them")
    again.says("bins", "Ann Example", "“Bins are full. Nobody empties them,”")
    again.tag("trees", code(again, "concern"), "Trees cost too much.")
    again.says("trees", "Bo Example", "“Trees cost too much.”")
    again.says("trees", "Ann Example", "“We need more trees in every street,”")
    summing = Summing(again)
    assert summing.written(summing.project()) == EXPECTED


@pytest.mark.parametrize("seed", range(12))
def test_whatever_is_quoted_stands_in_its_article(seed: int) -> None:
    draw = Random(seed)
    words = ["“Yes.", "No,”", "he", "said.", "*so*", "# one", "\n\n", "[b]", "\x1b]0;x\x07", "> it"]
    text = "A made-up title\n\n" + " ".join(draw.choices(words, k=400))
    made = Project("me", "made up")
    made.put("one", text, Metadata(title="[b]*odd*\x1b"))
    desk = Desk(made, Reading(made.article("one"), ()))
    for at in range(8):
        first, second, third, fourth = sorted(draw.sample(range(17, len(text)), 4))
        segments = (Span(first, second), Span(third, fourth))[: draw.choice((1, 2))]
        if at % 2:
            desk.accept([Suggestion(segments, who=f"Speaker {at % 3}")])
        else:
            desk.tag(segments, code(made, draw.choice(("claim", "concern"))))
    summing = Summing(made)
    found = summing.project()
    told = summing.written(found)
    assert found.telling
    assert check_outgoing(told, summing.sources(found)) == []
    assert "\x1b" not in told + summing.written(found, plain=True)
