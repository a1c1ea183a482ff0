"""Citations for programs people write in: Pandoc's keys, markdown footnotes, wikilinks.

Sources: the Pandoc User's Guide, sections “Citations” (`¶` is one of its names for a paragraph)
and “Footnotes”; Obsidian Help, “Internal links”.
"""

from __future__ import annotations

import re

from fr_reader.export.citations.chicago import note
from fr_reader.export.citations.script import Script
from fr_reader.export.citations.titles import quoted
from fr_reader.export.citations.work import Attribution, Passage, Work
from fr_reader.model import visible

_NOT_IN_LINKS = re.compile(r'[`\[\]|#^\\/:*"<>?%]+')


def pandoc_entry(work: Work, script: Script) -> str:  # noqa: ARG001 - as every entry
    """The work by its key, as in `[@holland2026council]`."""
    return f"[@{work.key}]"


def pandoc(passage: Passage) -> Attribution:
    """Who said it, and the key with the place, as in `[@holland2026council, ¶ 13]`."""
    place = passage.locator("¶", "¶")
    return Attribution(_after(passage, f"[@{passage.work.key}, {place}]"))


def footnote_entry(work: Work, script: Script) -> str:
    """A footnote on the whole work."""
    return f"[^{work.key}]: {note(work, script)}"


def footnote(passage: Passage) -> Attribution:
    """Who said it with the mark of a footnote, and the note behind the quotation."""
    work, script = passage.work, passage.script
    place = (
        str(passage.first) if passage.first == passage.last else f"{passage.first}-{passage.last}"
    )
    label = f"[^{work.key}-{place}]"
    by = script.text(passage.who) or script.text(quoted(work.title) if work.title else work.name)
    text = note(work, script, passage.locator("para.", "paras."), passage.who)
    return Attribution(f"{by}{label}", after=f"{label}: {text}")


def wikilink_entry(work: Work, script: Script) -> str:  # noqa: ARG001 - as every entry
    """A link to the note on the work."""
    return f"[[{_safe(work.name)}]]"


def wikilink(passage: Passage) -> Attribution:
    """Who said it, and a link to the paragraph, as in `[[Council to plant 300 trees#¶ 13]]`."""
    place = passage.locator("¶", "¶")
    return Attribution(_after(passage, f"[[{_safe(passage.work.name)}#{place}]]"))


def _after(passage: Passage, link: str) -> str:
    who = passage.script.text(passage.who)
    return f"{who}, {link}" if who else link


def _safe(title: str) -> str:
    """`title` without what ends a link or cannot be in the name of a note."""
    return visible(" ".join(_NOT_IN_LINKS.sub(" ", title).split())).strip(". ") or "article"
