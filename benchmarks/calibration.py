"""Whether confidence means what it says: of the quotations at 0.9, nine in ten should be right.

    python -m benchmarks.calibration [dev|train] [--shared DIR]

A quotation that was found is right when there is an attribution marked by hand such that

- one segment of ours and its content share at least half the words of the shorter of the two, and
- its source, where it has one, shares a word with our mention of the speaker (for a quotation that
  goes on from an earlier one: the mention there).

So a quotation without a speaker is right only where the corpus has none either. Printed are, for
each bin of confidence and then for each rule, how many quotations there are, their mean
confidence, and how many of them are right; and the expected calibration error, the mean distance
between the two over the bins, weighted by their size (Naeini, Cooper and Hauskrecht 2015).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from benchmarks.corpus import Corpus, Quote, asked, quotes, raw_text

Judged = tuple[float, bool]
Words = set[int]
BINS = 10


def gold(measured: Corpus, path: Path, words: list[tuple[int, int]]) -> list[tuple[Words, Words]]:
    """The attributions in the article at `path`: the words of each content and of its source."""
    inside = measured.scorer.inside
    spans, events = measured.scorer.read_ann(str(measured.annotations(path)))
    result = []
    for roles in events:
        by: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for role, key in roles:
            if key in spans:
                by[role.rstrip("0123456789")] += spans[key][1]
        result.append((inside(words, by["Content"]), inside(words, by["Source"])))
    return [pair for pair in result if pair[0]]


def right(
    measured: Corpus, quote: Quote, words: list[tuple[int, int]], marked: list[tuple[Words, Words]]
) -> bool:
    """Whether `quote` is one of the attributions `marked` by hand."""
    inside = measured.scorer.inside
    who = inside(words, [quote["speaker"]]) if quote["speaker"] else set()
    bodies = [body for body in (inside(words, [each]) for each in quote["segments"]) if body]
    return any(
        (who & source if source else True)
        and any(2 * len(body & content) >= min(len(body), len(content)) for body in bodies)
        for content, source in marked
    )


def judged(measured: Corpus) -> list[tuple[str, float, bool]]:
    """Rule, confidence and whether it is right, of every quotation found in the corpus."""
    result = []
    for path in measured.texts():
        words = measured.scorer.words(raw_text(path))
        marked = gold(measured, path, words)
        for quote in quotes(path):
            verdict = right(measured, quote, words, marked)
            result.append((f"{quote['rule']} ({quote['kind']})", quote["confidence"], verdict))
    return result


def row(name: str, group: Iterable[Judged]) -> tuple[int, float]:
    """Print one line; how many there are, and how far confidence is from the truth."""
    confidences, verdicts = zip(*group, strict=True)
    count = len(verdicts)
    mean, share = sum(confidences) / count, sum(verdicts) / count
    print(f"{name:44} {count:6} {mean:10.3f} {share:8.3f} {mean - share:+8.3f}")
    return count, abs(mean - share)


def main() -> None:
    """Print the tables."""
    measured = asked("Compare the confidence of quotations with how many are right.")
    every = judged(measured)
    bins: dict[int, list[Judged]] = defaultdict(list)
    rules: dict[str, list[Judged]] = defaultdict(list)
    for rule, confidence, verdict in every:
        bins[min(BINS - 1, int(confidence * BINS + 1e-9))].append((confidence, verdict))
        rules[rule].append((confidence, verdict))
    print(f"{measured.split.name}, {len(every)} quotations")
    print(f"{'confidence':44} {'number':>6} {'mean':>10} {'right':>8} {'too high':>8}")
    lines = [row(f"{n / BINS:.1f} to {(n + 1) / BINS:.1f}", bins[n]) for n in sorted(bins)]
    row("all", [each for group in bins.values() for each in group])
    error = sum(count * off for count, off in lines) / max(1, len(every))
    print(f"{'expected calibration error':44} {error:26.3f}\n")
    print(f"{'rule':44} {'number':>6} {'mean':>10} {'right':>8} {'too high':>8}")
    for rule in sorted(rules, key=lambda name: (-len(rules[name]), name)):
        row(rule, rules[rule])


if __name__ == "__main__":
    main()
