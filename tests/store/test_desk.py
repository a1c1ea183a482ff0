"""The desk: deeds of one coder, undone and done again."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fr_reader.model import (
    Act,
    Article,
    Change,
    Code,
    Description,
    Reading,
    Span,
    Speaker,
    StoreError,
    Suggestion,
)
from fr_reader.store import MemoryStore, ProjectStore, Store
from fr_reader.store.desk import Desk

TEXT = "Made up: “We will see,” said Ann. “We will not,” said Bo. Nobody else spoke at all."
QUOTE, OTHER, TAIL = (Span(9, 23),), (Span(34, 47),), (Span(58, 83),)


def counted() -> Iterator[str]:
    return (f"id{n}" for n in itertools.count())


def make_desk(store: Store) -> Desk:
    article = Article("made-up", TEXT)
    store.add(article)
    ids, times = counted(), itertools.count()
    clock = lambda: f"2026-01-01T00:00:{next(times):09.6f}+00:00"  # noqa: E731
    return Desk(store, Reading(article, ()), clock, lambda: next(ids))


@pytest.fixture
def desk() -> Desk:
    return make_desk(MemoryStore("me"))


def state(desk: Desk) -> object:
    """All a user could see of the project."""
    return desk.annotations, tuple(desk.speakers), tuple(desk.codebook)


def test_a_speaker_and_two_codes_on_one_passage(desk: Desk) -> None:
    desk.assign(QUOTE, "Ann Made-Up")
    for name in ("claim", "concern"):
        code = desk.codebook.named(name)
        assert code is not None
        assert desk.tag(QUOTE, code)
    assert [(a.code, a.speaker) for a in desk.annotations] == [
        ("", "id0"),
        ("claim", ""),
        ("concern", ""),
    ]
    assert desk.annotations.items[0].anchors[0].exact == "“We will see,”"


def test_tagging_the_same_again_is_no_act(desk: Desk) -> None:
    code = desk.codebook.by_key("c")
    assert code is not None
    assert desk.tag(QUOTE, code)
    assert desk.tag(QUOTE, code) is None
    desk.undo()
    assert len(desk.annotations) == 0


def test_a_quotation_has_one_speaker(desk: Desk) -> None:
    desk.assign(QUOTE, "Ann")
    desk.assign(QUOTE, "Bo")
    (only,) = desk.annotations
    bo = desk.speakers.named("Bo")
    assert bo is not None
    assert only.speaker == bo.id
    desk.undo()
    ann = desk.speakers.named("Ann")
    assert ann is not None
    assert [a.speaker for a in desk.annotations] == [ann.id]
    assert desk.speakers.named("Bo") is None


def test_a_name_in_the_text_is_kept_with_the_speaker_and_undone_with_the_act(desk: Desk) -> None:
    desk.assign(QUOTE, "Ann Made-Up", alias="Ann")
    desk.assign(OTHER, "Ann Made-Up", alias="Annie")
    desk.assign(OTHER, "Bo Made-Up", alias="Ann Made-Up")
    assert [s.aliases for s in desk.speakers] == [("Ann", "Annie"), ()]
    desk.undo()
    desk.undo()
    assert [s.aliases for s in desk.speakers] == [("Ann",)]
    desk.undo()
    assert len(desk.speakers) == 0


def test_the_last_correction_takes_the_alias_over_and_undo_gives_it_back(desk: Desk) -> None:
    desk.assign(QUOTE, "Ann Made-Up", alias="the mayor")
    desk.assign(OTHER, "Bo Made-Up", alias="The Mayor")
    assert [s.aliases for s in desk.speakers] == [(), ("The Mayor",)]
    desk.undo()
    assert [s.aliases for s in desk.speakers] == [("the mayor",)]
    desk.redo()
    assert [s.aliases for s in desk.speakers] == [(), ("The Mayor",)]


def test_only_a_new_speaker_gets_what_the_article_says_of_them(desk: Desk) -> None:
    told = {"Ann": Description("nurse", "Made-Up Hospital"), "Bo": Description("baker")}
    desk.assign(QUOTE, "Ann", alias="Annie", described=told)
    assert desk.speakers.named("Annie") == Speaker(
        "id0", "Ann", "nurse", "Made-Up Hospital", ("Annie",)
    )
    later = {"Ann": Description("surgeon"), "Bo": Description("baker")}
    found = (Suggestion(QUOTE, who="Ann"), Suggestion(OTHER, who="Bo"), Suggestion(TAIL, who="Cy"))
    desk.assign(TAIL, "Ann", described=later)
    desk.accept(found, later)
    assert [(s.name, s.about) for s in desk.speakers] == [
        ("Ann", "nurse, Made-Up Hospital"),
        ("Bo", "baker"),
    ]
    desk.undo()
    assert [s.name for s in desk.speakers] == ["Ann"]
    desk.undo()
    desk.undo()
    assert len(desk.speakers) == 0
    assert len(desk.annotations) == 0


def test_a_speaker_that_is_known_is_not_made_again(desk: Desk) -> None:
    desk.assign(QUOTE, "Ann")
    desk.assign(OTHER, "ANN")
    assert len(desk.speakers) == 1


def test_undo_keeps_a_speaker_and_a_code_others_use() -> None:
    store = MemoryStore("me")
    first = make_desk(store)
    made = first.new_code("evidence")
    first.tag(QUOTE, made)
    first.assign(QUOTE, "Ann")
    other = Article("made-up-too", "Made up as well.")
    store.add(other)
    second = Desk(store, Reading(other, ()))
    second.assign((Span(0, 4),), "Ann")
    second.tag((Span(0, 4),), made)
    first.undo()
    first.undo()
    assert len(first.annotations) == 0
    assert [s.name for s in store.speakers()] == ["Ann"]
    assert store.codebook().named("evidence") == made
    first.redo()
    first.redo()
    assert len(first.annotations) == 2


def test_a_new_code_gets_the_next_key_and_place(desk: Desk) -> None:
    first = desk.new_code("evidence")
    desk.tag(QUOTE, first)
    second = desk.new_code("rumour")
    assert (first.key, first.order, second.key, second.order) == ("1", 2, "2", 3)


def test_memos(desk: Desk) -> None:
    alone = desk.new_memo(TAIL, "  who else was there?  ")
    assert alone is not None
    assert alone.memo == "who else was there?"
    assert desk.new_memo(TAIL, "   ") is None
    desk.write_memo(alone, "")
    assert len(desk.annotations) == 0
    desk.undo()
    desk.tag(QUOTE, desk.codebook.by_id["claim"])
    tag = desk.annotations.coded().items[0]
    desk.write_memo(tag, "check")
    desk.write_memo(desk.annotations.coded().items[0], "")
    assert [a.memo for a in desk.annotations] == ["", "who else was there?"]


def test_a_refused_act_leaves_nothing_behind(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.assign(QUOTE, "Ann")
    before = state(desk)

    def refuse(act: object) -> None:
        raise StoreError("the disk is full")

    monkeypatch.setattr(desk.store, "apply", refuse)
    with pytest.raises(StoreError, match="full"):
        desk.tag(QUOTE, desk.codebook.by_id["claim"])
    with pytest.raises(StoreError, match="full"):
        desk.undo()
    monkeypatch.undo()
    assert state(desk) == before
    assert desk.redo() is None
    assert desk.undo() is not None


def test_nothing_to_undo_or_redo(desk: Desk) -> None:
    assert desk.undo() is None
    assert desk.redo() is None


deeds = st.lists(
    st.tuples(
        st.sampled_from(["assign", "tag", "new", "memo", "remove", "undo", "redo"]),
        st.sampled_from([QUOTE, OTHER, TAIL]),
        st.sampled_from(["Ann", "Bo", "claim", "concern"]),
    ),
    max_size=14,
)


def do(desk: Desk, deed: str, segments: tuple[Span, ...], word: str) -> None:
    if deed == "assign":
        desk.assign(segments, word)
    elif deed in ("tag", "new"):
        known: Code | None = desk.codebook.named(word)
        desk.tag(segments, known or desk.new_code(word))
    elif deed == "memo":
        held = desk.mine(segments).items
        if held:
            desk.write_memo(held[-1], word)
        else:
            desk.new_memo(segments, word)
    elif deed == "remove" and len(desk.annotations):
        desk.remove(desk.annotations.items[-1])
    elif deed == "undo":
        desk.undo()
    elif deed == "redo":
        desk.redo()


@settings(max_examples=60, deadline=None)
@given(deeds)
def test_undoing_everything_gives_the_beginning_and_redoing_the_end(
    acts: list[tuple[str, tuple[Span, ...], str]],
) -> None:
    desk = make_desk(MemoryStore("me"))
    beginning = state(desk)
    for deed, segments, word in acts:
        do(desk, deed, segments, word)
    end = state(desk)
    steps = 0
    while desk.undo():
        steps += 1
    assert state(desk) == beginning
    for _ in range(steps):
        desk.redo()
    assert state(desk) == end


def test_a_project_folder_keeps_what_the_desk_does(tmp_path: Path) -> None:
    store = ProjectStore.open(tmp_path / "p", "me")
    desk = make_desk(store)
    desk.assign(QUOTE, "Ann")
    desk.tag(QUOTE, desk.codebook.by_id["concern"])
    desk.undo()
    desk.redo()
    seen = state(desk)
    store.close()
    again = ProjectStore.open(tmp_path / "p", "me")
    assert state(Desk(again, Reading(again.article("made-up"), ()))) == seen


def reopened(desk: Desk) -> Desk:
    """The desk of a process that is started later."""
    store = desk.store
    assert isinstance(store, ProjectStore)
    store.close()
    again = ProjectStore.open(store.folder, store.coder, create=False)
    return Desk(again, Reading(again.article("made-up"), ()))


def test_undo_and_redo_go_on_where_the_last_window_stopped(tmp_path: Path) -> None:
    desk = make_desk(ProjectStore.open(tmp_path / "p", "me"))
    states = [state(desk)]
    desk.assign(QUOTE, "Ann", alias="Annie")
    states.append(state(desk))
    desk.tag(QUOTE, desk.new_code("evidence"))
    states.append(state(desk))
    desk.write_memo(desk.mine(QUOTE).coded().items[0], "made up")
    states.append(state(desk))
    desk.remove(desk.mine(QUOTE).coded().items[0])
    for before in reversed(states):
        desk = reopened(desk)
        assert desk.undo() is not None
        assert state(desk) == before
    assert desk.undo() is None
    assert reopened(desk).undo() is None
    for after in states[1:]:
        desk = reopened(desk)
        assert desk.redo() is not None
        assert state(desk) == after
    desk.tag(TAIL, desk.codebook.by_id["claim"])
    assert reopened(desk).redo() is None


def test_undo_is_the_coders_own(tmp_path: Path) -> None:
    mine = make_desk(ProjectStore.open(tmp_path / "p", "me"))
    mine.tag(QUOTE, mine.codebook.by_id["claim"])
    store = ProjectStore.open(tmp_path / "p", "somebody")
    theirs = Desk(store, Reading(store.article("made-up"), ()))
    assert theirs.undo() is None
    theirs.tag(QUOTE, theirs.codebook.by_id["concern"])
    again = reopened(mine)
    assert again.undo() is not None
    assert [a.coder for a in again.annotations] == ["somebody"]
    assert again.undo() is None


def test_the_last_act_may_have_been_done_in_the_other_window(tmp_path: Path) -> None:
    one = make_desk(ProjectStore.open(tmp_path / "p", "me"))
    store = ProjectStore.open(tmp_path / "p", "me")
    two = Desk(store, Reading(store.article("made-up"), ()))
    one.tag(QUOTE, one.codebook.by_id["claim"])
    two.refresh()
    two.write_memo(two.annotations.items[0], "made up")
    one.refresh()
    titles = [act.title for act in (one.undo(), one.undo()) if act]
    assert titles == ["memo", "tag claim"]
    assert two.refresh()
    assert [act.title for act in (two.redo(), two.redo()) if act] == ["tag claim", "memo"]


def test_a_memo_on_what_another_window_changed_is_a_conflict(tmp_path: Path) -> None:
    one = make_desk(ProjectStore.open(tmp_path / "p", "me"))
    one.tag(QUOTE, one.codebook.by_id["claim"])
    store = ProjectStore.open(tmp_path / "p", "me")
    two = Desk(store, Reading(store.article("made-up"), ()))
    shown = two.annotations.items[0]
    one.write_memo(one.annotations.items[0], "made up in one window")
    two.write_memo(shown, "made up in the other")
    one.refresh()
    for desk in (one, two):
        assert [a.memo for a in desk.mine(QUOTE)] == ["made up in the other"]
        assert [a.memo for a in desk.annotations.conflicts()] == ["made up in one window"]
    two.undo()
    assert [a.memo for a in two.annotations] == ["made up in one window"]
    assert not len(two.annotations.conflicts())


def test_a_speaker_another_window_has_just_given_is_not_lost(tmp_path: Path) -> None:
    one = make_desk(ProjectStore.open(tmp_path / "p", "me"))
    store = ProjectStore.open(tmp_path / "p", "me")
    two = Desk(store, Reading(store.article("made-up"), ()))
    one.assign(QUOTE, "Ann")
    two.assign(QUOTE, "Bo")
    assert [a.speaker for a in two.mine(QUOTE)] == [s.id for s in two.speakers if s.name == "Bo"]
    (kept,) = two.annotations.conflicts()
    assert two.speakers.by_id[kept.speaker].name == "Ann"


def test_undo_leaves_a_speaker_that_was_changed_since(tmp_path: Path) -> None:
    desk = make_desk(MemoryStore("me"))
    desk.assign(QUOTE, "Ann", alias="Annie")
    store, (ann,) = desk.store, desk.speakers
    store.apply(Act("describe", (Change(ann, replace(ann, role="made up")),)))
    assert desk.undo() is not None
    assert not len(desk.annotations)
    assert [s.role for s in desk.speakers] == ["made up"]
    assert desk.redo() is not None
    assert len(desk.annotations) == 1


@settings(max_examples=25, deadline=None)
@given(deeds, st.integers(0, 2))
def test_across_reopenings_undoing_everything_and_redoing_it(
    acts: list[tuple[str, tuple[Span, ...], str]], often: int
) -> None:
    """The desk is opened anew after every, or every second, or every third deed, undo and redo."""
    with TemporaryDirectory() as folder:
        desk = make_desk(ProjectStore.open(Path(folder) / "p", "me"))
        turns = itertools.count()

        def next_desk() -> Desk:
            return reopened(desk) if next(turns) % (often + 1) == 0 else desk

        beginning = state(desk)
        for deed, segments, word in acts:
            desk = next_desk()
            do(desk, deed, segments, word)
        end = state(desk)
        steps = 0
        while desk.undo():
            desk, steps = next_desk(), steps + 1
        assert state(desk) == beginning
        for _ in range(steps):
            desk = next_desk()
            desk.redo()
        assert state(desk) == end
