"""Adding to a file that others write to as well."""

from __future__ import annotations

import os
import stat

from alignplan.storage.files import put

__all__ = ["append"]


def append(path: str, text: str) -> None:
    """Add text at the end of a regular file, which is made where there is none. Raises `OSError`, never waits."""
    flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT | os.O_CLOEXEC | os.O_NONBLOCK
    handle = os.open(path, flags, 0o666)
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise OSError("it is not a regular file")
        put(handle, text.encode("utf-8", "backslashreplace"))
    finally:
        os.close(handle)
