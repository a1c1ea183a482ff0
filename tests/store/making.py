"""Small made-up articles, annotations and acts for the tests of the store."""

from __future__ import annotations

from itertools import count

from fr_reader.model import Act, Anchor, Annotation, Article, Change, Record, Span, Speaker

TEXT = "A made-up article.\n\n“Nothing of this was ever said,” said Nobody at All.\n"
HOSTILE = (
    "Made up: [/b] [@click=app.quit]x[/] \x1b]52;c;eA==\x07 \x00 \u202eback\u202c \ud800 "
    "\ud83d\ude00 \U0001f600 \u2028 \x85 é ＂ {braces} \\ud83d\\ude00\n"
)
_TIMES = count()


def article(text: str = TEXT, name: str = "made-up") -> Article:
    """A made-up article."""
    return Article(name, text)


def note(
    of: Article,
    name: str,
    coder: str = "me",
    *,
    code: str = "claim",
    memo: str = "",
    by: str = "",
) -> Annotation:
    """An annotation on the first five code points of an article; `by` is the id of a speaker."""
    time = f"2000-01-01T00:00:00.{next(_TIMES):06}+00:00"
    anchor = Anchor.at(of, Span(0, 5))
    code = "" if by else code
    return Annotation(name, of.id, (anchor,), coder, time, time, code=code, speaker=by, memo=memo)


def speaker(name: str = "nobody") -> Speaker:
    """A made-up speaker."""
    return Speaker(name, name.title(), role="made up", aliases=("No One",))


def making(*records: Record) -> Act:
    """The act of making records."""
    return Act("make", tuple(Change(None, record) for record in records))


def changing(before: Record, after: Record) -> Act:
    """The act of changing a record."""
    return Act("change", (Change(before, after),))


def removing(*records: Record) -> Act:
    """The act of removing records."""
    return Act("remove", tuple(Change(record, None) for record in records))
