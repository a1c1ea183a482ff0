"""The quotations of one article as JSON Lines, rows of CSV, markdown, or rows of a table.

JSON Lines are exact: a control character is its JSON escape. The other forms are for people and
for spreadsheets, and show control characters as symbols, code point for code point.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Sequence
from io import StringIO

from fr_reader.cli.json_line import json_line
from fr_reader.cli.quote_record import article_name, record
from fr_reader.model import Article, Quotation, QuotationKind, Reading, visible_text
from fr_reader.text import paragraphs

Row = tuple[str | int, ...]

FORMS = ("table", "jsonl", "csv", "md")
TABLE_HEAD = ("article", "n", "kind", "who", "text")
CSV_HEAD = (
    *("article", "path", "n", "kind", "who", "speaker", "cue", "text", "paragraphs"),
    *("segments", "rule", "confidence"),
)
_EXCERPT = 160
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def rows(article: Article, found: Sequence[Quotation]) -> tuple[Row, ...]:
    """One row of the table for each quotation."""
    return tuple(_row(article, number, quotation) for number, quotation in enumerate(found, 1))


def _row(article: Article, number: int, quotation: Quotation) -> Row:
    words = " ".join(" ".join(quotation.text(article.text)).split())
    excerpt = words if len(words) <= _EXCERPT else words[:_EXCERPT].rstrip() + "…"
    return article.name, number, quotation.kind.value, quotation.who or "", excerpt


def json_lines(article: Article, path: str, found: Sequence[Quotation]) -> str:
    """One JSON object a line for each quotation."""
    records = (record(article, path, number, each) for number, each in enumerate(found, 1))
    return "".join(f"{json_line(one)}\n" for one in records)


def csv_lines(article: Article, path: str, found: Sequence[Quotation]) -> str:
    """One record of CSV (RFC 4180) for each quotation, safe to open in a spreadsheet."""
    from fr_reader.export import bare  # noqa: PLC0415 - not every form needs it

    if not found:
        return ""
    reading = Reading(article, paragraphs(article.text))
    return csv_records(
        (
            article_name(article, path),
            path,
            number,
            quotation.kind.value,
            quotation.who or "",
            quotation.speaker.of(article.text) if quotation.speaker else "",
            quotation.cue.of(article.text) if quotation.cue else "",
            bare(reading, quotation.segments),
            _paragraphs(reading, quotation),
            json.dumps([segment.as_list() for segment in quotation.segments]),
            quotation.rule,
            str(quotation.confidence),
        )
        for number, quotation in enumerate(found, 1)
    )


def csv_records(records: Iterable[Row]) -> str:
    """Records of CSV, each ended by CR LF, every cell guarded."""
    lines = StringIO()
    csv.writer(lines, lineterminator="\r\n").writerows(map(_cell, each) for each in records)
    return lines.getvalue()


def _cell(value: str | int) -> str | int:
    """A cell that no spreadsheet takes for a formula: it begins with an apostrophe then."""
    if isinstance(value, int):
        return value
    return ("'" if value.startswith(_FORMULA) else "") + visible_text(value)


def _paragraphs(reading: Reading, quotation: Quotation) -> str:
    first, last = reading.paragraph_numbers(quotation.span)
    return f"{first}" if first == last else f"{first}–{last}"


def markdown(article: Article, found: Sequence[Quotation]) -> str:
    """The article's name as a heading, under it each quotation with who, cue and ¶ number."""
    from fr_reader.export.citation import quotation as block  # noqa: PLC0415 - see above
    from fr_reader.export.markdown import field  # noqa: PLC0415

    if not found:
        return ""
    reading = Reading(article, paragraphs(article.text))
    lines = [f"## {field(article.name)}", ""]
    for each in found:
        parts = [field(each.who or "") or "no speaker found"]
        parts += [f"“{field(each.cue.of(article.text))}”"] if each.cue else []
        parts += [each.kind.value] if each.kind is not QuotationKind.DIRECT else []
        lines += [block(reading, each.segments, parts), ""]
    return "\n".join(lines) + "\n"
