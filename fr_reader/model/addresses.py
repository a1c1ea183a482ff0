"""Addresses on the web: what is one, and when two of them lead to the same article."""

from __future__ import annotations

_TRACKING = ("utm_", "fbclid", "gclid", "dclid", "msclkid", "mc_cid", "mc_eid", "igshid", "cmpid")
"""How the names of parameters begin that say where a reader came from, not what is read."""


class Address(str):
    """A web address somebody typed where a path may stand; see `is_address`."""

    __slots__ = ()


def is_address(word: str) -> bool:
    """Whether a word is meant as an address on the web, right or wrong as it may be."""
    return word[:8].lower().startswith(("http://", "https://"))


def address_key(url: str) -> str:
    """What is equal for addresses of the same article; empty for an empty one. Never raises.

    Left out are what differs from one copy of a link to the next: http or https, `www.`, the
    case of the host, a port that goes without saying, names and passwords, the fragment, a last
    slash, and parameters that track the reader.
    """
    from urllib.parse import urlsplit  # noqa: PLC0415 - most that import the model need none of it

    url = url.strip()
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        return url
    if parts.scheme not in ("http", "https") or not host:
        return url
    kept = [p for p in parts.query.split("&") if p and not p.lower().startswith(_TRACKING)]
    query = f"?{'&'.join(kept)}" if kept else ""
    where = "" if port in (None, 80, 443) else f":{port}"
    return f"{host.removeprefix('www.')}{where}{parts.path.rstrip('/')}{query}"
