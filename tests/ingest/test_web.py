"""An article from the web, within limits; the server is on this machine."""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from fr_reader.ingest.fetching import fetch
from fr_reader.ingest.web import fetched
from fr_reader.model import Address, InputError
from tests.ingest.web_server import PAGE, serving

Asked = list[dict[str, str]]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[str, Asked]]:
    """The server; no proxy stands between."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with serving() as served:
        yield served


@pytest.fixture
def base(server: tuple[str, Asked]) -> str:
    return server[0]


def test_an_article_is_fetched_and_knows_where_it_is_from(server: tuple[str, Asked]) -> None:
    base, asked = server
    article = fetched(Address(f"{base}/page/Trees%20and%20more?x=1#there"))
    assert article.text.encode() == PAGE
    assert article.id == "trees-and-more"
    assert article.metadata.url == f"{base}/page/Trees%20and%20more?x=1"
    assert article.metadata.title == "A made-up page"
    (head,) = asked
    assert head["user-agent"].startswith("fr-reader/")
    assert "cookie" not in head
    assert "authorization" not in head


def test_where_it_leads_in_the_end_is_the_address(base: str) -> None:
    assert fetched(Address(f"{base}/hops/4")).metadata.url == f"{base}/page/hopped"


@pytest.mark.parametrize(
    ("path", "suffix"),
    [
        ("typed/text/html", ".html"),
        ("typed/application/xhtml+xml", ".xhtml"),
        ("typed/text/markdown", ".md"),
        ("typed/application/pdf", ".pdf"),
        ("typed/application/epub+zip", ".epub"),
        ("typed/application/octet-stream/trees.PDF", ".pdf"),
        ("untyped/trees.md", ".md"),
    ],
)
def test_the_content_type_decides_the_format(base: str, path: str, suffix: str) -> None:
    assert fetch(f"{base}/{path}").suffix == suffix


def test_the_encoding_the_server_names_is_believed_unless_it_is_none(base: str) -> None:
    assert fetched(Address(f"{base}/charset/windows-1252")).text == "Made up: fünf\n"
    assert fetch(f"{base}/charset/made-up").charset == ""
    assert fetch(f"{base}/charset/rot13").charset == ""
    article = fetched(Address(f"{base}/charset/utf-8"), encoding="latin-1")
    assert article.text == "Made up: fünf\n"


REFUSED = {
    "round": "leads elsewhere more than 5 times",
    "hops/5": "leads elsewhere more than 5 times",
    "nowhere": "does not say where",
    "file": "only http and https addresses are fetched",
    "ftp": "only http and https addresses are fetched",
    "secret": "name or password in it",
    "said_large": "more than 20 MB",
    "endless": "more than 20 MB",
    "short": "broke off before its end",
    "nonsense": "no sound answer",
    "packed": "comes packed",
    "empty": "is empty",
    "gone": r"not to be had \(404",
    "typed/image/png": "is image/png, not an article",
    "typed/text/css": "is text/css, not an article",
    "typed/application/octet-stream/trees.exe": "octet-stream, not an article",
    "untyped/trees": "is something without a name, not an article",
}


@pytest.mark.parametrize("path", REFUSED)
def test_what_is_refused_is_told_in_a_sentence(base: str, path: str) -> None:
    with pytest.raises(InputError, match=REFUSED[path]) as caught:
        fetched(Address(f"{base}/{path}"))
    assert "\n" not in str(caught.value)
    assert "fr-reader-" not in str(caught.value)


@pytest.mark.parametrize("path", ["drip", "drip_head", "silent"])
def test_what_comes_too_slowly_is_given_up(base: str, path: str) -> None:
    begun = time.monotonic()
    with pytest.raises(InputError, match="has not come within"):
        fetch(f"{base}/{path}", seconds=0.4)
    assert time.monotonic() - begun < 3


def test_nobody_there_is_told() -> None:
    with serving() as (base, _):
        pass
    with pytest.raises(InputError, match="cannot be reached"):
        fetch(f"{base}/page")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("http://", "not a whole address"),
        ("https:///trees", "not a whole address"),
        ("http://[broken/", "not a whole address"),
        ("http://127.0.0.1:port/", "not a whole address"),
        ("http://ann:secret@127.0.0.1/", "name or password"),
        ("http://ann@127.0.0.1/", "name or password"),
    ],
)
def test_what_is_no_address_is_not_asked_for(address: str, why: str) -> None:
    with pytest.raises(InputError, match=why) as caught:
        fetch(address)
    assert "secret" not in str(caught.value)


def test_odd_characters_are_sent_as_the_web_has_them(server: tuple[str, Asked]) -> None:
    base, _ = server
    found = fetch(f"{base}/page/Zoë Example\r\nX-Injected: 1")
    assert found.address == f"{base}/page/Zo%C3%AB%20Example%0D%0AX-Injected:%201"
