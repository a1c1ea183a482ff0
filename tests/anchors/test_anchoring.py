"""Where passages are said to stand when their text has changed."""

from __future__ import annotations

import unicodedata
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fr_reader.anchors import Carrier, Found, State
from fr_reader.anchors.folding import fold
from fr_reader.anchors.likeness import likeness, nearest
from fr_reader.model import Span
from tests.anchors.letters import remembered, written
from tests.anchors.many import Figures
from tests.anchors.truth import Ledger

OLD = (
    "The bridge of Nowhere opens again\n\n"
    "The mayor of Nowhere, who is made up, opened the bridge on Monday morning.\n\n"
    "“We waited ten years for this,” said Ann Example, who lives beside it.\n\n"
    "Bo Example — he keeps bees — was not so sure: “It’ll cost us café money…”\n\n"
    "Nobody was hurt when the old one fell into the river.\n"
)


def find(new: str, words: str, old: str = OLD, which: int = 0) -> Found:
    """What became of the words in `old`, their occurrence number `which`."""
    at = -1
    for _ in range(which + 1):
        at = old.index(words, at + 1)
    return Carrier(old, new).find(Span(at, at + len(words)))


def told(new: str, words: str, old: str = OLD, which: int = 0) -> tuple[State, list[str]]:
    """The state, and the words of the places."""
    found = find(new, words, old, which)
    return found.state, [place.span.of(new) for place in found.places]


def test_in_the_same_text_all_is_as_it_was() -> None:
    assert told(OLD, "ten years") == (State.EXACT, ["ten years"])


def test_what_comes_before_an_edit_is_where_it_was() -> None:
    new = OLD.replace("Nobody was hurt", "Two swans were hurt")
    assert told(new, "“We waited ten years for this,”") == (
        State.EXACT,
        ["“We waited ten years for this,”"],
    )


def test_what_comes_behind_an_edit_has_moved() -> None:
    new = "Updated today.\n\n" + OLD
    assert told(new, "ten years for this") == (State.MOVED, ["ten years for this"])


def test_a_moved_paragraph_takes_its_quotation_along() -> None:
    paragraphs = OLD.split("\n\n")
    new = "\n\n".join([paragraphs[2], *paragraphs[:2], *paragraphs[3:]])
    assert told(new, "We waited ten years") == (State.MOVED, ["We waited ten years"])


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("“", '"'),
        ("’", "'"),
        ("—", "--"),
        (" — ", "—"),
        ("…", "..."),
        (" ", "\u00a0"),
        (" ", "  "),
        (" ", "\n"),
        ("\n", "\r\n"),
        ("he", "h\u00ade"),
    ],
)
def test_other_marks_and_spaces_are_the_same_words(old: str, new: str) -> None:
    text = OLD.replace(old, new)
    words = "Bo Example — he keeps bees — was not so sure: “It’ll cost us café money…”"
    assert told(text, words) == (State.MOVED, [words.replace(old, new)]) or old == "\n"
    assert find(text, words).state.placed


def test_letters_decomposed_are_the_same_letters() -> None:
    new = unicodedata.normalize("NFD", OLD)
    assert told(new, "us café m") == (State.MOVED, ["us cafe\u0301 m"])
    assert told(OLD, "us cafe\u0301 m", old=new) == (State.MOVED, ["us café m"])


def test_a_changed_word_is_for_a_person_to_decide() -> None:
    new = OLD.replace("ten years", "eleven years")
    found = find(new, "We waited ten years for this")
    assert found.state is State.FUZZY
    assert found.places[0].span.of(new) == "We waited eleven years for this"
    assert 0.8 < found.places[0].likeness < 1


def test_a_deleted_passage_is_an_orphan() -> None:
    new = OLD.replace("“We waited ten years for this,” said Ann Example, who lives beside it.", "")
    assert told(new, "We waited ten years") == (State.ORPHAN, [])


def test_a_deleted_passage_is_not_put_on_a_twin_that_was_there_before() -> None:
    twice = OLD + "\nLater she said it again: “We waited ten years for this,” and went home.\n"
    new = twice.replace(
        "“We waited ten years for this,” said Ann Example, who lives beside it.", ""
    )
    assert told(new, "We waited ten years for this", old=twice) == (State.ORPHAN, [])
    kept = find(new, "We waited ten years for this", old=twice, which=1)
    assert kept.state is State.MOVED


def test_words_that_could_stand_in_two_places_are_not_placed() -> None:
    words = "We waited ten years for this"
    line = "“We waited ten years for this,” said Ann Example, who lives beside it.\n\n"
    found = find(OLD.replace(line, line + line), words)
    assert found.state is State.FUZZY
    assert len(found.places) == 2


def test_a_pull_quote_does_not_take_the_quotation_with_it() -> None:
    more = "\n\n".join(f"Paragraph {n} says {n * n} things about {n + 7} bees." for n in range(40))
    new = OLD + more + "\n\n“We waited ten years for this”\n\n" + more.upper()
    assert told(new, "We waited ten years for this", OLD + more) == (
        State.EXACT,
        ["We waited ten years for this"],
    )


def test_one_of_two_lines_that_are_the_same_may_be_either() -> None:
    old = "Made up it is.\nNo, no.\nNo, no.\nSo it ends.\n"
    found = find(old.replace("No, no.\n", "", 1), "No, no.", old)
    assert not found.state.placed


def test_a_single_word_with_other_neighbours_is_not_placed() -> None:
    assert not find(OLD.replace("waited ten years", "had ten long"), "ten").state.placed
    assert not find("An altogether other text about ten bees.", "ten").state.placed


def test_a_passage_without_words_is_nowhere_else() -> None:
    assert told(OLD + "!", "\n\n") == (State.ORPHAN, [])


