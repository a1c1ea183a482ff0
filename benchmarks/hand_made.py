"""How many of the hand-made cases are found exactly, group by group.

    python -m benchmarks.hand_made [--failures]

A case is exact when every quotation it asks for was found with the right words, kind, cue, mention
and speaker, and nothing else was. The columns count the cases in which that one part is right.
`--failures` prints a line for each case that is not exact instead of the table. Exit code 1 when
fewer than nine in ten are exact, or fewer than four in five of a group.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

from fr_reader.text import quotations
from tests.text.cases.judging import (
    IN_A_GROUP,
    OVERALL,
    PARTS,
    Judgement,
    by_group,
    judge,
    share,
    told,
)
from tests.text.cases.loading import cases


def row(name: str, judgements: Sequence[Judgement], goal: float) -> str:
    """A line of the table; a group below its goal ends in a mark."""
    right = [sum(part not in judgement.wrong for judgement in judgements) for part in PARTS]
    exact = sum(judgement.exact for judgement in judgements)
    missed = "" if share(judgements) >= goal else "  below"
    columns = "".join(f"{count:9}" for count in (len(judgements), *right, exact))
    return f"{name:24}{columns}{100 * share(judgements):7.0f} %{missed}"


def main(arguments: Sequence[str]) -> int:
    judged = [judge(case, quotations(case.text)) for case in cases()]
    groups = by_group(judged)
    if "--failures" in arguments:
        print("\n".join(told(judgement) for judgement in judged if not judgement.exact))
    else:
        print(f"{'group':24}" + "".join(f"{name:>9}" for name in ("cases", *PARTS, "exact")))
        family = ""
        for name, of_it in groups.items():
            if of_it[0].case.family != family:
                family = of_it[0].case.family
                print(f"\n{family}")
            print(row(f"  {name.replace('_', ' ')}", of_it, IN_A_GROUP))
        print("\n" + row("all", judged, OVERALL))
    met = share(judged) >= OVERALL and all(share(of) >= IN_A_GROUP for of in groups.values())
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
