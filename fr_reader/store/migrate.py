"""From the format of an earlier fr-reader to this one's, step by step, after a backup."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

from fr_reader.model import StoreError
from fr_reader.store import files
from fr_reader.store.backup import make_backup
from fr_reader.store.lines import VERSION
from fr_reader.store.lock import Lock
from fr_reader.store.manifest import FORMAT, NAME, Manifest, read_manifest

Step = Callable[[Path], None]

STEPS: Mapping[int, Step] = {}
"""What makes a project of one version, by which it is kept here, into one of the next.

A step is given the project's folder, works with the lock held, and can be begun anew where it was
interrupted: the version in project.json is raised only after it. There is one version so far.
"""


def migrate(
    folder: Path,
    lock: Lock,
    manifest: Manifest,
    steps: Mapping[int, Step] = STEPS,
    newest: int = VERSION,
) -> Manifest:
    """Bring the project in `folder` to the `newest` version; its manifest then.

    Raises StoreError, also where there is no way from its version.
    """
    if manifest.version >= newest:
        return manifest
    with lock.hold():
        manifest = read_manifest(folder) or manifest  # another window may have been first
        missing = [v for v in range(manifest.version, newest) if v not in steps]
        if missing:
            raise StoreError(
                f"{files.named(folder)} has format {manifest.version}, which this fr-reader no "
                "longer reads: open it with an earlier fr-reader first"
            )
        if manifest.version < newest:
            make_backup(folder, "before", exact=True)
        while manifest.version < newest:
            try:
                steps[manifest.version](folder)
                manifest = Manifest(manifest.version + 1, manifest.name)
                content = {"format": FORMAT, "version": manifest.version, "name": manifest.name}
                data = json.dumps(content, indent=2).encode() + b"\n"
                files.write_atomically(folder / NAME, data)
            except OSError as error:
                raise files.cannot(
                    "bring up to date", folder, error, "it is as far as it came; try again"
                ) from error
        return manifest
