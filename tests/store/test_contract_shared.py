"""What every store must do with codes and speakers of the whole project, tried on each of them."""

from __future__ import annotations

from copy import copy
from dataclasses import replace

import pytest

from fr_reader.model import (
    CLAIM,
    CONCERN,
    Act,
    Annotation,
    Code,
    Codebook,
    Speaker,
    Status,
    StoreError,
    Suggestion,
)
from fr_reader.store import ProjectStore, Store
from fr_reader.store.codebook_desk import CodebookDesk
from fr_reader.store.desk import Desk
from fr_reader.store.speakers_desk import SpeakersDesk
from fr_reader.text import read
from tests.store.conftest import Reopen
from tests.store.making import article, changing, making, note, removing

ONE, TWO = Code("one", "one", parent="claim"), Code("two", "two", key="2", order=3)
ANN, BOB = Speaker("ann", "Ann Made-Up", "baker"), Speaker("bob", "Bob", aliases=("the cook",))


def beside(store: Store, coder: str = "me") -> Store:
    """Another window on the same project."""
    if isinstance(store, ProjectStore):
        return ProjectStore.open(store.folder, coder)
    other = copy(store)  # what it holds is held by both
    other.coder = coder
    return other


def state(store: Store) -> tuple[object, ...]:
    """All that codes and speakers come to."""
    return store.codebook(), store.speakers(), store.counts(), list(store.annotations())


@pytest.fixture
def filled(store: Store) -> Store:
    """Two articles; in each a passage with a code and one with a speaker."""
    store.apply(making(ONE, TWO, ANN, BOB))
    for name, code, by in (("first", "one", "ann"), ("second", "two", "bob")):
        entry, _ = store.add(article(f"A made-up text, the {name} one.", name))
        text = store.article(entry.id)
        store.apply(making(note(text, f"{name}-code", code=code)))
        store.apply(making(note(text, f"{name}-voice", by=by)))
    return store


def test_what_is_merged_counts_as_one_and_comes_back(filled: Store, reopen: Reopen) -> None:
    before = state(filled)
    codes, speakers = CodebookDesk(filled), SpeakersDesk(filled)
    codes.merge(ONE, TWO)
    speakers.merge(BOB, ANN)
    store = reopen(filled)
    book, people = store.codebook(), store.speakers()
    assert [code.id for code in book] == ["claim", "concern", "two"]
    assert book.get("one") == TWO == book.named("ONE")
    assert [person.id for person in people] == ["ann"]
    assert people.get("bob") == people.named("bob") == people.named("The Cook")
    assert people.get("bob") == replace(ANN, aliases=("Bob", "the cook"))
    assert len(people) == 1
    assert len(book) == 3
    counts = store.counts()
    assert counts.codes() == {"two": 2}
    assert counts.speakers() == {"ann": 2}
    assert counts.spoken("ann").articles() == {"first": 1, "second": 1}
    assert store.counts("first").codes() == {"two": 1}
    assert list(store.annotations()) == before[-1], "no annotation is written for it"
    assert CodebookDesk(store).undo() is not None
    assert SpeakersDesk(store).undo() is not None
    store = reopen(store)
    assert state(store) == before
    assert CodebookDesk(store).redo() is not None
    assert SpeakersDesk(store).redo() is not None
    assert reopen(store).counts() == counts


def test_a_merge_is_parted_at_any_later_time(filled: Store, reopen: Reopen) -> None:
    before = state(filled)
    codes, speakers = CodebookDesk(filled), SpeakersDesk(filled)
    codes.merge(ONE, TWO)
    speakers.merge(BOB, ANN)
    codes.define(TWO, "made up later")
    speakers.describe(ANN, "baker", "Bread & Co")
    store = reopen(filled)
    codes, speakers = CodebookDesk(store), SpeakersDesk(store)
    (merged,) = codes.codebook.merged_into("two")
    codes.part(merged)
    (other,) = speakers.speakers.merged_into("ann")
    speakers.part(other)
    assert store.counts() == before[2]
    assert store.codebook().by_id == {
        **filled.codebook().by_id,
        "one": ONE,
        "two": replace(TWO, definition="made up later"),
    }
    assert store.speakers().get("bob") == BOB


