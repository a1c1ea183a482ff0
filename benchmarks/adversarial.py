"""How long finding quotations takes in texts made to be hard, 10,000 of them.

    python -m benchmarks.adversarial [--count N] [--seed N] [--growth]

The texts are made up from a seed, the same on every machine: long runs of every mark, openers that
never close, chains of names and cues, very long words, control and combining characters, and
mixtures of these, from 1 to 20,000 code points. Time is the processor's; a text over the limit is
measured again, and the shortest of the times counts. Prints the percentiles, the ten slowest and
the rest over the limit. `--growth` instead makes each kind of text at two lengths, one four times
the other, and prints those whose time grew by more than six. Exit code 1 when a text took over
0.2 s, or one grew so.
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from fr_reader.text import quotations

LIMIT = 0.2
LONGEST = 20_000
COUNT = 10_000
SEED = 20_000
AGAIN = 3
SHORT, FACTOR, MOST_GROWTH = 10_000, 4, 6.0

MARKS = (*"“”‘’\"'«»‹›„‚‟`´′″", "''", "``", "'\"", "“‘", "’”", "« ", " »", "said “", "” said ")
SIGNS = (*"()[]{}<>—–-.…!?,;:&@#/*_~|", "--", "...", ". ", ", ", "; ", ": ", "— ", " – ", "?!")
CALLS = ("> ", "- ", "1. ", "# ", "Q: ", "A: ", "NAME: ", "By ", "Photograph: ", "@name ", "#tag ")
WORDS = (
    *("said ", "said said ", "said, ", "said: ", "said that ", "told ", "told him that ", "asked "),
    *("according to ", "claims ", "claim that ", "it is said to ", "denies ", "fears ", "adding "),
    *("of ", "the ", "a ", "that ", "who ", "which ", "and ", "but ", "to ", "by ", "not ", "has "),
    *("he ", "she ", "they ", "I ", "it ", "the mayor ", "the the ", "a man, ", "spokesman for "),
)
NAMES = (
    *(
        "A ",
        "A. ",
        "A B C D ",
        "Anna Oak ",
        "Oak ",
        "Anna Oak, ",
        "Dr. ",
        "Sir ",
        "van der ",
        "de ",
    ),
    *(
        "al-",
        "O’",
        "Oak’s ",
        "Oak-",
        "ANNA OAK ",
        "Oak, a nurse, ",
        "Ham Town Council (HTC) ",
        "U.S. ",
    ),
    *("Mr. Oak said. ", "“I,” he said. ", "“Ham” said ", "Oak: “", "— Anna Oak\n", "Ham & Oak "),
)
BLANKS = (
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\r",
    "\t",
    "\u00a0",
    "\u3000",
    "\u2028",
    "\u200b",
    "\n \n",
)
ODD = (
    *("\x00", "\x1b", "\x7f", "\x85", "\u0301", "\u200d", "\u200f", "\u202e", "\u2066", "\ufeff"),
    *("\ufffd", "\U0001f468\u200d\U0001f469", "İ", "ß", "ﬁ", "א", "ع", "漢", "é", "e\u0301\u0323"),
    *("1", "5'10\" ", "12″ ", "x", "X", "https://a.example/", "\\", "%s", "\u1f88", "\U000e0001"),
)
FAMILIES = (MARKS, SIGNS, CALLS, WORDS, NAMES, BLANKS, ODD)
PIECES = tuple(piece for family in FAMILIES for piece in family)
PAIRS = ("“”", "‘’", "«»", "»«", "„“", "()", "[]", "‹›", '""', "''", "<>", "{}")
FRAMES = (
    "“{}” said Anna Oak.",
    "Anna Oak said: “{}",
    "{}” said Anna Oak.",
    "“It rains,” said {}.",
    "{} said “it rains”.",
    "“It rains,” {} said. “It pours.”",
    "Anna Oak, {}, said that it rains.",
    "According to {}, it rains.",
    "Anna Oak said that {} and that it rains.",
    "{}, Anna Oak said.",
    "It rains. — {}",
    "Anna Oak’s {} that it rains.",
)


class Shape(NamedTuple):
    """A kind of hard text: its name, and how it is made of a certain length."""

    name: str
    make: Callable[[int], str]


def filled(unit: str, length: int) -> str:
    """`unit` again and again, `length` code points of it."""
    return (unit * (length // len(unit) + 1))[:length]


def run(piece: str) -> Shape:
    return Shape(f"run of {piece!r}", lambda length: filled(piece, length))


def repeated(rng: random.Random) -> Shape:
    return run(rng.choice(PIECES))


def alternating(rng: random.Random) -> Shape:
    pieces = rng.choices(PIECES, k=rng.randint(2, 6))
    return Shape(f"alternating {pieces!r}", lambda length: filled("".join(pieces), length))


def nested(rng: random.Random) -> Shape:
    pairs = rng.choices(PAIRS, k=rng.randint(1, 4))
    between = rng.choice(("", "a", "said ", " ", "Oak ", "\n\n", "it rains "))
    opening = "".join(pair[0] + between for pair in pairs)
    closing = "".join(pair[1] + between for pair in reversed(pairs))
    return Shape(
        f"nested {pairs!r} around {between!r}",
        lambda length: filled(opening, length // 2) + filled(closing, length - length // 2),
    )


def word(rng: random.Random) -> Shape:
    unit = "".join(rng.choices("abcdefghijklmnopqrstuvwxyzABCÉ0-’'._\u0301", k=rng.randint(1, 40)))
    return Shape(f"one word of {unit!r}", lambda length: filled(unit, length))


def names(rng: random.Random) -> Shape:
    joint = rng.choice((" ", ", ", " of ", " and ", " de ", "’s ", " (", ". ", "-", " the "))
    start = rng.randrange(1000)

    def make(length: int) -> str:
        chain, size, number = [], 0, start
        while size < length:
            chain.append("".join("aeioustrnl"[int(digit)] for digit in str(number)).title())
            size += len(chain[-1]) + len(joint)
            number += 1
        return joint.join(chain)[:length]

    return Shape(f"names joined by {joint!r} from {start}", make)


def framed(rng: random.Random) -> Shape:
    frame, inner = rng.choice(FRAMES), rng.choice((repeated, alternating, names, word))(rng)
    return Shape(
        f"{frame!r} around {inner.name}",
        lambda length: frame.format(inner.make(max(1, length - len(frame)))),
    )


def paragraphs(rng: random.Random) -> Shape:
    joint = rng.choice(("\n", "\n\n", "\r\n\r\n"))
    lines = ["".join(rng.choices(PIECES, k=rng.randint(1, 8))) for _ in range(rng.randint(1, 4))]
    return Shape(
        f"paragraphs {lines!r} joined by {joint!r}",
        lambda length: filled(joint.join(lines) + joint, length),
    )


def mixture(rng: random.Random) -> Shape:
    seed = rng.randrange(2**32)
    chosen = PIECES if rng.random() < 0.3 else rng.choice(FAMILIES) + rng.choice(FAMILIES)

    def make(length: int) -> str:
        own, parts, size = random.Random(seed), [], 0
        while size < length:
            parts.append(own.choice(chosen))
            size += len(parts[-1])
        return "".join(parts)[:length]

    return Shape(f"mixture {seed} of {len(chosen)} pieces", make)


def unicode(rng: random.Random) -> Shape:
    seed = rng.randrange(2**32)

    def make(length: int) -> str:
        own = random.Random(seed)
        points = (own.randrange(own.choice((128, 0x2100, 0x110000))) for _ in range(length))
        return "".join("\ufffd" if 0xD800 <= point < 0xE000 else chr(point) for point in points)

    return Shape(f"any characters {seed}", make)


MAKERS = (repeated, alternating, nested, word, names, framed, framed, paragraphs, mixture, unicode)


def shapes(count: int, seed: int) -> Iterator[Shape]:
    """`count` kinds of hard text: first a run of each piece, then the makers in turn."""
    for piece in PIECES[:count]:
        yield run(piece)
    for number in range(count - len(PIECES)):
        rng = random.Random(f"{seed}/{number}")
        yield MAKERS[number % len(MAKERS)](rng)


def texts(count: int, seed: int, longest: int = LONGEST) -> Iterator[tuple[str, str]]:
    """`count` hard texts, each with the name of its shape, from 1 to `longest` code points.

    Short lengths are as likely as long ones; of a run of one piece the text is the longest.
    """
    lengths = random.Random(seed)
    for number, shape in enumerate(shapes(count, seed)):
        length = round(math.exp(lengths.uniform(0, math.log(longest))))
        yield shape.name, shape.make(longest if number < len(PIECES) else length)


def once(text: str) -> float:
    """The processor time finding the quotations of `text` takes."""
    start = time.process_time()
    quotations(text)
    return time.process_time() - start


def seconds(text: str) -> float:
    """The same, and the shortest of several times when it is over the limit."""
    best = once(text)
    for _ in range(AGAIN if best > LIMIT else 0):
        best = min(best, once(text))
    return best


def shown(seconds_taken: float, length: int, name: str) -> str:
    return f"{1000 * seconds_taken:8.1f} ms {length:7} code points  {name[:160]}"


def slowest(count: int, seed: int) -> bool:
    """Measure the texts and print the table; whether all were within the limit."""
    measured = sorted(
        ((seconds(text), len(text), name) for name, text in texts(count, seed)), reverse=True
    )
    times = [taken for taken, _, _ in reversed(measured)]
    print(f"{len(times)} texts, {sum(length for _, length, _ in measured):,} code points")
    for percent in (50, 90, 99, 99.9, 100):
        place = min(len(times) - 1, int(len(times) * percent / 100))
        print(f"{percent:>6} % within {1000 * times[place]:8.1f} ms")
    print("\nslowest")
    print("\n".join(shown(*each) for each in measured[:10]))
    over = [each for each in measured if each[0] > LIMIT]
    print(f"\nover {LIMIT} s: {len(over)}")
    print("\n".join(shown(*each) for each in over[10:]))
    return not over


def growing(count: int, seed: int) -> bool:
    """Print the shapes whose time grows faster than their length; whether there were none."""
    fine = True
    for shape in shapes(count, seed):
        small, large = shape.make(SHORT), shape.make(SHORT * FACTOR)
        once(small)  # what a text of its kind makes fr-reader look up is kept from here on
        short, long = once(small), once(large)
        if long > 0.02 and long > MOST_GROWTH * short:
            short, long = (min(once(text) for _ in range(AGAIN)) for text in (small, large))
        if long > 0.02 and long > MOST_GROWTH * short:
            fine = False
            print(f"× {long / short:5.1f}  {shown(long, SHORT * FACTOR, shape.name)}", flush=True)
    print("every kind of text grows with its length" if fine else "these grow faster")
    return fine


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.adversarial")
    parser.add_argument("--count", type=int, default=COUNT)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--growth", action="store_true")
    asked = parser.parse_args(arguments)
    quotations("“It rains,” Anna Oak said.")
    return 0 if (growing if asked.growth else slowest)(asked.count, asked.seed) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
