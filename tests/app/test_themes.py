"""Themes: the shipped ones can be read, and a broken file of a user's is named, not fatal."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES, Theme

from fr_reader.app.contrast import AA, AAA, contrast
from fr_reader.app.screens.picker import Picker, PickerOption
from fr_reader.app.theme_colours import CODE_INKS, GROUNDS, INKS
from fr_reader.app.themes import COLOURS, READING, Loaded, load_themes, variable_defaults
from fr_reader.resources import themes_folder
from tests.app.stage import Stage

SHIPPED = {theme.name: theme for theme in load_themes([themes_folder()]).themes}
TEXTS = (
    "foreground",
    *(
        f"{prefix}{name}"
        for prefix in ("", "text-")
        for name in ("primary", "secondary", "accent", "warning", "error", "success")
    ),
    "text-muted",
    *(f"fr-{ink}" for ink in INKS),
)
BACKGROUNDS = ("background", "surface", "panel", *(f"fr-{ground}" for ground in GROUNDS))


def variables(theme: Theme) -> dict[str, str]:
    """What style sheets see with this theme."""
    generated = theme.to_color_system().generate()
    return variable_defaults(theme) | generated | theme.variables


def unreadable(theme: Theme, texts: tuple[str, ...], ratio: float) -> list[str]:
    """Every text on every background where it falls short."""
    seen = {name: Color.parse(variables(theme)[name]) for name in (*texts, *BACKGROUNDS)}
    return [
        f"{text} on {ground}: {contrast(seen[text], seen[ground]):.2f}"
        for text in texts
        for ground in BACKGROUNDS
        if contrast(seen[text], seen[ground]) < ratio
    ]


def load(folder: Path, **files: str | bytes) -> Loaded:
    """What loads from a folder with these files."""
    for name, content in files.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / f"{name}.toml").write_bytes(data)
    return load_themes([folder])


def test_the_shipped_themes_load() -> None:
    assert load_themes([themes_folder()]).problems == ()
    darks = [theme.dark for name, theme in SHIPPED.items() if "contrast" not in name]
    assert darks.count(True) >= 2
    assert darks.count(False) >= 2
    assert any("high-contrast" in name for name in SHIPPED)


@pytest.mark.parametrize("name", SHIPPED)
def test_text_of_shipped_themes_can_be_read_on_every_background(name: str) -> None:
    ratio = AAA if name.startswith("high-contrast") else AA
    assert unreadable(SHIPPED[name], TEXTS, ratio) == []


@pytest.mark.parametrize("name", SHIPPED)
def test_marks_of_shipped_themes_differ(name: str) -> None:
    seen = variables(SHIPPED[name])
    assert len({seen[f"fr-{mark}"] for mark in ("claim", "concern", "code", "memo")}) == 4
    assert len({seen[f"fr-{ink}"] for ink in CODE_INKS}) == len(CODE_INKS)
    grounds = {seen[f"fr-{ground}"] for ground in GROUNDS} | {seen["background"]}
    assert len(grounds) == len(GROUNDS) + 1


@pytest.mark.parametrize("name", [n for n, t in BUILTIN_THEMES.items() if not t.ansi])
def test_our_colours_can_be_read_in_the_themes_of_textual(name: str) -> None:
    ours = tuple(f"fr-{ink}" for ink in INKS)
    assert unreadable(BUILTIN_THEMES[name], ours, AA) == []


def test_defaults_name_every_colour_of_ours_in_every_theme() -> None:
    names = {f"fr-{name}" for name in READING}
    for theme in (None, *BUILTIN_THEMES.values()):
        assert variable_defaults(theme).keys() == names


def test_a_name_is_enough(tmp_path: Path) -> None:
    loaded = load(tmp_path, mine='name = "mine"')
    assert loaded.problems == ()
    (theme,) = loaded.themes
    assert theme.dark
    assert unreadable(theme, TEXTS, AA) == []


@pytest.mark.parametrize("page", ["#ffffff", "#fdf6e3", "#000000", "#303446", "#402020", "#d0d8c0"])
def test_a_background_is_enough(tmp_path: Path, page: str) -> None:
    loaded = load(tmp_path, mine=f'name = "mine"\n[colours]\nbackground = "{page}"')
    (theme,) = loaded.themes
    assert theme.dark == (contrast(Color.parse(page), Color.parse("white")) > 4.5)
    assert unreadable(theme, tuple(f"fr-{ink}" for ink in INKS), AA) == []


def test_given_colours_are_kept(tmp_path: Path) -> None:
    text = 'name = "mine"\n[colours]\nprimary = "rebeccapurple"\n[reading]\nfocus = "#abcdef"'
    (theme,) = load(tmp_path, mine=text).themes
    assert theme.primary == "#663399"
    assert theme.variables["fr-focus"] == "#abcdef"


FAULTS: dict[str, tuple[str | bytes, str]] = {
    "no-name": ("dark = true", "has no name"),
    "name-of-a-number": ("name = 3", "has no name"),
    "bad-name": ('name = "My Theme"', "may hold only"),
    "bad-colour": ('name = "x"\n[colours]\nprimary = "blurple"', 'primary = "blurple"'),
    "short-colour": ('name = "x"\n[reading]\nclaim = "#12345"', "not a colour"),
    "transparent": ('name = "x"\n[reading]\nfocus = "#12345680"', "opaque"),
    "ansi": ('name = "x"\n[colours]\nprimary = "ansi_red"', "opaque"),
    "auto": ('name = "x"\n[colours]\nprimary = "auto"', "not a colour"),
    "number": ('name = "x"\n[colours]\nprimary = 3', "in quotes"),
    "unknown": ('name = "x"\ncolour = 1', "did you mean 'colours'?"),
    "american": ('name = "x"\n[colors]\nprimary = "red"', "did you mean 'colours'?"),
    "unknown-colour": ('name = "x"\n[colours]\nprimry = "red"', "did you mean 'primary'?"),
    "unknown-mark": ('name = "x"\n[reading]\nzzz = "red"', "known are claim"),
    "no-table": ('name = "x"\ncolours = "red"', "must be a table"),
    "dark-as-word": ('name = "x"\ndark = "yes"', "true or false"),
    "not-toml": ("name = ", "is not TOML"),
    "deep": ("a = " + "[" * 5000, "is not TOML"),
    "digits": ("a = " + "9" * 5000, "is not TOML: it has a number with far too many digits"),
    "not-utf8": ('name = "é"'.encode("latin-1"), "is not UTF-8"),
    "empty": ("", "has no name"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_named_with_its_file_and_the_rest_load(tmp_path: Path, fault: str) -> None:
    content, words = FAULTS[fault]
    loaded = load(tmp_path, **{fault: content, "good": 'name = "good"'})
    assert [theme.name for theme in loaded.themes] == ["good"]
    (problem,) = loaded.problems
    assert problem.startswith(str(tmp_path / f"{fault}.toml"))
    assert words in problem
    assert "\n" not in problem


def test_a_folder_called_like_a_theme_is_named(tmp_path: Path) -> None:
    (tmp_path / "folder.toml").mkdir()
    (problem,) = load_themes([tmp_path]).problems
    assert "folder.toml: cannot be read" in problem


def test_names_do_not_clash(tmp_path: Path) -> None:
    own = {"a": 'name = "same"', "b": 'name = "same"', "c": 'name = "nord"', "d": 'name = "paper"'}
    for name, text in own.items():
        (tmp_path / f"{name}.toml").write_text(text)
    loaded = load_themes([themes_folder(), tmp_path])
    assert [theme.name for theme in loaded.themes] == [*SHIPPED, "same"]
    same, nord, paper = loaded.problems
    assert "b.toml" in same
    assert "a.toml" in same
    assert "built in" in nord
    assert "paper.toml" in paper


def test_control_characters_in_a_file_are_not_repeated(tmp_path: Path) -> None:
    text = 'name = "x"\n[colours]\nprimary = "\\u001b[31m"\n'
    (problem,) = load(tmp_path, mine=text).problems
    assert "\x1b" not in problem


def test_other_files_and_missing_folders_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("not a theme")
    assert load_themes([tmp_path, tmp_path / "nowhere"]) == Loaded((), ())


def test_the_readme_names_every_key_and_every_theme() -> None:
    readme = (themes_folder() / "README.md").read_text(encoding="utf-8")
    for name in ("name", "dark", *COLOURS, *READING, *SHIPPED):
        assert f"| `{name}` |" in readme


async def test_the_app_takes_every_theme() -> None:
    app = Stage(Picker("Theme", [PickerOption("x", "made up")]))
    async with app.run_test(size=(40, 12)) as pilot:
        for name in app.available_themes:
            app.theme = name
            await pilot.pause()
            assert app.theme_variables["fr-focus"]
            assert "made up" in app.shown()
