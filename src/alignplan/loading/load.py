"""A whole plan from its root file: every file is read, whatever is wrong with the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from alignplan import storage
from alignplan.diagnostics.finding import Finding, Part, Place, Remedy, Safety
from alignplan.loading.discover import included
from alignplan.loading.files import SourceFile, load_file
from alignplan.loading.series import SourceStamp, read_series
from alignplan.model.entry import blank
from alignplan.model.plan import Lint, Plan, PlanFile
from alignplan.model.values.shared import let_go
from alignplan.storage.folders import Folder

__all__ = ["FORMAT_VERSION", "Loaded", "load"]

FORMAT_VERSION = 1


@dataclass(slots=True)
class Loaded:
    """All files of a plan, the root first, and what was found while reading them.

    `whole` is false where part of the plan could not be read: nothing is to be concluded from what is missing.
    """

    folder: Folder
    files: list[SourceFile]
    findings: list[Finding] = field(default_factory=list)
    series: list[SourceStamp] = field(default_factory=list)
    """Series files that were read, with their stamps before that."""
    folders: dict[str, storage.FolderState] = field(default_factory=dict)
    """Folders whose content decides which files there are, with their state before that."""
    absent: list[str] = field(default_factory=list)
    """Files that were named and are not there."""
    note: str = ""
    """What to tell of the reading: a change of the plan that is half made and could not be settled before."""

    @property
    def root(self) -> SourceFile:
        """The root file."""
        return self.files[0]

    @property
    def plan(self) -> Plan:
        """What the plan is about; empty where the root does not say."""
        return self.root.model.plan or blank(Plan)

    @property
    def lint(self) -> Lint:
        """The settings of `check`."""
        return self.root.model.lint or blank(Lint)

    @property
    def whole(self) -> bool:
        """Whether all of the plan could be read."""
        return all(file.whole and not file.lost_section for file in self.files)


def load(
    folder: Folder,
    name: str,
    watch: Callable[[int, int], object] | None = None,
    *,
    faces: bool = False,
    read: Callable[..., SourceFile] = load_file,
) -> Loaded:
    """Read the plan in a folder whose root file has that name. Never raises for what the files hold.

    `watch` is told after each file how many of how many are read; `faces` asks for those of all files; `read` reads
    one file, as :func:`alignplan.loading.files.load_file` does.
    """
    root = read(folder, name, root=True, faces=faces)
    year_starts = root.model.plan.year_starts if root.model.plan is not None else None
    others = included(folder, root.model.include, name)
    starts = year_starts or 0
    named = others.places.items()
    files = [root]
    for path, place in named:
        files.append(read(folder, path, year_starts=starts, named=place, faces=faces))
        if watch is not None:
            watch(len(files), len(named) + 1)
    let_go()
    loaded = Loaded(folder, files, folders=others.folders, absent=others.absent)
    for file in files:
        loaded.series.extend(read_series(folder, file, year_starts or 0))
        loaded.findings.extend(file.findings)
    loaded.findings.extend(_required(root))
    loaded.findings.extend(others.findings)
    return loaded


def _required(root: SourceFile) -> list[Finding]:
    """What stands in every root file: the version of the format and the plan's title."""
    if not root.whole or () in root.broken:
        return []
    if root.model == blank(PlanFile) and not root.broken and not root.findings:
        help = f"begin it with `alignplan: {FORMAT_VERSION}` and `plan: {{title: …}}`"
        return [Finding("E005", "the file has no plan in it", Place(root.path), "plan", "", help=help)]
    return [*_version(root), *_title(root)]


def _version(root: SourceFile) -> Iterator[Finding]:
    version = root.model.alignplan
    if version is None and ("alignplan",) not in root.broken:
        message = "`alignplan` is missing: the version of the format"
        help = f"begin the file with `alignplan: {FORMAT_VERSION}`"
        remedy = Remedy(Safety.SAFE)  # it is read as this version all the same
        yield Finding("E005", message, Place(root.path), "", "alignplan", help=help, remedy=remedy)
    elif version is not None and version != FORMAT_VERSION:
        place = Place(root.path, ("alignplan",), Part.VALUE)
        help = f"this program reads version {FORMAT_VERSION}; a newer one may know it"
        yield Finding(
            "E013", f"format version {version:g} is not known here", place, "", "alignplan", help=help
        )


def _title(root: SourceFile) -> Iterator[Finding]:
    plan = root.model.plan
    if (plan is None or not plan.title) and not {("plan",), ("plan", "title")} & root.broken:
        place = Place(root.path, ("plan",) if plan is not None else ())
        help = "add `plan: {title: …}`" if plan is None else "add `title: …`"
        yield Finding("E005", "`plan.title` is missing", place, "plan", "title", help=help)
