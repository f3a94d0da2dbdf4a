"""`alignplan waivers`: accepted exceptions."""

from __future__ import annotations

from alignplan.cli.command import command
from alignplan.cli.options import At, Exclude, Format, Selectors
from alignplan.cli.settings import Settings


@command("LOOK", "alignplan waivers owner:mia")
def waivers(
    settings: Settings,
    selectors: Selectors = None,
    exclude: Exclude = None,
    at: At = None,
    output_format: Format = None,
) -> int:
    """Accepted exceptions, soonest end first.

    Every comment `# alignplan: ignore[RULES] reason, until DATE` of the plan: what it waives, since when (from git),
    for how long still, and how many findings that are today. What has expired is marked: `check` finds it again. What
    the settings ignore, in the whole plan or in some files, is told below.
    """
    from alignplan.cli.accepting import show_waivers

    return show_waivers(settings, selectors, exclude, output_format, at)


COMMAND = waivers
