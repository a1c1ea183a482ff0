"""References as independent readers understand them, and as ours reads them back."""

from __future__ import annotations

import json
from typing import Any

import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from pybtex.database import parse_string

from fr_reader.export.references import works
from fr_reader.export.references.biblatex import biblatex
from fr_reader.export.references.csl_json import csl_json
from fr_reader.export.references.ris import ris
from fr_reader.ingest.references import read_references
from fr_reader.model import Metadata, visible
from fr_reader.text.author_names import parsed
from fr_reader.text.tex import escaped, unescaped

_KNOWN = Metadata(
    "50% of trees & “A_B” {cost} $3",
    (
        "Ludwig van Beispiel",
        "Robert Token Jr.",
        "Jean-Paul Example-Sample",
        "Ejemplo Márquez, Gabriel",
        "Ahmed al-Rashid",
        "Zadie",
        "{Beispiel and Sons, Online}",
    ),
    "The Example",
    "2026-01-02",
    "https://example.org/trees?a=1;b=50%25#x_y",
    "en",
)
_ARTICLES = [
    ("trees", _KNOWN),
    ("month", Metadata("Rivers", (), "Example Herald", "2026-09")),
    ("odd", Metadata("Trains", ("Ann Example",), "", "Spring 2026", "https://example.org/t")),
    ("bare", Metadata("", (), "", "")),
]


def test_csl_json() -> None:
    items = json.loads(csl_json(works(_ARTICLES)))
    assert items[0] == {
        "id": "vanbeispiel202650",
        "type": "article-newspaper",
        "title": _KNOWN.title,
        "author": [
            {"family": "Beispiel", "given": "Ludwig", "non-dropping-particle": "van"},
            {"family": "Token", "given": "Robert", "suffix": "Jr."},
            {"family": "Example-Sample", "given": "Jean-Paul"},
            {"family": "Ejemplo Márquez", "given": "Gabriel"},
            {"family": "al-Rashid", "given": "Ahmed"},
            {"family": "Zadie"},
            {"literal": "Beispiel and Sons, Online"},
        ],
        "container-title": "The Example",
        "issued": {"date-parts": [[2026, 1, 2]]},
        "URL": _KNOWN.url,
        "language": "en",
    }
    assert items[1]["issued"] == {"date-parts": [[2026, 9]]}
    assert items[2]["issued"] == {"literal": "Spring 2026"}
    assert items[3] == {"id": "articlebare", "type": "article-newspaper"}


def test_biblatex_by_pybtex() -> None:
    entries = parse_string(biblatex(works(_ARTICLES)), "bibtex").entries
    assert list(entries) == [
        "vanbeispiel202650",
        "exampleherald2026rivers",
        "exampletrains",
        "articlebare",
    ]
    entry = entries["vanbeispiel202650"]
    assert (entry.type, entry.fields["entrysubtype"]) == ("article", "newspaper")
    assert unescaped(entry.fields["title"]) == _KNOWN.title
    assert entry.fields["title"].startswith("{50\\% of trees \\& ")
    assert entry.fields["journaltitle"] == "The Example"
    assert entry.fields["date"] == "2026-01-02"
    assert entry.fields["url"] == _KNOWN.url
    assert entry.fields["langid"] == "english"
    people = entry.persons["author"]
    assert [_parts(one) for one in people] == [
        ("van", "Beispiel", "", "Ludwig"),
        ("", "Token", "Jr.", "Robert"),
        ("", "Example-Sample", "", "Jean-Paul"),
        ("", "Ejemplo Márquez", "", "Gabriel"),
        ("", "{al-Rashid}", "", "Ahmed"),
        ("", "Zadie", "", ""),
        ("", "{Beispiel and Sons, Online}", "", ""),
    ]
    assert entries["exampletrains"].type == "online"
    assert entries["exampletrains"].fields["year"] == "Spring 2026"
    assert entries["articlebare"].type == "misc"


def _parts(one: Any) -> tuple[str, ...]:
    names = (one.prelast_names, one.last_names, one.lineage_names, one.first_names)
    return tuple(" ".join(part) for part in names)


def test_ris_by_rispy() -> None:
    first, month, odd, bare = rispy.loads(ris(works(_ARTICLES)), delimiter_tags_mapping={})
    assert first == {
        "type_of_reference": "NEWS",
        "id": "vanbeispiel202650",
        "title": _KNOWN.title,
        "authors": [
            "van Beispiel, Ludwig",
            "Token, Robert, Jr.",
            "Example-Sample, Jean-Paul",
            "Ejemplo Márquez, Gabriel",
            "al-Rashid, Ahmed",
            "Zadie,",
            "{Beispiel and Sons, Online}",
        ],
        "secondary_title": "The Example",
        "year": "2026",
        "date": "2026/01/02/",
        "urls": [_KNOWN.url],
        "language": "en",
    }
    assert month["date"] == "2026/09//"
    assert (odd["date"], odd.get("year")) == ("///Spring 2026", None)
    assert bare == {"type_of_reference": "NEWS", "id": "articlebare"}


_WRITERS = {"a.json": csl_json, "a.bib": biblatex, "a.ris": ris}


@pytest.mark.parametrize("name", _WRITERS)
def test_what_is_written_reads_back(name: str) -> None:
    read = read_references(_WRITERS[name](works(_ARTICLES)).encode(), name)
    assert read == [metadata for _, metadata in _ARTICLES]


_TEXT = st.text(max_size=30) | st.text("\\{}$&%#_^~\"'`@- \n\r\u2028Aay,/1\x1b\x85", max_size=20)
_URLS = st.text("abz:/?#[]@!$&'()*+,;=%-._~09", max_size=30)
_AUTHORS = st.lists(_TEXT | st.sampled_from(_KNOWN.authors), max_size=3)


def _line(text: str) -> str:
    return visible(" ".join(text.split()))


@pytest.mark.parametrize("name", _WRITERS)
@given(
    _TEXT, _AUTHORS, _TEXT, _TEXT | st.sampled_from(["2026", "2026-01", "2026-01-02"]), _URLS, _TEXT
)
def test_any_words_read_back_as_they_were(
    name: str, title: str, authors: list[str], publisher: str, date: str, url: str, language: str
) -> None:
    known = Metadata(title, tuple(authors), publisher, date, url, language)
    data = _WRITERS[name](works([("x", known)])).encode()
    (read,) = read_references(data, name)
    assert read.title == _line(title)
    assert read.publisher == _line(publisher)
    assert read.url == url
    assert read.language == _line(language)
    written = [parsed(line, read.publisher) for author in authors if (line := _line(author))]
    assert [parsed(author, read.publisher) for author in read.authors] == written
    assert works([("x", read)])[0].date == works([("x", known)])[0].date


@given(st.text())
def test_tex_gives_back_the_words(text: str) -> None:
    assert unescaped(escaped(text)) == text


@pytest.mark.parametrize(
    ("tex", "words"),
    [
        ('{\\"o}sterreich', "österreich"),
        ("Garc{\\'\\i}a", "García"),
        ("Ma{\\ss}e", "Maße"),
        ("{\\O}re", "Øre"),
        ("``Yes''--no", "“Yes”–no"),
        ("{The} {BBC}~News", "The BBC News"),
    ],
)
def test_tex_of_others(tex: str, words: str) -> None:
    assert unescaped(tex) == words
