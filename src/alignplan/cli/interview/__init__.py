"""The questions of `init`, each answered by a flag or at the terminal."""

from alignplan.cli.interview.questions import interviewed
from alignplan.cli.interview.stated import Stated
from alignplan.cli.interview.summary import summary

__all__ = ["Stated", "interviewed", "summary"]
