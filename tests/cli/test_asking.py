"""Questions: defaults, what is left out, what is asked again, and the two ways to end."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest

from alignplan.cli.asking import Asker, as_day, as_text, can_ask
from alignplan.errors import Misuse
from alignplan.output.ink import Ink

_ENDED = UnicodeDecodeError("utf-8", b"\xff", 0, 1, "invalid start byte")


class Typist:
    """Types these lines one after the other (an exception is what happens instead), then Ctrl-D."""

    def __init__(self, lines: Iterable[str | BaseException]) -> None:
        self.lines = iter(lines)
        self.prompts: list[str] = []

    def __call__(self, prompt: str) -> str:
        self.prompts.append(prompt)
        line = next(self.lines, EOFError())
        if isinstance(line, BaseException):
            raise line
        return line


def answering(*lines: str | BaseException) -> tuple[Asker, Typist]:
    typist = Typist(lines)
    return Asker(typist, Ink()), typist


def test_an_answer_without_the_blanks_around_it() -> None:
    asker, typist = answering("  Northwind  Foods \t")
    assert asker.text("Name") == "Northwind  Foods"
    assert typist.prompts == ["Name: "]


@pytest.mark.parametrize(("typed", "answer"), [("", "EUR"), ("  ", "EUR"), ("-", None), ("USD", "USD")])
def test_enter_takes_the_default_and_a_dash_leaves_it_out(typed: str, answer: str | None) -> None:
    asker, typist = answering(typed)
    assert asker.text("Currency", default="EUR") == answer
    assert typist.prompts == ["Currency [EUR]: "]


def test_without_a_default_enter_leaves_it_out() -> None:
    asker, _ = answering("")
    assert asker.text("Vision") is None


@pytest.mark.parametrize("empty", ["", "-"])
def test_what_is_needed_is_asked_for_again(empty: str, capsys: pytest.CaptureFixture[str]) -> None:
    asker, typist = answering(empty, "Ours")
    assert asker.text("Title", needed="a plan needs a title") == "Ours"
    assert typist.prompts == ["Title: ", "Title: "]
    assert capsys.readouterr() == ("", "a plan needs a title\n")


def test_a_day_that_is_none_is_asked_for_again_with_the_reason(capsys: pytest.CaptureFixture[str]) -> None:
    asker, typist = answering("31.12.2027", "2027-02-30", "2027-Q4")
    assert asker.day("  Due") == "2027-Q4"
    assert typist.prompts == ["  Due: "] * 3
    told = capsys.readouterr().err
    assert told == (
        "  `31.12.2027` is no date\n"
        "  write a day such as 2026-11-22, or a period: 2026-11, 2026-Q4, 2026\n"
        "  `2027-02-30` is no date\n"
        "  write a day such as 2026-11-22, or a period: 2026-11, 2026-Q4, 2026\n"
    )


@pytest.mark.parametrize(("start", "day"), [(False, date(2027, 12, 31)), (True, date(2027, 10, 1))])
def test_a_period_stands_for_its_last_or_first_day(start: bool, day: date) -> None:
    seen: list[date] = []
    asker, _ = answering("2027-Q4")
    assert asker.day("Due", start=start, fits=seen.append) == "2027-Q4"
    assert seen == [day] == [as_day("2027-Q4", start=start)]


def test_a_day_that_does_not_fit_is_asked_for_again(capsys: pytest.CaptureFixture[str]) -> None:
    def fits(day: date) -> None:
        if day.year < 2027:
            raise Misuse("that is over")

    asker, _ = answering("2026", "2027")
    assert asker.day("Due", fits=fits) == "2027"
    assert capsys.readouterr().err == "that is over\n"


def test_a_choice_is_typed_as_far_as_it_is_clear(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("strength", "weakness", "opportunity", "threat", "threats")
    asker, typist = answering("t", "x", "W")
    assert asker.choice("Kind", options) == "weakness"
    assert typist.prompts[0] == "Kind (strength, weakness, opportunity, threat, threats): "
    assert capsys.readouterr().err == (
        "`t` is none of them\nwrite strength, weakness, opportunity, threat, threats\n"
        "`x` is none of them\nwrite strength, weakness, opportunity, threat, threats\n"
    )
    assert answering("threat")[0].choice("Kind", options) == "threat"
    assert answering("")[0].choice("Kind", options, default="strength") == "strength"


@pytest.mark.parametrize(
    ("typed", "default", "answer"),
    [("", True, True), ("", False, False), ("Y", False, True), ("no", True, False), (" yes ", False, True)],
)
def test_yes_or_no(typed: str, default: bool, answer: bool) -> None:
    asker, typist = answering(typed)
    assert asker.agrees("Write it?", default=default) is answer
    assert typist.prompts == ["Write it? [Y/n]: " if default else "Write it? [y/N]: "]


def test_neither_yes_nor_no_is_asked_again(capsys: pytest.CaptureFixture[str]) -> None:
    asker, typist = answering("perhaps", _ENDED, "y")
    assert asker.agrees("Write it?")
    assert len(typist.prompts) == 3
    assert capsys.readouterr().err == "answer y or n\nanswer y or n\n"


def test_ctrl_d_takes_the_defaults_of_all_that_is_still_to_be_asked(
    capsys: pytest.CaptureFixture[str],
) -> None:
    asker, typist = answering("Northwind", EOFError())
    assert asker.text("Organization") == "Northwind"
    assert asker.text("Currency", default="EUR") == "EUR"
    assert not asker.asks
    assert asker.text("Vision") is None
    assert asker.day("Due", default="2027") == "2027"
    assert asker.choice("Kind", ["a", "b"], default="b") == "b"
    asker.tell("nobody reads this")
    assert typist.prompts == ["Organization: ", "Currency [EUR]: "]
    assert capsys.readouterr().err == "\n"


def test_ctrl_d_is_no_to_a_question_of_yes_or_no() -> None:
    asker, _ = answering(EOFError())
    assert not asker.agrees("Write it?")


def test_where_nobody_is_asked_what_is_needed_is_misuse() -> None:
    asker = Asker(None, Ink())
    with pytest.raises(Misuse, match="a plan needs a title"):
        asker.text("Title", needed="a plan needs a title")
    assert asker.text("Title", default="Ours", needed="a plan needs a title") == "Ours"
    assert asker.agrees("Write it?")


def test_ctrl_c_is_for_whoever_asked() -> None:
    asker, _ = answering(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        asker.text("Title")


def test_what_is_no_text_is_asked_for_again(capsys: pytest.CaptureFixture[str]) -> None:
    asker, _ = answering(_ENDED, "\udcff", "Käse")
    assert asker.text("Title") == "Käse"
    assert capsys.readouterr().err == (
        "that is no text\nthe terminal and its locale differ in their encoding\n"
        "that is no text in UTF-8\ntype or pass it in the encoding of the terminal\n"
    )
    with pytest.raises(Misuse, match="that is no text in UTF-8"):
        as_text("\ud800")


def test_what_is_shown_acts_on_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    asker, typist = answering("\x1b[2J", "2027")
    asker.day("\x1b]0;Due\a", default="2026\x1b[1m")
    assert typist.prompts[0] == "\\u{1b}]0;Due\\u{7} [2026\\u{1b}[1m]: "
    assert "\x1b" not in capsys.readouterr().err


def test_nobody_is_asked_off_a_terminal() -> None:
    assert not can_ask()


def test_what_is_told_fits_the_screen(capsys: pytest.CaptureFixture[str]) -> None:
    asker = Asker(Typist(["x" * 9, "a"]), Ink(width=30))
    asker.tell("  1. Win 400 households that come every week")
    assert capsys.readouterr().err == "  1. Win 400 households that\n    come every week\n"
    asker.choice("  Kind", ["a", "b"])
    assert capsys.readouterr().err == "  `xxxxxxxxx` is none of\n    them\n  write a, b\n"
