"""The table of commands is complete, and keys do not steal from one another."""

from __future__ import annotations

import inspect
from collections import Counter

import pytest
from textual.binding import Binding

from fr_reader.app.commands import COMMANDS, Command, commands_of, hinted
from fr_reader.app.commands.binding import bindings
from fr_reader.app.main import FrReader
from fr_reader.app.screens.codebook import CodebookScreen
from fr_reader.app.screens.library import LibraryScreen
from fr_reader.app.screens.overview import OverviewScreen
from fr_reader.app.screens.passages import PassagesScreen
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.app.screens.review import ReviewScreen
from fr_reader.app.screens.settle import SettleScreen
from fr_reader.app.screens.speakers import SpeakersScreen
from fr_reader.app.screens.tutor import TutorScreen

PLACES = {
    "app": FrReader,
    "library": LibraryScreen,
    "reader": ReaderScreen,
    "review": ReviewScreen,
    "codebook": CodebookScreen,
    "speakers": SpeakersScreen,
    "overview": OverviewScreen,
    "passages": PassagesScreen,
    "settle": SettleScreen,
    "selection": ReaderScreen,
    "object": ReaderScreen,
    "tutor": TutorScreen,
}
WITHIN = {
    **dict.fromkeys(("suggestion", "label", "plain", "done", "blank"), "reader"),
    **dict.fromkeys(("quotation", "tagged", "tags", "found"), "reader"),
    "empty": "library",
    **dict.fromkeys(("choice", "orphan", "theirs"), "review"),
    "codebook-merged": "codebook",
    "overview-compared": "overview",
}


def real_keys(command: Command) -> list[str]:
    """The keys as Textual knows them."""
    return [b.key for b in Binding.make_bindings([Binding(",".join(command.keys), "nothing")])]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.id)
def test_every_command_has_a_key_a_title_and_a_help_line(command: Command) -> None:
    assert command.place in PLACES
    assert command.keys
    assert command.title
    assert command.help.endswith(".")
    assert command.group


@pytest.mark.parametrize("command", COMMANDS, ids=lambda c: c.id)
def test_every_command_can_be_run(command: Command) -> None:
    namespace, _, action = command.run.rpartition(".")
    owner = FrReader if namespace == "app" else PLACES[command.place]
    name = action.partition("(")[0]
    assert inspect.isfunction(getattr(owner, f"action_{name}", None)), command.run


def test_ids_are_unique() -> None:
    assert max(Counter(command.id for command in COMMANDS).values()) == 1


@pytest.mark.parametrize("place", PLACES)
def test_no_two_commands_of_one_place_share_a_key(place: str) -> None:
    keys = Counter(key for command in commands_of(place) for key in real_keys(command))
    assert [key for key, times in keys.items() if times > 1] == []


@pytest.mark.parametrize("place", PLACES)
def test_every_command_is_bound_with_its_id(place: str) -> None:
    bound = {b.id: b.key for b in bindings(place)}
    assert bound == {c.id: ",".join(c.keys) for c in COMMANDS if c.place == place}
    owner = PLACES[place]
    own = {b.id for b in owner.BINDINGS if isinstance(b, Binding)}  # type: ignore[attr-defined]
    assert set(bound) <= own


@pytest.mark.parametrize(
    "place",
    [*(p for p in PLACES if p not in ("app", "selection", "object", "tutor")), *WITHIN],
)
def test_the_status_line_shows_only_keys_that_work_there(place: str) -> None:
    there = commands_of(WITHIN.get(place, place))
    shown = hinted(place)
    assert shown
    for command, word in shown:
        assert command in there
        assert word
