"""How well quotations and their speakers are found, next to what fr-reader wants to reach.

    python -m benchmarks.attribution [dev|train] [--shared DIR]

Reads the corpus as `fr-reader quotes --format jsonl` does and has its own scorer count (see
`benchmarks.corpus`, and the scorer for what each figure means). Exit code 1 when one is missed.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from benchmarks.corpus import Corpus, asked, quotes

WANTED = {
    "direct.recall": 0.975,
    "direct.precision": 0.97,
    "direct.speaker": 0.91,
    "source.f": 0.75,
    "cue.f": 0.66,
    "content.f": 0.87,
    "pair.f": 0.77,
}
PARTS = ("source.p", "source.r", "cue.p", "cue.r", "content.p", "content.r", "pair.p", "pair.r")


def figures(measured: Corpus) -> dict[str, float]:
    """What the scorer says of everything that is found."""
    with tempfile.TemporaryDirectory(prefix="fr-reader-") as folder:
        file = Path(folder) / "predictions.jsonl"
        with file.open("w", encoding="utf-8") as lines:
            for path in measured.texts():
                lines.write(json.dumps({"name": path.stem, "quotes": quotes(path)}) + "\n")
        scored = measured.scorer.score(str(measured.split), str(file))
    return {str(name): float(value) for name, value in scored.items()}


def main() -> int:
    """Print the table; the exit code."""
    measured = asked("Score the quotations fr-reader finds.")
    scored = figures(measured)
    print(f"{measured.split.name}, {len(measured.texts())} articles")
    print(f"{'figure':18} {'measured':>8} {'wanted':>8}")
    for name, wanted in WANTED.items():
        told = "" if scored[name] >= wanted else "  missed"
        print(f"{name:18} {scored[name]:8.4f} {wanted:8.3f}{told}")
    for name in PARTS:
        print(f"{name:18} {scored[name]:8.4f}")
    print(f"{'direct.gold':18} {scored['direct.gold']:8.0f}")
    return 1 if any(scored[name] < wanted for name, wanted in WANTED.items()) else 0


if __name__ == "__main__":
    sys.exit(main())
