"""The server: one thread a connection, a few at once, one request each."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from socket import SHUT_WR
from socketserver import TCPServer, ThreadingMixIn
from threading import BoundedSemaphore
from typing import Any

from alignplan.errors import Misuse
from alignplan.serving.asking import Asked, Refusal, Wanted, asked, refused
from alignplan.serving.site import Page, Site
from alignplan.serving.watching import Watch

__all__ = ["HOST", "Server"]

HOST = "127.0.0.1"
"""Where it listens: nowhere but on this machine."""
_MOST_AT_ONCE = 48
"""Connections; a browser keeps up to six."""
_PATIENCE = 15.0
"""Seconds in which a request has to have come and an answer to have gone; so often a stream says that it is there."""
_LINGER, _MOST_LEFT = 0.3, 32
_ALWAYS = {
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_NOTHING = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"


class Server(ThreadingMixIn, TCPServer):
    """Serves a site. Raises Misuse where its port cannot be had; `port` 0 takes a free one."""

    allow_reuse_address = os.name != "nt"  # on Windows it would take the port from whoever has it
    daemon_threads = True
    block_on_close = False
    request_queue_size = _MOST_AT_ONCE

    def __init__(self, site: Site, port: int, *, interval: float = 0.4) -> None:
        self.site = site
        self._room = BoundedSemaphore(_MOST_AT_ONCE)
        try:
            super().__init__((HOST, port), _Handler)
        except PermissionError:
            raise Misuse(f"port {port} may not be used", "`--port 0` takes a free one") from None
        except OSError:
            raise Misuse(f"port {port} is taken", "`--port 0` takes a free one") from None
        try:
            site.now()  # so that who comes first need not wait, and what is watched is known
            self.watch = Watch(site.state, interval)
            self.watch.start()
        except BaseException:
            self.server_close()
            raise

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.server_address[1])

    @property
    def address(self) -> str:
        """What to type into a browser."""
        return f"http://{HOST}:{self.port}/"

    def close(self) -> None:
        """Let go of the port and of everybody who waits."""
        self.watch.end()
        self.server_close()

    def process_request(self, request: Any, client_address: Any) -> None:
        """In a thread of its own, if there is room; who comes when there is none is sent away."""
        if not self._room.acquire(blocking=False):
            self.shutdown_request(request)
            return
        try:
            super().process_request(request, client_address)
        except BaseException:
            self._room.release()
            raise

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """What the thread does."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._room.release()

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002  theirs
        """A connection that broke is nobody's fault; a bug of ours is told, and the others are served on."""
        error = sys.exception()
        if isinstance(error, Exception) and not isinstance(error, OSError):
            self.site.tell(error)


class _Handler(BaseHTTPRequestHandler):
    """One request."""

    server: Server
    timeout = _PATIENCE
    default_request_version = "HTTP/1.0"

    def handle_one_request(self) -> None:
        """Read it, judge it, answer it."""
        self.close_connection = True
        self.raw_requestline = self.rfile.readline(65537)
        if len(self.raw_requestline) > 65536:
            self.requestline, self.request_version, self.command = "", "HTTP/1.0", ""
            self._refuse(Refusal(414, "That is no path."))
        elif self.raw_requestline and self.parse_request():
            self.close_connection = True
            self._answer()

    def _answer(self) -> None:
        hosts, origins = self.headers.get_all("Host", []), self.headers.get_all("Origin", [])
        said = {word: self.headers.get(f"Sec-Fetch-{word}", "") for word in ("site", "mode")}
        refusal = refused(self.command, hosts, origins, self.server.port, **said)
        wanted = refusal or asked(self.path)
        if isinstance(wanted, Refusal):
            self._refuse(wanted)
        elif wanted.wanted is Wanted.EVENTS:
            self._tell()
        else:
            self._show(self._page(wanted))

    def _page(self, wanted: Asked) -> Page:
        site = self.server.site
        return site.now() if wanted.wanted is Wanted.NOW else site.at(wanted.revision)

    def _show(self, page: Page) -> None:
        policy = f"{page.policy}; frame-ancestors 'none'"
        self._write(200 if page.found else 404, "text/html", policy, page.text.encode("utf-8"))

    def _refuse(self, refusal: Refusal) -> None:
        more = {"Allow": "GET, HEAD"} if refusal.status == HTTPStatus.METHOD_NOT_ALLOWED else {}
        self._write(refusal.status, "text/plain", _NOTHING, f"{refusal.words}\n".encode(), more)
        self._let_finish()

    def _let_finish(self) -> None:
        """What still comes is thrown away, up to a limit: closing at once would take the answer back."""
        self.connection.shutdown(SHUT_WR)
        self.connection.settimeout(_LINGER)
        for _ in range(_MOST_LEFT):
            if not self.rfile.read1(65536):
                return

    def _write(
        self, status: int, kind: str, policy: str, content: bytes, more: Mapping[str, str] | None = None
    ) -> None:
        length = {"Content-Length": str(len(content))}
        self._head(status, {"Content-Type": f"{kind}; charset=utf-8", **length, **(more or {})}, policy)
        if self.command != "HEAD":
            self.wfile.write(content)

    def _head(self, status: int, stated: Mapping[str, str], policy: str) -> None:
        self.send_response_only(status)
        headers = {**stated, "Content-Security-Policy": policy, **_ALWAYS, "Connection": "close"}
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _tell(self) -> None:
        """A stream of states, for as long as somebody reads it."""
        self._head(200, {"Content-Type": "text/event-stream; charset=utf-8"}, _NOTHING)
        if self.command == "HEAD":
            return
        for state in self.server.watch.told(_PATIENCE):
            told = ": still here\n\n" if state is None else f"event: state\ndata: {state}\n\n"
            self.wfile.write(told.encode("ascii"))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002  theirs
        """A request that is none (of the library's own reading of it): nothing of it is repeated."""
        self._refuse(Refusal(int(code), HTTPStatus(code).phrase + "."))

    def log_message(self, format: str, *arguments: Any) -> None:
        """Nothing: who looks at the plan is nobody's business."""
