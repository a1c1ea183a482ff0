"""What is hostile is refused in a sentence or read, in bounded time, and nothing is fetched."""

from __future__ import annotations

import socket
import time

import pytest

from fr_reader.ingest import from_bytes
from fr_reader.model import InputError
from tests.ingest import fuzzing

BAIT = (
    b'<img src="http://127.0.0.1:9/a.png"><iframe src="http://127.0.0.1:9/"></iframe>'
    b'<script src="//127.0.0.1:9/a.js"></script><link rel="stylesheet" href="http://127.0.0.1:9/">'
    b'<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="http://127.0.0.1:9/"/>'
)


def test_no_reader_opens_a_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    class Refused(socket.socket):
        def __init__(self, *arguments: object, **more: object) -> None:
            raise AssertionError("a reader tried to open a socket")

    def refuse(*arguments: object, **more: object) -> object:
        raise AssertionError("a reader tried to look up a name")

    monkeypatch.setattr(socket, "socket", Refused)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for name, data in fuzzing.documents():
        assert from_bytes(data, name).text
        if name == "a.html":
            doctype = b'<!DOCTYPE html SYSTEM "http://127.0.0.1:9/x.dtd">'
            whole = data.replace(b"<!DOCTYPE html>", doctype).replace(
                b"<article>", b"<article>" + BAIT
            )
            assert "Bob Sample" in from_bytes(whole, name).text


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 100_000 + "Made up.",
        "<blockquote>" * 50_000 + "<p>Made up.",
        "<p>Made up.<b x='" + "y" * 3_000_000 + "'>",
        "<p>Made up.</p>" + "<a " * 20_000,
        "<p>Made up.</p>" + "<!" * 20_000,
        "<p>Made up.</p>" + "<script>" * 20_000,
        "<p>Made up.</p>" + "<b a=" * 20_000,
        "<p>Made up." + "&" * 100_000,
        "<p>Made up.</p>" * 20_000,
        "<p>Made up.\0</p>",
    ],
    ids=[
        "divs",
        "quotations",
        "attribute",
        "open",
        "declarations",
        "scripts",
        "names",
        "amps",
        "many",
        "nul",
    ],
)
def test_hostile_pages_end(markup: str) -> None:
    began = time.perf_counter()
    try:
        text = from_bytes(f"<html><body>{markup}".encode(), "a.html").text
        assert "Made up." in text
    except InputError as error:
        assert "a.html" in str(error)
    assert time.perf_counter() - began < 20


def test_damaged_documents_are_read_or_refused() -> None:
    came, _, _ = fuzzing.run(360, seed=2)
    assert sum(came.values()) == 360
    assert sum(times for what, times in came.items() if what.endswith("refused")) > 50
