"""Notes made by a template of the user's, within limits of time and size."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from fr_reader.export.collection import Collection, Written
from fr_reader.export.document import Ref
from fr_reader.export.keys import note_key
from fr_reader.export.profiles import profile
from fr_reader.export.templates.data import Data, Teller, only
from fr_reader.export.templates.shelf import SUFFIX, source
from fr_reader.model import ExportError, visible, visible_text

SECONDS = 10.0
"""How long all notes of one export may take."""

MOST = 20_000_000
"""How many characters they may have together."""

_START = "import sys; sys.path[:] = {}; from fr_reader.export.templates.worker import main; main()"


def templated(
    found: Collection,
    folder: Path,
    template: str,
    name: str,
    kinds: Sequence[str] = (),
    *,
    seconds: float = SECONDS,
    most: int = MOST,
) -> list[Written]:
    """The notes `found.each` would make, or where no kind is named the one `found.one` would, as
    the template in `folder` makes them for the profile `name`; indexes are the profile's.

    Raises ExportError with the template's file and line where something in it is wrong, and where
    it takes too long or writes too much.
    """
    source(folder, template)
    chosen = profile(name)
    shelf = found.shelf(name, kinds)
    tell = Teller(chosen, shelf)
    shared = _shared(found, tell)
    refs = [ref for kind in kinds for ref in found.refs(kind)]
    key = note_key("project")
    contexts = [_context(shared, ref) for ref in refs]
    if not kinds:
        contexts = [{"note": {"kind": "project", "key": key, "label": ""}}]
    texts = _run(folder, template, name, shared, contexts, seconds, most)
    if not kinds:
        return [Written(key, "", _tidy(texts[0]))]
    indexes = found.indexes(name, kinds)
    return indexes + [
        Written(note_key(ref.kind, ref.id), f"{shelf.stems[ref]}.md", _tidy(text))
        for ref, text in zip(refs, texts, strict=True)
    ]


def _shared(found: Collection, tell: Teller) -> Data:
    findings = [told for one in found.evidence for told in tell.findings(one)]
    return {
        "project": {"articles": len(found.evidence), "findings": len(findings)},
        "articles": [tell.article(one) for one in found.evidence],
        "speakers": [tell.speaker(speaker) for speaker in found.speakers],
        "codes": [tell.code(code) for code in found.codebook],
        "findings": findings,
    }


def _context(shared: Data, ref: Ref) -> Data:
    key = note_key(ref.kind, ref.id)
    its = next(one for one in shared[f"{ref.kind}s"] if one["key"] == key)
    return {
        "note": {"kind": ref.kind, "key": key, "label": ""},
        ref.kind: its,
        "findings": only(shared["findings"], ref.kind, key),
    }


def _run(
    folder: Path,
    template: str,
    name: str,
    shared: Data,
    contexts: Sequence[Data],
    seconds: float,
    most: int,
) -> list[str]:
    file = f"{template}{SUFFIX}"
    asked = {
        "folder": str(folder),
        "template": file,
        "profile": name,
        "most": most,
        "shared": shared,
        "contexts": contexts,
    }
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _START.format(sys.path)],
            input=json.dumps(asked).encode(),
            capture_output=True,
            timeout=seconds,
            check=False,
        )
        answer: dict[str, Any] = json.loads(done.stdout)
    except subprocess.TimeoutExpired:
        raise ExportError(
            f"the template {file} took more than {seconds:g} seconds: does a loop in it never end?"
        ) from None
    except (OSError, ValueError):
        raise ExportError(
            f"the template {file} could not be rendered: it may take too much memory"
        ) from None
    if "error" in answer:
        where = answer.get("file") or file
        line = f", line {answer['line']}" if answer.get("line") else ""
        why = visible(" ".join(str(answer["error"]).split()))
        raise ExportError(f"the template {visible(str(where))}{line}: {why}")
    return list(answer["texts"])


def _tidy(text: str) -> str:
    return visible_text(text).rstrip("\n") + "\n"
