"""`alignplan version`: which version this is."""

from __future__ import annotations

from alignplan.cli.command import command
from alignplan.cli.settings import Settings
from alignplan.output.streams import write
from alignplan.version import VERSION


@command("TOOL", "alignplan version")
def version(settings: Settings) -> int:
    """Print the version."""
    del settings
    write([f"alignplan {VERSION}"])
    return 0


COMMAND = version
