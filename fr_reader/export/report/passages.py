"""The quotations speaker by speaker and the passages code by code, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from fr_reader.export.citation import place
from fr_reader.export.evidence import Evidence, Finding, by_first
from fr_reader.export.passage import stretches
from fr_reader.export.report.html import counted, language, link, name, text
from fr_reader.export.report.numbering import Figures
from fr_reader.model import Code, Codebook, Speaker


def quotations(evidence: Sequence[Evidence], figures: Figures) -> Iterator[str]:
    """The quotations, those of whom speaks most first."""
    said = [(one, finding) for one in evidence for finding in one.spoken]
    groups = {group[0][1].of: group for group in by_first(said, lambda pair: pair[1].of)}
    if not groups:
        yield "<p>No quotation has a speaker yet.</p>"
    for speaker in figures.voices:
        passages, words = figures.voices[speaker]
        yield f'<h3 id="{figures.speaker_ids[speaker]}">{name(speaker.name)}</h3>'
        about = [name(speaker.about)] if speaker.about else []
        about += [counted(passages, "passage", "passages"), counted(words, "word", "words")]
        yield f'<p class="about">{" · ".join(about)} {_back("who")}</p>'
        for one, finding in groups[speaker]:
            yield from _passage(one, finding, labels=_labels(one, finding, figures))


def coded_passages(
    evidence: Sequence[Evidence], figures: Figures, codebook: Codebook
) -> Iterator[str]:
    """The passages with a code, in the order of the codebook."""
    given = [(one, finding) for one in evidence for finding in one.coded]
    groups = {group[0][1].of: group for group in by_first(given, lambda pair: pair[1].of)}
    if not groups:
        yield "<p>No passage has a code yet.</p>"
    placed: set[str] = set()
    for code, number in figures.codes.items():
        yield f'<h3 id="{figures.code_ids[code]}">{name(code.name, "a code without a name")}</h3>'
        above = codebook.parent(code) if code.id in codebook.by_id else None
        about = [f"below {name(above.name)}"] if above else []
        about += [text(code.definition)] if code.definition.strip() else []
        about += [counted(number, "passage", "passages")]
        yield f'<p class="about">{" · ".join(about)} {_back("what")}</p>'
        for one, finding in groups[code]:
            yield from _anchors(finding, code, figures, placed)
            yield from _passage(one, finding, who=_who(finding, figures))


def _anchors(finding: Finding, code: Code, figures: Figures, placed: set[str]) -> Iterator[str]:
    """Where the cells of the matrix lead, before the first passage of each."""
    for speaker in finding.who.speakers if finding.who.wholly else ():
        if speaker in figures.speaker_ids:
            target = figures.pair_id(speaker, code)
            if target not in placed:
                placed.add(target)
                yield f'<span id="{target}"></span>'


def _passage(one: Evidence, finding: Finding, *, who: str = "", labels: str = "") -> Iterator[str]:
    """The words, and under them who said them, where they stand, and their codes."""
    article = one.article
    spoken_in = language(article.metadata.language)
    yield f'<div class="passage"><blockquote dir="auto"{spoken_in}>'
    for words in stretches(one.reading, finding.segments):
        yield f"<p>{text(words)}</p>"
    known = article.metadata
    parts = [who, link(known.url, f"“{name(article.name)}”")]
    parts += [name(known.publisher) if known.publisher else "", text(known.published)]
    parts += [text(place(one.reading, finding.segments))]
    cited = ", ".join(part for part in parts if part)
    yield f"</blockquote><cite>{cited}</cite>{labels}</div>"


def _labels(one: Evidence, finding: Finding, figures: Figures) -> str:
    """The codes on any words of a quotation."""
    codes = (
        coded.of
        for coded in one.coded
        if any(a.overlaps(b) for a in coded.segments for b in finding.segments)
    )
    found = [code for code in dict.fromkeys(codes) if isinstance(code, Code)]
    labels = (
        f'<a class="code" href="#{figures.code_ids[code]}">{name(code.name, "a code")}</a>'
        for code in found
    )
    return "".join(labels)


def _who(finding: Finding, figures: Figures) -> str:
    """Who said a coded passage; never a name for words that are not theirs."""

    def named(speaker: Speaker) -> str:
        target = figures.speaker_ids.get(speaker)
        shown = name(speaker.name)
        return f'<a href="#{target}">{shown}</a>' if target else shown

    names = [named(speaker) for speaker in finding.who.speakers]
    if finding.who.wholly:
        return " or ".join(names)
    return ", ".join(f"partly {each}" for each in names) or "no speaker marked"


def _back(where: str) -> str:
    return f'<a class="back" href="#{where}">to the chart</a>'
