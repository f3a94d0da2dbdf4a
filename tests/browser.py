"""Headless Chromium, driven through a pipe: a page as people see it, its console, and what it asks the network for."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import select
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
_FLAGS = (
    "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run", "--disable-extensions",
    "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--remote-debugging-pipe",
)  # fmt: skip


class Browser:
    """A browser with one page; see :func:`browser`."""

    def __init__(self, out: int, back: int) -> None:
        self._out, self._back = out, back
        self._number = 0
        self._rest = b""
        self.events: list[dict[str, Any]] = []
        """What was told meanwhile, in the order it came."""
        target = self._call("Target.createTarget", {"url": "about:blank"})["targetId"]
        found = self._call("Target.attachToTarget", {"targetId": target, "flatten": True})
        self._session: str | None = found["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.call(f"{domain}.enable")

    _session: str | None = None

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """A method of the browser's protocol, for the page."""
        return self._call(method, parameters, self._session)

    def _call(self, method: str, parameters: dict[str, Any], session: str | None = None) -> dict[str, Any]:
        self._number += 1
        message: dict[str, Any] = {"id": self._number, "method": method, "params": parameters}
        if session is not None:
            message["sessionId"] = session
        os.write(self._out, json.dumps(message).encode() + b"\0")
        until = time.monotonic() + 30
        while time.monotonic() < until:
            for answer in self._read(until - time.monotonic()):
                if answer.get("id") == self._number:
                    assert "error" not in answer, answer
                    found: dict[str, Any] = answer["result"]
                    return found
        raise TimeoutError(method)

    def _read(self, patience: float) -> Iterator[dict[str, Any]]:
        if not select.select([self._back], [], [], max(patience, 0))[0]:
            return
        more = os.read(self._back, 1 << 20)
        assert more, "the browser has ended"
        *whole, self._rest = (self._rest + more).split(b"\0")
        answers = [json.loads(text) for text in whole]
        self.events += [answer for answer in answers if "method" in answer]
        yield from answers

    def go(self, address: str) -> None:
        """Open an address, and wait until it is loaded."""
        self.events.clear()
        self.call("Page.navigate", url=address)
        until = time.monotonic() + 30
        while not any(event["method"] == "Page.loadEventFired" for event in self.events):
            assert time.monotonic() < until, f"{address} was not loaded"
            list(self._read(0.2))

    def run(self, script: str) -> Any:
        """The value of an expression in the page."""
        found = self.call("Runtime.evaluate", expression=script, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def wait(self, script: str, patience: float = 20) -> Any:
        """The value of an expression as soon as it is true."""
        until = time.monotonic() + patience
        while not (value := self.run(script)):
            assert time.monotonic() < until, f"never: {script}"
            time.sleep(0.05)
        return value

    def type(self, text: str) -> None:
        """Type letters where the focus is."""
        self.call("Input.insertText", text=text)

    def complaints(self) -> list[str]:
        """Errors and warnings of the console since the page was opened."""
        list(self._read(0.2))
        told = []
        for event in self.events:
            about = event["params"]
            if event["method"] == "Runtime.exceptionThrown":
                told.append(str(about["exceptionDetails"]))
            elif event["method"] == "Log.entryAdded" and about["entry"]["level"] in ("error", "warning"):
                told.append(about["entry"]["text"])
            elif event["method"] == "Runtime.consoleAPICalled" and about["type"] in (
                "error",
                "warning",
                "assert",
            ):
                told.append(str(about["args"]))
        return told

    def requests(self) -> list[str]:
        """The addresses that were asked for since the page was opened, the page's own first."""
        list(self._read(0.2))
        return [
            event["params"]["request"]["url"]
            for event in self.events
            if event["method"] == "Network.requestWillBeSent"
        ]

    def picture(self, file: Path, width: int = 1440, height: int = 1000, *, dark: bool = False) -> None:
        """A screenshot as PNG."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=False,
        )
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.call("Emulation.setEmulatedMedia", features=[scheme])
        file.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))


@contextlib.contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """A browser that keeps what it keeps in a folder, and ends afterwards."""
    assert CHROMIUM is not None
    to_read, out = os.pipe()
    back, to_write = os.pipe()
    kept = {**os.environ, "HOME": str(folder)}
    # The browser reads from descriptor 3 and writes to 4.
    shell = f'exec "$@" 3<&{to_read} 4>&{to_write}'
    command = [
        "bash",
        "-c",
        shell,
        "bash",
        CHROMIUM,
        *_FLAGS,
        f"--user-data-dir={folder / 'profile'}",
        "about:blank",
    ]
    process = subprocess.Popen(
        command, pass_fds=(to_read, to_write), env=kept, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(to_read)
    os.close(to_write)
    try:
        yield Browser(out, back)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        os.close(out)
        os.close(back)
