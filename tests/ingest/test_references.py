"""References other programs wrote, and files that are none. All articles are made up."""

from __future__ import annotations

import builtins
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.ingest.references import MOST_BYTES, read_references
from fr_reader.model import InputError, Metadata

_TREES = Metadata(
    "Council to plant trees",
    ("Ann Example", "Ludwig van Beispiel"),
    "The Example",
    "2026-01-02",
    "https://example.org/trees",
    "en",
)

RIS = """TY  - NEWS\r
T1  - Council to plant\r
      trees\r
A1  - Example, Ann\r
A1  - van Beispiel, Ludwig\r
JO  - The Example\r
DA  - 2026/1/2\r
PY  - 2026\r
UR  - https://example.org/trees\r
LA  - en\r
N1  - passed over\r
ER  - \r
"""
BIB = """
% of a program
@string{ex = "The Example"}
@comment{nothing}
@Article{x1,
  Author = "Example, Ann and Ludwig van Beispiel",
  title = {{C}ouncil to plant trees},
  journal = ex,
  year = 2026, month = jan, day = 2,
  url = {https://example.org/trees},
  langid = {english}
}
"""
CSL = """{"items": [{"id": 1, "type": "webpage", "title": "Council to plant trees", "URL":
"https://example.org/trees", "author": [{"family": "Example", "given": "Ann"}, {"family":
"Beispiel", "given": "Ludwig", "dropping-particle": "van"}, 7, {"given": ""}], "language": "en",
"container-title": "The Example", "issued": {"date-parts": [["2026", "1", 2]]}}]}"""


@pytest.mark.parametrize(
    ("text", "name"),
    [(RIS, "a.RIS"), (BIB, "a.bib"), (CSL, "a.json"), (RIS, "a"), (BIB, "a.txt"), (CSL, "a.txt")],
)
def test_what_other_programs_write(text: str, name: str) -> None:
    assert read_references(b"\xef\xbb\xbf" + text.encode(), name) == [_TREES]


def test_several_and_organisations() -> None:
    bib = "@misc{a, author = {{Beispiel Online} and Zadie}}\n@misc{b, title = {B}, date = {2026}}"
    assert read_references(bib.encode(), "a.bib") == [
        Metadata(authors=("{Beispiel Online}", "Zadie")),
        Metadata("B", published="2026"),
    ]
    ris = "TY  - NEWS\nAU  - Beispiel Online\nER  - \n"
    assert read_references(ris.encode(), "a.ris") == [Metadata(authors=("{Beispiel Online}",))]


@pytest.mark.parametrize(
    ("data", "name", "why"),
    [
        (b"\xff\xfe", "a.ris", "not in UTF-8"),
        (b"x" * (MOST_BYTES + 1), "a.bib", "larger than 4 MB"),
        (b"[" * 100_000, "a.json", "not valid JSON"),
        (b"{", "a.json", "not valid JSON"),
        (b"[1]", "a.json", "list of objects"),
        (b"null", "a.json", "list of objects"),
        (b"made up", "a.ris", "not RIS"),
        (b"TY  - NEWS\nTI  - never ends", "a.ris", "not RIS"),
        (b"@article{x, title = {never ends", "a.bib", "no entry"),
        (b"", "a.bib", "no entry"),
        (b"@a{" * 20_001, "a.bib", "more than 20000 entries"),
        (b"", "\x1b[2J.bib", "^[^\x1b]*$"),
    ],
)
def test_what_is_no_reference(data: bytes, name: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        read_references(data, name)


def test_a_field_of_very_many_lines_is_cut() -> None:
    ris = b"TY  - NEWS\nAB  - passed over\nover\nTI  - made\n" + b"up\n" * 400_000 + b"ER  - \n"
    (read,) = read_references(ris, "a.ris")
    assert read.title == "made" + " up" * 100


@pytest.mark.parametrize(("name", "library"), [("a.ris", "rispy"), ("a.bib", "bibtexparser")])
def test_a_missing_library_is_named(
    name: str, library: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = builtins.__import__

    def without(wanted: str, *rest: Any, **named: Any) -> Any:
        if wanted.partition(".")[0] == library:
            raise ImportError
        return real(wanted, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(InputError, match=r"pip install 'fr-reader\[references\]'"):
        read_references(b"", name)


@given(
    st.binary() | st.text('@{}",=\\ \nTYERAU-[]:1abc').map(str.encode),
    st.sampled_from(["a.ris", "a.bib", "a.json", "a"]),
)
def test_any_bytes_are_read_or_refused(data: bytes, name: str) -> None:
    try:
        read = read_references(data, name)
    except InputError as error:
        assert str(error).startswith("a")
    else:
        assert all(isinstance(one, Metadata) for one in read)
