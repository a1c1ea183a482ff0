"""Opening the app: on which project, with which articles, and when rather not."""

from __future__ import annotations

from pathlib import Path

import pytest

from fr_reader.app.commands import COMMANDS, Keymap
from fr_reader.app.manner import Manner, Proposing
from fr_reader.cli import opening
from fr_reader.ingest import seeds
from fr_reader.store import ProjectStore, Store
from tests.cli.conftest import Call, process
from tests.ingest.web_server import serving

NO_TERMINAL = "fr-reader: the reader needs a terminal to open in"


class App:
    """Stands in for the app and remembers what it was opened on."""

    def __init__(self) -> None:
        self.opened = False
        self.folder = Path()
        self.coder = ""
        self.articles: list[str] = []
        self.at: str | None = None
        self.notes_folder = Path()
        self.keymap, self.manner = Keymap(), Manner()

    def run(
        self,
        store: Store,
        *,
        article_id: str | None = None,
        notes_folder: Path,
        keymap: Keymap,
        manner: Manner,
    ) -> None:
        """Be opened."""
        self.keymap, self.manner = keymap, manner
        assert isinstance(store, ProjectStore)
        self.opened = True
        self.folder, self.coder = store.folder, store.coder
        self.articles = [entry.id for entry in store.entries()]
        self.at, self.notes_folder = article_id, notes_folder


@pytest.fixture
def app(monkeypatch: pytest.MonkeyPatch) -> App:
    """The app, pretended, in a terminal, pretended."""
    pretended = App()
    monkeypatch.setattr("fr_reader.app.run", pretended.run)
    monkeypatch.setattr(opening, "check_terminal", lambda: None)
    monkeypatch.setattr("fr_reader.cli.demo.check_terminal", lambda: None)
    monkeypatch.setattr("signal.signal", lambda number, handler: None)
    return pretended


SEEDS = [article.id for article in seeds()]


def test_the_first_run_opens_the_seeds(command: Call, app: App, home: Path) -> None:
    outcome = command()
    assert (outcome.code, outcome.out, outcome.err) == (0, "", "")
    assert app.folder == home / "data" / "project"
    assert (app.articles, app.at) == (SEEDS, None)
    assert app.notes_folder == Path.cwd()
    assert app.coder == "tester"


def test_paths_are_added_and_the_first_is_shown(
    command: Call, app: App, article: Path, tmp_path: Path
) -> None:
    other = tmp_path / "zoo.txt"
    other.write_text("A made-up article about the zoo.\n")
    assert command("--project", tmp_path / "p", "--coder", "Zoë", article, other).code == 0
    assert app.folder == tmp_path / "p"
    assert (app.articles, app.at, app.coder) == ([*SEEDS, "trees", "zoo"], "trees", "Zoë")
    assert command(other, "--project", tmp_path / "p", "--coder", "ann").code == 0
    assert (app.articles, app.at, app.coder) == ([*SEEDS, "trees", "zoo"], "zoo", "ann")


def test_what_is_known_of_a_path_is_taken_from_it_anew(
    command: Call, app: App, article: Path
) -> None:
    command(article)
    article.with_suffix(".toml").write_text('title = "Trees"')
    outcome = command(article)
    assert (outcome.code, outcome.out) == (0, "")
    assert outcome.err == "fr-reader: updated trees (title)\n"
    assert app.at == "trees"
    assert command("articles", "--format", "jsonl").records[-1]["title"] == "Trees"
    assert command(article).err == ""


