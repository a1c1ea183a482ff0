"""The report: one file that runs and fetches nothing, says everything, and can be read."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fr_reader.export.gathering import gathered
from fr_reader.export.report import report
from fr_reader.export.report.style import DARK, LIGHT, PAPER
from fr_reader.export.report.timeline import columns
from fr_reader.model import CLAIM, CONCERN, Article, Code, Metadata, Speaker, Status, visible_text
from fr_reader.text import read
from tests.export.made_up import ANN, ANNS, BO, BOS, TEXT, mark, marks, reading
from tests.export.stage import evidence, project

_VOID = {"meta", "br", "link", "img", "rect", "line", "path"}


class _Page(HTMLParser):
    """The elements of a page; it must be well formed."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.rows: list[list[str]] = []
        self.feed(html)
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs)
        self.elements.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)
        if "td" in self.open or "th" in self.open:
            self.rows[-1][-1] += data

    @property
    def text(self) -> str:
        return "".join(self.words)

    def all(self, attribute: str) -> list[str]:
        return [found for _, attrs in self.elements if (found := attrs.get(attribute)) is not None]


def _page(*args: object, suggested: bool = False) -> _Page:
    found = evidence(marks(reading()), suggested=suggested)
    return _Page(report(found, "Made up", suggested=suggested).decode())


def test_nothing_runs_and_nothing_is_fetched() -> None:
    html = report(evidence(marks(reading())), "Made up").decode()
    page = _Page(html)
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "link", "iframe", "object", "embed", "form", "base"}
    names = {name for _, attrs in page.elements for name in attrs}
    assert not {name for name in names if name.startswith("on")} | (names & {"style", "src"})
    assert all(href.startswith(("#", "https://example.org/")) for href in page.all("href"))
    sheet = html.partition("<style>")[2].partition("</style>")[0]
    assert "url(" not in sheet.replace("url(#hatch)", "")
    assert "@import" not in sheet
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    policy = next(attrs["content"] for _, attrs in page.elements if "http-equiv" in attrs)
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    )


@pytest.mark.parametrize("kept", ["everything", "codes", "speakers"])
def test_places_lead_somewhere_and_have_one_name(kept: str) -> None:
    notes = [
        each
        for each in marks(reading())
        if kept == "everything" or bool(each.code if kept == "codes" else each.speaker)
    ]
    page = _Page(report(evidence(notes), "Made up").decode())
    ids = page.all("id")
    assert len(set(ids)) == len(ids)
    targets = {href[1:] for href in page.all("href") if href.startswith("#")}
    assert targets <= set(ids)
    assert {"who", "what", "when", "quotations", "coded", "articles"} <= targets
    assert set(page.all("aria-labelledby")) <= set(ids)


