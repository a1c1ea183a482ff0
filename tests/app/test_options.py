"""What pickers offer: what was used last comes first, with how often it is used."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.app.elsewhere import SITTINGS, Elsewhere
from fr_reader.app.findings import Findings
from fr_reader.app.main import FrReader
from fr_reader.app.options import code_options, speaker_options
from fr_reader.app.reader_state import ReaderState
from fr_reader.app.recent import Recent
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.model import CLAIM, CONCERN, Article
from fr_reader.store import MemoryStore, ProjectStore
from fr_reader.store.codebook_desk import CodebookDesk
from fr_reader.store.desk import Desk
from fr_reader.store.speakers_desk import SpeakersDesk
from fr_reader.text import read
from tests.app.test_codebook_screen import press, shown

TEXT = "“No, {0},” said Ann Other.\n\n“Yes, {0},” said Mary Sample.\n\nMade up, {0}.\n"


@pytest.fixture
def store() -> MemoryStore:
    """Two made-up articles; in the first one two quotations have speakers, two passages codes."""
    store = MemoryStore("me")
    for name in ("first", "second"):
        store.add(Article(name, TEXT.format(name)))
    codes = CodebookDesk(store)
    law = codes.make("law")
    codes.define(law, "What the rules say.")
    codes.make("courts", law.id)
    reading = read(store.article("first"))
    desk = Desk(store, reading)
    desk.refresh()
    one, two = (quotation.segments for quotation in reading.quotations)
    desk.assign(two, "Mary Sample")
    desk.assign(one, "Ann Other")
    for segments, code in ((one, law), (two, law), (one, CONCERN)):
        desk.tag(segments, code)
    return store


def state(store: MemoryStore, name: str, recent: Recent | None = None) -> ReaderState:
    reading = read(store.article(name))
    made = ReaderState(reading, Desk(store, reading), recent=recent)
    made.found(Findings.of(reading))
    return made


def looked(store: MemoryStore, name: str) -> ReaderState:
    made = state(store, name)
    made.recent.before = store.latest(SITTINGS)
    made.elsewhere = Elsewhere.of(store, name)
    return made


def labels(of: ReaderState) -> list[str]:
    return [option.label for option in code_options(of)]


def test_codes_used_last_come_first_those_of_earlier_sittings_too(store: MemoryStore) -> None:
    assert labels(state(store, "second")) == ["claim", "concern", "law", "courts"]
    assert labels(state(store, "first")) == ["concern", "law", "claim", "courts"]
    second = looked(store, "second")
    assert labels(second) == ["concern", "law", "claim", "courts"]
    courts = second.desk.codebook.named("courts")
    assert courts is not None
    second.tag(courts)
    second.tag(CLAIM)
    assert labels(second) == ["claim", "courts", "concern", "law"]
    again = state(store, "first", second.recent)
    assert labels(again) == ["claim", "courts", "concern", "law"]


def test_a_code_says_how_often_it_is_used_here_and_in_all(store: MemoryStore) -> None:
    second = looked(store, "second")
    details = {option.label: (option.detail, option.brief) for option in code_options(second)}
    assert details["law"] == ("0 here, 2 in all  1", "0/2  1")
    assert details["courts"] == ("not used yet  2", "0/0  2")
    first = looked(store, "first")
    first.tag(CLAIM)
    details = {option.label: (option.detail, option.brief) for option in code_options(first)}
    assert details["claim"] == ("1 here, 1 in all  c", "1/1  c")
    assert details["law"] == ("2 here, 2 in all  1", "2/2  1")
    first.elsewhere = None
    details = {option.label: (option.detail, option.brief) for option in code_options(first)}
    assert details["law"] == ("2 here  1", "2  1")


def test_a_code_tells_its_definition_and_a_merged_one_is_found_by_its_old_name(
    store: MemoryStore,
) -> None:
    codes = CodebookDesk(store)
    law, courts = codes.codebook.named("law"), codes.codebook.named("courts")
    assert law is not None
    assert courts is not None
    options = {option.label: option for option in code_options(state(store, "first"))}
    assert options["law"].about == "What the rules say."
    assert options["courts"].about == "No definition yet.\nBelow law."
    codes.merge(courts, law)
    codes.merge(law, CONCERN)
    first = looked(store, "first")
    (concern,) = (option for option in code_options(first) if option.label == "concern")
    assert labels(first) == ["concern", "claim"]
    assert concern.detail == "3 here, 3 in all  o"
    assert concern.keywords[:2] == ("law", "courts")


def test_the_speaker_of_the_text_comes_first_then_those_given_last(store: MemoryStore) -> None:
    second = looked(store, "second")
    here = second.here()
    assert here is not None
    options = speaker_options(second, here)
    assert [(option.label, option.detail) for option in options] == [
        ("Ann Other", "found here"),
        ("Mary Sample", "0 here, 1 in all"),
    ]
    desk = SpeakersDesk(store)
    mary, ann = desk.speakers.named("Mary Sample"), desk.speakers.named("Ann Other")
    assert mary is not None
    assert ann is not None
    desk.describe(mary, "mayor", "Made-Up Town")
    desk.merge(ann, mary)
    second = looked(store, "second")
    here = second.here()
    assert here is not None
    (option,) = speaker_options(second, here)
    assert (option.label, option.keywords) == ("Mary Sample", ("Ann Other",))
    assert option.about == "mayor, Made-Up Town\nAlso called Ann Other"


async def test_a_new_sitting_begins_with_what_was_used_before(tmp_path: Path) -> None:
    store = ProjectStore.open(tmp_path / "project", "me")
    for name in ("first", "second"):
        store.add(Article(name, TEXT.format(name)))
    for article, keys in (("first", "] t ~law enter q"), ("second", "t")):
        app = FrReader(ProjectStore.open(store.folder, "me"), tmp_path, article)
        async with app.run_test(size=(80, 24)) as pilot:
            await press(pilot, "")
            assert isinstance(app.screen, ReaderScreen)
            await press(pilot, keys)
            if article == "second":
                lines = [" ".join(line.split()) for line in shown(app).splitlines()]
                first = next(n for n, line in enumerate(lines) if "▸ law" in line)
                assert "0 here, 1 in all 1" in lines[first]
                assert "claim" in lines[first + 1]
