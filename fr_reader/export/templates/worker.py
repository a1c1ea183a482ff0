"""The process that renders: it reads what to do from stdin and writes what came of it to stdout.

It is a process of its own so that a template that never ends can be ended. In it Jinja2's
immutable sandbox lets a template neither change what it is given nor reach attributes that begin
with an underscore, and there is no way to a file outside of the folder of templates.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound
from jinja2.exceptions import TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from fr_reader.export.keys import label
from fr_reader.export.profiles import profile

_KEY = re.compile(r"fr-[0-9a-f]{12}")
_LARGEST_TEMPLATE = 2**20
_MEMORY = 2**30


class Words(str):
    """A text that is escaped for markdown, and knows how it was before."""

    _raw: str


class _TooMuchError(Exception):
    pass


class _Folder(BaseLoader):
    """Templates that are files right in one folder, links out of it not followed."""

    def __init__(self, folder: str) -> None:
        self._folder = Path(os.path.realpath(folder))

    def get_source(
        self,
        environment: Environment,  # noqa: ARG002 - jinja's signature
        template: str,
    ) -> tuple[str, str, Callable[[], bool]]:
        """The text of a template by its file's name."""
        path = Path(os.path.realpath(self._folder / template))
        inside = path.parent == self._folder and path.name == template
        if not inside or not path.is_file() or path.stat().st_size > _LARGEST_TEMPLATE:
            raise TemplateNotFound(template)
        return path.read_bytes().decode("utf-8-sig"), str(path), lambda: True


def main() -> None:
    """Render each of the contexts asked for; an answer in JSON, whatever happens in a template."""
    _limit_memory()
    asked = json.load(sys.stdin, object_hook=_words)
    try:
        answer: dict[str, object] = {"texts": _rendered(asked)}
    except _TooMuchError:
        answer = {"error": f"it writes more than {asked['most']} characters"}
    except MemoryError:
        answer = {"error": "it takes too much memory"}
    except TemplateNotFound as error:
        answer = {"error": f"there is no {error.name} beside it", "line": _line(error)}
    except TemplateSyntaxError as error:
        answer = {"error": error.message or "bad syntax", "line": error.lineno, "file": error.name}
    except (TemplateError, ArithmeticError, LookupError, TypeError, ValueError) as error:
        answer = {"error": str(error), "line": _line(error), "file": _file(error)}
    except (AttributeError, RecursionError, RuntimeError) as error:
        answer = {"error": str(error), "line": _line(error), "file": _file(error)}
    sys.stdout.write(json.dumps(answer))


def _rendered(asked: dict[str, Any]) -> Sequence[str]:
    environment = ImmutableSandboxedEnvironment(
        loader=_Folder(asked["folder"]),
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    form = profile(asked["profile"]).form
    seen: set[str] = set()

    def keep(about: dict[str, Any], indent: str = "") -> str:
        """The lines of a region, the first time it is asked for in a note."""
        key = str(about["key"])
        if not _KEY.fullmatch(key):
            raise ValueError("keep takes a note, an article, a speaker, a code or a finding")
        if key in seen:
            return ""
        seen.add(key)
        lines = form.empty(key, label(str(about.get("label", ""))))
        return "\n".join(f"{indent}{line}" for line in lines)

    environment.globals["keep"] = keep
    environment.filters["raw"] = lambda text: getattr(text, "_raw", text)
    template = environment.get_template(asked["template"])
    texts, left = [], int(asked["most"])
    for context in asked["contexts"]:
        parts = []
        seen.clear()
        for part in template.generate({**asked["shared"], **context}):
            left -= len(part)
            if left < 0:
                raise _TooMuchError
            parts.append(part)
        texts.append("".join(parts))
    return texts


def _words(record: dict[str, Any]) -> Any:
    if record.keys() != {"escaped", "raw"}:
        return record
    words = Words(record["escaped"])
    words._raw = record["raw"]
    return words


def _frames(error: BaseException) -> list[tuple[str, int]]:
    """Where in templates an error came up, outermost first."""
    found, at = [], error.__traceback__
    while at is not None:
        name = at.tb_frame.f_code.co_filename
        if name.endswith(".j2"):
            found.append((Path(name).name, at.tb_lineno))
        at = at.tb_next
    return found


def _line(error: BaseException) -> int | None:
    frames = _frames(error)
    return frames[-1][1] if frames else None


def _file(error: BaseException) -> str | None:
    frames = _frames(error)
    return frames[-1][0] if frames else None


def _limit_memory() -> None:
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
    resource.setrlimit(resource.RLIMIT_AS, (most, hard))
