"""The report as one HTML file that needs nothing else and runs nothing.

Its Content-Security-Policy allows its own style sheet, named by its hash, and nothing more: no
script, no picture, no font, no request. Charts are tables and inline SVG; what they show in colour
they also say in numbers. The same evidence gives the same bytes.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator

from fr_reader.export.evidence import Evidence
from fr_reader.export.gathering import Gathered
from fr_reader.export.report.html import link, name, text
from fr_reader.export.report.matrix import matrix_chart
from fr_reader.export.report.numbering import Figures
from fr_reader.export.report.passages import coded_passages, quotations
from fr_reader.export.report.style import style
from fr_reader.export.report.timeline import timeline_chart
from fr_reader.export.report.voices import voices_chart

_SECTIONS = (
    ("who", "Who speaks"),
    ("what", "Who speaks of what"),
    ("when", "When"),
    ("quotations", "Quotations"),
    ("coded", "Coded passages"),
    ("articles", "Articles"),
)


def report(gathered: Gathered, title: str, *, suggested: bool = False) -> bytes:
    """The report called `title`; `suggested` says that what waits for a decision counts as well."""
    return ("\n".join(_lines(gathered, title, suggested)) + "\n").encode("utf-8", "replace")


def _lines(gathered: Gathered, title: str, suggested: bool) -> Iterator[str]:
    sheet = style()
    digest = base64.b64encode(hashlib.sha256(sheet.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    figures = Figures.of(gathered)
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{text(' '.join(title.split()))}</title>\n<style>{sheet}</style>\n</head>\n<body>"
    yield f"<header><h1>{name(title, 'Report')}</h1>"
    yield from _facts(gathered, figures, suggested)
    leading = "".join(f'<a href="#{key}">{head}</a>' for key, head in _SECTIONS)
    yield f'<nav aria-label="Sections">{leading}</nav></header>'
    yield "<main>"
    parts = (
        voices_chart(figures),
        matrix_chart(figures),
        timeline_chart(gathered.evidence),
        quotations(gathered.evidence, figures),
        coded_passages(gathered.evidence, figures, gathered.codebook),
        _articles(gathered),
    )
    for (key, head), lines in zip(_SECTIONS, parts, strict=True):
        yield f'<section aria-labelledby="{key}"><h2 id="{key}">{head}</h2>'
        yield from lines
        yield "</section>"
    yield "</main>\n<footer>Made with fr-reader.</footer>\n</body>\n</html>"


def _facts(gathered: Gathered, figures: Figures, suggested: bool) -> Iterator[str]:
    evidence = gathered.evidence
    counting = "Accepted annotations" + (" and those that wait for a decision" if suggested else "")
    found = sum(one.found for one in evidence)
    attributed = sum(one.attributed for one in evidence)
    yield f'<p class="soft">{counting} count; {attributed:,} of the {found:,} quotations found in '
    yield "the texts have a speaker.</p>"
    facts = (
        (len(evidence), "article", "articles"),
        (
            sum(len(one.spoken) for one in evidence),
            "passage with a speaker",
            "passages with a speaker",
        ),
        (len(figures.voices), "speaker", "speakers"),
        (sum(figures.codes.values()), "coded passage", "coded passages"),
        (len(figures.codes), "code in use", "codes in use"),
    )
    yield '<ul class="facts">'
    for number, one, many in facts:
        yield f'<li class="fact"><b>{number:,}</b> {one if number == 1 else many}</li>'
    yield "</ul>"


def _articles(gathered: Gathered) -> Iterator[str]:
    if not gathered.evidence:
        yield "<p>There is no article in this project yet.</p>"
        return
    yield '<div class="wide"><table><thead><tr><th scope="col">Article</th>'
    yield '<th scope="col">Published</th><th scope="col" class="number">Quotations found</th>'
    yield '<th scope="col" class="number">With a speaker</th>'
    yield '<th scope="col" class="number">Coded passages</th></tr></thead><tbody>'
    for one in gathered.evidence:
        known = one.article.metadata
        where = ", ".join(filter(None, (text(known.publisher), text(known.published))))
        yield f'<tr><th scope="row">{link(known.url, name(one.article.name))}{_by(one)}</th>'
        yield f"<td>{where or '–'}</td>"
        for number in (one.found, one.attributed, one.coded_passages):
            yield f'<td class="number">{number:,}</td>'
        yield "</tr>"
    yield "</tbody></table></div>"


def _by(one: Evidence) -> str:
    authors = one.article.metadata.authors
    return f'<br><span class="soft">{", ".join(map(name, authors))}</span>' if authors else ""
