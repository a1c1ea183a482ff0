"""Documents and articles made to hurt: an answer all the same, and soon."""

from __future__ import annotations

import time

import pytest

from fr_reader.model import Article
from fr_reader.verify import Library, verify
from tests.verify.made_up import RIVER, articles

HOSTILE = {
    "unclosed marks": "“never closed " * 20_000,
    "quotes alone": '"' * 1_000_000,
    "nested marks": "“" * 100_000 + "a" + "”" * 100_000,
    "deep block quotation": ">" * 100_000 + " We never promised a date",
    "deeper and deeper": "\n".join(">" * depth + " words" for depth in range(500)),
    "bidi controls": "“\u202ewe never\u2066 promised\x1b]52;c;AAAA\x07 a date”\n" * 200,
    "brackets": "“" + "[" * 100_000 + "”",
    "ellipses": "> " + "… a " * 20_000,
    "dots": "> " + "." * 200_000,
    "changed words": "> " + "a b [x] " * 5_000,
    "stars": "*_~`" * 100_000,
    "bars": "|" * 100_000,
    "entities": "&amp;" * 50_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_document_ends_soon(name: str) -> None:
    library = Library(tuple(articles()))
    begun = time.process_time()
    verify(HOSTILE[name], library)
    assert time.process_time() - begun < 20


def test_many_quotations() -> None:
    library = Library(tuple(articles()))
    document = "\n\n".join(
        f"> We ever promised {n} a date, and we can't start" for n in range(3000)
    )
    begun = time.process_time()
    verdicts = verify(document, library)
    assert {verdict.finding.value for verdict in verdicts} == {"altered"}
    assert len(verdicts) == 3000
    assert time.process_time() - begun < 20


@pytest.mark.parametrize("text", ["a" * 6_000_000, "a " * 200_000])
def test_an_article_of_one_letter(text: str) -> None:
    library = Library((Article("long", text), Article("river", RIVER)))
    begun = time.process_time()
    found = verify("“a a a a b a a [x] a a”\n\n“We never promised a date”\n", library)
    assert found[-1].finding == "exact"
    assert time.process_time() - begun < 20
