"""The power is cut after every call to the system, and the disk keeps what it likes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product
from random import Random

from fr_reader.store import Store
from tests.store.making import making, note
from tests.stress.disk import Disk, Image, fates
from tests.stress.layer import Call, Fault, Layer
from tests.stress.scenes import Scene, calls, play, scenes
from tests.stress.script import CODER, State, script, state_of
from tests.stress.stage import Stage, Tally, a_stage, afterwards, look

Allowed = frozenset[State]
_MAKES_RECORDS = ("made up 1", "Nobody 1")  # a code and a speaker, and then what names them
_MAKES_FOLDERS = ("0 ", "13 ")  # the first tag in an article


@dataclass(frozen=True, slots=True)
class Cut:
    """What a power cut left, and what the project in it may hold."""

    image: Image
    allowed: Allowed


class Camera:
    """Takes images of `disk` after every call, with what is `allowed` then."""

    def __init__(self, random: Random, draws: int, one_in: int = 1) -> None:
        self.random, self.draws, self.one_in = random, draws, one_in
        self.disk: Disk
        self.allowed: Allowed = frozenset()
        self.taken: list[Cut] = []
        self._known: set[int] = set()

    def take(self, _: Call | None = None) -> None:
        """Take images of what a power cut could leave now; none twice."""
        if self.random.randrange(self.one_in):
            return
        for fate in fates(self.random, self.draws):
            image = self.disk.after(fate)
            mark = hash((frozenset(image.items()), self.allowed))
            if mark not in self._known:
                self._known.add(mark)
                self.taken.append(Cut(image, self.allowed))

    def let_go(self) -> list[Cut]:
        """The images taken since the last time."""
        taken, self.taken = self.taken, []
        return taken


def run(random: Random, *, draws: int, chained: int, one_in: int = 1) -> Tally:
    """Look at the images of a whole session, and of sessions killed before the power was cut.

    `draws` are the images by lot after each call, `chained` how many kills by lot there are;
    images are taken after one call in `one_in`.
    """
    tally = Tally("images after a power cut")
    with a_stage() as acting, a_stage() as looking:
        cuts = {
            "after a kill before it": after_kills(acting, Camera(random, draws), chained),
            "in the session": session(acting, Camera(random, draws, one_in)),
            "on a disk with half acts": on_torn_ends(acting, Camera(random, draws, one_in)),
        }
        for title, found in cuts.items():
            for cut in found:
                tally.note(title)
                looking.set(cut.image)
                tally.add(title, look(looking, cut.allowed))
    return tally


def session(stage: Stage, camera: Camera) -> Iterator[Cut]:
    """The whole session in one process; what is not synced stays so from one act to the next."""
    steps = script()
    stage.set({})
    camera.disk = Disk(stage.folder, {})
    camera.allowed = frozenset({steps[0].before})
    with Layer(stage.folder, disk=camera.disk, watch=camera.take):
        store = stage.open()
    for step in steps:
        yield from camera.let_go()
        camera.allowed = step.on_its_way
        with Layer(stage.folder, disk=camera.disk, watch=camera.take):
            step.deed(store)
        camera.allowed = frozenset({step.after})
        camera.take()
        assert camera.disk.now() == stage.image(), "the model is not what the disk is"
    yield from camera.let_go()


def on_torn_ends(stage: Stage, camera: Camera) -> Iterator[Cut]:
    """Each step where a kill left half acts, which are set aside first."""
    for scene in scenes():
        if scene.title.endswith("torn"):
            camera.disk = Disk(stage.folder, scene.image)
            camera.allowed = scene.on_its_way
            play(stage, scene, Layer(stage.folder, disk=camera.disk, watch=camera.take))
            camera.allowed = frozenset({scene.after})
            camera.take()
            yield from camera.let_go()


def after_kills(stage: Stage, camera: Camera, kills: int) -> Iterator[Cut]:
    """A process is killed, the next goes on from what it sees, and then the power is cut.

    What the first did not sync is not durable by that the second saw it. The second goes on with
    acts on every file, or with one that leans on what the dead one has left.
    """
    for scene, fault in _drawn(camera.random, stage, kills):
        for go_on in (_goes_on, _leans):
            camera.disk = Disk(stage.folder, scene.image)
            layer = Layer(stage.folder, fault, disk=camera.disk)
            assert play(stage, scene, layer) is None
            with Layer(stage.folder, disk=camera.disk):
                camera.allowed = go_on(stage.open(), scene)
            camera.take()
            yield from camera.let_go()


def _goes_on(store: Store, _: Scene) -> Allowed:
    """Take some acts on every file; gives what must be there then."""
    expected = afterwards(store)
    assert state_of(store) == expected
    return frozenset({expected})


def _leans(store: Store, scene: Scene) -> Allowed:
    """Name all codes and speakers there are in new annotations, and touch no other file.

    What they name must be there with them, and the article as it was seen; of the rest of the act
    of the dead, any part may.
    """
    now = state_of(store)
    article = store.article(now.entries[0].id)
    made = frozenset(
        [note(article, f"on {code.id}", CODER, code=code.id) for code in now.codes]
        + [replace(note(article, f"by {s.id}", CODER, code=""), speaker=s.id) for s in now.speakers]
    )
    store.apply(making(*made))
    sides = (now,) if now.entries != scene.before.entries else (now, scene.before)
    mixed = (now.mixed(*parts) for parts in product(sides, repeat=3))
    leaning = (replace(state, annotations=state.annotations | made) for state in mixed)
    return frozenset(state for state in leaning if state.refers_rightly)


def _drawn(random: Random, stage: Stage, kills: int) -> Iterator[tuple[Scene, Fault]]:
    """A kill after every change of a name where folders are made, some in acts on two files, and
    `kills` more by lot."""
    for scene in scenes():
        if scene.step is None or scene.title.startswith(_MAKES_FOLDERS):
            names = [call.name for call in calls(stage, scene)]
            for at, name in enumerate(names):
                if name in ("mkdir", "replace"):
                    yield scene, Fault(at, after=True)
        elif scene.title.endswith(_MAKES_RECORDS):
            writes = [at for at, call in enumerate(calls(stage, scene)) if call.size]
            yield scene, Fault(writes[0], after=True)
    for _ in range(kills):
        scene = random.choice(scenes())
        yield scene, Fault(random.randrange(len(calls(stage, scene))), after=True)
