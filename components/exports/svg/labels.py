"""Words beside points of lines, kept apart from each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from components.exports.svg.canvas import LEADING

GAP = 8.0


@dataclass(frozen=True)
class Label:
    """Lines of words that belong to a point; `top` is where they begin, in points."""

    place: int
    x: float
    y: float
    texts: tuple[str, ...]
    top: float = 0.0

    @property
    def height(self) -> float:
        """The points that the words take, with the gap to the next."""
        return LEADING * len(self.texts) + GAP / 2

    @property
    def level(self) -> float:
        """The middle of the first line, which stands beside the point where it can."""
        return self.top + LEADING / 2


def spread(labels: Sequence[Label], top: float, bottom: float) -> list[Label]:
    """The labels from the top down, each as near to its point as the others let it."""
    placed: list[Label] = []
    for label in sorted(labels, key=lambda item: item.y):
        if placed:
            top = placed[-1].top + placed[-1].height
        placed.append(replace(label, top=max(top, label.y - LEADING / 2)))
    fitted: list[Label] = []
    for label in reversed(placed):
        fitted.append(replace(label, top=min(label.top, bottom - label.height)))
        bottom = fitted[-1].top
    return fitted[::-1]
