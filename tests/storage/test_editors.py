"""What an editor saves while we write is never overwritten, whenever it is saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from tests.storage.changes import small
from tests.storage.faults import at_operation, state

from alignplan.errors import Misuse
from alignplan.storage import change

MOST = 400
SAVED = "saved by an editor\n"
Save = Callable[[Path], None]


def in_place(path: Path) -> None:
    with path.open("w") as file:
        file.write(SAVED)


def by_replacing(path: Path) -> None:
    beside = path.with_name("editor.tmp")
    beside.write_text(SAVED)
    beside.rename(path)


class Editor:
    """Saves one file once."""

    def __init__(self, path: Path, save: Save) -> None:
        self.path = path
        self.save = save
        self.saved = False

    def __call__(self) -> None:
        if not self.saved:
            self.saved = True
            self.save(self.path)


class Ours:
    """A change of two files, and what it read of the one that the editor has open."""

    def __init__(self, name: str, *, remove: bool) -> None:
        self.name = name
        self.remove = remove
        self.read = ""

    def __call__(self, folder: Path) -> None:
        with change(str(folder)) as draft:
            other = "ops/a.yaml" if self.name == "alignplan.yaml" else "alignplan.yaml"
            draft.write(other, draft.read(other) + b"more\n")
            content = draft.read(self.name)
            self.read = content.decode()
            if self.remove:
                draft.remove(self.name)
            elif self.name != "other.yaml":
                draft.write(self.name, content + b"more\n")
            draft.write("new.yaml", b"new\n")


@pytest.mark.parametrize("save", [in_place, by_replacing])
@pytest.mark.parametrize(
    ("name", "remove"),
    [("ops/a.yaml", False), ("alignplan.yaml", False), ("data/k.csv", True), ("other.yaml", False)],
)
def test_what_an_editor_saves_while_we_write_is_kept(
    tmp_path: Path, name: str, remove: bool, save: Save
) -> None:
    before = state(small(tmp_path / "before"))
    refusals = set()
    for number in range(1, MOST):
        folder, ours = small(tmp_path / str(number)), Ours(name, remove=remove)
        editor = Editor(folder / name, save)
        refusal = None
        with at_operation(number, editor) as counter:
            try:
                ours(folder)
            except Misuse as misuse:
                refusal = misuse
        if not editor.saved:
            break
        if save is by_replacing and counter.at_act == ("replace", str(folder / name)):
            continue  # between the last look at a file and the system's own step nobody can look again
        if refusal is not None:
            refusals.add((refusal.message, refusal.hint))
            others = {path: kept for path, kept in state(folder).items() if path != name}
            assert others == {path: kept for path, kept in before.items() if path != name}, number
        if ours.read != SAVED:
            assert (folder / name).read_text() == SAVED, (number, counter.at_act)
        elif remove:
            assert not (folder / name).exists()
        else:
            assert (folder / name).read_text() in (SAVED, SAVED + "more\n")
    else:
        pytest.fail("it never ends")
    message = f"`{name}` was changed by another program in the meantime"
    assert refusals == {(message, "nothing was written; run the command again")}


def test_a_file_that_came_in_the_meantime_is_kept(tmp_path: Path) -> None:
    message = "`new.yaml` was changed by another program in the meantime"
    refusals = []
    for number in range(1, MOST):
        folder = small(tmp_path / str(number))
        editor = Editor(folder / "new.yaml", in_place)
        refusal = ""
        with at_operation(number, editor):
            try:
                with change(str(folder)) as draft:
                    draft.write("ops/a.yaml", draft.read("ops/a.yaml") + b"more\n")
                    draft.write("new.yaml", b"new\n")
            except Misuse as misuse:
                refusal = misuse.message
        if not editor.saved:
            break
        assert (folder / "new.yaml").read_text() == SAVED, number
        assert (folder / "ops/a.yaml").read_text() == ("a\n" if refusal else "a\nmore\n"), number
        refusals.append(refusal)
    assert set(refusals) == {"", "`new.yaml` is there already", message}


def test_what_is_not_changed_after_all_may_be_saved_by_others(tmp_path: Path) -> None:
    folder = small(tmp_path)
    with change(str(folder)) as draft:
        draft.write("ops/a.yaml", draft.read("ops/a.yaml"))
        in_place(folder / "ops/a.yaml")
    assert (folder / "ops/a.yaml").read_text() == SAVED


def test_a_link_or_a_folder_that_took_the_place_of_a_file_is_kept(tmp_path: Path) -> None:
    def link(path: Path) -> None:
        path.unlink()
        path.symlink_to("../other.yaml")

    def folder_instead(path: Path) -> None:
        path.unlink()
        path.mkdir()

    for save in (link, folder_instead):
        refusals = set()
        for number in range(1, MOST):
            folder = small(tmp_path / save.__name__ / str(number))
            editor = Editor(folder / "ops/a.yaml", save)
            with at_operation(number, editor) as counter:
                try:
                    Ours("ops/a.yaml", remove=False)(folder)
                except Misuse as misuse:
                    refusals.add(misuse.message)
            if not editor.saved:
                break
            path = folder / "ops/a.yaml"
            assert path.is_symlink() or path.is_dir() or counter.at_act == ("replace", str(path))
            assert (folder / "other.yaml").read_text().startswith("other\n")
        assert "`ops/a.yaml` was changed by another program in the meantime" in refusals
