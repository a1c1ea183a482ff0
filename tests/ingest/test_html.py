"""Web pages, made up, become their articles, and what they say of themselves is kept."""

from __future__ import annotations

import json
import sys

import pytest

from fr_reader.ingest import from_bytes
from fr_reader.ingest.page import Page
from fr_reader.ingest.page_metadata import page_metadata
from fr_reader.model import InputError, Metadata, ParagraphKind
from fr_reader.text import paragraphs

BODY = """<body><nav><ul><li><a href="/">Home</a></li></ul></nav><article>
<h1>Council plants trees</h1>
<p>“More trees,” said Ann Example, who is made up, at a <b>long</b> meeting of the council.</p>
<p>The council of Examplebury had been asked for trees for as long as anybody can remember.</p>
<h2>What is asked for</h2>
<ul><li>More trees in every street of the town</li><li>Fewer roads through the park</li></ul>
<blockquote><p>Nobody asked us, and nobody will, as far as we can see from here.</p></blockquote>
<p>Bob Sample, a neighbour, said that he had never heard of it; “not once,” he added later.</p>
</article><script>document.write("no")</script></body>"""


def page(head: str, body: str = BODY, lang: str = "") -> bytes:
    return f"<!DOCTYPE html><html{lang}><head>{head}</head>{body}</html>".encode()


def known(head: str, lang: str = "") -> Metadata:
    return page_metadata(Page(page(head, lang=lang).decode()))


