"""The screens that matter, as text: what one sees at three sizes.

    FR_READER_SNAPSHOTS=write python -m pytest tests/app/test_snapshots.py

writes them anew; look at what has changed before keeping it. Colours are tested elsewhere.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from fr_reader.app.main import FrReader
from fr_reader.app.manner import Manner
from fr_reader.ingest import seeds
from fr_reader.model import Article
from fr_reader.store import MemoryStore

KEPT = Path(__file__).parent.parent / "data" / "screens"
SCREENS = {
    "reader-40x12": "right_square_bracket right_square_bracket a o",
    "reader-80x24": "right_square_bracket right_square_bracket a o V",
    "reader-120x40": "right_square_bracket right_square_bracket a o j c tab",
    "codebook-80x24": "C",
    "search-80x24": "ctrl+f g a r b e t t",
    "tutor-40x12": "",
    "overview-80x24": "right_square_bracket a o right_square_bracket a c ctrl+o right right",
}
SECOND = "A second article, made up.\n\n“So it is,” said Ann Example.\n"


def shown(app: FrReader) -> str:
    width, height = app.size
    strips = app.screen._compositor.render_strips()
    return "\n".join(strip.text[:width].rstrip() for strip in strips[:height]) + "\n"


@pytest.mark.parametrize("name", SCREENS)
async def test_it_looks_as_it_did(name: str, tmp_path: Path) -> None:
    kind, _, size = name.partition("-")
    width, height = (int(part) for part in size.split("x"))
    store = MemoryStore("me")
    entry, _ = store.add(next(iter(seeds())))
    store.add(Article("second", SECOND))
    app = FrReader(store, tmp_path, entry.id, None, Manner(tutor=kind == "tutor"))
    async with app.run_test(size=(width, height)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        for key in SCREENS[name].split():
            await pilot.press(key)
            await pilot.pause()
            await app.workers.wait_for_complete()
        await pilot.pause()
        seen = shown(app)
    file = KEPT / f"{name}.txt"
    if os.environ.get("FR_READER_SNAPSHOTS") == "write":
        file.parent.mkdir(exist_ok=True)
        file.write_text(seen, "utf-8")
    assert seen == file.read_text("utf-8")
