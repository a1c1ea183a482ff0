"""fr-reader's own form: everything that is known, in one line."""

from __future__ import annotations

from fr_reader.export.citations.people import spoken
from fr_reader.export.citations.script import Script
from fr_reader.export.citations.work import Attribution, Passage, Work
from fr_reader.export.markdown import series


def entry(work: Work, script: Script) -> str:
    """The article, as far as it is known; without a title, by its name."""
    parts = [script.text(f"“{work.title}”") if work.title else script.text(work.name)]
    if work.authors:
        parts.append("by " + series([script.text(spoken(one, False)) for one in work.authors]))
    parts += [script.italic(work.publisher), script.text(work.date.iso or work.date.literal)]
    parts.append(script.link(work.url) if work.url else "")
    return ", ".join(part for part in parts if part)


def attribution(passage: Passage) -> Attribution:
    """Who said it, the article, and the ¶ number."""
    parts = [passage.script.text(passage.who), entry(passage.work, passage.script)]
    parts.append(passage.locator("¶", "¶"))
    return Attribution(", ".join(part for part in parts if part))
