"""The canonical form of a plan file: the same data and comments, with keys in their order and even spacing."""

from alignplan.text.formatting.engine import formatted
from alignplan.text.formatting.sameness import difference
from alignplan.text.formatting.shape import OWN_KEYS, Shape

__all__ = ["OWN_KEYS", "Shape", "difference", "formatted"]
