"""The first page is what the app will draw, and commands no terminal. Articles are made up."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.app import first_page as module
from fr_reader.app.beginnings import LONG, first_reading
from fr_reader.app.first_page import first_page, rows
from fr_reader.app.main import FrReader
from fr_reader.app.screens.reader import ReaderScreen
from fr_reader.ingest import seeds
from fr_reader.model import Article
from fr_reader.resources import themes_folder
from fr_reader.store import MemoryStore
from fr_reader.text import paragraphs
from tests.app.stage import HOSTILE

TEXTS = {
    "seed": next(iter(seeds())).text,
    "short": "Made up.",
    "scripts": "漢字 made up 👩‍👩‍👧 e\u0301 नमस्ते text\twith tabs. " * 30,
    "hostile": f"{HOSTILE} made up\n" * 5,
    "long": "Made-up words of a long text.\n" * (LONG // 20),
}


@pytest.mark.parametrize("size", [(40, 12), (80, 24), (120, 40), (160, 30)])
@pytest.mark.parametrize("text", TEXTS)
async def test_it_is_what_the_app_draws(tmp_path: Path, text: str, size: tuple[int, int]) -> None:
    store = MemoryStore("me")
    entry, _ = store.add(Article("made-up", TEXTS[text]))
    reading, _ = first_reading(store.article(entry.id))
    page = rows(reading, *size)
    app = FrReader(store, tmp_path, entry.id)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert isinstance(app.screen, ReaderScreen)
        view = app.screen.view
        start = view._painter.geometry.text_at
        for y, row in enumerate(page[1:]):
            drawn = view.render_line(y).text
            assert drawn[start:].rstrip() == row[start:].rstrip(), (y, drawn, row)
            assert drawn[: start - 6].rstrip() == row[: start - 6].rstrip()


def test_of_a_long_text_the_beginning_is_enough() -> None:
    article = Article("made-up", TEXTS["long"])
    reading, whole = first_reading(article)
    assert not whole
    assert reading.paragraphs == paragraphs(article.text)[: len(reading.paragraphs)]
    assert first_reading(Article("made-up", TEXTS["short"]))[1]


@pytest.mark.parametrize("theme", [None, themes_folder() / "paper.toml", Path("nowhere.toml")])
def test_nothing_of_the_text_commands_the_terminal(
    theme: Path | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr(module, "_write", written.append)
    monkeypatch.delenv("NO_COLOR", raising=False)
    with first_page(first_reading(Article("made-up", TEXTS["hostile"]))[0], theme):
        pass
    (page,) = written
    assert ("\x1b[48;2;250;245;233m" in page) == (theme is not None and theme.is_file())
    for known in ("\x1b[?1049h\x1b[?25l\x1b[H", "\x1b[K\r\n", "\x1b[J\x1b[0m"):
        page = page.replace(known, "")
    page = page.replace("\x1b[38;2;42;37;30m\x1b[48;2;250;245;233m", "")
    assert not any(char < " " or "\x7f" <= char < "\xa0" for char in page)
    assert "\u202e" not in page


def test_where_loading_fails_the_terminal_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    monkeypatch.setattr(module, "_write", written.append)
    reading = first_reading(Article("made-up", "Made up."))[0]
    with pytest.raises(ImportError), first_page(reading, None):
        raise ImportError("made up")
    assert written[-1].endswith("\x1b[?1049l")
