"""The lines of a journal one by one, the damaged ones too, without folding them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from fr_reader.store import files
from fr_reader.store.lines import Line, read_header, read_line


@dataclass(frozen=True, slots=True)
class Row:
    """One line: its number in the file from 1, the byte it begins at, its bytes.

    `act` is None for the header, for an empty line and for a damaged one. `torn` says that it is
    what is left of a line that was never wholly written.
    """

    number: int
    start: int
    raw: bytes
    act: Line | None
    header: bool = False
    torn: bool = False

    @property
    def damaged(self) -> bool:
        """Whether something was here that cannot be read."""
        return self.act is None and not self.header and bool(self.raw)


def rows(path: Path) -> Iterator[Row]:
    """The lines of the journal at `path`; none where there is no such file.

    Raises StoreError where it cannot be read, or is a newer fr-reader's.
    """
    try:
        with path.open("rb") as file:
            start = 0
            for number, line in enumerate(file, 1):
                raw = line.removesuffix(b"\n")
                act = read_line(raw)
                header = number == 1 and act is None and read_header(raw, str(path))
                torn = act is None and not header and not line.endswith(b"\n")
                yield Row(number, start, raw, act, header, torn)
                start += len(line)
    except FileNotFoundError:
        return
    except OSError as error:
        raise files.cannot("read", path, error, "see that it is a file you may read") from error


def acts(path: Path) -> Iterator[Row]:
    """The lines that are acts."""
    return (row for row in rows(path) if row.act is not None)
