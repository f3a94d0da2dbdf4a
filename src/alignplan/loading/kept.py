"""Files that are read once for many versions of a plan: what did not change has one model in all of them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator

from alignplan import storage
from alignplan.diagnostics.finding import Place
from alignplan.loading.files import SourceFile, load_file
from alignplan.storage.folders import Folder

__all__ = ["KeptFiles"]

_Key = tuple[str, str, bool, int | None, Place | None]


class KeptFiles:
    """Reads files as :func:`alignplan.loading.files.load_file` does, each content once.

    A file whose KPIs take their values from other files is read again when one of those changed: reading them completes
    its models. Only for folders that know the digest of a file without reading it.
    """

    def __init__(self) -> None:
        self._read: dict[_Key, dict[tuple[str, ...], SourceFile]] = {}
        self._series: dict[_Key, tuple[str, ...]] = {}
        self._beside: dict[tuple[str, str], tuple[str, ...]] = {}
        """File and digest → the files that its KPIs take their values from."""

    def load(
        self,
        folder: Folder,
        path: str,
        *,
        root: bool = False,
        year_starts: int | None = None,
        named: Place | None = None,
        faces: bool = False,
    ) -> SourceFile:
        """One file."""
        digest = folder.digest(path)
        if not digest:
            return load_file(folder, path, root=root, year_starts=year_starts, named=named, faces=faces)
        key = (path, digest, root, year_starts, named)
        if key in self._series:
            values = tuple(folder.digest(series) for series in self._series[key])
            found = self._read[key].get(values)
            if found is not None:
                return found
        found = load_file(folder, path, root=root, year_starts=year_starts, named=named, faces=faces)
        series = self._series[key] = self._beside[path, digest] = tuple(_series(found))
        self._read.setdefault(key, {})[tuple(folder.digest(one) for one in series)] = found
        return found

    def digest(self, folder: Folder, paths: Iterable[str]) -> str:
        """What tells what a plan of these files says from what others say."""
        said: list[str] = []
        for path in paths:
            digest = folder.digest(path)
            said += (path, digest)
            for series in self._beside.get((path, digest), ()):
                said += (series, folder.digest(series))
        return storage.digest("\0".join(said).encode("utf-8", "surrogateescape"))


def _series(file: SourceFile) -> Iterator[str]:
    """The paths of the files that its KPIs take their values from."""
    kpis = list(file.model.kpis.values())
    for objective in file.model.objectives.values():
        kpis += objective.kpis.values() if isinstance(objective.kpis, dict) else ()
    for kpi in kpis:
        if isinstance(kpi.actuals, str):
            yield posixpath.normpath(posixpath.join(posixpath.dirname(file.path), kpi.actuals))