@pytest.mark.parametrize("span", [Span(3, 3), Span(0, len(OLD) + 1)])
def test_a_span_that_is_no_passage_is_refused(span: Span) -> None:
    with pytest.raises(ValueError, match="not in the text"):
        Carrier(OLD, "").find(span)


def test_nothing_is_found_in_nothing() -> None:
    assert told("", "ten years") == (State.ORPHAN, [])


QUOTE = "We waited ten years for this"


@pytest.mark.parametrize(
    "note",
    [
        "This article was amended on 3 May. An earlier version said: “{}”",
        "Correction: we wrote “{}” in an earlier version. This was wrong.",
        "An earlier version said {} and was wrong.",
    ],
)
@pytest.mark.parametrize("on_top", [True, False])
def test_a_note_of_correction_does_not_take_what_it_quotes(note: str, on_top: bool) -> None:
    corrected = OLD.replace(QUOTE, "It took them far too long")
    line = note.format(QUOTE) + "\n"
    new = f"{line}\n{corrected}" if on_top else f"{corrected}\n{line}"
    state, places = told(new, QUOTE)
    assert (state, places) == (State.FUZZY, [QUOTE])


def test_a_copy_put_into_a_passage_does_not_take_it() -> None:
    line = "“We waited ten years for this,” said Ann Example, who lives beside it."
    new = OLD.replace(line, f"“We waited ten {line} years for this,” said Ann Example.")
    assert not find(new, QUOTE).state.placed


def test_of_three_lines_that_are_the_same_none_is_taken_for_another() -> None:
    parts = OLD.split("\n\n")
    line = "Sign up to our newsletter."
    old = "\n\n".join(f"{part}\n\n{line}" for part in parts[:3])
    gone = old.replace(f"{parts[1]}\n\n{line}\n\n", "")
    assert not find(gone, line, old, which=1).state.placed


def test_the_same_words_in_headline_and_body_each_keep_their_place() -> None:
    old = f"‘{QUOTE}’\n\n{OLD}"
    new = "Updated at noon.\n\n" + old.replace("beside it", "near it")
    carrier = Carrier(old, new)
    for which, start in enumerate((old.index(QUOTE), old.rindex(QUOTE))):
        found = carrier.find(Span(start, start + len(QUOTE)))
        assert found.state is State.MOVED
        assert found.span is not None
        assert found.span.start == (new.index(QUOTE), new.rindex(QUOTE))[which]


SENTENCES = ["No, no.", "It rains.", "We waited ten years.", "Who did it?", "It rains again."]


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=12), st.data())
def test_refrains_are_never_taken_for_each_other(lines: list[str], data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(lines) - 1))
    end = data.draw(st.integers(start, len(lines)))
    letters = remembered("\n".join(lines))
    ends = [0, *accumulate(len(line) + 1 for line in lines)]
    del letters[ends[start] : ends[end]]
    old, new = "\n".join(lines), written(letters)
    which = data.draw(st.integers(0, len(lines) - 1))
    span = Span(ends[which], ends[which] + len(lines[which]))
    found = Carrier(old, new).find(span)
    if found.state.placed and found.span is not None and old != new:
        assert Ledger(old, letters).own(span, found.span)


def test_how_much_is_kept() -> None:
    assert Carrier(OLD, OLD).kept == 1
    assert Carrier(OLD, "Updated.\n" + OLD).kept == 1
    assert Carrier(OLD, "Quite another made-up text about bees.").kept < 0.3


def test_edited_texts_by_the_hundred() -> None:
    figures = Figures().take(range(100))
    assert [str(case) for case in figures.wrong + figures.unlike] == []
    assert figures.share("untouched", "exact", "moved", copied=False) >= 0.93
    assert figures.share("deleted", "orphan") >= 0.95


TEXT = st.text(st.sampled_from("ab é“\"’'—-…. \n\u0301\u00ad가ᄀ\u1161字"), max_size=60)


@settings(deadline=None)
@given(TEXT)
def test_folded_characters_know_where_they_come_from(text: str) -> None:
    folded = fold(text)
    assert len(folded.text) == len(folded.starts) == len(folded.ends)
    assert list(folded.starts) == sorted(folded.starts)
    assert all(0 <= a < b <= len(text) for a, b in zip(folded.starts, folded.ends, strict=True))


@settings(deadline=None)
@given(TEXT, TEXT, st.data())
def test_whatever_the_texts_the_answer_makes_sense(old: str, new: str, data: st.DataObject) -> None:
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(old))))
    found = Carrier(old, new).find(span)
    assert found == Carrier(old, new).find(span)
    assert bool(found.places) == (found.state is not State.ORPHAN)
    assert len(found.places) == 1 or not found.state.placed
    assert all(len(p.span) and p.span.end <= len(new) and p.likeness <= 1 for p in found.places)
    if found.state.placed:
        there = found.places[0].span.of(new)
        assert fold(there).text.replace(" ", "") == fold(span.of(old)).text.replace(" ", "")
    if found.state is State.EXACT:
        assert (found.span, span.of(new)) == (span, span.of(old))


def distance(one: str, other: str) -> int:
    """Levenshtein's distance, by the book."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        corner, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            corner, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, corner + (a != b))
    return row[-1]


@settings(deadline=None)
@given(st.text("abc", min_size=1, max_size=12), st.text("abc", min_size=1, max_size=16))
def test_likeness_is_what_the_book_says(one: str, other: str) -> None:
    longer = max(len(one), len(other))
    assert likeness(one, other) == pytest.approx(1 - distance(one, other) / longer)
    least, start, end = nearest(one, other)
    ends = range(len(other) + 1)
    parts = (other[a:b] for a in ends for b in ends if a <= b)
    assert least == distance(one, other[start:end]) == min(distance(one, p) for p in parts)
