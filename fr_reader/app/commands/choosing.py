"""Which keys every command gets: the user's own, then the preset's, then the table's."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from fr_reader.app.commands.command import Command
from fr_reader.app.commands.key_names import key_face, real_keys
from fr_reader.app.commands.keymap import Keymap
from fr_reader.app.commands.presets import PRESETS, Keys
from fr_reader.app.commands.table import COMMANDS

DEFAULT = "default"
_WITHIN = {"tutor": "reader"}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The keymap in use, and a sentence for each thing the user's own keys have wrong."""

    keymap: Keymap
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Clash:
    key: str
    winner: Command
    loser: Command
    both_own: bool


def meet(one: Command, other: Command) -> bool:
    """Whether two commands could be asked for by one key: in the same place, or one everywhere.

    The tutor is in the reader. A mode of the reader hides the reader's own keys, which is no
    clash.
    """
    places = {_WITHIN.get(command.place, command.place) for command in (one, other)}
    return len(places) == 1 or "app" in places


def choose(preset: str = DEFAULT, own: Keys | None = None, source: str = "") -> Chosen:
    """The keys of a preset with the user's `own`, those first in the order they are given.

    On a clash the user's own key wins over another, and between two of the user's the first; a
    command that loses all its own keys so has those of the preset again.
    `preset` is a key of `PRESETS`, keys are as `read_key` keeps them, `source` names the file of
    the user's in the sentences.
    """
    own, preset_keys = own or {}, PRESETS[preset]
    by_id = {command.id: command for command in COMMANDS}
    taken: dict[str, list[Command]] = {}
    keys: dict[str, tuple[str, ...]] = {}
    clashes: list[_Clash] = []

    def give(command: Command, wanted: Iterable[str], is_own: bool) -> None:
        kept = []
        for key in dict.fromkeys(wanted):
            holder = next(_holders(taken, command, key), None)
            if holder is None:
                kept.append(key)
                for real in real_keys(key):
                    taken.setdefault(real, []).append(command)
            elif holder is not command:
                clashes.append(_Clash(key, holder, command, is_own))
        keys[command.id] = tuple(kept)

    for command_id, wanted in own.items():
        give(by_id[command_id], wanted, True)
    for command in COMMANDS:
        if not keys.get(command.id) and own.get(command.id) != ():
            give(command, preset_keys.get(command.id, command.keys), False)
    changed = {c.id: keys[c.id] for c in COMMANDS if keys[c.id] != c.keys}
    return Chosen(Keymap(changed), tuple(_say(clash, keys, source) for clash in clashes))


def _holders(taken: dict[str, list[Command]], command: Command, key: str) -> Iterator[Command]:
    return (c for real in real_keys(key) for c in taken.get(real, ()) if meet(c, command))


def _say(clash: _Clash, keys: Keys, source: str) -> str:
    head = f"{source}: " if source else ""
    key, winner, loser = key_face(clash.key), clash.winner.id, clash.loser.id
    if clash.both_own:
        return f"{head}{key} is given to {winner} and to {loser}: {winner}, the first, keeps it"
    left = [key_face(each) for each in keys[loser]]
    rest = (
        f"it keeps {' '.join(left)}"
        if left
        else f'it has no key left: give it one, or say "{loser}" = []'
    )
    return f"{head}{key} runs {winner} now, no longer {loser} ({clash.loser.title}); {rest}"
