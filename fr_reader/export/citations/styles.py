"""The one table of styles, and the two ways to cite in one: a passage, or a whole article."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from fr_reader.export import citation
from fr_reader.export.citations import apa, chicago, mla, own, writing_tools
from fr_reader.export.citations.keys import base_key
from fr_reader.export.citations.script import MARKDOWN, PLAIN, Script
from fr_reader.export.citations.work import Attribution, Passage, Work, work_of_article
from fr_reader.export.markdown import block, guarded
from fr_reader.export.passage import bare, stretches
from fr_reader.model import Article, ExportError, Reading, Span, hull


@dataclass(frozen=True, slots=True)
class Style:
    """One way to cite: `attribution` stands under a passage, `entry` for a whole article."""

    id: str
    title: str
    help: str
    attribution: Callable[[Passage], Attribution]
    entry: Callable[[Work, Script], str]


_ALL = (
    Style("fr-reader", "fr-reader", "All that is known, in one line.", own.attribution, own.entry),
    Style(
        "apa",
        "APA 7",
        "Author, year and paragraph in the text, and the entry for the list of references.",
        apa.attribution,
        apa.entry,
    ),
    Style(
        "mla",
        "MLA 9",
        "Author and paragraph in the text, and the entry for the list of works cited.",
        mla.attribution,
        mla.entry,
    ),
    Style(
        "chicago",
        "Chicago, full note",
        "The first note on it.",
        chicago.full_attribution,
        chicago.note,
    ),
    Style(
        "chicago-short",
        "Chicago, short note",
        "Every later note on it.",
        chicago.short_attribution,
        chicago.short_note,
    ),
    Style(
        "pandoc",
        "Pandoc",
        "The key of the article, for fr-reader export biblatex or csl-json.",
        writing_tools.pandoc,
        writing_tools.pandoc_entry,
    ),
    Style(
        "footnote",
        "Markdown footnote",
        "A mark, and the full note behind the quotation.",
        writing_tools.footnote,
        writing_tools.footnote_entry,
    ),
    Style(
        "wikilink",
        "Wikilink",
        "A link to the paragraph in a note called like the article.",
        writing_tools.wikilink,
        writing_tools.wikilink_entry,
    ),
)
STYLES = {style.id: style for style in _ALL}
"""The styles by their ids, in the order they are offered."""

DEFAULT = _ALL[0].id


def style_of(name: str) -> Style:
    """The style called `name`. Raises ExportError, naming those there are."""
    if name not in STYLES:
        raise ExportError(f"there is no style {name!r}: the styles are {', '.join(STYLES)}")
    return STYLES[name]


def cite(
    reading: Reading,
    segments: Sequence[Span],
    who: str = "",
    *,
    style: str = DEFAULT,
    key: str = "",
    plain: bool = False,
) -> str:
    """The words of `segments` as a block quotation with its attribution in a style.

    `key` is the article's among those of its project (`citations.keys`); without one it is made
    from the article alone. `plain` is text without markdown. No newline at the end. Raises
    ExportError for a style that is not there, ValueError when there are no segments.
    """
    if style == DEFAULT and not plain:
        return citation.cite(reading, segments, who)
    made = _made(reading, segments, who, style, key, PLAIN if plain else MARKDOWN)
    if plain:
        return "\n\n".join(
            filter(None, [bare(reading, segments), *_below(made, False), made.after])
        )
    lines = block("\n\n".join(stretches(reading, segments)))
    for part in _below(made, True):
        lines += ["", part]
    quoted = "\n".join(f"> {line}" if line else ">" for line in lines)
    return f"{quoted}\n\n{made.after}" if made.after else quoted


def attributed(
    reading: Reading,
    segments: Sequence[Span],
    who: str = "",
    *,
    style: str = DEFAULT,
    key: str = "",
) -> list[str]:
    """What `cite` puts under the words, in markdown, a string for each paragraph."""
    if style == DEFAULT:
        return [citation.cite(reading, segments, who).rpartition("\n> ")[2]]
    made = _made(reading, segments, who, style, key, MARKDOWN)
    return [*_below(made, True), *filter(None, [made.after])]


def entry(article: Article, *, style: str = DEFAULT, key: str = "", plain: bool = False) -> str:
    """The whole article in a style, on one line. Raises ExportError as `cite` does."""
    chosen = style_of(style)
    made = chosen.entry(_work(article, key), PLAIN if plain else MARKDOWN)
    return made if plain else guarded(made)


def _work(article: Article, key: str) -> Work:
    work = work_of_article(article, key)
    return work if key else work_of_article(article, base_key(work, article.id))


def _made(
    reading: Reading, segments: Sequence[Span], who: str, style: str, key: str, script: Script
) -> Attribution:
    """The attribution of a passage, as its style makes it."""
    chosen = style_of(style)
    first, last = reading.paragraph_numbers(hull(segments))
    work = _work(reading.article, key)
    return chosen.attribution(Passage(work, first, last, " ".join(who.split()), script))


def _below(made: Attribution, markdown: bool) -> list[str]:
    """The paragraphs that belong to the quotation."""
    parts = [f"— {made.line}", guarded(made.entry) if markdown else made.entry]
    return [part for part in parts if part]
