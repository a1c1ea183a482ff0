"""What reference managers know about articles: CSL-JSON, BibTeX and BibLaTeX, RIS."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from fr_reader.model import InputError, Metadata, visible

MOST_BYTES = 4_000_000
"""The largest file of references that is read; some ten thousand articles."""

ENDINGS = (".ris", ".bib", ".json")
"""How the names of such files end."""

_ENTRY = re.compile(r"^[ \t]*@[A-Za-z]+[ \t]*[{(]", re.MULTILINE)


def read_references(data: bytes, name: str) -> list[Metadata]:
    """The works in a file of references, in its order, whatever their types.

    `name` is the file's, for messages and for its ending: `.ris`, `.bib` or `.json`. Any other
    ending is settled by how the file begins. What is not known stays empty; authors are strings
    `fr_reader.text.author_names` understands. Raises InputError for a file that is too large, is
    not UTF-8, or is not in the format, and where a library for the format is missing.
    """
    shown = visible(name)
    if len(data) > MOST_BYTES:
        raise InputError(f"{shown} is larger than {MOST_BYTES // 1_000_000} MB: split it")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(f"{shown} is not in UTF-8: save it as UTF-8") from None
    reader, kind = _reader(text, name)
    try:
        return list(reader(text))
    except ImportError:
        raise InputError(
            f"{shown} needs a library that is not installed: pip install 'fr-reader[references]'"
        ) from None
    except InputError as error:
        raise InputError(f"{shown}: {error}") from None
    except Exception:  # the libraries raise whatever they meet in a file that is broken
        raise InputError(f"{shown} is not valid {kind}: export it again") from None


def _reader(text: str, name: str) -> tuple[Callable[[str], Iterable[Metadata]], str]:
    """The reader for this file, and the name of its format."""
    ending = name[-5:].lower()
    start = text.lstrip()[:1]
    if ending.endswith(".json") or (not ending.endswith((".ris", ".bib")) and start in ("[", "{")):
        from fr_reader.ingest.references.csl_json import from_csl_json  # noqa: PLC0415 - one of three

        return from_csl_json, "CSL-JSON"
    if ending.endswith(".bib") or (not ending.endswith(".ris") and _ENTRY.search(text)):
        from fr_reader.ingest.references.bibtex import from_bibtex  # noqa: PLC0415

        return from_bibtex, "BibTeX"
    from fr_reader.ingest.references.ris import from_ris  # noqa: PLC0415

    return from_ris, "RIS"
