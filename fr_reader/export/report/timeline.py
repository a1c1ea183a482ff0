"""The chart of when: quotations and coded passages by the date their article was published."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from fr_reader.export.evidence import Evidence
from fr_reader.export.report.html import counted

_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?(?![\d-])")
MOST = 40
"""At most so many columns are drawn: days, else months, else years, else the last ones."""
_HEIGHT, _TOP, _LEFT, _BELOW, _WIDTH = 180, 22, 34, 34, 720


@dataclass(slots=True)
class Column:
    """What was published at one time: articles, quotations with a speaker, coded passages."""

    label: str
    articles: int = 0
    spoken: int = 0
    coded: int = 0


def columns(evidence: Sequence[Evidence]) -> tuple[list[Column], int]:
    """A column for each time something was published, and how many articles have no date.

    Times are days where all dates have one and there are few enough, else months, else years.
    """
    dates = [_DATE.match(one.article.metadata.published.strip()) for one in evidence]
    known = [match for match in dates if match]
    for parts in (3, 2, 1):
        full = all(all(match.groups()[:parts]) for match in known)
        labels = {_label(match, parts) for match in known}
        if full and (len(labels) <= MOST or parts == 1):
            break
    found = {label: Column(label) for label in sorted(labels)}
    for one, match in zip(evidence, dates, strict=True):
        if match:
            column = found[_label(match, parts)]
            column.articles += 1
            column.spoken += len(one.spoken)
            column.coded += one.coded_passages
    return list(found.values()), len(evidence) - len(known)


def _label(match: re.Match[str], parts: int) -> str:
    return "-".join(filter(None, match.groups()[:parts]))


def timeline_chart(evidence: Sequence[Evidence]) -> Iterator[str]:
    """The lines of the chart."""
    found, undated = columns(evidence)
    if not found:
        yield "<p>No article says when it was published.</p>"
        return
    drawn = found[-MOST:]
    yield '<figure id="timeline"><ul class="key"><li><svg viewBox="0 0 16 16" aria-hidden="true">'
    yield '<rect class="first" width="16" height="16" rx="2"/></svg>quotations with a speaker</li>'
    yield '<li><svg viewBox="0 0 16 16" aria-hidden="true"><rect class="second" x=".5" y=".5" '
    yield 'width="15" height="15" rx="2"/></svg>coded passages</li></ul><div class="wide">'
    yield from _drawing(drawn)
    yield "</div>"
    yield from _table(found)
    told = "By the date of publication; times at which nothing was published are not shown."
    if undated:
        told += f" {counted(undated, 'article has', 'articles have')} no date."
    if len(drawn) < len(found):
        told += f" Only the last {len(drawn)} are drawn."
    yield f"<figcaption>{told}</figcaption></figure>"


def _drawing(drawn: Sequence[Column]) -> Iterator[str]:
    most = max(1, *(max(column.spoken, column.coded) for column in drawn))
    wide = (_WIDTH - _LEFT) / len(drawn)
    bar = min(34.0, wide * 0.36)
    bottom = _TOP + _HEIGHT
    title = "Quotations with a speaker and coded passages by date; the table below has the figures"
    yield (
        f'<svg class="timeline" viewBox="0 0 {_WIDTH} {bottom + _BELOW}" role="img" '
        f'aria-labelledby="timeline-title"><title id="timeline-title">{title}</title><defs>'
        '<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><path d="M3 0V6"/></pattern></defs>'
    )
    for value in sorted({0, most // 2, most}):
        y = bottom - _HEIGHT * value / most
        yield f'<line class="rule" x1="{_LEFT}" x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield f'<text class="axis" x="{_LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value}</text>'
    every = -(-len(drawn) * 74 // (_WIDTH - _LEFT))  # a label takes some 74 units
    for index, column in enumerate(drawn):
        middle = _LEFT + wide * (index + 0.5)
        yield from _bar("first", middle - bar - 1, bar, column.spoken, most)
        yield from _bar("second", middle + 1, bar, column.coded, most)
        if index % every == 0:
            yield f'<text class="axis" x="{middle:.1f}" y="{bottom + 18}" text-anchor="middle">'
            yield f"{column.label}</text>"
    yield "</svg>"


def _bar(kind: str, x: float, width: float, value: int, most: int) -> Iterator[str]:
    height = _HEIGHT * value / most
    y = _TOP + _HEIGHT - height
    if value:
        yield f'<rect class="{kind}" x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" '
        yield f'height="{height:.1f}"/>'
    if width >= 12:
        yield f'<text class="axis value" x="{x + width / 2:.1f}" y="{y - 5:.1f}" '
        yield f'text-anchor="middle">{value}</text>'


def _table(found: Sequence[Column]) -> Iterator[str]:
    yield "<details><summary>The figures as a table</summary><table><thead><tr>"
    yield '<th scope="col">Published</th>'
    for head in ("Articles", "Quotations", "Coded passages"):
        yield f'<th scope="col" class="number">{head}</th>'
    yield "</tr></thead><tbody>"
    for column in found:
        yield f'<tr><th scope="row">{column.label}</th>'
        for value in (column.articles, column.spoken, column.coded):
            yield f'<td class="number">{value:,}</td>'
        yield "</tr>"
    yield "</tbody></table></details>"
