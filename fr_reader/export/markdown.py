"""Words that must come out of markdown as they went in.

What markdown would take for structure is escaped with a backslash, and nothing else is, so that
the source stays readable: quotations from the news mostly need no backslash at all. A lone `*`,
`_`, backtick or `~` has nothing to pair with and stays bare; two or more in one paragraph are
escaped. The rules are those of CommonMark 0.31 with the tables and strikethrough of GitHub's
dialect; doubled square brackets, links in many note-taking programs, are escaped as well.

Control characters, bidirectional overrides and lone surrogates become visible symbols
(`fr_reader.model.visible`) before anything else, code point for code point.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from fr_reader.model import visible, visible_text

_PUNCTUATION = re.escape("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
_INLINE = re.compile(
    rf"""
      \\(?=[{_PUNCTUATION}]|$)                                # a backslash that would escape
    | &(?=\#\d+;|\#[xX][\da-fA-F]+;|[A-Za-z][A-Za-z\d]*;)     # a character reference
    | <(?=[A-Za-z/!?])                                        # a tag, a comment, a link
    | \](?=[(\[:])                                            # the middle of a link
    | \[(?=\[)                                                # a link of note-taking programs
    """,
    re.VERBOSE | re.MULTILINE,
)
_PAIRED = {
    "*": re.compile(r"\*+"),
    "`": re.compile(r"`+"),
    "~": re.compile(r"~+"),
    "_": re.compile(r"(?<!\w)_+|_+(?!\w)"),  # inside a word it is only a character
}
_LINE_START = re.compile(
    r"""
      \#{1,6}(?=[ \t]|$)                    # a heading
    | >                                     # a quotation in the quotation
    | [-+*](?=[ \t]|$)                      # a list
    | (?P<number>\d{1,9})(?=[.)](?:[ \t]|$))
    | =+[ \t]*$ | -+[ \t]*$                 # the underline of a heading
    | (?P<rule>[-_*])(?:[ \t]*(?P=rule)){2,}[ \t]*$
    | `{3} | ~{3}                           # a block of code
    | (?=[|: \t]*-)[|:-][|: \t-]*$          # the second line of a table
    """,
    re.VERBOSE,
)
_FIELD = re.compile(
    r"""
      [\\`*\[\]<>~] | (?<![^\W_])_ | _(?![^\W_])
    | &(?=\#?\w+;)
    | (?<![^ ])\#(?=\#*$)                   # the closing marks of a heading
    """,
    re.VERBOSE,
)


def block(text: str) -> list[str]:
    """`text` as the lines of markdown paragraphs; an empty line stands between two.

    Rendered, the words are those of `text`, control characters made visible. Line breaks stay;
    white space at the ends of lines, which markdown gives a meaning of its own, does not.
    """
    lines: list[str] = []
    for paragraph in re.split(r"\n(?:[ \t]*\n)+", visible_text(text)):
        stripped = [line.strip(" \t") for line in paragraph.split("\n")]
        wanted = "\n".join(line for line in stripped if line)
        if not wanted:
            continue
        lines += [""] if lines else []
        lines += [guarded(line) for line in _inline(wanted).split("\n")]
    return lines


def field(text: str) -> str:
    """A title or a name in one line, safe inside a heading or a sentence of markdown."""
    return _FIELD.sub(r"\\\g<0>", visible(" ".join(text.split())))


def cell(text: str) -> str:
    """A title or a name, safe in a cell of a table."""
    return field(text).replace("|", "\\|")


def series(parts: Sequence[str], last: str = "and") -> str:
    """`parts` as people list them: "A, B and C"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {last} {parts[-1]}"


def _inline(text: str) -> str:
    """`text`, one paragraph, with what would be markup inside its lines escaped."""
    marks = {match.start() for match in _INLINE.finditer(text)}
    for pattern in _PAIRED.values():
        runs = list(pattern.finditer(text))
        if len(runs) > 1:
            marks.update(index for run in runs for index in range(run.start(), run.end()))
    if not marks:
        return text
    return "".join(f"\\{char}" if index in marks else char for index, char in enumerate(text))


def guarded(line: str) -> str:
    """`line`, of escaped words, with what would be structure at its start escaped as well."""
    match = _LINE_START.match(line)
    if not match:
        return line
    at = match.end("number") if match["number"] else 0
    return f"{line[:at]}\\{line[at:]}"
