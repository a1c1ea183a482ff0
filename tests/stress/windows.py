"""At every call one window makes, another window wants to act as well."""

from __future__ import annotations

from random import Random
from unittest.mock import patch

from fr_reader.model import Act, Change, Speaker, StoreError
from fr_reader.store import ProjectStore, lock
from tests.stress.layer import Call, Layer
from tests.stress.scenes import Scene, calls, scenes
from tests.stress.script import CODER, state_of
from tests.stress.stage import Stage, Tally, a_stage

_OTHER = Speaker("other-window", "The Other Window")


def run(random: Random, *, scenes_in: int = 1, points_in: int = 1) -> Tally:
    """Let the second window in at every call of every step, or at one in so many."""
    tally = Tally("two windows at once")
    with a_stage() as stage, patch.object(lock, "PATIENCE", 0.0):
        for scene in scenes():
            if scene.step is None or random.randrange(scenes_in):
                continue
            for number in range(len(calls(stage, scene))):
                if random.randrange(points_in) == 0:
                    tally.add(f"{scene.title}, at {number}", _fails(stage, scene, number, tally))
    return tally


def _fails(stage: Stage, scene: Scene, at: int, tally: Tally) -> str:
    """Both windows must see what was acknowledged to either, and nobody anything else."""
    stage.set(scene.image)
    one = stage.open()
    two = ProjectStore.open(stage.project, CODER)
    let_in: list[bool] = []
    count = iter(range(10_000))

    def watch(_: Call) -> None:
        if next(count) == at:
            let_in.append(_acts(two))

    assert scene.step is not None
    with Layer(stage.folder, watch=watch):
        try:
            scene.step.deed(one)
        except StoreError as error:
            return f"the first is refused: {error}"
    allowed = {scene.after.speakers}
    if any(let_in):
        tally.note("let in")
        allowed = {scene.after.speakers | {_OTHER}}
    else:
        tally.note("kept waiting")
    for window in (one, two, stage.open()):
        found = state_of(window)
        if (found.annotations, found.codes) != (scene.after.annotations, scene.after.codes):
            return "the first one's act is lost"
        if found.speakers not in allowed:
            return "the second one's act is lost, or there without leave"
    if any("act" in problem for problem in stage.open().problems if "wholly" not in problem):
        return f"tells of {stage.open().problems}"
    return ""


def _acts(window: ProjectStore) -> bool:
    try:
        window.apply(Act("the other window", (Change(None, _OTHER),)))
    except StoreError as error:
        assert "another window" in str(error)
        return False
    return True
