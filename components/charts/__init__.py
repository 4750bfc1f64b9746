"""Tables in, figures out, each with the words that say the same."""

from components.charts.drawing import Drawing
from components.charts.identity import palette
from components.charts.projects import funding_bars, state_bars, timeline
from components.charts.themes import theme_lines

__all__ = ["Drawing", "funding_bars", "palette", "state_bars", "theme_lines", "timeline"]
