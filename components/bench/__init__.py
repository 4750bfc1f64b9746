"""Speed is measured, not asserted: figures and ratios of the parts that must be quick."""

from components.bench.figures import Figure, measure

__all__ = ["Figure", "measure"]
