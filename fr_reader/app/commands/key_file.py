"""The file of the user's own keys, `keys.toml` in the configuration folder.

```toml
"reader.claim" = ["c", "ctrl+t"]
"reader.reject" = "X"
"reader.skip" = []
```

What is wrong in it is named and left out; the rest holds.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

from fr_reader.app.commands.choosing import DEFAULT, Chosen, choose
from fr_reader.app.commands.key_names import KeyNameError, read_key
from fr_reader.app.commands.keymap import Keymap
from fr_reader.app.commands.presets import PRESETS
from fr_reader.app.commands.table import COMMANDS
from fr_reader.model import visible

FILE = "keys.toml"


def load_keys(folder: Path, preset: str = DEFAULT) -> Chosen:
    """The keys of a preset with those of the file in `folder`, where there is one.

    `preset` is a key of `PRESETS`; another name counts as the default one.
    """
    preset = preset if preset in PRESETS else DEFAULT
    file = folder / FILE
    if preset == DEFAULT and not file.exists():
        return Chosen(Keymap())
    from fr_reader.ingest.toml import TomlError, parse  # noqa: PLC0415 - only with keys of one's own

    name, problems = visible(str(file)), []
    try:
        data = parse(file.read_bytes().decode("utf-8-sig"))
    except FileNotFoundError:
        return choose(preset)
    except OSError as error:
        problems.append(f"{name}: cannot be read: {error.strerror or error}")
        data = {}
    except UnicodeDecodeError:
        problems.append(f"{name}: is not UTF-8; save it as UTF-8. None of its keys holds")
        data = {}
    except TomlError as error:
        problems.append(f"{name}: is not TOML: {error}. None of its keys holds")
        data = {}
    own, faults = read_own(data)
    chosen = choose(preset, own, name)
    told = [*problems, *(f"{name}: {fault}" for fault in faults)]
    return Chosen(chosen.keymap, (*told, *chosen.problems))


def read_own(data: Mapping[str, object]) -> tuple[dict[str, tuple[str, ...]], list[str]]:
    """The keys by command in a parsed file, and what is wrong with the rest of it."""
    known = {command.id for command in COMMANDS}
    own: dict[str, tuple[str, ...]] = {}
    faults: list[str] = []
    for command_id, value in _flat(data):
        if command_id not in known:
            faults.append(_unknown(command_id, known))
            continue
        written = [value] if isinstance(value, str) else value
        if not isinstance(written, list) or not all(isinstance(key, str) for key in written):
            faults.append(f'{command_id} must be a key in quotes, or a list such as ["c", "f5"]')
            continue
        keys = []
        for key in written:
            try:
                keys.append(read_key(key))
            except KeyNameError as error:
                faults.append(f"{command_id}: {error}")
        if keys or not written:
            own[command_id] = tuple(dict.fromkeys(keys))
    return own, faults


def _flat(data: Mapping[str, object]) -> Iterator[tuple[str, object]]:
    """Ids and values; `[reader]` with `claim` below it is the same as `"reader.claim"`."""
    for name, value in data.items():
        if isinstance(value, dict):
            for inner, keys in value.items():
                yield f"{name}.{inner}", keys
        else:
            yield name, value


def _unknown(command_id: str, known: set[str]) -> str:
    from fr_reader.ingest.toml import short  # noqa: PLC0415 - imported already when it is needed

    near = difflib.get_close_matches(command_id, sorted(known), n=1) or [
        each for each in sorted(known) if each.partition(".")[2] == command_id
    ]
    advice = f"did you mean {near[0]}?" if near else "fr-reader keys lists them all"
    return f"there is no command {short(command_id)}: {advice}"


def to_toml(chosen: Chosen) -> str:
    """A file to start from: every command with its keys, as a comment what it does."""
    parts = [
        "# Keys of fr-reader, by command. Leave out what stays as it is; [] unbinds.",
        f"# It belongs into the configuration folder as {FILE}; fr-reader keys --check tries it.",
    ]
    place = ""
    for command in COMMANDS:
        if command.place != place:
            place = command.place
            parts += ["", f"# {place}"]
        keys = ", ".join(_quoted(key) for key in chosen.keymap.keys(command))
        parts.append(f'"{command.id}" = [{keys}]  # {command.title}')
    return "\n".join(parts) + "\n"


def _quoted(key: str) -> str:
    return "'\"'" if key == '"' else f'"{key}"'.replace("\\", "\\\\")