def test_two_windows_merge_and_rename_at_once(filled: Store) -> None:
    mine, theirs = SpeakersDesk(filled), SpeakersDesk(beside(filled))
    mine.merge(BOB, ANN)
    theirs.rename(ANN, "Ann Otherwise")
    assert mine.refresh()
    (one,) = mine.speakers
    assert one.name == "Ann Otherwise"
    assert set(one.aliases) == {"Ann Made-Up", "Bob", "the cook"}
    with pytest.raises(StoreError, match="changed elsewhere"):
        mine.rename(ANN, "Ann Too")
    with pytest.raises(StoreError, match="cannot be merged into themselves"):
        theirs.merge(ANN, BOB)
    codes, others = CodebookDesk(filled), CodebookDesk(beside(filled, "another"))
    codes.rename(TWO, "second")
    others.set_colour(TWO, "teal")
    assert others.codebook.get("two") == replace(TWO, name="second", colour="teal")
    others.merge(TWO, ONE)
    with pytest.raises(StoreError, match="cannot be merged into itself"):
        codes.merge(ONE, TWO)
    assert codes.undo() is not None, "the own renaming is taken back, the other's work stays"
    assert filled.codebook().by_id["two"] == replace(TWO, colour="teal", merged="one")


def test_no_act_leads_round_in_a_circle(filled: Store) -> None:
    before = state(filled)
    filled.apply(changing(BOB, replace(BOB, merged="ann")))
    filled.apply(changing(TWO, replace(TWO, parent="one")))
    whole = state(filled)
    for wrong in (
        changing(ANN, replace(ANN, merged="bob")),
        changing(ANN, replace(ANN, merged="ann")),
        changing(ANN, replace(ANN, merged="nobody")),
        changing(ONE, replace(ONE, parent="two")),
        changing(ONE, replace(ONE, parent="nowhere")),
        changing(CLAIM, replace(CLAIM, merged="two")),
        removing(ANN),
    ):
        with pytest.raises(StoreError, match=r"itself, or one that is gone|annotations have it"):
            filled.apply(wrong)
    assert state(filled) == whole
    filled.apply(changing(replace(BOB, merged="ann"), BOB))
    filled.apply(changing(replace(TWO, parent="one"), TWO))
    assert state(filled) == before


def test_what_is_named_is_there_and_stays(filled: Store) -> None:
    text = filled.article("first")
    for gone in (note(text, "n", code="never"), note(text, "n", by="nobody")):
        with pytest.raises(StoreError, match="has been removed meanwhile"):
            filled.apply(making(gone))
    codes, speakers = CodebookDesk(filled), SpeakersDesk(filled)
    with pytest.raises(StoreError, match="1 annotation in 1 article has it"):
        codes.remove(TWO)
    with pytest.raises(StoreError, match="1 quotation"):
        speakers.remove(BOB)
    for used in (TWO, BOB):
        with pytest.raises(StoreError, match="annotations have it"):
            filled.apply(removing(used))
    for shipped in (CLAIM, CONCERN):
        with pytest.raises(StoreError, match="stays"):
            codes.remove(shipped)
        with pytest.raises(StoreError, match="stays"):
            codes.merge(shipped, TWO)
    spare = codes.make("spare")
    codes.remove(spare)
    assert filled.codebook().get(spare.id) is None
    assert codes.undo() is not None
    assert filled.codebook().get(spare.id) == spare
    with pytest.raises(StoreError, match="removed meanwhile"):
        codes.undo()
        codes.rename(spare, "gone")


