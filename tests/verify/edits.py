"""Changes a writer must hear of, and edits a writer may make, in notes with quotations.

`python -m tests.verify.edits 1000` makes so many of each and prints what verify finds.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from collections.abc import Iterator

from fr_reader import export
from fr_reader.model import Article
from fr_reader.text import read, sentences
from fr_reader.verify import Finding, Library, verify
from tests.verify.made_up import articles

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TWINS = ["“”„\"«»‘’'ʼ‚`´", "-‐‑‒–—―−", " \u00a0\n"]
_EDGE = 2


def passages(library: Library) -> list[tuple[Article, str]]:
    """Sentences of the articles that stand in one line and have at least six words."""
    found = []
    for article in library.articles:
        for paragraph in read(article).paragraphs:
            for span in sentences(article.text, paragraph.span):
                words = " ".join(span.of(article.text).split())
                if len(words.split()) >= 6 and not any(char in words for char in "[]*_#…"):
                    found.append((article, words))
    return found


def note(words: str, shape: int) -> str:
    """A note that quotes `words`: a block quotation with an attribution, a callout, or prose."""
    if shape == 0:
        return f"# A note\n\n> {words}\n>\n> — “A title”, ¶ 3\n\nNothing more.\n"
    if shape == 1:
        return f"- an item\n\n> [!quote] Example\n> {words}\n^block-1\n"
    return f"We know this: «{words}» — and no more.\n"


def _twin(one: str, other: str) -> bool:
    return any(one in row and other in row for row in _TWINS)


def changed(words: str, chance: random.Random) -> str:
    """`words` with one character that counts replaced, left out, put in, or of the other case."""
    while True:
        at = chance.randrange(_EDGE, len(words) - _EDGE)
        char, kind = words[at], chance.randrange(4)
        if char.isspace():
            alone = words[at - 1].isalnum() and words[at + 1].isalnum()
            if alone and kind:
                return words[:at] + words[at + 1 :]
            continue
        likes = _LETTERS if char.isalpha() else "0123456789" if char.isdigit() else "?;%$"
        new = chance.choice(likes)
        if kind == 0 and new != char and not _twin(new, char):
            return words[:at] + new + words[at + 1 :]
        if kind == 1 and (char.isalnum() or char in "?!;%$£"):
            return words[:at] + words[at + 1 :]
        if kind == 2 and char.isalnum():
            return words[:at] + new + words[at:]
        if kind == 3 and char.swapcase() != char:
            return words[:at] + char.swapcase() + words[at + 1 :]


def _free(tokens: list[str]) -> list[int]:
    """The numbers of the words that stand outside of brackets and beside no other edit."""
    free, depth = [], 0
    for number, token in enumerate(tokens):
        near = "".join(tokens[max(0, number - 1) : number + 2])
        if not depth and token.isalpha() and not any(char in near for char in "[].…*_"):
            free.append(number)
        depth += token.count("[") - token.count("]")
    return [number for number in free if 0 < number < len(tokens) - 1]


def _edits(words: str, chance: random.Random) -> Iterator[str]:
    """Each kind of edit that may be made, on its own."""
    tokens = words.split(" ")
    free = _free(tokens)
    if free:
        at = chance.choice(free)
        word = tokens[at]
        forms = ["[…]", "[...]", ". . .", "…", "...", "[the mayor]", f"**{word}**", f"_{word}_"]
        forms += [f"{word} [sic]", f"{word} [who is made up]"]
        if len(word) > 1:
            forms.append(f"[{word[0].swapcase()}]{word[1:]}")
            forms += [f"{word[0]}\u00ad{word[1:]}", f"{word[0]}[xy]"]
        for form in forms:
            yield " ".join([*tokens[:at], form, *tokens[at + 1 :]])
    yield words.replace("’", "'").replace("“", '"').replace("”", '"')
    yield words.replace("“", "‘").replace("”", "’")
    yield words.replace("–", "—").replace(" ", "\u00a0", 2)
    if "&" not in words:
        yield words.replace("'", "&#39;").replace("£", "&pound;").replace("’", "&rsquo;")
    if "\\" not in words:
        yield words.replace(",", "\\,").replace("%", "\\%").replace("?", "\\?")


def edited(words: str, chance: random.Random) -> str:
    """`words` after one to three edits that may be made, of kinds that can be told apart."""
    for _ in range(chance.randrange(1, 4)):
        words = chance.choice(list(_edits(words, chance)))
    return words


def wrapped(words: str, shape: int) -> str:
    """`words` over several lines, each with the prefix of its note."""
    middle = words.find(" ", len(words) // 2)
    if middle < 0 or words[middle + 1 : middle + 2] in ("—", "–", "-"):
        return words
    return f"{words[:middle]}\n{'> ' if shape < 2 else ''}{words[middle + 1 :]}"


def missed(count: int, library: Library, seed: int = 7) -> list[str]:
    """Of so many notes with one character changed, those verify takes for exact or unknown."""
    chance, found = random.Random(seed), passages(library)
    wrong = []
    for number in range(count):
        _, words = chance.choice(found)
        new = changed(words, chance)
        verdicts = verify(note(new, number % 3), library)
        caught = (Finding.ALTERED, Finding.UNMARKED)
        if not any(verdict.finding in caught for verdict in verdicts):
            wrong.append(f"{words} → {new}: {[v.finding.value for v in verdicts]}")
    return wrong


def flagged(count: int, library: Library, seed: int = 8) -> list[str]:
    """Of so many notes with edits that may be made, those verify does not take for exact."""
    chance, found = random.Random(seed), passages(library)
    wrong = []
    for number in range(count):
        _, words = chance.choice(found)
        shape = number % 3
        new = edited(words, chance)
        if chance.random() < 0.3:
            new = wrapped(new, shape)
        verdicts = verify(note(new, shape), library)
        if not verdicts or any(verdict.finding is not Finding.EXACT for verdict in verdicts):
            told = Counter(v.finding.value for v in verdicts)
            wrong.append(f"{words} → {new}: {dict(told)} {[v.sentence for v in verdicts]}")
    return wrong


def exported(library: Library) -> list[str]:
    """Citations of every quotation of the articles."""
    readings = [read(article) for article in library.articles]
    return [
        export.cite(reading, each.segments, each.who or "")
        for reading in readings
        for each in reading.quotations
    ]


def main() -> None:
    """Print the figures."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    library = Library(tuple(articles()))
    for title, wrong in (
        ("one character changed, not caught", missed(count, library)),
        ("edits that may be made, flagged", flagged(count, library)),
    ):
        print(f"{title}: {len(wrong)} of {count}")
        for line in wrong[:20]:
            print(f"  {line}")


if __name__ == "__main__":
    main()