def test_headings_go_down_step_by_step() -> None:
    levels = [int(tag[1]) for tag, _ in _page().elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert ("html", {"lang": "en"}) in _page().elements


def test_the_figures() -> None:
    rows = _page().rows
    assert ["Ann Example", "", "16", "80 %", "1"] in rows
    assert ["Bo Example", "", "4", "20 %", "1"] in rows
    assert ["", "claim", "concern"] in rows
    assert ["Ann Example", "0", "1"] in rows
    assert ["Bo Example", "1", "0"] in rows
    assert ["2026-01-02", "1", "2", "3"] in rows
    assert ["Council to plant 300 trees", "The Example, 2026-01-02", "2", "2", "3"] in rows


def test_what_waits_counts_only_when_asked_for() -> None:
    plain, more = _page(), _page(suggested=True)
    assert ["Bo Example", "", "4", "20 %", "1"] in plain.rows
    assert ["Bo Example", "", "7", "30 %", "2"] in more.rows
    assert "those that wait for a decision" in more.text
    assert "those that wait for a decision" not in plain.text
    assert "doubt" not in more.text


def test_every_quotation_is_there_with_its_source() -> None:
    page = _page()
    for words in ("“We need trees,” […] “and we need them now.", ANNS[2], BOS[0], "The plan"):
        assert words in page.text
    assert "Council to plant 300 trees”, The Example, 2026-01-02, ¶ 3–4" in page.text
    assert "no speaker marked, “Council" in page.text
    assert "Bo Example, “Council" in page.text


@given(words=st.text(max_size=40), language=st.text(max_size=8))
@settings(max_examples=50, deadline=None)
def test_hostile_texts_are_text(words: str, language: str) -> None:
    hostile = f'{words}</style><script>alert(1)</script>" onload="x'
    someone = Speaker("x", hostile, hostile, hostile)
    code = Code("y", hostile, hostile, order=3)
    known = Metadata(
        hostile, (hostile,), hostile, hostile, f"https://example.org/{words}", language
    )
    article = Article("z", f"{TEXT}\n“{hostile}.”\n", known)
    where = read(article)
    notes = [mark(where, [hostile], speaker=someone), mark(where, ["trees"], code=code)]
    store = project(notes, [article], [someone, code])
    html = report(gathered(store), hostile).decode()
    page = _Page(html)
    assert "<script" not in html
    assert not {name for _, attrs in page.elements for name in attrs if name.startswith("on")}
    assert " ".join(visible_text(hostile).split()) in " ".join(page.text.split())
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", html)


def test_an_empty_project_says_so() -> None:
    text = _Page(report(gathered(project([], [], [])), "Made up").decode()).text
    assert "There is no article in this project yet." in text
    assert "No quotation has a speaker yet." in text


def test_the_same_evidence_gives_the_same_bytes() -> None:
    first, second = (report(evidence(marks(reading())), "Made up") for _ in range(2))
    assert first == second


def test_many_speakers_share_a_bar() -> None:
    people = [Speaker(f"p{n}", f"Person {n} made up") for n in range(40)]
    text = "".join(f"“A made-up sentence, number {n}x.”\n\n" for n in range(40))
    article = Article("crowd", text)
    where = read(article)
    notes = [
        mark(where, [f"“A made-up sentence, number {n}x.”"], speaker=person)
        for n, person in enumerate(people)
    ]
    notes += [mark(where, [f"number {n}x"], code=CLAIM) for n in range(40)]
    page = _Page(report(gathered(project(notes, [article], people)), "Made up").decode())
    assert ["15 others", "", "75", "38 %", "15"] in page.rows
    assert "Left out: 15 speakers with fewer passages." in page.text
    targets = {href[1:] for href in page.all("href") if href.startswith("#")}
    assert targets <= set(page.all("id"))


@pytest.mark.parametrize(
    ("dates", "labels", "undated"),
    [
        (["2026-01-02", "2026-01-01"], ["2026-01-01", "2026-01-02"], 0),
        (["2026-01-02", "2026-02"], ["2026-01", "2026-02"], 0),
        (["2026-01-02", "2025"], ["2025", "2026"], 0),
        (["2026-01-02T10:00:00Z", "2 January", ""], ["2026-01-02"], 2),
        ([f"2026-{m:02}-{d:02}" for m in (1, 2) for d in range(1, 27)], ["2026-01", "2026-02"], 0),
        (["2026-13-01", "20260101"], [], 2),
    ],
)
def test_times_are_days_months_or_years(dates: list[str], labels: list[str], undated: int) -> None:
    articles = [
        Article(f"a{n}", f"Made up {n}.", Metadata(published=d)) for n, d in enumerate(dates)
    ]
    found, without = columns(gathered(project([], articles)).evidence)
    assert [column.label for column in found] == labels
    assert sum(column.articles for column in found) == len(dates) - undated
    assert without == undated


def _light(colour: str) -> float:
    """Relative luminance, WCAG 2.2."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


@pytest.mark.parametrize("palette", [LIGHT, DARK, PAPER], ids=["light", "dark", "paper"])
def test_contrast_is_aa(palette: dict[str, str]) -> None:
    def contrast(one: str, other: str) -> float:
        low, high = sorted((_light(palette[one]), _light(palette[other])))
        return (high + 0.05) / (low + 0.05)

    for ground in ("page", "panel"):
        for ink in ("ink", "soft", "first"):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
        assert contrast("second", ground) >= 3, ground


def test_statuses_nobody_stands_behind_never_count() -> None:
    where = reading()
    notes = [
        mark(where, BOS, speaker=BO, status=status) for status in (Status.REJECTED, Status.CONFLICT)
    ]
    notes.append(mark(where, ["trees"], code=CONCERN, status=Status.REJECTED))
    text = _Page(report(evidence(notes, suggested=True), "x", suggested=True).decode()).text
    assert "No quotation has a speaker yet." in text
    assert "No passage has a code yet." in text
    assert ANN.name not in text.split("Articles")[0]