def test_the_codebook_is_worked_on(store: Store, reopen: Reopen) -> None:
    desk = CodebookDesk(store)
    top = desk.make("  Safety  first ")
    child = desk.make("police", top.id)
    third = desk.make("courts", top.id)
    assert (top.name, top.key, child.key, third.key) == ("Safety first", "1", "2", "3")
    desk.define(child, " Those who police. ")
    desk.set_colour(child, "teal")
    desk.set_key(child, "")
    assert desk.move(third, -1)
    assert not desk.move(third, -1)
    with pytest.raises(StoreError, match="3 tags with courts already"):
        desk.set_key(top, "3")
    with pytest.raises(StoreError, match="a key is c, o or a digit"):
        desk.set_key(top, "x")
    with pytest.raises(StoreError, match="is no colour"):
        desk.set_colour(top, "mauve")
    with pytest.raises(StoreError, match="there is a code 'Safety first' already"):
        desk.rename(child, "SAFETY FIRST")
    with pytest.raises(StoreError, match="needs a name"):
        desk.make(" ")
    with pytest.raises(StoreError, match="cannot stand below itself"):
        desk.put_below(top, child.id)
    with pytest.raises(StoreError, match="stands below"):
        desk.merge(top, child)
    with pytest.raises(StoreError, match="codes stand below"):
        desk.remove(top)
    desk.put_below(third, "")
    book = reopen(store).codebook()
    assert [(code.name, depth) for code, depth in book.tree()] == [
        ("claim", 0),
        ("concern", 0),
        ("Safety first", 0),
        ("police", 1),
        ("courts", 0),
    ]
    known = book.by_id[child.id]
    assert (known.definition, known.colour, known.key) == ("Those who police.", "teal", "")
    assert book.free_key() == "2"


def test_undo_in_the_codebook_across_windows_is_the_coders_own(
    store: Store, reopen: Reopen
) -> None:
    begun = store.codebook()
    desk = CodebookDesk(store)
    made = desk.make("first")
    desk.rename(made, "second")
    desk.set_key(made, "9")
    desk.define(desk.codebook.by_id[made.id], "at the end")
    done = store.codebook()
    theirs = CodebookDesk(beside(store, "another")).make("theirs")
    begun, done = (Codebook.of([*book, theirs]) for book in (begun, done))
    store = reopen(store)
    desk = CodebookDesk(store)
    undone = []
    while act := desk.undo():
        undone.append(act.title)
    assert undone == ["define second", "key of first", "rename first", "new code first"]
    assert store.codebook() == begun
    desk = CodebookDesk(reopen(store))
    while desk.redo():
        pass
    assert desk.codebook == done


def test_undo_leaves_a_code_that_has_come_to_be_used(store: Store) -> None:
    entry, _ = store.add(article())
    desk = CodebookDesk(store)
    made = desk.make("of use")
    reading = read(store.article(entry.id))
    Desk(beside(store), reading).tag([reading.paragraphs[0].span], made)
    assert desk.undo() is not None
    assert desk.in_vain
    assert store.codebook().get(made.id) == made


def test_tagging_knows_what_was_merged(filled: Store) -> None:
    reading = read(filled.article("first"))
    desk = Desk(filled, reading)
    (coded,) = desk.annotations.coded()
    (voiced,) = desk.annotations.spoken()
    CodebookDesk(filled).merge(ONE, TWO)
    SpeakersDesk(filled).merge(ANN, BOB)
    desk.refresh()
    assert desk.tag(coded.segments, TWO) is None
    assert desk.tag(coded.segments, ONE) is None, "as it was shown before"
    assert desk.assign(voiced.segments, "Bob") == voiced
    assert desk.assign(voiced.segments, "Ann Made-Up") == voiced
    assert desk.accept([Suggestion(coded.segments, code="two")]) == 0
    made = desk.assign(voiced.segments, "the cook", alias="he of the pots")
    assert made == voiced
    span = reading.paragraphs[0].span
    assert desk.assign((span,), "Ann Made-Up", alias="she").speaker == "bob"
    assert filled.speakers().by_id["bob"].aliases == ("the cook", "she")
    assert desk.undo() is not None
    assert filled.speakers().by_id["bob"] == BOB


def test_chosen_quotations_are_split_off_in_one_act(filled: Store, reopen: Reopen) -> None:
    desk = SpeakersDesk(filled)
    desk.merge(BOB, ANN)
    desk.add_alias(desk.speakers.by_id["ann"], "the baker")
    desk.count()
    said = list(desk.quotations(ANN))
    assert [one.article for one in said] == ["first", "second"]
    before = state(filled)
    with pytest.raises(StoreError, match="give another name"):
        desk.split(ANN, "ann made-up", said)
    with pytest.raises(StoreError, match="was merged in"):
        desk.split(ANN, "bob", said)
    with pytest.raises(StoreError, match="choose quotations"):
        desk.split(ANN, "Cy", [])
    made = desk.split(ANN, "the baker", said)
    store = reopen(filled)
    assert store.counts().speakers() == {made.id: 2}
    assert store.speakers().by_id["ann"] == ANN
    desk = SpeakersDesk(store)
    act = desk.undo()
    assert act is not None
    assert act.title == "split off the baker"
    assert state(reopen(store)) == before
    assert SpeakersDesk(store).redo() is not None
    assert reopen(store).counts().speakers() == {made.id: 2}


