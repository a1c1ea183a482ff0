"""Names of passages and notes that stay, for links to them and for what is kept of the user's.

The key of a passage is made of its article, its words and which occurrence of them it is, so it
neither depends on ids, which are random, nor changes when other annotations come and go or when a
revision moves the passage. A quotation has the same key whoever is said to have spoken it; a
coded passage has one for each code.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

from fr_reader.export.evidence import Finding
from fr_reader.export.passage import stretches
from fr_reader.model import Code, Reading, Speaker, hull

_LABEL_WORDS = 6
_LABEL_LONGEST = 50


def finding_key(reading: Reading, finding: Finding) -> str:
    """The key of what `finding` says, such as `fr-0123456789ab`."""
    text = reading.article.text
    span = hull(finding.segments)
    exact = span.of(text)
    parts = [" ".join(segment.of(text).split()) for segment in finding.segments]
    about = "memo"
    if isinstance(finding.of, Code):
        about = f"code {finding.of.id}"
    elif isinstance(finding.of, Speaker):
        about = "quotation"
    return _hashed(reading.article.id, str(text.count(exact, 0, span.start)), about, *parts)


def note_key(kind: str, of: str = "") -> str:
    """The key of the note of this kind about what has the id `of`."""
    return _hashed("note", kind, of)


def finding_label(reading: Reading, finding: Finding) -> str:
    """The first words of a passage, as `label` has them."""
    return label(" ".join(stretches(reading, finding.segments)))


def label(text: str) -> str:
    """The first words of `text` with nothing but letters, digits and spaces, so that they can
    stand in a comment of any profile."""
    plain = "".join(char if _worded(char) else " " for char in text[: _LABEL_LONGEST * 4])
    words = re.sub(r"\s+", " ", plain).strip().split(" ")[:_LABEL_WORDS]
    return " ".join(words)[:_LABEL_LONGEST].strip()


def _worded(char: str) -> bool:
    return unicodedata.category(char)[0] in "LMN"


def _hashed(*parts: str) -> str:
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return f"fr-{hashlib.sha256(joined).hexdigest()[:12]}"
