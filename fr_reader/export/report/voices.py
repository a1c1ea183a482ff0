"""The chart of who speaks how much: a table whose rows have bars."""

from __future__ import annotations

from collections.abc import Iterator

from fr_reader.export.report.html import counted, name
from fr_reader.export.report.numbering import Figures

MOST = 25
"""So many speakers have a bar of their own; the others share one."""


def voices_chart(figures: Figures) -> Iterator[str]:
    """The lines of the chart."""
    if not figures.voices:
        yield "<p>No quotation has a speaker yet.</p>"
        return
    total = sum(words for _, words in figures.voices.values())
    most = max(words for _, words in figures.voices.values())
    shown = list(figures.voices.items())
    rest = shown[MOST:] if len(shown) > MOST + 1 else []
    shown = shown[: len(shown) - len(rest)]
    other_words = sum(words for _, (_, words) in rest)
    longest = max(most, other_words, 1)
    yield '<figure id="voices"><div class="wide"><table>'
    yield (
        '<thead><tr><th scope="col">Speaker</th><td></td><th scope="col" class="number">Words'
        '</th><th scope="col" class="number">Share</th><th scope="col" class="number">Passages'
        "</th></tr></thead><tbody>"
    )
    for speaker, (passages, words) in shown:
        who = f'<a href="#{figures.speaker_ids[speaker]}">{name(speaker.name)}</a>'
        yield _row(who, words, passages, total, longest)
    if rest:
        passages = sum(number for _, (number, _) in rest)
        yield _row(counted(len(rest), "other", "others"), other_words, passages, total, longest)
    yield "</tbody></table></div>"
    yield (
        "<figcaption>Words of all passages with this speaker, and their share of the words that "
        "have one. Where coders disagree about a passage, each of its speakers is counted."
        "</figcaption></figure>"
    )


def _row(who: str, words: int, passages: int, total: int, longest: int) -> str:
    width = 100 * words / longest
    share = f"{100 * words / total:.0f} %" if total else "–"
    return (
        f'<tr><th scope="row">{who}</th><td class="bar"><svg aria-hidden="true" focusable="false">'
        '<rect class="track" width="100%" height="100%" rx="3"/>'
        f'<rect class="first" width="{width:.2f}%" height="100%" rx="3"/></svg></td>'
        f'<td class="number">{words:,}</td><td class="number">{share}</td>'
        f'<td class="number">{passages:,}</td></tr>'
    )