def test_the_encoding_may_be_named(command: Call, app: App, tmp_path: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("Zoë Example paid £5, all made up.".encode("cp1252"))
    assert command(path).code == 2
    assert command("--encoding", "cp1252", path).code == 0
    assert command(path, "--encoding", "cp1252").code == 0
    assert app.at == "latin"


def test_a_guessed_encoding_is_told(command: Call, app: App, tmp_path: Path) -> None:
    text = "Президент сказал: «Мы не можем согласиться с этим решением», сообщает агентство. " * 3
    (tmp_path / "made-up.txt").write_bytes(text.encode("cp1251"))
    outcome = command(tmp_path / "made-up.txt")
    assert (outcome.code, outcome.err) == (0, "fr-reader: read made-up as cp1251\n")


def test_an_address_is_opened(
    command: Call, app: App, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as (base, _):
        assert command(f"{base}/page/trees", "--project", tmp_path / "p").code == 0
        assert app.at == "trees"
        app.opened = False
        outcome = command("--project", tmp_path / "p", f"{base}/gone")
        plain = command("--plain", f"{base}/page/trees")
    assert (outcome.code, app.opened) == (2, False)
    assert "not to be had (404" in outcome.err
    assert "A made-up page" in plain.out


def test_a_bad_path_opens_and_adds_nothing(
    command: Call, app: App, article: Path, home: Path
) -> None:
    (article.parent / "empty").mkdir()
    outcome = command(article, article.parent / "gone.txt", article.parent / "empty")
    assert outcome.code == 2
    assert "gone.txt" in outcome.err
    assert "there is no article in the folder" in outcome.err
    assert not app.opened
    assert not home.exists()


def test_of_a_folder_what_can_be_read_is_added(
    command: Call, app: App, article: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "clippings"
    folder.mkdir()
    article.rename(folder / "trees.txt")
    (folder / "empty.txt").write_text("")
    outcome = command(folder)
    assert (outcome.code, app.at) == (0, "trees")
    assert "empty.txt is empty" in outcome.err
    (folder / "trees.txt").unlink()
    app.opened = False
    assert command(folder).code == 2
    assert not app.opened


def test_the_demo_goes_when_it_closes(command: Call, app: App, home: Path) -> None:
    assert command("demo").code == 0
    assert app.articles == SEEDS
    assert not app.folder.exists()
    assert not app.folder.parent.exists()
    assert not home.exists()


def test_the_demo_takes_no_project(command: Call, app: App, tmp_path: Path) -> None:
    outcome = command("--project", tmp_path / "p", "demo")
    assert outcome.code == 2
    assert outcome.err == ("fr-reader: demo opens a project of its own: leave --project out\n")
    assert not app.opened
    assert not (tmp_path / "p").exists()


def test_the_demo_goes_when_the_app_fails(
    command: Call, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(store: ProjectStore, **settings: object) -> None:
        app.folder = store.folder
        raise KeyboardInterrupt

    monkeypatch.setattr("fr_reader.app.run", fail)
    assert command("demo").code == 130
    assert not app.folder.parent.exists()


@pytest.mark.parametrize("arguments", [[], ["demo"]])
def test_without_a_terminal_it_says_so(home: Path, arguments: list[str]) -> None:
    outcome = process(arguments)
    assert outcome.returncode == 2
    assert outcome.stdout == b""
    assert outcome.stderr.decode().startswith(NO_TERMINAL)
    assert b"fr-reader --plain" in outcome.stderr
    assert outcome.stderr.count(b"\n") == 1
    assert b"\x1b" not in outcome.stderr
    assert not home.exists()


def test_a_dumb_terminal_is_none(command: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    outcome = command()
    assert outcome.code == 2
    assert outcome.err.startswith(NO_TERMINAL)
    assert "fr-reader --plain" in outcome.err
    assert outcome.err.count("\n") == 1
    assert "\x1b" not in outcome.err


def test_an_article_of_the_project_may_be_named(command: Call, app: App, article: Path) -> None:
    command("import", article)
    assert command("--article", "trees").code == 0
    assert app.at == "trees"
    app.opened = False
    outcome = command("--article", "gone")
    assert outcome.code == 2
    assert "there is no article 'gone'" in outcome.err
    assert not app.opened


def test_a_changed_path_is_a_revision(command: Call, app: App, article: Path) -> None:
    command(article)
    article.write_text(f"{article.read_text('utf-8')}\nOne made-up line more.\n", "utf-8")
    outcome = command(article)
    assert (outcome.code, app.at) == (0, "trees")
    assert outcome.err == "fr-reader: revised trees (revision 2): no annotations\n"
    article.write_text(f"{article.read_text('utf-8')}\nAnd one more.\n", "utf-8")
    assert command(article, "--new").err == ""
    assert app.at == "trees-2"
    article.write_text(f"{article.read_text('utf-8')}\nAnd another one.\n", "utf-8")
    assert "revised trees (revision 3)" in command(article, "--revises", "trees").err
    assert app.at == "trees"
    assert command(article, article, "--revises", "trees").code == 2


def test_the_app_opens_with_the_settings_and_the_keys(
    command: Call, home: Path, tmp_path: Path, app: App, monkeypatch: pytest.MonkeyPatch
) -> None:
    (home / "config").mkdir(parents=True)
    project, notes = tmp_path / "study", tmp_path / "notes"
    (home / "config" / "config.toml").write_text(
        f'project = "{project}"\ncoder = "Zadie"\nnotes = "{notes}"\ntheme = "lamplight"\n'
        'keys = "vim"\nwidth = 50\nsuggestions = false\nconfidence = 0.5\nbogus = 1\n'
    )
    (home / "config" / "keys.toml").write_text('"reader.claim" = "f7"\n"reader.nothing" = "x"\n')
    monkeypatch.delenv("FR_READER_CODER")
    monkeypatch.setenv("FR_READER_WIDTH", "60")
    outcome = command()
    assert (outcome.code, outcome.err) == (0, "")
    assert (app.folder, app.coder, app.notes_folder) == (project, "zadie", notes)
    assert (app.manner.theme, app.manner.width) == ("lamplight", 60)
    assert app.manner.proposing == Proposing(False, 0.5)
    assert [p.rpartition(": ")[0].partition("there is no ")[2] for p in app.manner.problems] == [
        "setting bogus",
        "command reader.nothing",
    ]
    by_id = {c.id: app.keymap.keys(c) for c in COMMANDS}
    assert by_id["reader.claim"] == ("f7",)
    assert by_id["app.palette"][0] == ":"
    assert command("--project", tmp_path / "other", "--coder", "me").code == 0
    assert (app.folder, app.coder) == (tmp_path / "other", "me")
