"""Groups of copies kept up to date are those found among all texts anew. All is made up."""

from __future__ import annotations

from random import Random

import pytest

from fr_reader.text import wire
from fr_reader.text.sketches import SIZE, Group, Sketches, groups, regrouped
from fr_reader.text.wire import NearCopies, Signature, copied
from tests.text.reports import Newsroom, printed


class Texts:
    """Made-up texts under keys, of which some are copies of others, and their groups."""

    def __init__(self, seed: int) -> None:
        self.random, self.room = Random(seed), Newsroom(seed)
        self.known: dict[str, Signature] = {}
        self.sources = [self.room.report(14) for _ in range(4)]

    def text(self) -> str:
        """A copy of one of a few reports, another report, or a line."""
        kind = self.random.random()
        if kind < 0.1:
            return "Made up, and too short."
        if kind < 0.4:
            return printed(self.room.report(14))
        share = self.random.choice((0.0, 0.1, 0.3))
        return printed(self.room.edited(self.random.choice(self.sources), share))

    def put(self) -> str:
        """Put a text under a key, new or not; the key."""
        key = f"{self.random.randrange(60):02}"
        self.known[key] = Signature.of(self.text())
        return key

    def sketches(self) -> Sketches:
        """The sketches of all texts."""
        return Sketches({key: one.packed() for key, one in self.known.items()})

    def alike(self, one: str, other: str) -> bool:
        """Whether two of them are copies."""
        return copied(self.known[one], self.known[other])

    def groups(self) -> list[Group]:
        """Their groups, found anew."""
        return groups(self.sketches(), self.alike)


def by_near_copies(texts: Texts) -> list[Group]:
    """The same groups, as `NearCopies` finds them."""
    near = NearCopies[str]()
    for key in sorted(texts.known):
        near.put(key, texts.known[key])
    return sorted(near.groups())


@pytest.mark.parametrize("most", [2, 5, 64])
@pytest.mark.parametrize("seed", [1, 2])
def test_they_are_those_of_near_copies(
    seed: int, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(wire, "MOST_LISTED", most)
    texts = Texts(seed)
    for _ in range(70):
        texts.put()
    found = texts.groups()
    assert sorted(found) == by_near_copies(texts)
    assert any(len(group) > 2 for group in found)


@pytest.mark.parametrize("most", [3, 12, 64])
@pytest.mark.parametrize("seed", [3, 4])
def test_they_are_kept_up_to_date(seed: int, most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(wire, "MOST_LISTED", most)
    texts = Texts(seed)
    for _ in range(30):
        texts.put()
    known, changes = texts.groups(), 0
    for _ in range(40):
        before = dict(texts.known)
        changed = {texts.put() for _ in range(texts.random.randint(0, 2))}
        gone = texts.random.sample(sorted(texts.known), texts.random.choice((0, 0, 1, 2)))
        for key in gone:
            del texts.known[key]
        old = {key: before[key].packed() if key in before else b"" for key in {*changed, *gone}}
        found = regrouped(known, texts.sketches(), old, texts.alike)
        assert sorted(found) == sorted(texts.groups())
        changes += found != known
        known = found
    assert changes > 10


def test_only_what_changed_is_compared(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = Texts(5)
    for _ in range(80):
        texts.put()
    known = texts.groups()
    texts.known["99"] = Signature.of(printed(texts.room.report(14)))
    compared: list[str] = []

    def noted(one: str, other: str) -> bool:
        compared.extend((one, other))
        return texts.alike(one, other)

    assert regrouped(known, texts.sketches(), {"99": b""}, noted) == known
    assert len(compared) <= 4


def test_a_sketch_has_one_size_or_none() -> None:
    texts = Texts(6)
    assert len(Signature.of(printed(texts.sources[0])).packed()) == SIZE
    assert Signature.of("Made up, and too short.").packed() == b""
