"""The server on a real socket: what it answers, what it refuses, and that it goes on."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator

import pytest

from alignplan.errors import Misuse
from alignplan.serving.server import Server
from alignplan.serving.site import Page


class Pages:
    """A site that remembers what went wrong."""

    def __init__(self) -> None:
        self.word = "first"
        self.bugs: list[Exception] = []
        self.broken = False

    def now(self) -> Page:
        if self.broken:
            raise ValueError("a bug")
        return Page("<p>now ✔</p>", "default-src 'none'")

    def at(self, revision: str) -> Page:
        return Page(f"<p>{len(revision)}</p>", "default-src 'none'", found=revision == "HEAD")

    def state(self) -> str:
        return self.word

    def tell(self, error: Exception) -> None:
        self.bugs.append(error)


@pytest.fixture
def site() -> Pages:
    return Pages()


@pytest.fixture
def server(site: Pages) -> Iterator[Server]:
    made = Server(site, 0, interval=0.02)
    thread = threading.Thread(target=made.serve_forever, args=(0.02,))
    thread.start()
    yield made
    made.shutdown()
    thread.join(5)
    made.close()


def said(server: Server, request: bytes) -> tuple[str, dict[str, str], str]:
    """The status line, the headers and the body of the answer."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as there:
        there.sendall(request)
        there.shutdown(socket.SHUT_WR)
        answer = b""
        while more := there.recv(65536):
            answer += more
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    return first, dict(line.split(": ", 1) for line in lines), body.decode("utf-8")


def get(
    server: Server, path: str = "/", method: str = "GET", more: str = "", body: bytes = b""
) -> tuple[str, dict[str, str], str]:
    head = f"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n{more}\r\n"
    return said(server, head.encode("utf-8") + body)


def test_it_listens_on_this_machine_alone(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"
    assert server.address == f"http://127.0.0.1:{server.port}/"


def test_the_page_comes_with_all_that_keeps_it_to_itself(server: Server) -> None:
    status, headers, body = get(server)
    assert status == "HTTP/1.0 200 OK"
    assert body == "<p>now ✔</p>"
    assert headers == {
        "Content-Type": "text/html; charset=utf-8",
        "Content-Length": "14",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Cache-Control": "no-store",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Connection": "close",
    }


def test_no_answer_says_that_other_sites_may_read_it(server: Server) -> None:
    for path in ("/", "/at/HEAD", "/nothing"):
        assert not [name for name in get(server, path)[1] if name.lower().startswith("access-control")]


def test_the_head_of_a_page_comes_without_the_page(server: Server) -> None:
    status, headers, body = get(server, method="HEAD")
    assert (status, headers["Content-Length"], body) == ("HTTP/1.0 200 OK", "14", "")


def test_a_page_of_the_past_is_found_or_not(server: Server) -> None:
    assert get(server, "/at/HEAD")[0] == "HTTP/1.0 200 OK"
    assert get(server, "/at/nothing")[::2] == ("HTTP/1.0 404 Not Found", "<p>7</p>")


@pytest.mark.parametrize(
    "path",
    ["/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/alignplan.yaml", "/..\\..\\x", "//etc/passwd"],
)
def test_no_file_is_served(server: Server, path: str) -> None:
    status, _, body = get(server, path)
    assert (status, body) == (
        "HTTP/1.0 404 Not Found", "There is no such page: / is the plan as it is, /at/REVISION as it was.\n",
    )  # fmt: skip


def test_another_name_for_this_machine_is_refused(server: Server) -> None:
    status, _, body = said(server, f"GET / HTTP/1.1\r\nHost: evil.test:{server.port}\r\n\r\n".encode())
    assert status == "HTTP/1.0 421 Misdirected Request"
    assert body == f"This is http://127.0.0.1:{server.port}/ and nothing else.\n"


def test_a_request_without_a_name_is_refused(server: Server) -> None:
    assert said(server, b"GET / HTTP/1.0\r\n\r\n")[0] == "HTTP/1.0 421 Misdirected Request"


def test_a_form_of_another_site_is_refused_and_so_is_one_of_no_site(server: Server) -> None:
    body = b"x=1"
    more = f"Content-Length: {len(body)}\r\n"
    assert (
        get(server, method="POST", more=more + "Origin: http://evil.test\r\n", body=body)[0]
        == "HTTP/1.0 403 Forbidden"
    )
    status, headers, _ = get(server, method="POST", more=more, body=body)
    assert (status, headers["Allow"]) == ("HTTP/1.0 405 Method Not Allowed", "GET, HEAD")


def test_an_answer_arrives_although_the_body_of_the_request_was_not_read(server: Server) -> None:
    body = b"x" * 500_000
    more = f"Content-Length: {len(body)}\r\n"
    assert get(server, method="POST", more=more, body=body)[0] == "HTTP/1.0 405 Method Not Allowed"


@pytest.mark.parametrize(
    "garbage",
    [
        b"\r\n\r\n", b"\x00\x01\x02\xff\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"GET / HTTP/x\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\xaa" * 200, b"A" * 70_000 + b"\r\n\r\n",
        b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", b"GET / HTTP/1.1\r\nHost: " + b"h" * 70_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 500 + b"\r\n", b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\nGET / HTTP/1.1\r\n\r\n", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", b"GET\x00/ HTTP/1.1\r\n\r\n",
    ],
)  # fmt: skip
def test_garbage_is_refused_and_the_next_one_is_served(server: Server, site: Pages, garbage: bytes) -> None:
    try:
        status, _, body = said(server, garbage)
    except ConnectionError:
        status, body = "", ""
    assert "200" not in status
    assert "now" not in body
    assert "<" not in body
    assert get(server)[2] == "<p>now ✔</p>"
    assert site.bugs == []


def test_who_says_nothing_keeps_nobody_waiting(server: Server) -> None:
    silent = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(10)]
    assert get(server)[0] == "HTTP/1.0 200 OK"
    for one in silent:
        one.close()


