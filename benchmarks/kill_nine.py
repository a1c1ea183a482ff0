"""Kill a tagging process at random moments, and count what is lost (it should be nothing).

Run from the root of the repository: python -m benchmarks.kill_nine [ROUNDS] [SEED]
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path
from random import Random

from tests.store.killing import kill_once


def main(rounds: int = 100, seed: str = "kill nine") -> int:
    """Print the totals; the exit code says whether anything went wrong."""
    random = Random(seed)
    start = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="fr-reader-kill-") as folder:
        places = (Path(folder) / str(number) for number in range(rounds))
        outcomes = [kill_once(place, random) for place in places]
    failures = [outcome.failure for outcome in outcomes if outcome.failure]
    lost = sum(outcome.lost for outcome in outcomes)
    print(f"rounds               {rounds}")
    print(f"acts acknowledged    {sum(outcome.acknowledged for outcome in outcomes)}")
    print(f"killed while opening {sum(not outcome.acknowledged for outcome in outcomes)}")
    print(f"torn ends found      {sum(outcome.torn for outcome in outcomes)}")
    print(f"rounds with a loss   {lost}")
    print(f"failed openings      {len(failures)}")
    print(f"seconds              {time.perf_counter() - start:.0f}")
    for failure in failures:
        print(f"  {failure}")
    return 1 if lost or failures else 0


if __name__ == "__main__":
    arguments = sys.argv[1:]
    sys.exit(main(int(arguments[0]) if arguments else 100, *arguments[1:2]))
