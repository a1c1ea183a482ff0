"""What is not needed for the first paint is not imported before it."""

from __future__ import annotations

import subprocess
import sys

BANNED = (
    *("nltk", "numpy", "scipy", "sklearn", "trafilatura", "pypdfium2", "jinja2"),
    *("charset_normalizer", "pyperclip", "regex", "sqlite3", "zipfile"),
    *("fr_reader.text.reading", "fr_reader.text.suggesting", "fr_reader.text.names"),
    *("fr_reader.export.project", "fr_reader.anchors.carrying", "fr_reader.store.backup"),
    *("fr_reader.app.screens.library", "fr_reader.app.screens.picker", "fr_reader.app.palette"),
)
PROGRAM = """
import asyncio, sys, tempfile
from pathlib import Path
from fr_reader.app.main import FrReader
from fr_reader.app.widgets.article_view import ArticleView
from fr_reader.model import Article
from fr_reader.store import ProjectStore

seen = []
draw = ArticleView.render_line

def drawn(self, y):
    seen.append(list(sys.modules)) if not seen else None
    return draw(self, y)

ArticleView.render_line = drawn

async def main():
    with tempfile.TemporaryDirectory() as folder:
        store = ProjectStore.open(Path(folder) / "project", "me")
        store.add(Article("made-up", "Made up: “So it is,” said Ann Example."))
        async with FrReader(store, Path(folder)).run_test():
            pass

asyncio.run(main())
print("\\n".join(seen[0]))
"""


def test_banned_before_the_first_paint() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, timeout=60
    )
    loaded = set(done.stdout.split())
    assert "fr_reader.app.screens.reader" in loaded
    assert sorted(loaded.intersection(BANNED)) == []
