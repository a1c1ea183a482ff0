"""Which learned codes a coder has switched on, kept in the project.

It is a choice and no work: a file that cannot be read counts as none, and what is learned is
never kept, since it can be learned again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from fr_reader.learning.learned import LEAST
from fr_reader.store import files
from fr_reader.store.naming import coder_file

_FOLDER = "learned"


@dataclass(frozen=True, slots=True)
class Choices:
    """The codes one coder has switched on in the project in `folder`."""

    folder: Path
    coder: str

    @property
    def path(self) -> Path:
        """Where they are kept."""
        return self.folder / _FOLDER / Path(coder_file(self.coder)).with_suffix(".json")

    def on(self) -> dict[str, float]:
        """The ids of the codes, each with the probability from which on it is suggested."""
        try:
            found = json.loads(self.path.read_text("utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(found, dict):
            return {}
        return {code: least for code, told in found.items() if (least := _least(told)) is not None}

    def switch_on(self, code: str, least: float = LEAST) -> None:
        """Suggest a code from this probability on. Raises StoreError."""
        self._keep({**self.on(), code: least})

    def switch_off(self, code: str) -> bool:
        """Suggest it no more; whether it was suggested. Raises StoreError."""
        there = self.on()
        if there.pop(code, None) is None:
            return False
        self._keep(there)
        return True

    def _keep(self, on: dict[str, float]) -> None:
        data = json.dumps(on, ensure_ascii=True, sort_keys=True, indent=1) + "\n"
        try:
            files.make_folders(self.path.parent)
            files.write_atomically(self.path, data.encode())
        except OSError as error:
            raise files.cannot("write", self.path, error, "make room for it") from error


def _least(told: object) -> float | None:
    """A probability as it was kept; None for anything else."""
    if isinstance(told, bool) or not isinstance(told, int | float) or not 0 <= told <= 1:
        return None
    return float(told)
