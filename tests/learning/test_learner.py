"""What is learned of a code, what is suggested of it, and how far that is right.

All articles are made up.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.learning.learned import LEAST_ACCEPTED, RULE, Learned
from fr_reader.learning.learner import Learner
from fr_reader.model import Reading, Span, Suggestion
from fr_reader.store import MemoryStore
from fr_reader.store.desk import Desk
from tests.learning import made_up
from tests.learning.made_up import HOUSING


def suggested(store: MemoryStore, article_id: str, least: float = 0.5) -> list[Suggestion]:
    learner = Learner(store, store.coder)
    trained = learner.trained({HOUSING.id: least})
    article = store.article(article_id)
    return learner.suggestions(article, store.annotations(article_id), trained)


def learned(store: MemoryStore) -> Learned:
    return Learner(store, store.coder).learned(HOUSING.id)


def test_what_is_said_in_other_articles_in_the_same_words_is_suggested() -> None:
    store = made_up.project(articles=8, coded=6)
    for number in (6, 7):
        article = store.article(f"made-up-{number}")
        found = suggested(store, article.id)
        assert [s.span for s in found] == made_up.abouts(article)
        assert {(s.code, s.rule) for s in found} == {(HOUSING.id, RULE)}


def test_the_reason_names_words_of_the_sentence_that_speak_for_the_code() -> None:
    store = made_up.project(articles=7, coded=6)
    article = store.article("made-up-6")
    for each in suggested(store, article.id):
        quoted = each.reason.split("“")[1:]
        words = [part.split("”")[0] for part in quoted]
        assert words
        assert all(word in each.span.of(article.text).lower() for word in words)
        assert set(words) & {"landlord", "rent", "rents", "tenants", "evicted", "pay", "flats"}
        assert each.reason.endswith(", learned from 12 passages you tagged.")


def test_suggestions_come_from_a_coder_named_by_what_it_was_trained_on() -> None:
    store = made_up.project(articles=7, coded=6)
    first = {s.coder for s in suggested(store, "made-up-6")}
    assert first == {f"machine:learned@{learned(store).training.hash}"}
    made_up.code(store, "made-up-6")
    assert learned(store).coder not in first


def test_training_twice_gives_the_same() -> None:
    one, other = (learned(made_up.project()) for _ in range(2))
    assert one.training.hash == other.training.hash
    assert one.separator == other.separator
    assert one.held == other.held
    assert one.curve == other.curve


def test_the_order_articles_were_added_in_changes_nothing() -> None:
    store = MemoryStore("me")
    for number in reversed(range(6)):
        store.add(made_up.article(number))
        made_up.code(store, f"made-up-{number}")
    assert learned(store).separator == learned(made_up.project()).separator


def test_what_was_turned_down_is_not_suggested_again_and_teaches() -> None:
    store = made_up.project(articles=7, coded=6)
    article = store.article("made-up-6")
    before = suggested(store, article.id)
    Desk(store, Reading(article, ())).reject(before[0])
    assert [s.span for s in suggested(store, article.id, 0.0)].count(before[0].span) == 0
    training = Learner(store, "me").training(HOUSING.id)
    assert training.rejected == 1
    judged = {
        e.sentence.span: e.belongs for e in training.examples if e.sentence.article == article.id
    }
    assert judged[before[0].span] is False


def test_nothing_is_suggested_where_a_quotation_was_turned_down() -> None:
    store = made_up.project(articles=7, coded=6)
    article = store.article("made-up-6")
    first = suggested(store, article.id)[0]
    Desk(store, Reading(article, ())).reject(Suggestion(first.segments, who="Ann Example"))
    assert first.span not in [s.span for s in suggested(store, article.id, 0.0)]


def test_nothing_is_suggested_where_the_code_is_given_already() -> None:
    store = made_up.project(articles=6)
    assert suggested(store, "made-up-0") == []


def test_the_tags_of_other_coders_teach_nothing() -> None:
    store = made_up.project(articles=7, coded=6)
    assert Learner(store, "somebody-else").training(HOUSING.id).examples == ()


def test_a_code_merged_into_another_counts_as_that_one() -> None:
    store = made_up.project()
    alone = Learner(store, "me").training(HOUSING.id)
    assert Learner(store, "me").training("claim").accepted == 6
    assert alone.accepted == 12


@pytest.mark.parametrize("coded", [1, 2, 3])
def test_too_few_accepted_passages_are_told(coded: int) -> None:
    store = made_up.project(coded=coded)
    wanted = rf"^{2 * coded} accepted passages, {LEAST_ACCEPTED - 2 * coded} more needed$"
    with pytest.raises(ValueError, match=wanted):
        learned(store)


def test_words_that_tell_the_code_are_estimated_to_tell_it() -> None:
    told = learned(made_up.project(articles=8)).estimate()
    assert told.by == "article"
    assert told.having == 16
    assert (told.precision, told.recall) == (1.0, 1.0)


def test_a_code_given_at_random_is_not_estimated_to_be_told() -> None:
    store = made_up.project(articles=8, coded=0)
    for at, entry in enumerate(store.entries()):
        article = store.article(entry.id)
        desk = Desk(store, Reading(article, ()))
        found = Learner(store, "me").sentences(article)
        for own in (found[at % 4], found[(at + 1) % 4]):
            desk.tag((own.span,), HOUSING)
    told = learned(store).estimate()
    assert told.having == 16
    assert told.right < 12


def test_copies_of_an_article_are_held_out_together() -> None:
    store = made_up.project(articles=4)
    for number in range(4):
        again = made_up.article(number)
        store.add(
            replace(again, id=f"copy-{number}", text=f"{again.text}\nPrinted again.\n", sha256="")
        )
        made_up.code(store, f"copy-{number}")
    told = learned(store).estimate()
    assert told.having == 16  # in eight articles, of which four are copies
    assert told.by == "paragraph"


def test_with_fewer_than_five_articles_paragraphs_are_held_out() -> None:
    assert learned(made_up.project(articles=4)).estimate().by == "paragraph"


@given(st.floats(0, 1), st.floats(0, 1))
def test_a_higher_probability_suggests_less(one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert _KNOWN.estimate(low).suggested >= _KNOWN.estimate(high).suggested


_KNOWN = learned(made_up.project(articles=5))


def test_a_tag_on_part_of_a_sentence_teaches_the_sentence() -> None:
    store = made_up.project(coded=0)
    article = store.article("made-up-0")
    whole = made_up.abouts(article)[0]
    part = Span(whole.start + 4, whole.start + 16)
    Desk(store, Reading(article, ())).tag((part,), HOUSING)
    training = Learner(store, "me").training(HOUSING.id)
    assert [e.sentence.span for e in training.examples if e.belongs] == [whole]


def test_what_stands_behind_the_last_tag_is_no_example() -> None:
    store = made_up.project(coded=0)
    article = store.article("made-up-0")
    first = made_up.abouts(article)[0]
    Desk(store, Reading(article, ())).tag((first,), HOUSING)
    training = Learner(store, "me").training(HOUSING.id)
    assert {e.sentence.paragraph for e in training.examples} == {1}
    assert len(training.examples) == 3
