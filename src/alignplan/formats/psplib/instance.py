"""A PSPLIB instance: jobs with one mode each, what they need, and what waits for them."""

from __future__ import annotations

from alignplan.records import record

__all__ = ["Instance", "Job", "Pool"]


@record
class Pool:
    """A renewable resource: its label, such as `R 1`, and how many units there are in each period."""

    label: str
    capacity: int


@record
class Job:
    """`duration` periods in which `needs` units of each pool are taken, in their order; `after` are job numbers."""

    number: int
    duration: int
    needs: tuple[int, ...]
    after: tuple[int, ...]


@record
class Instance:
    """The jobs of a file in its order, without the first and the last one: these only stand for start and end."""

    pools: tuple[Pool, ...]
    jobs: tuple[Job, ...]
