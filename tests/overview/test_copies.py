"""Passages that copies of one article print once more count once. All articles are made up."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from fr_reader.model import CLAIM, Article, Link, Metadata, Reading, Relation, Span, Stance
from fr_reader.overview.copies import Prints, further_prints
from fr_reader.overview.facts import Fact
from fr_reader.overview.project import overview
from fr_reader.overview.query import Query
from fr_reader.store import MemoryStore
from fr_reader.store.desk import Desk
from tests.text.reports import Newsroom, printed

LEAST_PRECISION, LEAST_RECALL = 0.95, 0.90


def fact(article: str, place: int, words: str, **more: object) -> Fact:
    base = Fact(
        article=article,
        segments=(Span(place, place + len(words)),),
        code="claim",
        speakers=("ann",),
        coders=("me",),
        words=len(words.split()),
        paragraph=1,
        position=0.0,
        exact=(words,),
        ids=(f"{article}/{place}",),
    )
    return replace(base, **more)  # type: ignore[arg-type]


@dataclass
class Planted:
    """Facts of reports and of their copies, and which of them are prints of which."""

    facts: list[Fact] = field(default_factory=list)
    groups: list[tuple[str, ...]] = field(default_factory=list)
    true: set[tuple[int, int]] = field(default_factory=set)


def restated(room: Newsroom, report: list[list[str]]) -> list[list[str]]:
    """A report in which every eighth sentence is said once more in other words, three in five."""
    said: list[list[str]] = []
    for number, sentence in enumerate(report):
        said.append(sentence)
        if number % 8 == 0:
            said += room.edited([sentence], 0.6, moved=False)
    return said


def planted(seed: int, share: float) -> Planted:
    """Twenty reports, each with a copy whose words are edited by `share`; of each passages of one
    to three sentences, some in one of the two alone, as coders mark what they notice; some things
    are said twice in a report, in other words."""
    room, made = Newsroom(seed), Planted()
    for number in range(20):
        report = restated(room, room.report())
        copy = [room.edited([sentence], share, moved=False) for sentence in report]
        edited = [sentence[0] if sentence else [] for sentence in copy]
        one, other, at = f"first-{number}", f"later-{number}", 0
        made.groups.append((one, other))
        placed: dict[str, list[tuple[int, Fact]]] = {one: [], other: []}
        while at < len(report):
            size = room.random.randint(1, 3)
            in_one, in_other = room.random.random() < 0.8, room.random.random() < 0.8
            for there, name, text in ((in_one, one, report), (in_other, other, edited)):
                words = " ".join(word for sentence in text[at : at + size] for word in sentence)
                if there and words:
                    placed[name].append((at, fact(name, 1000 * at, words)))
            at += size
        begin = len(made.facts)
        made.facts += [own for _, own in placed[one]]
        first = {place: begin + n for n, (place, _) in enumerate(placed[one])}
        begin = len(made.facts)
        made.facts += [own for _, own in placed[other]]
        pairs = ((begin + n, first.get(place)) for n, (place, _) in enumerate(placed[other]))
        made.true |= {(at, kept) for at, kept in pairs if kept is not None}
    return made


@pytest.mark.parametrize("share", [0.0, 0.1, 0.2, 0.3])
@pytest.mark.parametrize("seed", [21, 22, 23])
def test_edited_prints_are_found_and_others_left_alone(seed: int, share: float) -> None:
    made = planted(seed, share)
    found = set(further_prints(made.facts, made.groups).items())
    right = len(found & made.true)
    assert len(made.true) > 100
    assert right / len(found) >= LEAST_PRECISION
    assert right / len(made.true) >= LEAST_RECALL


def test_what_no_copies_share_counts_twice() -> None:
    room = Newsroom(31)
    statement = room.statement(2)
    found, prints = [], Prints()
    for name in ("one", "two"):
        prints.read(name, printed(room.report(30, statement)))
        found.append(fact(name, 0, statement[0]))
    assert prints.once(found).facts == tuple(found)
    assert prints.once(found).note == ""


WORDS = "the mayor has lost the key to the archive of the town again"


@pytest.mark.parametrize(
    ("one", "other", "times"),
    [
        ({}, {}, 1),
        ({}, {"speakers": ()}, 1),
        ({}, {"speakers": ("ann", "bo")}, 1),
        ({}, {"speakers": ("bo",)}, 2),
        ({}, {"code": "concern"}, 2),
        ({}, {"stance": "denies"}, 2),
        ({"stance": "denies"}, {"stance": "denies"}, 1),
        ({}, {"exact": ("The mayor lost the key to the archive again",)}, 1),
        ({}, {"exact": ("the key",)}, 2),
        ({}, {"exact": ("—",)}, 2),
    ],
)
def test_prints_say_the_same_of_the_same_words(
    one: dict[str, object], other: dict[str, object], times: int
) -> None:
    found = [fact("a", 0, WORDS, **one), fact("b", 0, WORDS, **other)]
    assert len(found) - len(further_prints(found, [("a", "b")])) == times


def test_the_one_published_first_is_kept_and_then_the_first_by_id() -> None:
    dates = {"a": "", "b": "2026-03-02", "c": "2026-03-01", "d": "2026-03-01", "e": "soon"}
    found = [fact(name, 0, WORDS, published=date) for name, date in dates.items()]
    assert further_prints(found, [tuple(dates)]) == {0: 2, 1: 2, 3: 2, 4: 2}


def test_of_one_article_two_alike_stay_two() -> None:
    found = [fact("a", 0, WORDS), fact("b", 0, WORDS), fact("b", 90, WORDS + " yesterday")]
    assert further_prints(found, [("a", "b")]) == {1: 0}


def made() -> tuple[MemoryStore, list[str]]:
    """A report and an edited copy of it, published before it, each with a claim on the same
    sentence; a third article rebuts the later print."""
    room, store = Newsroom(41), MemoryStore("me")
    report = room.report(20)
    texts = {
        "report": (report, "2026-03-02"),
        "copy": (room.edited(report, 0.1, moved=False), "2026-03-01"),
        "other": (room.report(20), "2026-03-03"),
    }
    claims = []
    for name, (sentences, date) in texts.items():
        article = Article(name, printed(sentences), Metadata(published=date))
        store.add(article)
        end = article.text.index(".")
        desk = Desk(store, Reading(article, ()))
        claim = desk.tag((Span(0, end),), CLAIM)
        assert claim is not None
        claims.append(claim)
    desk = Desk(store, Reading(store.article("other"), ()))
    desk.link(claims[2], Relation.REBUTS, claims[0])
    desk = Desk(store, Reading(store.article("report"), ()))
    desk.link(claims[0], Relation.REPEATS, claims[1])
    return store, [claim.id for claim in claims]


def test_a_project_counts_prints_once_and_says_so() -> None:
    store, ids = made()
    once, every = overview(store), overview(store, copies=True)
    assert [own.article for own in once.facts] == ["copy", "other"]
    assert once.facts[0].ids == tuple(sorted(ids[:2]))
    assert once.facts[0].links == ()
    assert once.facts[1].links == (Link(Relation.REBUTS, "report", ids[0]),)
    assert "1 further print is left out" in once.sheet("claims").note
    assert [own.article for own in every.facts] == ["report", "copy", "other"]
    assert "left out" not in every.sheet("claims").note
    ledger = {row[7].value: row[6].value for row in once.sheet("ledger").rows}
    assert str(ledger["other"]).startswith("rebuts “")
    assert ledger["copy"] == ""


def test_a_filter_for_the_later_print_finds_it() -> None:
    store, _ = made()
    assert [own.article for own in overview(store, Query(articles=("report",))).facts] == ["report"]
    assert [own.article for own in overview(store, Query(since="2026-03-02")).facts] == [
        "report",
        "other",
    ]


def test_a_denial_and_an_assertion_of_one_print_both_count() -> None:
    store, ids = made()
    desk = Desk(store, Reading(store.article("report"), ()))
    own = desk.annotations.get(ids[0])
    assert own is not None
    desk.take_stance(own, Stance.DENIES)
    assert len(overview(store).facts) == 3
