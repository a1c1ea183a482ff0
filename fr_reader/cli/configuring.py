"""`fr-reader config`: the settings in effect, where each comes from, and where they are kept."""

from __future__ import annotations

from pathlib import Path

import click

from fr_reader.cli.exit_codes import WRONG
from fr_reader.cli.output import jsonl, say, show, table
from fr_reader.cli.session import Session, encoding_option, format_option, project_options
from fr_reader.config import FILE, SETTINGS, Setting, Settings
from fr_reader.store import config_folder, data_folder, default_coder, default_project


@click.command("config")
@click.argument("what", metavar="[path]", required=False, type=click.Choice(["path"]))
@click.option("--example", is_flag=True, help="Print a file to start from, every setting in it.")
@project_options
@encoding_option
@format_option
@click.pass_obj
def command(
    session: Session,
    what: str | None,
    example: bool,
    project: Path | None,
    coder: str | None,
    encoding: str | None,
    form: str,
) -> int:
    """Show the settings in effect, and where each comes from.

    They are kept in config.toml in the configuration folder; `fr-reader config path` prints its
    path. An environment variable such as FR_READER_WIDTH comes before the file, an option before
    both. The exit code is 1 where something in them is wrong and left out.
    """
    if what == "path":
        show(str(config_folder() / FILE))
        return 0
    if example:
        show_example()
        return 0
    settings = session.settings
    given = session.with_(project, coder, encoding)
    options = {"project": given.project, "coder": given.coder}
    if given.encoding != settings.encoding:
        options["encoding"] = given.encoding
    rows = [(s, *_effective(s, settings, options.get(s.key))) for s in SETTINGS]
    if form == "jsonl":
        for setting, value, origin in rows:
            jsonl({"setting": setting.key, "value": value, "from": origin})
    else:
        shown = [(s.key, _shown(value), origin, s.help) for s, value, origin in rows]
        table(("Setting", "Value", "From", "What it is"), shown)
    problems = (*settings.problems, *_theme_problems(settings))
    for problem in problems:
        say(problem)
    return WRONG if problems else 0


def show_example() -> None:
    """A file with every setting, as a comment, so that nothing changes until one is taken out."""
    show("# Settings of fr-reader. Take the # away from what you want to set.")
    for setting in SETTINGS:
        show("")
        show(f"# {setting.help} Without it: {setting.otherwise}.")
        show(f"# {setting.key} = {setting.example}")


def _effective(setting: Setting, settings: Settings, option: object) -> tuple[object, str]:
    """The value that holds, as it is shown, and where it comes from."""
    if option is not None:
        shown = Path(option).absolute() if isinstance(option, Path) else option
        return str(shown), setting.option
    value, origin = getattr(settings, setting.key), settings.origin(setting.key)
    if setting.key in {"theme", "style"}:
        from fr_reader.app import preferences  # noqa: PLC0415 - for these alone

        remembered = {"theme": preferences.remembered_theme, "style": preferences.remembered_style}
        chosen = remembered[setting.key](data_folder(), str(value))
        if chosen and chosen != value:
            return chosen, "chosen in the app"
    if setting.key == "coder":
        return default_coder(settings.coder), origin
    if value is None:
        known = {"project": default_project(), "notes": Path.cwd()}
        value = known.get(setting.key, setting.otherwise)
    if isinstance(value, bool | int | float):
        return value, origin
    return str(value), origin


def _shown(value: object) -> str:
    """A value as TOML has it."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, float) else str(value)


def _theme_problems(settings: Settings) -> tuple[str, ...]:
    """Whether the theme that is set is there; asked of Textual only where one is set."""
    if settings.origin("theme") == "default":
        return ()
    from textual.theme import BUILTIN_THEMES  # noqa: PLC0415 - only where it is needed

    from fr_reader.app.themes import load_themes, unknown_theme  # noqa: PLC0415
    from fr_reader.resources import themes_folder  # noqa: PLC0415

    loaded = load_themes([themes_folder(), config_folder() / "themes"])
    known = [*BUILTIN_THEMES, *(theme.name for theme in loaded.themes)]
    return unknown_theme(settings.theme, known)