def test_a_crowd_is_sent_away_and_once_it_is_gone_all_is_served(server: Server) -> None:
    crowd = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(80)]
    for one in crowd:
        one.close()
    for _ in range(50):
        try:
            if get(server)[0] == "HTTP/1.0 200 OK":
                break
        except ConnectionError:
            threading.Event().wait(0.1)
    assert get(server)[0] == "HTTP/1.0 200 OK"


def test_a_bug_of_ours_is_told_and_the_next_one_is_served(server: Server, site: Pages) -> None:
    site.broken = True
    assert said(server, f"GET / HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())[0] == ""
    site.broken = False
    assert [str(bug) for bug in site.bugs] == ["a bug"]
    assert get(server)[0] == "HTTP/1.0 200 OK"


def test_a_stream_tells_the_state_and_each_new_one(server: Server, site: Pages) -> None:
    with (
        socket.create_connection(("127.0.0.1", server.port), timeout=10) as there,
        there.makefile("rb") as told,
    ):
        there.sendall(f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
        head = iter(told.readline, b"\r\n")
        assert b"Content-Type: text/event-stream; charset=utf-8\r\n" in list(head)
        assert [told.readline() for _ in range(3)] == [b"event: state\n", b"data: first\n", b"\n"]
        site.word = "second"
        assert [told.readline() for _ in range(3)] == [b"event: state\n", b"data: second\n", b"\n"]


def test_it_ends_at_once_although_streams_are_open(site: Pages) -> None:
    server = Server(site, 0, interval=0.02)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,))
    thread.start()
    with (
        socket.create_connection(("127.0.0.1", server.port), timeout=10) as there,
        there.makefile("rb") as told,
    ):
        there.sendall(f"GET /events HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\n\r\n".encode())
        while told.readline() != b"data: first\n":
            pass
        server.shutdown()
        server.close()
        thread.join(5)
        assert not thread.is_alive()
        assert told.read() == b"\n"
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", server.port), timeout=1)


def test_a_port_that_is_taken_is_misuse(server: Server, site: Pages) -> None:
    with pytest.raises(Misuse, match=f"^port {server.port} is taken$") as refused:
        Server(site, server.port)
    assert refused.value.hint == "`--port 0` takes a free one"
