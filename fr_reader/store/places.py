"""Where the journals of a project folder are, found without opening the project."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from heapq import nlargest
from pathlib import Path

from fr_reader.store import files
from fr_reader.store.naming import coder_file, is_safe
from fr_reader.store.plan import ANNOTATIONS, CODES, SPEAKERS

ARTICLES = "articles"
TRASH = "trash"
MARKS = "coders"
QUERIES = "queries"
FILES = {ARTICLES: "articles.jsonl", CODES: "codebook.jsonl", SPEAKERS: "speakers.jsonl"}
"""The journals every project has, by the place they hold."""


@dataclass(frozen=True, slots=True)
class Kept:
    """One journal: its path, its place as the lines of an act name it, the article it is of."""

    path: Path
    place: str
    article: str = ""


def is_project(folder: Path) -> bool:
    """Whether there is a project in `folder`, or what is left of one."""
    return any((folder / name).exists() for name in ("project.json", *FILES.values(), ANNOTATIONS))


def shared_journals(folder: Path) -> list[Kept]:
    """The journals of codes, speakers and articles, whether they are there or not."""
    return [Kept(folder / FILES[place], place) for place in (CODES, SPEAKERS, ARTICLES)]


def mark_journals(folder: Path) -> list[Kept]:
    """The journals of what coders are done with. Raises StoreError."""
    paths = [path for path in listed(folder / MARKS) if path.suffix == ".jsonl"]
    return [Kept(path, f"{MARKS}/{path.stem}") for path in paths]


def annotation_journals(
    folder: Path, article: str | None = None, coder: str | None = None
) -> Iterator[Kept]:
    """The journals of annotations on `article` or all articles, of `coder` or every coder.

    Those of articles in the trash come too, after the others. Raises StoreError.
    """
    homes = [folder / ANNOTATIONS / article] if article else listed(folder / ANNOTATIONS)
    for home in homes:
        yield from _journals(home, home.name, coder)
    for item in listed(folder / TRASH):
        name = item.name.partition(".")[0]
        if is_safe(name) and article in (None, name):
            yield from _journals(item / ANNOTATIONS, name, coder)


def last_changed(folder: Path, coder: str, many: int) -> list[str]:
    """The ids of so many articles whose annotations by `coder` changed last, the last one first.

    It goes by the times of the files. Raises StoreError.
    """
    name, times = coder_file(coder), []
    for home in listed(folder / ANNOTATIONS):
        with suppress(OSError):  # there are none by this coder
            times.append(((home / name).stat().st_mtime_ns, home.name))
    return [article for _, article in nlargest(many, times)]


def _journals(home: Path, article: str, coder: str | None) -> Iterator[Kept]:
    paths = listed(home) if coder is None else [home / coder_file(coder)]
    for path in paths:
        if path.suffix == ".jsonl":
            yield Kept(path, f"{ANNOTATIONS}/{article}", article)


def listed(folder: Path) -> list[Path]:
    """What is in `folder`, sorted; nothing where there is no such folder. Raises StoreError."""
    try:
        return sorted(folder.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        raise files.cannot("read", folder, error, "make it a folder you may read") from error
