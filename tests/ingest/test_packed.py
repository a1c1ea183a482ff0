"""Books and Word documents, made up, become articles; what is protected or hostile is told."""

from __future__ import annotations

import io

import pytest

from fr_reader.ingest import from_bytes
from fr_reader.ingest.files import LIMIT
from fr_reader.ingest.piped import read_all
from fr_reader.model import InputError
from tests.ingest import made_up

PAGE = "<html><head><title>No</title></head><body><p>Part&nbsp;{}</p><p>Made up.</p></body></html>"


def test_a_book_in_the_order_of_its_spine() -> None:
    article = from_bytes(made_up.epub([PAGE.format(n) for n in range(3)]), "standard input")
    assert article.text == (
        "A made-up book\n\nPart 0\n\nMade up.\n\nPart 1\n\nMade up.\n\nPart 2\n\nMade up.\n"
    )
    known = article.metadata
    assert known.authors == ("Ann Example", "Bob Sample")
    assert (known.publisher, known.published, known.language) == (
        "Example Press",
        "2026-01-02",
        "en-GB",
    )
    assert ("published", "Dublin Core") in known.origins


def _encrypted(algorithm: str) -> bytes:
    return (
        f'<encryption><EncryptedData><EncryptionMethod Algorithm="{algorithm}"/>'
        "</EncryptedData></encryption>"
    ).encode()


def test_protection_is_told_and_hidden_fonts_are_not() -> None:
    drm = _encrypted("http://www.w3.org/2001/04/xmlenc#aes128-cbc")
    with pytest.raises(InputError, match="DRM"):
        from_bytes(made_up.epub([PAGE], {"META-INF/encryption.xml": drm}), "a.epub")
    font = _encrypted("http://www.idpf.org/2008/embedding")
    from_bytes(made_up.epub([PAGE], {"META-INF/encryption.xml": font}), "a.epub")


def test_a_word_document() -> None:
    article = from_bytes(made_up.word(), "standard input")
    assert article.text == (
        "A made-up report\n\n“The bridge is made up,” said Ann Example, who is, too.\n\n"
        "What is asked for\n\n- More trees\n\n- Fewer roads\n\n> Nobody was asked.\n\n"
        "Town | Trees\n\nExamplebury | 12\n"
    )
    assert article.metadata.authors == ("Ann Example", "Bob Sample")
    assert ("title", "document properties") in article.metadata.origins


@pytest.mark.parametrize("name", ["a.epub", "a.docx", "a.zip"])
def test_hostile_archives(name: str) -> None:
    bomb = made_up.packed({"META-INF/container.xml": b" " * 30_000_000})
    out = made_up.packed({"word/document.xml": b"<x/>", "../out.txt": b"out"})
    other = made_up.packed({"a.txt": b"Made up."})
    entity = b'<!DOCTYPE x [<!ENTITY e "made up">]><x>&e;</x>'
    inside = made_up.packed({"META-INF/container.xml": entity})
    for data in (bomb, out, other, inside, made_up.word()[:3000], made_up.epub([PAGE])[:400]):
        with pytest.raises(InputError) as caught:
            from_bytes(data, name)
        assert name in str(caught.value)


def test_containers_may_be_larger_than_texts() -> None:
    large = b"PK\x03\x04" + b"x" * LIMIT
    assert read_all(io.BytesIO(large)) == large
    with pytest.raises(InputError, match="more than 20 MB"):
        read_all(io.BytesIO(b"text" + b"x" * LIMIT))
