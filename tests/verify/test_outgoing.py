"""What leaves the program passes the check, whatever the (made-up) article is made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from fr_reader import export
from fr_reader.app.take_away import save_notes
from fr_reader.export.citations.styles import STYLES
from fr_reader.export.collection import Collection, Written
from fr_reader.export.evidence import gather
from fr_reader.model import Annotations, Article, ExportError, Span
from fr_reader.store import MemoryStore
from fr_reader.text import read
from fr_reader.verify import check_outgoing
from tests.export.made_up import CODEBOOK, SPEAKERS, TEXT, mark, marks, reading

HOSTILE = st.text(min_size=1, max_size=60) | st.text(
    "*_`~[]<>#-—|\\ \n\t>&;.…\x1b\x9d\u202e\ud800\u00ada1(!“”‘’'\":^$", min_size=1, max_size=60
)


def test_notes_pass() -> None:
    made = reading()
    text = export.notes([export.Annotated(made, marks(made))], SPEAKERS, CODEBOOK)
    assert check_outgoing(text, [made.article]) == []


def test_a_block_quotation_in_a_memo_is_the_users_own() -> None:
    made = reading()
    memo = mark(made, ["The plan"], memo="> words of another\n> text\n\n“and more of it”")
    text = export.notes([export.Annotated(made, Annotations.of([memo]))], SPEAKERS, CODEBOOK)
    assert "> words of another" in text
    assert check_outgoing(text, [made.article]) == []


def test_a_changed_citation_does_not() -> None:
    made = reading()
    start = TEXT.index("It costs")
    text = export.cite(made, [Span(start, start + 18)], "Bo Example")
    assert check_outgoing(text, [made.article]) == []
    faults = check_outgoing(text.replace("costs", "cost"), [made.article])
    assert faults == ["“It cost too much.” does not stand like this in the article"]


@settings(max_examples=400, deadline=None)
@given(HOSTILE, st.integers(0, 60), st.integers(1, 60))
@example("a [[b]] *c* d", 0, 60)
def test_every_citation_of_every_article_passes(text: str, start: int, length: int) -> None:
    made = read(Article("made-up", text))
    span = Span(min(start, len(text) - 1), min(start + length, len(text)))
    if span.end <= span.start or not span.of(text).strip():
        return
    assert check_outgoing(export.cite(made, [span], "Ann Example"), [made.article]) == []


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("who", ["Bo Example", ""])
def test_a_citation_in_any_style_passes(style: str, who: str) -> None:
    made = reading()
    start = TEXT.index("It costs")
    text = export.cite(made, [Span(start, start + 18)], who, style=style, key="trees2026")
    assert check_outgoing(text, [made.article]) == []
    assert check_outgoing(text.replace("It costs", "It cost"), [made.article])


@pytest.mark.parametrize("profile", ["commonmark", "obsidian", "logseq"])
def test_notes_in_any_profile_pass(profile: str) -> None:
    made = reading()
    found = Collection(
        (gather(export.Annotated(made, marks(made)), SPEAKERS, CODEBOOK),), SPEAKERS, CODEBOOK
    )
    notes = [found.one(profile), *found.each(profile, ["article", "speaker", "code"])]
    assert not [fault for note in notes for fault in check_outgoing(note.text, [made.article])]


def test_the_notes_of_the_app_are_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = MemoryStore("me")
    store.add(reading().article)
    found = export.collect(store)
    assert "Notes are in" in save_notes(tmp_path / "a.md", found, "commonmark", False)
    wrong = Written("project", "", "> It cost too much.\n")
    monkeypatch.setattr(Collection, "one", lambda *_: wrong)
    with pytest.raises(ExportError, match="does not stand like this"):
        save_notes(tmp_path / "b.md", found, "commonmark", False)
    assert not (tmp_path / "b.md").exists()
