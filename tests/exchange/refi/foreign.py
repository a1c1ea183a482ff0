"""Made-up projects in the manner of other programs, with the habits they are known for."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, fields
from xml.sax.saxutils import escape, quoteattr

TEXT = (
    "A made-up interview 😀\n\nQ: Is it safe?\n"
    "Ann Example: “Nobody has shown us that it is.” She laughed. 😀 Café prices rose, too.\n"
    "Bob Example said it was cheap.\n"
)
PASSAGES = ("Nobody has shown us", "Café prices rose", "it was cheap", "A made-up interview 😀")
NAMES = ("Doubt", "Prices", "Prices", "Titles")

Units = Callable[[str], int]


def points(text: str) -> int:
    return len(text)


def utf16(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def in_bytes(text: str) -> int:
    return len(text.encode("utf-8"))


@dataclass(frozen=True)
class Habit:
    """How a program writes texts and offsets."""

    units: Units = points
    first: int = 0
    inside: bool = False
    returns: bool = False
    counted: bool = True
    names: str = "whole"
    inline: bool = False
    mark: bytes = b""
    encoding: str = "utf-8"
    namespace: str = "urn:QDA-XML:project:1.0"
    braces: bool = False
    file: str = "project.qde"
    xml_encoding: str = "utf-8"
    doubled: bool = False

    @property
    def raw(self) -> str:
        return TEXT.replace("\n", "\r\n") if self.returns else TEXT

    @property
    def told(self) -> str:
        """Its name: what of it is not as the standard has it."""
        usual = Habit()
        parts = []
        for field in fields(self):
            value = getattr(self, field.name)
            if value != getattr(usual, field.name):
                shown = value.__name__ if callable(value) else value
                parts.append(f"{field.name}={shown!r}")
        return ", ".join(parts) or "as the standard"

    def guid(self, number: int) -> str:
        plain = f"0A0B0C0D-0000-4000-8000-{number:012X}"
        return f"{{{plain}}}" if self.braces else plain

    def selection(self, number: int, words: str) -> str:
        counted = self.raw if self.counted else TEXT
        counted = TEXT.replace("\n", "\r\n") if self.doubled else counted
        words = words.replace("\n", "\r\n") if self.returns and self.counted else words
        at = counted.index(words)
        start = self.units(counted[:at]) + self.first
        end = start + self.units(words) - self.inside
        told = {"whole": words, "cut": words[:12] + "…", "none": "", "label": "Passage 3"}
        name = told[self.names]
        attributes = (
            f" name={quoteattr(name, {chr(10): '&#10;', chr(13): '&#13;'})}" if name else ""
        )
        code = self.guid(200 + NAMES.index(NAMES[number]))
        return (
            f'<PlainTextSelection guid="{self.guid(number + 1)}"{attributes} '
            f'startPosition="{start}" endPosition="{end}" creatingUser="{self.guid(100)}" '
            f'creationDateTime="2024-05-06T07:08:09Z">'
            f'<Coding guid="{self.guid(50 + number)}" creatingUser="{self.guid(100)}">'
            f'<CodeRef targetGUID="{code}"/></Coding></PlainTextSelection>'
        )

    def qdpx(self, more: str = "", inside: str = "") -> bytes:
        selections = "".join(self.selection(n, words) for n, words in enumerate(PASSAGES))
        inline = f"<PlainTextContent>{escape(TEXT)}</PlainTextContent>" if self.inline else ""
        path = "" if self.inline else ' plainTextPath="internal://text.txt"'
        codes = "".join(
            f'<Code guid="{self.guid(200 + NAMES.index(name))}" name="{name}" isCodable="true" '
            f'color="#FF0000"/>'
            for name in dict.fromkeys(NAMES)
        )
        xml = (
            f'<?xml version="1.0" encoding="{self.xml_encoding}"?>'
            f'<Project xmlns="{self.namespace}" name="made up" origin="made up">'
            f'<Users><User guid="{self.guid(100)}" name="Cod&amp;er"/></Users>'
            f"<CodeBook><Codes>{codes}</Codes></CodeBook>{inside}"
            f'<Sources><TextSource guid="{self.guid(0)}" name="Interview 1"{path}>{inline}'
            f"{selections}</TextSource></Sources>{more}</Project>"
        )
        files = {self.file: xml.encode(self.xml_encoding)}
        if not self.inline:
            files["sources/text.txt"] = self.mark + self.raw.encode(self.encoding)
        return packed(files)


def packed(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()
