"""Speed is measured, not asserted: figures and ratios of the parts that must be quick."""

from components.bench.figures import PARTS, measure
from components.bench.timing import Figure

__all__ = ["PARTS", "Figure", "measure"]
