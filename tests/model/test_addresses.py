"""Which words are addresses, and which addresses lead to the same article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fr_reader.model import address_key, is_address

SAME = (
    "https://www.example.org/2026/trees",
    "http://example.org/2026/trees/",
    "HTTPS://Example.ORG:443/2026/trees#comments",
    "https://ann:secret@example.org/2026/trees?utm_source=x&fbclid=1",
    "  https://example.org/2026/trees?  ",
)
OTHERS = (
    "https://example.org/2026/Trees",
    "https://example.org/2026/trees?page=2",
    "https://example.org:8080/2026/trees",
    "https://m.example.org/2026/trees",
    "ftp://example.org/2026/trees",
)


def test_copies_of_a_link_are_the_same_address() -> None:
    assert {address_key(url) for url in SAME} == {"example.org/2026/trees"}


def test_other_addresses_are_other_addresses() -> None:
    assert len({address_key(url) for url in (*OTHERS, SAME[0])}) == len(OTHERS) + 1


@pytest.mark.parametrize("url", ["", "https://[broken", "https://example.org:port/x", "no address"])
def test_what_is_no_address_stays_as_it_is(url: str) -> None:
    assert address_key(url) == url


@given(st.text())
def test_any_text_has_a_key(url: str) -> None:
    assert isinstance(address_key(url), str)


def test_a_word_is_an_address_by_how_it_begins() -> None:
    assert all(map(is_address, ("http://", "https://example.org", "HTTPS://EXAMPLE.ORG")))
    assert not any(map(is_address, ("", "http", "file:///a", "https:/a", "./https://", "ftp://a")))
