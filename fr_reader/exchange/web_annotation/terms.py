"""The names things have in our Web Annotations: URNs, and an extension of the context."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote, unquote_to_bytes

W3C = "http://www.w3.org/ns/anno.jsonld"
VERSION = 1
"""The newest version of our extension that is read, and the one that is written."""

_JSON = ("articles", "codes", "speakers")
CONTEXT: list[Any] = [
    W3C,
    {
        "@version": 1.1,
        "fr": "urn:fr-reader:term:",
        **{f"fr:{name}": {"@id": f"fr:{name}", "@type": "@json"} for name in _JSON},
    },
]
"""Ours adds `fr:version`, `fr:articles`, `fr:codes` and `fr:speakers` to the collection, as JSON
literals; `fr:code` and `fr:speaker`, the ids, to bodies; `fr:status` to annotations, and
`fr:created` and `fr:modified` where a time is kept in another way; `fr:sha256` to targets that were
measured in another text than the article's."""

ANNOTATION = "urn:fr-reader:annotation:"
ARTICLE = "urn:fr-reader:article:"
UTC = "+00:00"
"""How a time kept here ends; in a document it ends in Z."""
PROJECT = "urn:fr-reader:project:"


def urn(kind: str, *names: str) -> str:
    """The URN of a thing of one `kind`."""
    return kind + ":".join(quote(name, safe="", errors="surrogatepass") for name in names)


def names_in(kind: str, address: object) -> tuple[str, ...]:
    """The names a URN of this kind is made of; none where it is another."""
    if not isinstance(address, str) or not address.startswith(kind):
        return ()
    try:
        parts = map(unquote_to_bytes, address.removeprefix(kind).split(":"))
        return tuple(part.decode("utf-8", "surrogatepass") for part in parts)
    except UnicodeError:
        return ()
