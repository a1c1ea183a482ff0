"""What templates are given: plain values, every text in them both escaped and as it is.

The structure is documented in docs/templates.md. A text that comes from articles or from the
user is `{"escaped": …, "raw": …}` here and one string in a template.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from fr_reader.export.article_notes import coded, spoken
from fr_reader.export.citation import cite, place
from fr_reader.export.document import Passage, Ref, of_article, of_code, of_speaker
from fr_reader.export.evidence import Evidence, Finding
from fr_reader.export.keys import finding_key, finding_label, note_key
from fr_reader.export.markdown import block, field
from fr_reader.export.memos import contained
from fr_reader.export.passage import stretches
from fr_reader.export.profiles import Profile, Shelf
from fr_reader.model import Code, Span, Speaker, hull, visible, visible_text

Data = dict[str, Any]
Safe = Callable[[str], str]


class Teller:
    """Tells in plain values what is known, with links as `profile` writes them."""

    def __init__(self, profile: Profile, shelf: Shelf) -> None:
        self._profile, self._shelf = profile, shelf

    def article(self, one: Evidence) -> Data:
        """An article with its metadata."""
        article, known = one.article, one.article.metadata
        return {
            **self._named(of_article(article)),
            "authors": [self._line(author) for author in known.authors],
            "publisher": self._line(known.publisher),
            "published": self._line(known.published),
            "url": self._line(known.url),
            "language": self._line(known.language),
            "source": self._line(article.source),
            "sha256": article.sha256,
            "paragraphs": len(one.reading.paragraphs),
            "citation": self._profile.inline((_citation(one),), self._shelf),
        }

    def speaker(self, speaker: Speaker) -> Data:
        """A speaker."""
        return {
            **self._named(of_speaker(speaker)),
            "role": self._line(speaker.role),
            "affiliation": self._line(speaker.affiliation),
            "about": self._line(speaker.about),
            "aliases": [self._line(alias) for alias in speaker.aliases],
        }

    def code(self, code: Code) -> Data:
        """A code."""
        definition = self._safe("\n".join(block(code.definition)))
        return {
            **self._named(of_code(code)),
            "definition": _both(definition, visible_text(code.definition)),
        }

    def findings(self, one: Evidence) -> Iterable[Data]:
        """The findings in one article: quotations, then coded passages, then memos alone."""
        article = self.article(one)
        for finding in (*one.spoken, *one.coded):
            yield self._finding(one, article, finding)
        for finding in one.memos:
            if finding.of is None:
                yield self._finding(one, article, finding)

    def _finding(self, one: Evidence, article: Data, finding: Finding) -> Data:
        segments, reading = finding.segments, one.reading
        words = stretches(reading, segments)
        first, last = reading.paragraph_numbers(hull(segments))
        is_code = isinstance(finding.of, Code)
        told: Data = {
            "kind": "code" if is_code else "quotation" if finding.of else "memo",
            "key": finding_key(reading, finding),
            "label": finding_label(reading, finding),
            "article": article,
            "text": self._line(" ".join(words)),
            "words": [self._paragraph(part) for part in words],
            "quotation": self._quotation(one, finding),
            "place": place(reading, segments),
            "first": first,
            "last": last,
            "speaker": None,
            "speakers": [self.speaker(speaker) for speaker in finding.who.speakers],
            "wholly": finding.who.wholly,
            "code": self.code(finding.of) if isinstance(finding.of, Code) else None,
            "memo": self._memo(_memo(one, finding)),
            "coders": [self._line(coder) for coder in finding.coders],
        }
        if finding.who.wholly and len(finding.who.speakers) == 1:
            told["speaker"] = told["speakers"][0]
        return told

    def _quotation(self, one: Evidence, finding: Finding) -> str:
        if finding.of is None:
            cited = cite(one.reading, finding.segments)
        else:
            is_code = isinstance(finding.of, Code)
            blocks = (
                coded(one, finding, False, sourced=True) if is_code else spoken(one, finding, False)
            )
            cited = next(each.quotation for each in blocks if isinstance(each, Passage))
        return "\n".join(self._safe(line) for line in cited.split("\n"))

    def _named(self, ref: Ref) -> Data:
        return {
            "key": note_key(ref.kind, ref.id),
            "name": self._line(ref.name),
            "link": self._profile.inline((ref,), self._shelf),
        }

    def _safe(self, markdown: str) -> str:
        return self._profile.inline((markdown,), self._shelf)

    def _line(self, text: str) -> Data:
        return _both(self._safe(field(text)), visible(" ".join(text.split())))

    def _paragraph(self, text: str) -> Data:
        return _both(self._safe("\n".join(block(text))), visible_text(text))

    def _memo(self, memo: str) -> Data:
        return _both("\n".join(contained(memo)), visible_text(memo))


def _both(escaped: str, raw: str) -> Data:
    return {"escaped": escaped, "raw": raw}


def _citation(one: Evidence) -> str:
    """The article as it is named under quotations."""
    line = cite(one.reading, [Span(0, min(1, len(one.article.text)))]).rpartition("\n")[2]
    return line.removeprefix("> — ").rpartition("¶")[0].rstrip(", ")


def _memo(one: Evidence, finding: Finding) -> str:
    """The memos on a finding, an empty line between those of several coders."""
    if finding.of is None:
        return finding.memo
    same = (m for m in one.memos if (m.segments, m.of) == (finding.segments, finding.of))
    return "\n\n".join(memo.memo for memo in same)


def only(findings: Iterable[Mapping[str, Any]], kind: str, key: str) -> list[Mapping[str, Any]]:
    """The findings a note on the thing with this key is about."""
    if kind == "article":
        return [one for one in findings if one["article"]["key"] == key]
    if kind == "code":
        return [one for one in findings if one["code"] and one["code"]["key"] == key]
    return [
        one
        for one in findings
        if one["kind"] == "quotation" and one["speaker"] and one["speaker"]["key"] == key
    ]
