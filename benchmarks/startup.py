"""How long `fr-reader --help` takes, against the least it could take.

    python benchmarks/startup.py [RUNS]

The least is an interpreter that starts, imports click and ends. Both are run in turn, so that
whatever else the machine does meets both alike, and the medians are compared. The claim is a
ratio of at most 5. Exit code 1 when it does not hold.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

CLAIM = 5.0
LEAST = [sys.executable, "-c", "import click"]
HELP = [sys.executable, "-m", "fr_reader", "--help"]


def seconds(command: list[str]) -> float:
    """The wall-clock seconds one run of `command` takes."""
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> int:
    """Measure and print; the exit code."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    seconds(LEAST), seconds(HELP)  # the first run of each reads cold files
    pairs = [(seconds(LEAST), seconds(HELP)) for _ in range(runs)]
    least, help_ = (statistics.median(column) for column in zip(*pairs, strict=True))
    ratio = help_ / least
    print(f"python -c 'import click'  {least * 1000:6.1f} ms")
    print(f"fr-reader --help          {help_ * 1000:6.1f} ms")
    print(f"ratio                     {ratio:6.2f}    (claim: at most {CLAIM:g}, median of {runs})")
    return 0 if ratio <= CLAIM else 1


if __name__ == "__main__":
    sys.exit(main())
