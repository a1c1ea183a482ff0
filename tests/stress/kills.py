"""The process is killed at every call to the system: before it, in the middle of it, after it."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from fr_reader.model import StoreError
from tests.stress.layer import Fault, Layer
from tests.stress.scenes import Scene, calls, parts, play, scenes
from tests.stress.stage import Stage, Tally, a_stage, look

KINDS = ("before", "half-way", "after", "taking back")


@dataclass(frozen=True, slots=True)
class Kill:
    """A scene and the faults that end it."""

    scene: Scene
    faults: tuple[Fault, ...]
    kind: str


def run(random: Random, *, scenes_in: int = 1, points_in: int = 1) -> Tally:
    """Kill at every point of every scene, or at one in so many of one in so many."""
    tally = Tally("killed at a system call")
    with a_stage() as stage:
        for scene in scenes():
            if random.randrange(scenes_in):
                continue
            for kill in _kills(stage, scene):
                if random.randrange(points_in) == 0:
                    tally.note(kill.kind)
                    tally.add(f"{scene.title}, {kill.faults}", _fails(stage, kill))
    return tally


def _kills(stage: Stage, scene: Scene) -> Iterator[Kill]:
    made = calls(stage, scene)
    for number, call in enumerate(made):
        yield Kill(scene, (Fault(number),), KINDS[0])
        for part in parts(call.size):
            yield Kill(scene, (Fault(number, part=part),), KINDS[1])
        yield Kill(scene, (Fault(number, after=True),), KINDS[2])
    for number, call in enumerate(made):
        if call.size:
            yield from _taking_back(stage, scene, number, call.size)


def _taking_back(stage: Stage, scene: Scene, number: int, size: int) -> Iterator[Kill]:
    """A write fails half-way, and the process is killed while it is taken back."""
    full = Fault(number, errno.ENOSPC, part=size // 2)
    layer = Layer(stage.folder, full)
    try:
        play(stage, scene, layer)
    except StoreError:
        for later in range(number + 1, len(layer.calls)):
            yield Kill(scene, (full, Fault(later)), KINDS[3])


def _fails(stage: Stage, kill: Kill) -> str:
    layer = Layer(stage.folder, *kill.faults)
    try:
        if play(stage, kill.scene, layer) is not None:
            return "was not killed"
    except StoreError as error:
        return f"was not killed, but told: {error}"
    return look(stage, kill.scene.on_its_way)
