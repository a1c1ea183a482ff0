"""What is at an address on the web, fetched within limits.

Everything has a limit: the size, the time in all however slowly it comes, and how often it leads
elsewhere. Only http and https are spoken, also after being led elsewhere, and no name or password
is sent or kept.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from fr_reader import __version__
from fr_reader.ingest.files import LIMIT
from fr_reader.ingest.folders import SUFFIXES
from fr_reader.model import InputError, is_address, visible

if TYPE_CHECKING:
    from http.client import HTTPResponse
    from urllib.request import OpenerDirector

SECONDS = 30.0
"""The longest time from the first word to the last byte."""

MOST_REDIRECTS = 5
_SILENCE = 15.0
"""Seconds a server may say nothing at all."""
_CHUNK = 65_536
_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".xhtml",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/epub+zip": ".epub",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
}
_UNSAID = ("", "application/octet-stream", "binary/octet-stream")
"""Content types that say nothing; then the end of the address decides."""
_LED = (301, 302, 303, 307, 308)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What is at an address: its bytes, the address it was found at in the end, the format as the
    suffix of a file, and the encoding the server says it is in."""

    data: bytes
    address: str
    suffix: str
    charset: str = ""


def fetch(address: str, *, limit: int = LIMIT, seconds: float = SECONDS) -> Fetched:
    """What is at `address`, at most `limit` bytes, within `seconds`. Raises InputError."""
    stop = Event()
    outcome: list[Fetched | InputError] = []

    def work() -> None:
        try:
            outcome.append(_followed(address, limit, time.monotonic() + seconds, stop))
        except InputError as error:
            outcome.append(error)

    # Names that are looked up and heads that come letter by letter have no limit of their own.
    worker = Thread(target=work, name="fetch", daemon=True)
    worker.start()
    worker.join(seconds)
    stop.set()
    if not outcome:
        raise _too_slow(address, seconds)
    if isinstance(outcome[0], InputError):
        raise outcome[0]
    return outcome[0]


def _followed(address: str, limit: int, deadline: float, stop: Event) -> Fetched:
    """Fetch from where the address leads in the end."""
    opener = _opener()
    here = _allowed(address, address)
    for _ in range(MOST_REDIRECTS + 1):
        with _opened(opener, here, deadline) as response:
            if response.status not in _LED:
                suffix, charset = _format(response, here)
                data = _body(response, here, limit, deadline, stop)
                return Fetched(data, here, suffix, "" if _is_utf8(data) else charset)
            here = _allowed(_next(response, here), here)
    raise InputError(
        f"{visible(address)} leads elsewhere more than {MOST_REDIRECTS} times: "
        "save the page in a browser and import the file"
    )


def _opener() -> OpenerDirector:
    """What opens http and https and nothing else, and follows nowhere by itself."""
    from urllib import request  # noqa: PLC0415 - only when an address is typed

    opener = request.OpenerDirector()
    for handler in (request.ProxyHandler, request.HTTPHandler, request.HTTPSHandler):
        opener.add_handler(handler())
    opener.addheaders = []
    return opener


def _allowed(address: str, named: str) -> str:
    """`address` as it is fetched and kept, without a fragment. Raises InputError."""
    from urllib.parse import quote, urldefrag, urlsplit  # noqa: PLC0415 - as above

    shown, led = visible(named), address != named
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        host = None
        parts = urlsplit("")
    if led and not is_address(address):
        raise InputError(
            f"{shown} leads to what is not on the web: only http and https addresses are fetched"
        )
    if not host:
        raise InputError(f"{shown} is not a whole address: it begins like https://example.org/")
    if parts.username is not None or parts.password is not None:
        raise InputError(
            f"{'an address it leads to' if led else 'the address'} has a name or password in it, "
            f"which fr-reader does not send: save the page of {visible(host)} in a browser "
            "and import the file"
        )
    plain: str = urldefrag(address).url
    try:
        ascii_host = host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        raise InputError(f"{shown} is not a whole address: check its spelling") from None
    if ascii_host != host:
        plain = plain.replace(host, ascii_host, 1)
    return quote(plain, safe="%/:=&?~#+!$,;'@()*[]")


