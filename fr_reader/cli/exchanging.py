"""Whole projects of other programs, taken into the project at hand by `fr-reader import`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

from fr_reader.cli.output import say, show
from fr_reader.cli.project import project as opened
from fr_reader.cli.session import Session
from fr_reader.model import Address, Article, Bundle, InputError, Loss, StoreError, lost
from fr_reader.store import ProjectStore, Store


def taken_in(
    session: Session, paths: Iterable[Path | Address]
) -> tuple[tuple[Path | Address, ...], list[Path]]:
    """Take those of `paths` that hold whole projects into the project of `session`.

    Returns the other paths, in their order, and those that could not be read, which stderr was
    told of. Raises StoreError.
    """
    from fr_reader.exchange.reading import format_of  # noqa: PLC0415 - not for --help

    rest: list[Path | Address] = []
    failed: list[Path] = []
    for path in paths:
        if isinstance(path, Address) or format_of(path) is None:
            rest.append(path)
        elif not take_in_path(session, path):
            failed.append(path)
    return tuple(rest), failed


def take_in_path(session: Session, path: Path) -> bool:
    """Take the project at `path` in, and tell what came and what did not; whether it was read.

    Raises StoreError.
    """
    try:
        found = _read(session, path)
    except InputError as error:
        say(str(error))
        return False
    if found is None:
        say(f"{path} is in no format of whole projects that is known here")
        return False
    bundle, losses = found
    with opened(session, adding=True, seeded=False) as store:
        _take_in(store, bundle, losses)
    return True


def _read(session: Session, path: Path) -> tuple[Bundle, tuple[Loss, ...]] | None:
    from fr_reader.exchange.reading import read_bundle  # noqa: PLC0415 - not for --help

    def texts() -> Iterator[Article]:
        with suppress(StoreError), opened(session, quiet=True) as store:  # else there is none yet
            yield from (store.article(entry.id) for entry in store.entries())

    return read_bundle(path, texts)


def _take_in(store: ProjectStore, bundle: Bundle, losses: tuple[Loss, ...]) -> None:
    from fr_reader.store.bundling import take_in  # noqa: PLC0415 - not for --help

    with ExitStack() as others:

        def as_coder(coder: str) -> Store:
            other = ProjectStore.open(store.folder, coder, create=False)
            others.callback(other.close)
            return other

        taken = take_in(store, as_coder, bundle)
    counts = (
        (taken.articles, "article", "articles"),
        (taken.codes, "code", "codes"),
        (taken.speakers, "speaker", "speakers"),
        (taken.annotations, "annotation", "annotations"),
    )
    told = [f"{number} {one if number == 1 else many}" for number, one, many in counts if number]
    show(f"took in {bundle.name}: {', '.join(told) or 'nothing that was not there already'}")
    for line in lost((*losses, *taken.losses)):
        say(line)
