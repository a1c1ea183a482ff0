"""The chart of who speaks of what: speakers by codes, a square in each cell as large as its count.

The area of a square is in proportion to the number of passages, and the number stands beside it, so
the chart says the same without colour and to who hears it.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import sqrt

from fr_reader.export.report.html import counted, name
from fr_reader.export.report.numbering import Figures
from fr_reader.model import Code, Speaker

MOST_SPEAKERS = 25
MOST_CODES = 10
_SIDE = 28


def matrix_chart(figures: Figures) -> Iterator[str]:
    """The lines of the chart; of very many speakers or codes the ones with most passages."""
    if not figures.pairs:
        yield "<p>No passage with a code was said by a speaker yet.</p>"
        return
    speakers, codes = _most(figures)
    most = max(figures.pairs.values())
    yield '<figure id="matrix"><div class="wide"><table class="matrix"><thead><tr><td></td>'
    for code in codes:
        yield f'<th scope="col"><a href="#{figures.code_ids[code]}">{name(code.name)}</a></th>'
    yield "</tr></thead><tbody>"
    for speaker in speakers:
        yield f'<tr><th scope="row">{_speaker(figures, speaker)}</th>'
        yield from (_cell(figures, speaker, code, most) for code in codes)
        yield "</tr>"
    yield "</tbody></table></div><figcaption>Passages with a code that are wholly in the words of "
    yield "one speaker; the area of a square is in proportion to their number."
    yield _left_out(figures, speakers, codes) + "</figcaption></figure>"


def _most(figures: Figures) -> tuple[list[Speaker], list[Code]]:
    """The speakers and codes that are shown, those with most passages, in their usual order."""
    by_speaker: dict[Speaker, int] = {}
    by_code: dict[Code, int] = {}
    for (speaker, code), number in figures.pairs.items():
        by_speaker[speaker] = by_speaker.get(speaker, 0) + number
        by_code[code] = by_code.get(code, 0) + number
    speakers = sorted(by_speaker, key=lambda one: -by_speaker[one])[:MOST_SPEAKERS]
    codes = set(sorted(by_code, key=lambda one: -by_code[one])[:MOST_CODES])
    return speakers, [code for code in figures.codes if code in codes]


def _speaker(figures: Figures, speaker: Speaker) -> str:
    target = figures.speaker_ids.get(speaker)
    shown = name(speaker.name)
    return f'<a href="#{target}">{shown}</a>' if target else shown


def _cell(figures: Figures, speaker: Speaker, code: Code, most: int) -> str:
    number = figures.pairs.get((speaker, code), 0)
    if not number:
        return '<td class="none">0</td>'
    side = max(3.0, _SIDE * sqrt(number / most))
    at = (_SIDE - side) / 2
    return (
        f'<td><a class="cell" href="#{figures.pair_id(speaker, code)}">'
        f'<svg viewBox="0 0 {_SIDE} {_SIDE}" aria-hidden="true" focusable="false">'
        f'<rect class="track" width="{_SIDE}" height="{_SIDE}" rx="3"/>'
        f'<rect class="first" x="{at:.2f}" y="{at:.2f}" width="{side:.2f}" height="{side:.2f}" '
        f'rx="2"/></svg>{number:,}</a></td>'
    )


def _left_out(figures: Figures, speakers: list[Speaker], codes: list[Code]) -> str:
    more_speakers = len({speaker for speaker, _ in figures.pairs}) - len(speakers)
    more_codes = len({code for _, code in figures.pairs}) - len(codes)
    left = [counted(more_speakers, "speaker", "speakers")] if more_speakers else []
    left += [counted(more_codes, "code", "codes")] if more_codes else []
    return f" Left out: {' and '.join(left)} with fewer passages." if left else ""
