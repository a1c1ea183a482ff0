"""The disk fails at every call to the system: full, broken, over the quota, read-only."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from random import Random

from fr_reader.model import StoreError
from fr_reader.store import Store
from tests.stress.layer import CODES, Fault, Layer
from tests.stress.scenes import Scene, calls, scenes
from tests.stress.script import state_of
from tests.stress.stage import Stage, Tally, a_stage, different, look

IN_DOUBT = "start fr-reader again to see"


def run(random: Random, *, scenes_in: int = 1, points_in: int = 1) -> Tally:
    """Fail at every call with every code, once and for good; or at some calls of some scenes."""
    tally = Tally("errors of the disk")
    with a_stage() as stage:
        for scene in scenes():
            if random.randrange(scenes_in):
                continue
            for fault in _faults(stage, scene):
                if random.randrange(points_in) == 0:
                    tally.note(errno.errorcode[fault.code])
                    tally.add(f"{scene.title}, {fault}", _fails(stage, scene, fault, tally))
    return tally


def _faults(stage: Stage, scene: Scene) -> Iterator[Fault]:
    for number, call in enumerate(calls(stage, scene)):
        for code in CODES:
            for lasting in (False, True):
                yield Fault(number, code, lasting=lasting)
            if call.size:
                yield Fault(number, code, part=call.size // 2)


def _fails(stage: Stage, scene: Scene, fault: Fault, tally: Tally) -> str:
    stage.set(scene.image)
    store: Store | None = stage.open() if scene.step else None
    layer = Layer(stage.folder, fault)
    told = ""
    try:
        with layer:
            if scene.step is None or store is None:
                store = stage.open()
            else:
                scene.step.deed(store)
    except StoreError as error:
        told = str(error)
        if str(stage.folder) not in told or "\n" in told:
            return f"says only: {told}"
    tally.note("acts refused" if told else "acts done all the same")
    if not told:
        allowed = frozenset({scene.after})
    elif IN_DOUBT in told:
        tally.note("acts in doubt")
        allowed = scene.on_its_way
    else:
        allowed = frozenset({scene.before})
    if store is not None and (now := state_of(store)) not in allowed:
        return f"the window shows something else: {different(now, allowed)}"
    return look(stage, allowed)
