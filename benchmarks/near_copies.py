"""How surely copies of one report are found, and what that costs.

    python -m benchmarks.near_copies

Made-up reports on one subject are written, and some of them once more with a share of the words
substituted, deleted or inserted and a quarter of the sentences moved. Precision and recall are
those of the pairs found among all pairs; the cost is the processor time of making the signatures,
of putting them into the index and of asking it for the copies of each report, which has to grow no
faster than the reports. Exit code 1 when precision or recall is below what is promised up to 30 %
of the words, or asking takes over twice as long a report among ten times as many.
"""

from __future__ import annotations

import sys
import time

from fr_reader.text.wire import NearCopies, Signature
from tests.text.reports import Newsroom, printed

SHARES = (0.1, 0.2, 0.3, 0.4)
REPORTS, PLANTED = 900, 100
SIZES = (1_000, 10_000)
LEAST_PRECISION, LEAST_RECALL, PROMISED = 0.95, 0.90, 0.3
MOST = 2.0


def found_in(signatures: list[Signature]) -> tuple[set[tuple[int, int]], float, float]:
    """The pairs that are found, and the seconds of putting and of asking."""
    begun = time.process_time()
    copies = NearCopies[int]()
    for number, signature in enumerate(signatures):
        copies.put(number, signature)
    put = time.process_time()
    pairs = set()
    for number, signature in enumerate(signatures):
        for copy in copies.find(signature, but=number):
            pairs.add((min(number, copy.key), max(number, copy.key)))
    return pairs, put - begun, time.process_time() - put


def surely() -> bool:
    """Print precision and recall by the share of words edited; whether they are as promised."""
    good = True
    for share in SHARES:
        room = Newsroom(1)
        reports = [room.report() for _ in range(REPORTS)]
        reports += [room.edited(report, share) for report in reports[:PLANTED]]
        pairs, _, _ = found_in([Signature.of(printed(report)) for report in reports])
        planted = {(number, REPORTS + number) for number in range(PLANTED)}
        hits = len(pairs & planted)
        precision, recall = hits / max(1, len(pairs)), hits / PLANTED
        print(f"{share:4.0%} edited: precision {precision:.3f}, recall {recall:.3f}")
        if share <= PROMISED:
            good = good and precision >= LEAST_PRECISION and recall >= LEAST_RECALL
    return good


def cheaply() -> bool:
    """Print the cost by the number of reports; whether asking stays as quick."""
    asked = []
    for size in SIZES:
        room = Newsroom(2)
        texts = [printed(room.report()) for _ in range(size)]
        begun = time.process_time()
        signatures = [Signature.of(text) for text in texts]
        made = time.process_time() - begun
        _, put, ask = found_in(signatures)
        asked.append(ask / size)
        print(
            f"{size:6,} reports: signatures {made:.2f} s, index {put:.2f} s, "
            f"asking {1000 * ask / size:.2f} ms a report"
        )
    return asked[-1] <= MOST * asked[0]


def main() -> int:
    """Measure both; 0 when all is as promised."""
    return 0 if surely() and cheaply() else 1


if __name__ == "__main__":
    sys.exit(main())
