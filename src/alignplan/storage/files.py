"""Files made beside those whose place they are to take: whole, on the disk, with the same rights."""

from __future__ import annotations

import errno
import os
import stat

from alignplan.storage import remove

__all__ = ["is_there", "keep", "make_file", "put", "put_new", "sync_folder"]

_NO_SUCH_WAY = {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK, errno.EXDEV}
_NOT_SYNCED = {errno.EINVAL, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP}


def is_there(path: str) -> bool:
    """Whether anything has this name, a broken link too. Raises `OSError` where the system does not say."""
    try:
        os.lstat(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def make_file(path: str, content: bytes, *, like: str | None = None, lasting: bool = True) -> None:
    """Make a file that must not be there yet, with the rights of `like`; raises `OSError`, and then nothing stays.

    `lasting`: it is on the disk, not only on its way there.
    """
    handle = os.open(
        path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666 if like is None else 0o600
    )
    try:
        try:
            put(handle, content)
            if like is not None:
                _take_rights(handle, os.stat(like))
            if lasting:
                os.fsync(handle)
        finally:
            os.close(handle)
    except BaseException:
        remove(path)
        raise


def put(handle: int, content: bytes) -> None:
    """Write all of it, in as many pieces as the system takes it. Raises `OSError`."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _take_rights(handle: int, old: os.stat_result) -> None:
    """Owner, group and mode of another file. A group that cannot be kept gets no more than everybody."""
    mode, made = stat.S_IMODE(old.st_mode), os.fstat(handle)
    if (made.st_uid, made.st_gid) != (old.st_uid, old.st_gid) and not _given(handle, old.st_uid, old.st_gid):
        if made.st_gid != old.st_gid and not _given(handle, -1, old.st_gid):
            mode = mode & ~0o070 | (mode & 0o007) << 3
        mode &= ~(stat.S_ISUID | stat.S_ISGID)
    os.fchmod(handle, mode)


def _given(handle: int, owner: int, group: int) -> bool:
    try:
        os.fchown(handle, owner, group)
    except OSError:
        return False
    return True


def keep(path: str, aside: str, content: bytes) -> None:
    """Give a file a second name, so that it can be put back; a copy where the file system knows no second names.

    By its second name the file is the same one: what a program still writes into it is seen there.
    """
    try:
        os.link(path, aside)
    except OSError as error:
        if error.errno not in _NO_SUCH_WAY:
            raise
        make_file(aside, content, like=path)


def put_new(path: str, place: str) -> None:
    """Move a file to where none is. Raises `OSError`, `FileExistsError` where one has come there in the meantime."""
    try:
        os.link(path, place)
    except OSError as error:
        if error.errno not in _NO_SUCH_WAY or is_there(place):
            raise
        os.replace(path, place)
    else:
        os.unlink(path)


def sync_folder(folder: str) -> None:
    """Bring the names in a folder to the disk, where its file system can do that. Raises `OSError`."""
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NOT_SYNCED:
            raise
    finally:
        os.close(handle)