def test_names_of_speakers_are_told_apart(filled: Store) -> None:
    desk = SpeakersDesk(filled)
    with pytest.raises(StoreError, match="'the cook' is Bob: merge the two"):
        desk.rename(ANN, "the cook")
    with pytest.raises(StoreError, match="is Ann Made-Up: merge the two"):
        desk.add_alias(BOB, "ann made-up")
    with pytest.raises(StoreError, match="needs a name"):
        desk.rename(ANN, " ")
    desk.rename(BOB, "The Cook")
    assert desk.speakers.by_id["bob"] == replace(BOB, name="The Cook", aliases=("Bob",))
    desk.remove_alias(desk.speakers.by_id["bob"], "bob")
    assert desk.speakers.by_id["bob"].aliases == ()
    desk.merge(desk.speakers.by_id["bob"], ANN)
    with pytest.raises(StoreError, match="part them again"):
        desk.remove_alias(ANN, "the cook")


def test_quotations_of_others_stay_as_they_are(filled: Store) -> None:
    theirs = note(filled.article("first"), "theirs", "another", by="ann")
    filled.coder = "another"
    filled.apply(making(theirs))
    filled.coder = "me"
    desk = SpeakersDesk(filled)
    desk.count()
    with pytest.raises(StoreError, match="another coder"):
        desk.split(ANN, "Cy", [theirs])
    desk.merge(ANN, BOB)
    assert filled.counts().speakers() == {"bob": 3}
    assert filled.counts().spoken("bob").coders() == {"another": 1, "me": 2}


def test_uses_count_what_waits_and_what_is_refused(filled: Store) -> None:
    text = filled.article("first")
    refused = replace(note(text, "refused", code="two"), status=Status.REJECTED)
    filled.apply(making(refused))
    filled.apply(Act("remove", removing(*filled.annotations("second").coded()).changes))
    assert isinstance(refused, Annotation)
    with pytest.raises(StoreError, match="1 annotation in 1 article has it"):
        CodebookDesk(filled).remove(TWO)


def test_what_articles_in_the_trash_name_stays(filled: Store, reopen: Reopen) -> None:
    trashed = filled.remove("first")
    codes, speakers = CodebookDesk(filled), SpeakersDesk(filled)
    with pytest.raises(StoreError, match="in the trash"):
        codes.remove(ONE)
    with pytest.raises(StoreError, match="in the trash"):
        speakers.remove(ANN)
    codes.merge(ONE, TWO)
    filled = reopen(filled)
    filled.restore(trashed)
    assert filled.counts().codes() == {"two": 2}
    again = filled.remove("second")
    filled.remove("first")
    assert again == "second"
    filled.empty_trash()
    CodebookDesk(filled).part(CodebookDesk(filled).codebook.by_id["one"])
    CodebookDesk(filled).remove(filled.codebook().by_id["one"])
    SpeakersDesk(filled).remove(ANN)
    assert filled.codebook().get("one") is None
    assert filled.speakers().get("ann") is None


def test_a_tag_that_comes_back_brings_its_removed_code_back(store: Store) -> None:
    entry, _ = store.add(article())
    reading = read(store.article(entry.id))
    desk, codes = Desk(store, reading), CodebookDesk(beside(store, "another"))
    above = codes.make("above")
    made = codes.make("short-lived", above.id)
    codes.define(made, "made up")
    tagged = desk.tag([reading.paragraphs[0].span], made)
    assert tagged is not None
    desk.remove(tagged)
    codes.remove(made)
    codes.remove(above)
    assert desk.undo() is not None
    assert list(desk.annotations) == [tagged]
    assert store.codebook().get(made.id) == replace(made, definition="made up", parent="")
    assert desk.undo() is not None
    assert not desk.annotations
    while desk.redo():
        pass
    assert not desk.annotations
