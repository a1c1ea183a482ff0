"""A web server on this machine that misbehaves in every way a test asks for."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

PAGE = b"A made-up page\n\nAnn Example is made up, and so is what she says.\n"


class Handler(BaseHTTPRequestHandler):
    """Answers by the path that is asked for; `asked` notes the heads that came."""

    asked: list[dict[str, str]]
    over: Event

    def do_GET(self) -> None:
        """Answer."""
        self.asked.append({k.lower(): v for k, v in self.headers.items()})
        _, name, *rest = self.path.partition("?")[0].split("/")
        answer = getattr(self, f"_{name}", None)
        if answer is None:
            self.send_error(404)
        else:
            answer(*rest)

    def _page(self, *rest: str) -> None:
        self._answer(PAGE, "text/plain; charset=utf-8")

    def _typed(self, kind: str, subtype: str, *rest: str) -> None:
        self._answer(PAGE, f"{kind}/{subtype}")

    def _untyped(self, *rest: str) -> None:
        self._answer(PAGE, "")

    def _charset(self, name: str) -> None:
        self._answer("Made up: fünf\n".encode("cp1252"), f"text/plain; charset={name}")

    def _empty(self) -> None:
        self._answer(b"", "text/plain")

    def _packed(self) -> None:
        self._answer(b"\x1f\x8b", "text/plain", ("Content-Encoding", "gzip"))

    def _hops(self, left: str) -> None:
        to = f"/hops/{int(left) - 1}" if int(left) else "/page/hopped"
        self._lead(to)

    def _round(self) -> None:
        self._lead("/round")

    def _nowhere(self) -> None:
        self.send_response(302)
        self.end_headers()

    def _file(self) -> None:
        self._lead("file:///etc/passwd")

    def _ftp(self) -> None:
        self._lead("ftp://127.0.0.1/trees.txt")

    def _secret(self) -> None:
        self._lead(f"http://ann:secret@{self.headers['Host']}/page")

    def _said_large(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "50000000")
        self.end_headers()

    def _endless(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        while not self.over.is_set():
            self.wfile.write(b"made up " * 10_000)

    def _drip(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.end_headers()
        while not self.over.wait(0.05):
            self.wfile.write(b"x")
            self.wfile.flush()

    def _drip_head(self) -> None:
        self.wfile.write(b"HTTP/1.0 200 OK\r\nX-Made-Up: ")
        while not self.over.wait(0.05):
            self.wfile.write(b"x")
            self.wfile.flush()

    def _silent(self) -> None:
        self.over.wait(20)

    def _short(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/plain")
        self.send_header("Content-Length", "500")
        self.end_headers()
        self.wfile.write(PAGE)

    def _nonsense(self) -> None:
        self.wfile.write(b"made up\r\n\r\n")

    def _lead(self, to: str) -> None:
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()

    def _answer(self, data: bytes, kind: str, *more: tuple[str, str]) -> None:
        self.send_response(200)
        for name, value in (("Content-Type", kind), ("Content-Length", str(len(data))), *more):
            if value:
                self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Says nothing either when whoever asked has gone."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Pass over it."""


@contextmanager
def serving() -> Iterator[tuple[str, list[dict[str, str]]]]:
    """Where the server answers, and the heads of what it was asked."""
    asked: list[dict[str, str]] = []
    over = Event()
    handler = type("OwnHandler", (Handler,), {"asked": asked, "over": over})
    with Server(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}", asked
        finally:
            over.set()
            server.shutdown()
            thread.join()
            time.sleep(0)
