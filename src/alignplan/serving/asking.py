"""Which requests are answered: reading ones, for pages that there are, from this machine's own pages."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from urllib.parse import unquote

from alignplan.records import record

__all__ = ["Asked", "Refusal", "Wanted", "asked", "refused"]

_LONGEST_REVISION = 200
_AT = "/at/"


class Wanted(Enum):
    """What there is."""

    NOW = "/"
    AT = _AT
    EVENTS = "/events"


@record
class Asked:
    """What is wanted; of the past, the revision."""

    wanted: Wanted
    revision: str = ""


@record
class Refusal:
    """Why nothing is given: the status, and a line for a person."""

    status: int
    words: str


def refused(
    method: str, hosts: Sequence[str], origins: Sequence[str], port: int, *, site: str = "", mode: str = ""
) -> Refusal | None:
    """What is wrong with a request apart from what it asks for: who it is for, where it comes from, what it would do.

    A page of another site can have its name lead to this machine (DNS rebinding): its requests carry that name. Of
    what browsers say of a request, `site` is `Sec-Fetch-Site` and `mode` is `Sec-Fetch-Mode`: another site may lead
    to a page, but not take one into its own.
    """
    own = [f"127.0.0.1:{port}", f"localhost:{port}", *(["127.0.0.1", "localhost"] if port == 80 else [])]
    if len(hosts) != 1 or hosts[0].strip().lower() not in own:
        return Refusal(421, f"This is http://127.0.0.1:{port}/ and nothing else.")
    foreign = any(origin.strip().lower() not in [f"http://{host}" for host in own] for origin in origins)
    if foreign or (site not in ("", "none", "same-origin") and mode != "navigate"):
        return Refusal(403, "Pages of other sites get nothing from here.")
    if method not in ("GET", "HEAD"):
        return Refusal(405, "Here is only something to read.")
    return None


def asked(target: str) -> Asked | Refusal:
    """What is wanted by the target of a request. A path is a name of ours, never one of a file."""
    if not target.startswith("/"):
        return Refusal(400, "That is no path.")
    try:
        path = unquote(target.partition("?")[0], errors="strict")
    except UnicodeDecodeError:
        return Refusal(400, "That is no path.")
    if path == Wanted.NOW.value:
        return Asked(Wanted.NOW)
    if path == Wanted.EVENTS.value:
        return Asked(Wanted.EVENTS)
    revision = path.removeprefix(_AT) if path.startswith(_AT) else ""
    if revision and len(revision) <= _LONGEST_REVISION and revision.isprintable():
        return Asked(Wanted.AT, revision)
    return Refusal(404, "There is no such page: / is the plan as it is, /at/REVISION as it was.")
