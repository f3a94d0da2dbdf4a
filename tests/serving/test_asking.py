"""Which requests are answered."""

from __future__ import annotations

import pytest

from alignplan.serving.asking import Asked, Refusal, Wanted, asked, refused

PORT = 8417


def status(method: str, hosts: list[str], origins: list[str] | None = None, port: int = PORT) -> int | None:
    found = refused(method, hosts, origins or [], port)
    return None if found is None else found.status


@pytest.mark.parametrize("host", ["127.0.0.1:8417", "localhost:8417", "LOCALHOST:8417", " localhost:8417 "])
def test_a_request_to_this_machine_by_its_own_name_is_answered(host: str) -> None:
    assert status("GET", [host]) is None
    assert status("HEAD", [host], [f"http://{host.strip().lower()}"]) is None


@pytest.mark.parametrize(
    "hosts",
    [
        [], [""], ["127.0.0.1"], ["localhost"], ["127.0.0.1:80"], ["evil.test:8417"], ["127.0.0.1.evil.test:8417"],
        ["127.0.0.1:8417@evil.test"], ["evil.test", "127.0.0.1:8417"], ["127.0.0.1:8417", "127.0.0.1:8417"],
        ["127.0.0.1:8417, evil.test"], ["0.0.0.0:8417"], ["[::1]:8417"], ["2130706433:8417"], ["127.1:8417"],
    ],
)  # fmt: skip
def test_a_request_to_another_name_is_refused_whatever_it_wants(hosts: list[str]) -> None:
    assert status("GET", hosts) == 421
    assert status("POST", hosts) == 421


def test_at_the_usual_port_the_name_needs_none() -> None:
    assert status("GET", ["localhost"], port=80) is None
    assert status("GET", ["evil.test"], port=80) == 421


@pytest.mark.parametrize(
    "origin", ["http://evil.test", "null", "https://127.0.0.1:8417", "http://127.0.0.1:9", ""]
)
def test_a_page_of_another_site_gets_nothing(origin: str) -> None:
    assert status("GET", ["127.0.0.1:8417"], [origin]) == 403


@pytest.mark.parametrize(
    ("site", "mode", "code"),
    [
        ("same-origin", "cors", None), ("none", "navigate", None), ("cross-site", "navigate", None), ("", "", None),
        ("cross-site", "no-cors", 403), ("same-site", "cors", 403), ("cross-site", "", 403), ("anything", "no-cors", 403),
    ],
)  # fmt: skip
def test_another_site_may_lead_here_but_take_nothing_into_its_pages(
    site: str, mode: str, code: int | None
) -> None:
    found = refused("GET", ["127.0.0.1:8417"], [], PORT, site=site, mode=mode)
    assert (None if found is None else found.status) == code


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT", "get", "BREW", ""]
)
def test_nothing_but_reading_is_answered(method: str) -> None:
    assert status(method, ["127.0.0.1:8417"]) == 405


@pytest.mark.parametrize(
    ("target", "wanted"),
    [
        ("/", Asked(Wanted.NOW)),
        ("/?q=x", Asked(Wanted.NOW)),
        ("/events", Asked(Wanted.EVENTS)),
        ("/at/HEAD~3", Asked(Wanted.AT, "HEAD~3")),
        ("/at/feature/rye", Asked(Wanted.AT, "feature/rye")),
        ("/at/HEAD%401%20day", Asked(Wanted.AT, "HEAD@1 day")),
        (
            "/at/..%2f..%2fetc/passwd",
            Asked(Wanted.AT, "../../etc/passwd"),
        ),  # a name for git, which knows none such
        ("/at/--output=x", Asked(Wanted.AT, "--output=x")),
    ],
)
def test_a_path_is_a_page_or_a_stream(target: str, wanted: Asked) -> None:
    assert asked(target) == wanted


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("", 400), ("*", 400), ("http://127.0.0.1:8417/", 400), ("evil.test:443", 400), ("/at/%ff", 400), ("/%C3%28", 400),
        ("/at/", 404), ("/at", 404), ("/alignplan.yaml", 404), ("/../alignplan.yaml", 404), ("/at/%00", 404),
        ("/at/a%0Ab", 404), ("/at/%E2%80%AE", 404), ("/at/" + "x" * 201, 404), ("/events/", 404), ("/index.html", 404),
        ("//", 404), ("/..%2f..%2fetc/passwd", 404),
    ],
)  # fmt: skip
def test_there_is_nothing_else(target: str, code: int) -> None:
    found = asked(target)
    assert isinstance(found, Refusal)
    assert found.status == code
