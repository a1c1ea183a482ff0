"""The pieces of the session, each with what the disk held when it began."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from fr_reader.store import Store
from tests.stress.disk import Image
from tests.stress.layer import Call, Killed, Layer
from tests.stress.script import State, Step, script
from tests.stress.stage import Stage, a_stage, torn


@dataclass(frozen=True, slots=True)
class Scene:
    """One step of the session on what the disk held before; without a step, making the project."""

    title: str
    image: Image
    step: Step | None
    made: State

    @property
    def before(self) -> State:
        """What the project holds before; of one that is not made yet, what it begins with."""
        return self.step.before if self.step else self.made

    @property
    def after(self) -> State:
        """What it holds once the step is acknowledged."""
        return self.step.after if self.step else self.made

    @property
    def on_its_way(self) -> frozenset[State]:
        """What it may hold while the step is not acknowledged."""
        return self.step.on_its_way if self.step else frozenset({self.made})


@cache
def scenes() -> tuple[Scene, ...]:
    """Every step of the session, on a tidy disk and on one with half acts left by a kill."""
    steps = script()
    found = [Scene("make the project", {}, None, steps[0].before)]
    with a_stage() as stage:
        store = stage.open()
        for number, step in enumerate(steps):
            image = stage.image()
            found += [
                Scene(f"{number} {step.title}", image, step, steps[0].before),
                Scene(f"{number} {step.title}, torn", torn(image), step, steps[0].before),
            ]
            step.deed(store)
        store.close()
    return tuple(found)


def final_image() -> Image:
    """What the disk holds after a short session."""
    with a_stage() as stage:
        store = stage.open()
        for step in script(short=True):
            step.deed(store)
        store.close()
        return stage.image()


def play(stage: Stage, scene: Scene, layer: Layer) -> Store | None:
    """Set the stage and do the step under the layer; gives the store, unless it was killed.

    The project is opened before the layer comes down, except where making it is the step. Raises
    StoreError where the step does.
    """
    stage.set(scene.image)
    store: Store | None = stage.open() if scene.step else None
    try:
        with layer:
            if scene.step is None or store is None:
                store = stage.open()
            else:
                scene.step.deed(store)
    except Killed:
        return None
    return store


def calls(stage: Stage, scene: Scene) -> list[Call]:
    """The calls of a scene in which nothing goes wrong."""
    layer = Layer(stage.folder)
    play(stage, scene, layer)
    return layer.calls


def parts(size: int) -> Sequence[int]:
    """At which bytes a write of this size is stopped half-way."""
    return sorted({1, size // 2, size - 1} - {0}) if size > 1 else []