def ld(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_the_article_is_found_and_its_kinds_are_known() -> None:
    article = from_bytes(page("<title>Council plants trees</title>"), "a.html")
    kinds = [(p.kind, p.span.of(article.text)) for p in paragraphs(article.text)]
    assert kinds[0] == (ParagraphKind.TITLE, "Council plants trees")
    assert (ParagraphKind.HEADING, "What is asked for") in kinds
    assert (ParagraphKind.LIST_ITEM, "- Fewer roads through the park") in kinds
    assert [k for k, t in kinds if t.startswith("> Nobody")] == [ParagraphKind.BLOCK_QUOTATION]
    assert "document.write" not in article.text
    assert sum("Council plants trees" in text for _, text in kinds) == 1
    assert article == from_bytes(page("<title>Council plants trees</title>"), "a.html")


def test_captions_breaks_and_lists_in_lists() -> None:
    figure = (
        "<figure><img src='a.png'><figcaption>A park. Photograph: Jo Snap</figcaption></figure>"
    )
    inner = "<li>One point<ul><li>a point in it</li></ul></li>"
    body = BODY.replace("<h2>", figure + "<h2>").replace("</ul>", inner + "</ul>", 2)
    body = body.replace("<article>", "<article><ul>" + inner + "</ul>")
    text = from_bytes(
        page("<title>Trees</title>", body.replace("Nobody asked", "Nobody<br>asked")), "a.html"
    ).text
    assert text.count("A park. Photograph: Jo Snap") == 1
    assert text.index("anybody can remember") < text.index("Jo Snap") < text.index("What is asked")
    assert "> Nobody asked us" in text
    assert "One point a point in it" not in text


def test_json_ld_comes_first() -> None:
    head = (
        ld(
            {
                "@graph": [
                    {"@type": "WebSite", "name": "Other"},
                    {
                        "@type": ["Thing", "NewsArticle"],
                        "headline": "Trees &amp; more",
                        "author": [{"name": "Ann Example"}, "Bob Sample", {"@id": "#c"}],
                        "publisher": {"@type": "Organization", "name": "The Made-Up Gazette"},
                        "datePublished": "2026-01-02T03:04:05Z",
                        "inLanguage": "en-GB",
                        "mainEntityOfPage": {"@id": "https://news.example/a"},
                    },
                    {"@id": "#c", "@type": "Person", "name": "Cy Third"},
                ]
            }
        )
        + '<meta property="og:title" content="Less">'
    )
    found = known(head)
    assert found.authors == ("Ann Example", "Bob Sample", "Cy Third")
    assert found.publisher == "The Made-Up Gazette"
    assert found.published == "2026-01-02"
    assert found.url == "https://news.example/a"
    assert found.language == "en-GB"
    assert {origin for _, origin in found.origins} == {"JSON-LD"}


def test_what_is_implausible_is_passed_over() -> None:
    head = (
        ld(
            {
                "@type": "Article",
                "headline": "",
                "author": "https://news.example/ann",
                "datePublished": "yesterday",
            }
        )
        + '<meta property="article:author" content="https://social.example/ann">'
        '<meta property="og:title" content="Trees">'
        '<meta name="author" content="By Ann Example and Bob Sample">'
        '<meta name="DC.date" content="2026-02-30">'
        '<meta name="parsely-pub-date" content="2026-02-03T10:00">'
    )
    found = known(head, ' lang="en"')
    assert found.title == "Trees"
    assert found.authors == ("Ann Example", "Bob Sample")
    assert found.published == "2026-02-03"
    assert dict(found.origins) == {
        "authors": "meta author",
        "language": "<html lang>",
        "published": "meta parsely-pub-date",
        "title": "OpenGraph",
    }


def test_the_elements_come_last() -> None:
    head = (
        '<title>Trees</title><link rel="canonical" href="https://news.example/b">'
        '<meta name="citation_author" content="Example, Ann">'
        '<time datetime="2026-03-04">'
    )
    found = known(head)
    assert (found.title, found.url, found.published) == (
        "Trees",
        "https://news.example/b",
        "2026-03-04",
    )
    assert found.authors == ("Ann Example",)
    assert dict(found.origins)["url"] == "<link rel=canonical>"


def test_what_the_user_says_wins() -> None:
    article = from_bytes(page("<title>Trees</title>"), "a.html", metadata=Metadata(title="Mine"))
    assert article.metadata.title == "Mine"
    assert "title" not in dict(article.metadata.origins)


def test_broken_json_ld_does_no_harm() -> None:
    for data in ("{", "[" * 100_000, '{"@type": "Article", "author": {"name": [1, {}]}}', "null"):
        head = f'<script type="application/ld+json">{data}</script><title>Trees</title>'
        assert known(head).title == "Trees"


@pytest.mark.parametrize("codec", ["cp1252", "cp1251", "koi8-r", "shift_jis", "gb18030", "utf-8"])
def test_declared_encodings(codec: str) -> None:
    words = {
        "cp1251": "Привет",
        "koi8-r": "Привет",
        "shift_jis": "こんにちは",
        "gb18030": "你好",
    }.get(codec, "Zoë “£5”")
    text = page(f'<meta charset="{codec}">').decode().replace("Bob Sample", words)
    text = text.replace("“", '"').replace("”", '"') if codec == "koi8-r" else text
    assert words in from_bytes(text.encode(codec), "a.html").text
    plain = text.replace(f'<meta charset="{codec}">', "")
    assert words in from_bytes(plain.encode(codec), "a.html", encoding=codec).text


def test_it_is_known_by_its_first_bytes() -> None:
    assert "document.write" not in from_bytes(page(""), "standard input").text
    assert "document.write" in from_bytes(page(""), "a.txt").text
    after = b'<?xml version="1.0"?>\n<!-- made up --> <!-- twice -->' + page("")
    assert "document.write" not in from_bytes(after, "standard input").text
    comments = from_bytes(b"<!---->" * 1000 + b"Made up.", "standard input")
    assert comments.text.endswith("Made up.")


def test_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    monkeypatch.setitem(sys.modules, "docx", None)
    for name, extra in (("a.html", "html"), ("a.pdf", "pdf")):
        with pytest.raises(InputError, match=rf"pip install 'fr-reader\[{extra}\]'"):
            from_bytes(b"made up", name)
    from tests.ingest.made_up import packed

    with pytest.raises(InputError, match=r"pip install 'fr-reader\[docx\]'"):
        from_bytes(packed({"word/document.xml": b"<x/>"}), "a.docx")