@contextmanager
def _opened(opener: OpenerDirector, address: str, deadline: float) -> Iterator[HTTPResponse]:
    """The answer from an address. Raises InputError."""
    from http.client import HTTPException  # noqa: PLC0415 - as above
    from ssl import SSLCertVerificationError  # noqa: PLC0415
    from urllib.error import URLError  # noqa: PLC0415
    from urllib.request import Request  # noqa: PLC0415

    shown = visible(address)
    request = Request(
        address,
        headers={
            "User-Agent": f"fr-reader/{__version__}",
            "Accept": ", ".join(_SUFFIXES),
            "Accept-Encoding": "identity",
        },
    )
    try:
        with opener.open(request, timeout=_left(deadline)) as response:
            if response.status not in (200, *_LED):
                raise InputError(
                    f"{shown} is not to be had ({response.status} {visible(response.reason)}): "
                    "check the address in a browser"
                )
            yield response
    except TimeoutError:
        raise _too_slow(address, _SILENCE) from None
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise _too_slow(address, _SILENCE) from None
        if isinstance(error.reason, SSLCertVerificationError):
            raise InputError(f"{shown} cannot prove who it is: its certificate is wrong") from None
        reason = getattr(error.reason, "strerror", None) or str(error.reason)
        raise InputError(
            f"{shown} cannot be reached ({visible(reason)}): check the address and the network"
        ) from None
    except (HTTPException, OSError, ValueError) as error:
        raise InputError(
            f"{shown} sends no sound answer ({type(error).__name__}): "
            "save the page in a browser and import the file"
        ) from None


def _left(deadline: float) -> float:
    """Seconds to wait for a single word, at least a few thousandths."""
    return max(0.005, min(_SILENCE, deadline - time.monotonic()))


def _next(response: HTTPResponse, here: str) -> str:
    from urllib.parse import urljoin  # noqa: PLC0415 - as above

    where = response.headers.get("Location", "").strip()
    if not where:
        raise InputError(f"{visible(here)} leads elsewhere, but does not say where")
    try:
        return urljoin(here, where)
    except ValueError:
        return where


def _format(response: HTTPResponse, here: str) -> tuple[str, str]:
    """The suffix of the format, and the encoding if the answer names one. Raises InputError."""
    from urllib.parse import urlsplit  # noqa: PLC0415 - as above

    headers = response.headers
    kind = headers.get_content_type() if headers.get("Content-Type") else ""
    suffix = _SUFFIXES.get(kind, "")
    if kind in _UNSAID:
        end = Path(urlsplit(here).path).suffix.lower()
        suffix = end if end in SUFFIXES else ""
    if not suffix:
        told = visible(kind) or "something without a name"
        raise InputError(
            f"{visible(here)} is {told}, not an article: "
            "web pages, plain text, PDF, EPUB and Word documents are read"
        )
    return suffix, _charset(headers.get_content_charset() or "")


def _charset(named: str) -> str:
    """The encoding a server names, where it is one of texts and not to be found out anyway."""
    import codecs  # noqa: PLC0415 - as above

    try:
        name = codecs.lookup(named).name
        "x".encode(name)  # refuses what is no encoding of text
    except (LookupError, ValueError):
        return ""
    return "" if name == "utf-8" else name


def _is_utf8(data: bytes) -> bool:
    """Whether it is in UTF-8 whatever a server says, for no other encoding looks like that."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _body(response: HTTPResponse, here: str, limit: int, deadline: float, stop: Event) -> bytes:
    """All bytes of an answer. Raises InputError where they are too many, too late or too few."""
    if response.headers.get("Content-Encoding", "identity").strip().lower() != "identity":
        raise InputError(
            f"{visible(here)} comes packed, though it was asked for as it is: "
            "save the page in a browser and import the file"
        )
    said = response.headers.get("Content-Length", "")
    if said.isdecimal() and int(said) > limit:
        raise _too_large(here, limit)
    data = bytearray()
    while chunk := response.read1(_CHUNK):
        data += chunk
        if len(data) > limit:
            raise _too_large(here, limit)
        if stop.is_set() or time.monotonic() > deadline:
            raise _too_slow(here, SECONDS)
    if said.isdecimal() and len(data) < int(said):
        raise InputError(f"{visible(here)} broke off before its end: try again")
    return bytes(data)


def _too_large(address: str, limit: int) -> InputError:
    return InputError(
        f"{visible(address)} has more than {limit / 1e6:.0f} MB, the most fr-reader reads"
    )


def _too_slow(address: str, seconds: float) -> InputError:
    return InputError(
        f"{visible(address)} has not come within {seconds:.0f} seconds: try again, "
        "or save the page in a browser and import the file"
    )
