"""Which format a file or a folder is in, and the bundle in it: one table for all formats."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from fr_reader.exchange.texts import Known
from fr_reader.model import Article, Bundle, InputError, Loss, visible

MOST_BYTES = 1 << 30
"""So many bytes of a file, or of all files of a folder together, are read."""
_MOST_FILES = 200_000
_BEGINNING = 64 * 1024

Read = tuple[Bundle, tuple[Loss, ...]]
Texts = Callable[[], Iterable[Article]]


@dataclass(frozen=True, slots=True)
class Format:
    """A format of whole projects: its name for people, whether a path is in it, and its reader.

    `fits` may look into the file; it raises nothing. `read` is told the texts that annotations
    without a text of their own may be about; it raises InputError.
    """

    name: str
    fits: Callable[[Path], bool]
    read: Callable[[Path, Texts], Read]


def read_bundle(path: Path, texts: Texts = tuple) -> Read | None:
    """The bundle in the file or folder at `path`, and what was lost; None for what is in no format
    of whole projects, such as an article.

    `texts` gives the articles known already; it is called only where a format needs it. Raises
    InputError.
    """
    form = format_of(path)
    return None if form is None else form.read(path, texts)


def format_of(path: Path) -> Format | None:
    """The format `path` is in, by its name and its beginning; None where it is in none."""
    return next((form for form in FORMATS if form.fits(path)), None)


def content(path: Path) -> bytes:
    """The bytes of an ordinary file. Raises InputError, also for one that is too large."""
    named = visible(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise InputError(f"{named} cannot be read ({error.strerror or error})") from None
    if len(data) > MOST_BYTES:
        raise InputError(f"{named} is larger than {MOST_BYTES >> 20} MiB: it was not read")
    return data


def _is_plain(path: Path) -> bool:
    """Whether it is an ordinary file and no link, which may lead out of a stranger's folder."""
    return path.is_file() and not path.is_symlink()


def _beginning(path: Path) -> bytes:
    try:
        if not path.is_file():
            return b""
        with path.open("rb") as file:
            return file.read(_BEGINNING).removeprefix(b"\xef\xbb\xbf").lstrip()
    except OSError:
        return b""


def _is_json_lines(path: Path) -> bool:
    return path.suffix.lower() in (".jsonl", ".ndjson") and path.is_file()


def _json_lines(path: Path, texts: Texts) -> Read:  # noqa: ARG001 - its texts are all in it
    from fr_reader.exchange.json_lines import read  # noqa: PLC0415 - only the format at hand

    return read(content(path), str(path))


def _is_web_annotation(path: Path) -> bool:
    suffix = path.suffix.lower()
    if suffix == ".jsonld":
        return path.is_file()
    if suffix != ".json":
        return False
    start = _beginning(path)
    if start[:1] not in (b"{", b"["):
        return False
    signs = (b'"Annotation"', b'"AnnotationPage"', b'"AnnotationCollection"', b'"rows"')
    about = b'"target"' in start and any(sign in start for sign in signs)
    return about or b"www.w3.org/ns/anno.jsonld" in start


def _web_annotation(path: Path, texts: Texts) -> Read:
    from fr_reader.exchange.web_annotation import read  # noqa: PLC0415 - only the format at hand

    data = content(path)
    known = [Known(article) for article in texts()]
    return read(data, str(path), [*known, *_beside(path, data, known)])


def _beside(path: Path, data: bytes, known: Sequence[Known]) -> list[Known]:
    """The texts in the folder of a file that its `data` name, as it is or as in an address."""
    found: list[Known] = []
    hashes = {one.article.sha256 for one in known}
    taken = {one.article.id for one in known}
    for file in sorted(path.parent.glob("*.txt")):
        names = (
            file.stem.encode("utf-8", "surrogateescape"),
            quote(os.fsencode(file.stem)).encode(),
        )
        if not any(name in data for name in names) or not _is_plain(file):
            continue
        try:
            raw = content(file).decode("utf-8-sig")
        except (InputError, UnicodeDecodeError):
            continue
        one = Known.of_file(file.name, raw, taken)
        if raw.strip() and one.article.sha256 not in hashes:
            taken.add(one.article.id)
            found.append(one)
    return found


def _is_brat(path: Path) -> bool:
    try:
        if path.is_dir():
            names = os.listdir(path)[:_MOST_FILES]  # noqa: PTH208 - names are enough
            return any(name.endswith(".ann") for name in names) or "annotation.conf" in names
    except OSError:
        return False
    return path.suffix == ".ann" and path.is_file()


def _brat(path: Path, texts: Texts) -> Read:  # noqa: ARG001 - its texts are all in it
    from fr_reader.exchange.brat import CONF, SIDECAR, read  # noqa: PLC0415 - only the format at hand

    if not path.is_dir():
        beside = [path, path.with_suffix(".txt"), path.with_name(SIDECAR), path.with_name(CONF)]
        return read({each.name: content(each) for each in beside if each.is_file()}, path.name)
    files: dict[str, bytes] = {}
    left = MOST_BYTES
    for file in sorted(path.rglob("*"))[:_MOST_FILES]:
        name = file.relative_to(path).as_posix()
        if (name in (SIDECAR, CONF) or file.suffix in (".txt", ".ann")) and _is_plain(file):
            files[name] = content(file)
            left -= len(files[name])
            if left < 0:
                raise InputError(f"{visible(str(path))} is too large: it was not read")
    return read(files, path.name)


def _ends_in(suffix: str) -> Callable[[Path], bool]:
    return lambda path: path.suffix.lower() == suffix and path.is_file()


def _qdpx(path: Path, texts: Texts) -> Read:  # noqa: ARG001 - its texts are all in it
    from fr_reader.exchange.refi import read_qdpx  # noqa: PLC0415 - only the format at hand

    return read_qdpx(content(path), path.name)


def _qdc(path: Path, texts: Texts) -> Read:  # noqa: ARG001 - it has none
    from fr_reader.exchange.refi import read_qdc  # noqa: PLC0415 - only the format at hand

    return read_qdc(content(path), path.name)


FORMATS: tuple[Format, ...] = (
    Format("REFI-QDA project", _ends_in(".qdpx"), _qdpx),
    Format("REFI-QDA codebook", _ends_in(".qdc"), _qdc),
    Format("JSON Lines", _is_json_lines, _json_lines),
    Format("Web Annotation", _is_web_annotation, _web_annotation),
    Format("brat", _is_brat, _brat),
)
"""The formats of whole projects, each asked in turn; a new one is a line here."""
