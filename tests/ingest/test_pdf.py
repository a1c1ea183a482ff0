"""PDF files, made up and made here, become their paragraphs."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from fr_reader.ingest import from_bytes
from fr_reader.ingest.pdf.hyphens import join, vocabulary
from fr_reader.model import InputError
from tests.ingest import made_up

TITLE = "Council in Examplebury plants trees"


@pytest.mark.parametrize("two", [False, True])
@pytest.mark.parametrize("indent", [False, True])
def test_paragraphs_are_exact(two: bool, indent: bool) -> None:
    right = total = 0
    wrong: list[str] = []
    for seed in range(3):
        texts = made_up.paragraphs(40, seed)
        article = from_bytes(made_up.pdf(texts, two=two, indent=indent, title=TITLE), "a.pdf")
        found = article.text.strip().split("\n\n")
        assert found[0] == article.metadata.title == TITLE
        assert "Gazette" not in article.text
        right += sum(text in found for text in texts)
        total += len(texts)
        wrong += [text for text in found[1:] if text not in texts]
    assert right >= 0.95 * total, f"{right} of {total} paragraphs are exact; not: {wrong}"


def test_metadata_has_origins() -> None:
    known = from_bytes(made_up.pdf(["Made up. " * 30], title=TITLE), "a.pdf").metadata
    assert known.authors == ("Ann Example",)
    assert dict(known.origins)["authors"] == "PDF information"
    untitled = from_bytes(made_up.pdf(made_up.paragraphs(60)), "a.pdf").metadata
    assert untitled.title == ""


def test_hyphens() -> None:
    words: Counter[str] = vocabulary(["the well-known town", "of coop-erative people"])
    assert join("a well-", "known man", words) == "a well-known man"
    assert join("the govern-", "ment of", words) == "the government of"
    assert join("Anglo-", "Saxon law", words) == "Anglo-Saxon law"
    assert join("two- ", "or three", words) == "two-  or three"
    assert join("two-", "and threefold", words) == "two- and threefold"
    assert join("in 2019-", "2020 it", words) == "in 2019-2020 it"
    assert join("a word", "and more", words) == "a word and more"


def test_what_has_no_text_or_a_password_is_told() -> None:
    from fpdf import FPDF

    empty: Any = FPDF()
    empty.add_page()
    with pytest.raises(InputError, match="only pictures"):
        from_bytes(bytes(empty.output()), "a.pdf")
    locked: Any = FPDF()
    locked.add_page()
    locked.set_font("Times", "", 11)
    locked.cell(0, 8, "Made up.")
    locked.set_encryption(owner_password="made", user_password="up")
    with pytest.raises(InputError, match="needs a password"):
        from_bytes(bytes(locked.output()), "a.pdf")
    with pytest.raises(InputError, match="damaged or not whole"):
        from_bytes(b"%PDF-1.7\nmade up", "a.pdf")
