"""What is in effect: the default, the file, the environment, the option, each before the last."""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from fr_reader.config.table import SETTINGS, Setting
from fr_reader.model import visible

FILE = "config.toml"
DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in effect; None where what holds depends on the machine.

    `origins` says by key where a value comes from; `problems` are sentences about what is wrong in
    the file or the environment and therefore left out.
    """

    coder: str | None = None
    project: Path | None = None
    encoding: str | None = None
    notes: Path | None = None
    theme: str = "paper"
    keys: str = DEFAULT
    style: str = "fr-reader"
    width: int = 78
    suggestions: bool = True
    confidence: float = 0.0
    profile: str = "commonmark"
    blind: bool = False
    origins: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()

    def origin(self, key: str) -> str:
        """Where the value of a setting comes from."""
        return self.origins.get(key, DEFAULT)


def load(folder: Path) -> Settings:
    """The settings of the file in `folder` and of the environment; what is wrong is left out."""
    file = folder / FILE
    data, text, problems = _read(file)
    name = visible(str(file))
    problems += [f"{name}: {_unknown(key)}" for key in data if key not in _KEYS]
    values: dict[str, object] = {}
    origins: dict[str, str] = {}
    for setting in SETTINGS:
        given = [(data.get(setting.key), False, name)]
        given.append((os.environ.get(setting.variable) or None, True, setting.variable))
        for value, is_text, source in given:
            if value is None:
                continue
            try:
                values[setting.key] = setting.kind(value, is_text)
            except ValueError as error:
                problems.append(_wrong(setting, value, source, str(error)))
            else:
                line = _line(text, setting.key) if source is name else ""
                origins[setting.key] = (FILE if source is name else source) + line
    return Settings(**values, origins=origins, problems=tuple(problems))  # type: ignore[arg-type]


_KEYS = {setting.key for setting in SETTINGS}


def _read(file: Path) -> tuple[dict[str, object], str, list[str]]:
    """What is in the file, its text, and what is wrong with it as a whole."""
    name = visible(str(file))
    if not file.exists():
        return {}, "", []
    from fr_reader.ingest.toml import TomlError, parse  # noqa: PLC0415 - only with a file

    try:
        text = file.read_bytes().decode("utf-8-sig")
        return parse(text), text, []
    except FileNotFoundError:
        return {}, "", []
    except OSError as error:
        fault = f"cannot be read: {error.strerror or error}"
    except UnicodeDecodeError:
        fault = "is not UTF-8; save it as UTF-8. None of its settings holds"
    except TomlError as error:
        fault = f"is not TOML: {error}. None of its settings holds"
    return {}, "", [f"{name}: {fault}"]


def _unknown(key: str) -> str:
    near = difflib.get_close_matches(key, sorted(_KEYS), n=1)
    known = ", ".join(setting.key for setting in SETTINGS)
    advice = f"did you mean {near[0]}?" if near else f"known are {known}"
    return f"there is no setting {_short(key)}: {advice}"


def _wrong(setting: Setting, value: object, source: str, advice: str) -> str:
    shown = _short(str(value).lower() if isinstance(value, bool) else repr(value))
    if source == setting.variable:
        advice = advice.replace(", without quotes", "").replace(" in quotes", "")
        return f"{source} is {_short(str(value))}; it must be {advice}"
    return f"{source}: {setting.key} is {shown}; it must be {advice}"


def _short(written: str) -> str:
    from fr_reader.ingest.toml import short  # noqa: PLC0415 - imported already when it is needed

    return short(written)


def _line(text: str, key: str) -> str:
    """Where the file says it, as far as a look at its lines can tell."""
    found = re.search(rf'^[ \t]*["\']?{key}["\']?[ \t]*=', text, re.MULTILINE)
    return f", line {text.count(chr(10), 0, found.start()) + 1}" if found else ""
